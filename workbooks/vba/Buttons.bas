Attribute VB_Name = "XlsalesButtons"
Option Explicit
'One Sub a button: its key, what it asks, the command that does the same.

Public Sub XlsalesCheck()
    XlsalesPress "check", "", "xlsales check --mark"
End Sub

Public Sub XlsalesUnmark()
    XlsalesPress "unmark", "", "xlsales check --unmark"
End Sub

Public Sub XlsalesNumber()
    XlsalesPress "number", "", "xlsales number order"
End Sub

Public Sub XlsalesContract()
    XlsalesPress "contract", "", "xlsales contract"
End Sub

Public Sub XlsalesStatement()
    XlsalesPress "statement", "month", "xlsales statement --month"
End Sub

Public Sub XlsalesPaper()
    XlsalesPress "paper", "", "xlsales paper"
End Sub

Public Sub XlsalesRegenerate()
    XlsalesPress "regenerate", "month", "xlsales regenerate --month"
End Sub

Public Sub XlsalesDun()
    XlsalesPress "dun", "", "xlsales dun --record"
End Sub

Public Sub XlsalesPlan()
    XlsalesPress "plan", "month", "xlsales plan --month"
End Sub

Public Sub XlsalesMonthReport()
    XlsalesPress "month_report", "month", "xlsales stats --month"
End Sub

Public Sub XlsalesQuarterReport()
    XlsalesPress "quarter_report", "quarter", "xlsales stats --quarter"
End Sub

Public Sub XlsalesRefresh()
    XlsalesPress "refresh", "", "xlsales refresh"
End Sub

Public Sub XlsalesDoctor()
    XlsalesPress "doctor", "", "xlsales doctor"
End Sub

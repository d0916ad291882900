Attribute VB_Name = "XlsalesRibbon"
Option Explicit
'What the ribbon calls: the Sub of a button.

Public Sub OnXlsalesCheck(control As Object)
    XlsalesCheck
End Sub

Public Sub OnXlsalesUnmark(control As Object)
    XlsalesUnmark
End Sub

Public Sub OnXlsalesNumber(control As Object)
    XlsalesNumber
End Sub

Public Sub OnXlsalesContract(control As Object)
    XlsalesContract
End Sub

Public Sub OnXlsalesStatement(control As Object)
    XlsalesStatement
End Sub

Public Sub OnXlsalesPaper(control As Object)
    XlsalesPaper
End Sub

Public Sub OnXlsalesRegenerate(control As Object)
    XlsalesRegenerate
End Sub

Public Sub OnXlsalesDun(control As Object)
    XlsalesDun
End Sub

Public Sub OnXlsalesPlan(control As Object)
    XlsalesPlan
End Sub

Public Sub OnXlsalesMonthReport(control As Object)
    XlsalesMonthReport
End Sub

Public Sub OnXlsalesQuarterReport(control As Object)
    XlsalesQuarterReport
End Sub

Public Sub OnXlsalesRefresh(control As Object)
    XlsalesRefresh
End Sub

Public Sub OnXlsalesDoctor(control As Object)
    XlsalesDoctor
End Sub

Public Sub OnXlsalesGoHome(control As Object)
    XlsalesGoHome
End Sub

Attribute VB_Name = "XlsalesRibbon"
Option Explicit
'What the ribbon calls: the Sub of a button.

Public Sub OnXlsalesCheck(control As IRibbonControl)
    XlsalesCheck
End Sub

Public Sub OnXlsalesUnmark(control As IRibbonControl)
    XlsalesUnmark
End Sub

Public Sub OnXlsalesContract(control As IRibbonControl)
    XlsalesContract
End Sub

Public Sub OnXlsalesStatement(control As IRibbonControl)
    XlsalesStatement
End Sub

Public Sub OnXlsalesRegenerate(control As IRibbonControl)
    XlsalesRegenerate
End Sub

Public Sub OnXlsalesPlan(control As IRibbonControl)
    XlsalesPlan
End Sub

Public Sub OnXlsalesMonthReport(control As IRibbonControl)
    XlsalesMonthReport
End Sub

Public Sub OnXlsalesQuarterReport(control As IRibbonControl)
    XlsalesQuarterReport
End Sub

Public Sub OnXlsalesRefresh(control As IRibbonControl)
    XlsalesRefresh
End Sub

Public Sub OnXlsalesDoctor(control As IRibbonControl)
    XlsalesDoctor
End Sub

Public Sub OnXlsalesGoHome(control As IRibbonControl)
    XlsalesGoHome
End Sub

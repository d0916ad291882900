Attribute VB_Name = "XlsalesDesk"
Option Explicit
'What buttons, ribbon and functions stand on. What people read is no text of this
'module but comes from the sheet xlwings.conf, in the language of the workbook.

Private Const CONF As String = "xlwings.conf"
Private Const HELP As Long = 5
Private Const UDFS As String = "xlsales.excel.udfs"

'Python, once it was reached; and until when it is not tried again.
Private server As Object
Private pauseUntil As Date

'A button was pressed: ask what is to be asked, and leave the rest to Python.
Public Sub XlsalesPress(ByVal key As String, ByVal asks As String, ByVal command As String)
    Dim answer As Variant
    Dim alerts As Boolean
    answer = Said("ANSWER")
    If asks <> "" And answer = "" Then
        answer = Application.InputBox(Said("ASK " & UCase$(asks)), Said("TITLE"), XlsalesUsual(asks, Date), Type:=2)
        If VarType(answer) = vbBoolean Then Exit Sub
        If Trim$(answer) = "" Then Exit Sub
    End If
    alerts = Application.DisplayAlerts
    On Error GoTo failed
    'Else Excel interrupts work of more than a minute: it waits for an OLE action.
    Application.DisplayAlerts = False
    Application.StatusBar = Said("TITLE") & " ..."
    If RunPython("import xlsales.excel.press as p; p.press('" & key & "', " & XlsalesQuoted(answer) & ")") <> -1 Then
        Application.DisplayAlerts = alerts
        pauseUntil = 0
        If key = "refresh" Then ComputeAll
        Exit Sub
    End If
failed:
    Application.DisplayAlerts = alerts
    Application.StatusBar = False
    If answer <> "" And Said("ANSWER") = answer Then
        ThisWorkbook.Names("xlsales_said").RefersToRange.Value = "- " & Said("FAILED")
    Else
        Tell Said("FAILED") & vbLf & vbLf & command
    End If
End Sub

'Functions that were not given the revision are computed too. On a Mac there is no
'Python for them: they are left alone.
Private Sub ComputeAll()
    #If Not Mac Then
        Application.CalculateFull
    #End If
End Sub

'What Python answers in a cell; an error where it cannot be reached. It is looked
'for once: each time costs a dozen looks into the sheet of settings. When it has
'gone it is looked for again; when it is not there, not by a thousand cells in turn.
Public Function XlsalesAnswer(ByVal name As String, ByVal given As Variant, ByVal caller As Variant) As Variant
    Dim wasThere As Boolean
    wasThere = Not server Is Nothing
    If Not wasThere And Now < pauseUntil Then Err.Raise 1000, , "No Python"
    On Error GoTo failed
again:
    If server Is Nothing Then Set server = XLPy
    XlsalesAnswer = server.CallUDF(UDFS, name, Values(given), ThisWorkbook, caller)
    Exit Function
failed:
    If server Is Nothing Then pauseUntil = DateAdd("s", 20, Now)
    Set server = Nothing
    If wasThere Then
        wasThere = False
        Resume again
    End If
    Err.Raise 1000, , Err.Description
End Function

'What stands in the cells that a function is given. To ask a cell is nothing here,
'and a dozen questions for Python, which is another program.
Private Function Values(ByVal given As Variant) As Variant
    Dim found() As Variant
    Dim at As Long
    Values = given
    If UBound(given) < 0 Then Exit Function
    ReDim found(0 To UBound(given))
    For at = 0 To UBound(given)
        If IsObject(given(at)) Then
            found(at) = given(at).Value
        Else
            found(at) = given(at)
        End If
    Next at
    Values = found
End Function

'The month or quarter that is asked for most: the last one that is over.
Public Function XlsalesUsual(ByVal asks As String, ByVal today As Date) As String
    Dim one As Date
    If asks = "quarter" Then
        one = DateAdd("q", -1, today)
        XlsalesUsual = Year(one) & "-Q" & DatePart("q", one)
    Else
        one = DateAdd("m", -1, today)
        XlsalesUsual = Year(one) & "-" & Right$("0" & Month(one), 2)
    End If
End Function

'A text as Python writes it, every letter by its number: it can be nothing else.
Public Function XlsalesQuoted(ByVal typed As String) As String
    Dim at As Long
    Dim found As String
    For at = 1 To Len(typed)
        found = found & "\u" & Right$("000" & Hex$(AscW(Mid$(typed, at, 1)) And &HFFFF&), 4)
    Next at
    XlsalesQuoted = "'" & found & "'"
End Function

'One where macros run; elsewhere the cell that asks shows that they do not.
Public Function XlsalesReady(ByVal today As Variant) As Long
    XlsalesReady = 1
End Function

'The version of xlsales that dressed this workbook.
Public Function XlsalesVersion() As String
    XlsalesVersion = Said("VERSION")
End Function

Public Sub XlsalesGoHome()
    Dim home As Object
    Set home = ThisWorkbook.Worksheets(1)
    On Error Resume Next
    Set home = ThisWorkbook.Names("home_as_of").RefersToRange.Worksheet
    home.Activate
End Sub

'What is done when the workbook is opened; it leaves the workbook as saved as it was.
Public Sub XlsalesOpened()
    Dim wasSaved As Boolean
    On Error Resume Next
    wasSaved = ThisWorkbook.Saved
    LetMacrosWrite
    ExplainFunctions
    ThisWorkbook.Saved = wasSaved
End Sub

'What a function answers where Python cannot be reached: what its cell shows.
'The value itself cannot be asked for: Excel calls that a circular reference.
Public Function XlsalesLast(ByVal caller As Variant) As Variant
    Dim cells As Object
    Dim found() As Variant
    Dim row As Long
    Dim column As Long
    XlsalesLast = CVErr(xlErrNA)
    On Error Resume Next
    Set cells = caller
    If caller.HasSpill Then Set cells = caller.SpillingToRange
    If cells.Count = 1 Then
        XlsalesLast = Shown(cells)
        Exit Function
    End If
    ReDim found(1 To cells.Rows.Count, 1 To cells.Columns.Count)
    For row = 1 To cells.Rows.Count
        For column = 1 To cells.Columns.Count
            found(row, column) = Shown(cells.Cells(row, column))
        Next column
    Next row
    XlsalesLast = found
End Function

Private Function Shown(ByVal cell As Object) As Variant
    Shown = XlsalesMeant(cell.Text, InStr(LCase$(cell.NumberFormat), "d") > 0)
End Function

'The value that a cell shows as a text, in the form of a day or in any other.
Public Function XlsalesMeant(ByVal text As String, ByVal isDay As Boolean) As Variant
    Dim number As String
    number = text
    If Right$(text, 1) = "%" Then number = Left$(text, Len(text) - 1)
    If Left$(text, 2) = "##" Or text = "#N/A" Then
        XlsalesMeant = CVErr(xlErrNA)
    ElseIf text Like "####-##-##" Then
        XlsalesMeant = DateSerial(Left$(text, 4), Mid$(text, 6, 2), Right$(text, 2))
    ElseIf isDay And IsDate(text) Then
        XlsalesMeant = CDate(text)
    ElseIf text = "TRUE" Or text = "FALSE" Then
        XlsalesMeant = (text = "TRUE")
    ElseIf Left$(number, 1) = "0" And Len(number) > 1 And Mid$(number, 2, 1) Like "[0-9]" Then
        XlsalesMeant = text
    ElseIf IsNumeric(number) Then
        XlsalesMeant = CDbl(number)
        If number <> text Then XlsalesMeant = XlsalesMeant / 100
    Else
        XlsalesMeant = text
    End If
End Function

Private Sub LetMacrosWrite()
    Dim one As Object
    Dim locked As String
    locked = ";" & Said("PROTECTED") & ";"
    For Each one In ThisWorkbook.Worksheets
        If one.ProtectContents And InStr(locked, ";" & one.CodeName & ";") > 0 Then LetMacrosWriteOn one
    Next one
End Sub

Private Sub LetMacrosWriteOn(ByVal one As Object)
    With one.Protection
        one.Protect DrawingObjects:=one.ProtectDrawingObjects, Contents:=True, _
            Scenarios:=one.ProtectScenarios, UserInterfaceOnly:=True, _
            AllowFormattingCells:=.AllowFormattingCells, _
            AllowFormattingColumns:=.AllowFormattingColumns, _
            AllowFormattingRows:=.AllowFormattingRows, _
            AllowInsertingColumns:=.AllowInsertingColumns, _
            AllowInsertingRows:=.AllowInsertingRows, _
            AllowInsertingHyperlinks:=.AllowInsertingHyperlinks, _
            AllowDeletingColumns:=.AllowDeletingColumns, _
            AllowDeletingRows:=.AllowDeletingRows, _
            AllowSorting:=.AllowSorting, AllowFiltering:=.AllowFiltering, _
            AllowUsingPivotTables:=.AllowUsingPivotTables
    End With
End Sub

'The help of the function wizard: a row each, from the fifth column on: name,
'category, what it answers, what each argument is.
Private Sub ExplainFunctions()
    Dim sheet As Object
    Dim row As Long
    Set sheet = ThisWorkbook.Worksheets(CONF)
    row = 1
    Do While sheet.Cells(row, HELP).Value <> ""
        ExplainFunction sheet, row
        row = row + 1
    Loop
End Sub

Private Sub ExplainFunction(ByVal sheet As Object, ByVal row As Long)
    Dim about() As String
    Dim count As Long
    On Error Resume Next
    Do While sheet.Cells(row, HELP + 3 + count).Value <> ""
        ReDim Preserve about(0 To count)
        about(count) = sheet.Cells(row, HELP + 3 + count).Value
        count = count + 1
    Loop
    If count = 0 Then
        Application.MacroOptions Macro:=sheet.Cells(row, HELP).Value, _
            Category:=sheet.Cells(row, HELP + 1).Value, Description:=sheet.Cells(row, HELP + 2).Value
    Else
        Application.MacroOptions Macro:=sheet.Cells(row, HELP).Value, _
            Category:=sheet.Cells(row, HELP + 1).Value, Description:=sheet.Cells(row, HELP + 2).Value, _
            ArgumentDescriptions:=about
    End If
End Sub

'A text of the sheet xlwings.conf, by its key.
Private Function Said(ByVal key As String) As String
    Dim sheet As Object
    Dim row As Long
    Set sheet = ThisWorkbook.Worksheets(CONF)
    row = 1
    Do While sheet.Cells(row, 1).Value <> ""
        If sheet.Cells(row, 1).Value = "XLSALES " & key Then Said = sheet.Cells(row, 2).Value
        row = row + 1
    Loop
End Function

'A message box of Windows itself: that of VBA knows one alphabet only.
Private Sub Tell(ByVal text As String)
    #If Mac Then
        MsgBox text, vbExclamation, Said("TITLE")
    #Else
        CreateObject("WScript.Shell").Popup text, 0, Said("TITLE"), vbExclamation
    #End If
End Sub

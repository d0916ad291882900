Attribute VB_Name = "XlsalesFunctions"
Option Explicit
'One Function a worksheet function; without Python a cell stays as it is.

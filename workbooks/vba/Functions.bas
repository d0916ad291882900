Attribute VB_Name = "XlsalesFunctions"
Option Explicit
'One Function a worksheet function; without Python a cell keeps what it shows.

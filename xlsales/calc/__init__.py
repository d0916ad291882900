"""LibreOffice Calc: the second host of the functions and buttons there are."""

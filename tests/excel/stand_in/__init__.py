"""A stand-in of Excel for xlwings: it does what a program with open workbooks does.

xlwings speaks to a program through an engine. This one holds workbooks in memory
that it read from files, takes the texts it is given as Excel does (``'001`` is a
text, ``001`` a number), refuses what a protected sheet refuses, counts what it is
asked, and fails where a test says so. It computes nothing: a formula keeps the
value it had in the file. Written from the hooks that xlwings names for engines.
"""

from excel.stand_in.calls import Calls, Refused
from excel.stand_in.engine import Excel, excel

__all__ = ["Calls", "Excel", "Refused", "excel"]

"""The corpus: workbooks that hold everything a change must not lose.

``WORKBOOKS`` are those that are made anew, by XlsxWriter, openpyxl, LibreOffice
or by hand. ``SAVED_BY_EXCEL`` were saved by Excel itself and are fetched.
"""

from openxml.corpus import (
    around,
    by_libreoffice,
    by_openpyxl,
    dialects,
    drawn,
    extensions,
    formulas,
    our_own,
    pivots,
    saved_by_excel,
    sheets,
    tables,
)
from openxml.corpus.workbook import Workbook

WORKBOOKS: list[Workbook] = [
    *tables.MADE,
    *around.MADE,
    *sheets.MADE,
    *formulas.MADE,
    *drawn.MADE,
    *pivots.MADE,
    *extensions.MADE,
    *dialects.MADE,
    *by_openpyxl.MADE,
    *by_libreoffice.MADE,
    *our_own.MADE,
]
SAVED_BY_EXCEL: list[Workbook] = saved_by_excel.FETCHED

"""The corpus: workbooks that hold everything a change must not lose.

``WORKBOOKS`` are those that are made anew, by XlsxWriter, openpyxl, LibreOffice
or by hand. ``SAVED_BY_EXCEL`` were saved by Excel itself and are fetched.
"""

from openxml.corpus import (
    by_hand,
    by_libreoffice,
    by_openpyxl,
    dialects,
    drawn,
    our_own,
    saved_by_excel,
    tables,
)
from openxml.corpus.workbook import Workbook

WORKBOOKS: list[Workbook] = [
    *tables.MADE,
    *drawn.MADE,
    *by_hand.MADE,
    *dialects.MADE,
    *by_openpyxl.MADE,
    *by_libreoffice.MADE,
    *our_own.MADE,
]
SAVED_BY_EXCEL: list[Workbook] = saved_by_excel.FETCHED

"""Plain workbooks: cells as a person or another program would leave them."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import xlsxwriter


def plain_workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Return a workbook with these sheets and rows, and nothing else in it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for index, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(number, index, cell)
                    elif isinstance(cell, dt.date):
                        sheet.write_datetime(number, index, cell, day)
                    elif cell is not None:
                        sheet.write(number, index, cell)
    return target.getvalue()

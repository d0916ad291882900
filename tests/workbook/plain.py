"""Plain workbooks: cells as a person or another program would leave them."""

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.worksheet import Worksheet


class Formula(NamedTuple):
    """A formula, and the value that the file has for it; none has no value."""

    text: str
    value: str = ""


def plain_workbook(
    sheets: Mapping[str, Sequence[Sequence[object]]],
    change: Callable[[Mapping[str, Worksheet]], None] | None = None,
) -> bytes:
    """Return a workbook with these sheets and rows, and what ``change`` does to it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for index, cell in enumerate(row):
                    if isinstance(cell, Formula):
                        sheet.write_formula(number, index, cell.text, None, cell.value)
                    elif isinstance(cell, str):
                        sheet.write_string(number, index, cell)
                    elif isinstance(cell, dt.date):
                        sheet.write_datetime(number, index, cell, day)
                    elif cell is not None:
                        sheet.write(number, index, cell)
        if change:
            change({sheet.name: sheet for sheet in book.worksheets()})
    return target.getvalue()

"""Arranged: how a sheet of this version looks where its columns stand otherwise.

People move columns and add their own. What a new column needs (format, hint,
drop-down, signals) speaks of the others by their letters, so it is made on a
sheet on which all of them stand where that person has them.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from xlsales.language import Language, Text
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import R, Sheet
from xlsales.workbook.form import write_form
from xlsales.workbook.input_table import write_table
from xlsales.workbook.style import formats_of, new_workbook


@dataclass(frozen=True, kw_only=True)
class _Arranged(Sheet[R]):
    """A sheet with its columns in another order."""

    order: tuple[Column, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns from A on."""
        return self.order


def arranged(
    sheet: Sheet[Any], order: Sequence[Column | None], language: Language
) -> bytes:
    """Return a workbook of one empty sheet of input with titles in row 1.

    Args:
        sheet: which sheet.
        order: its columns from A on; None is a column of somebody else.
        language: of the titles.
    """
    columns = tuple(one or _somebodys(at) for at, one in enumerate(order))
    other: Sheet[Any] = _Arranged(
        key=sheet.key,
        record=sheet.record,
        title=sheet.title,
        area=sheet.area,
        purpose=sheet.purpose,
        order=columns,
    )
    target = io.BytesIO()
    book = new_workbook(target, "")
    worksheet = book.add_worksheet(sheet.title(language))
    write_table(worksheet, other, formats_of(book), (), language)
    book.close()
    return target.getvalue()


def plain_form(language: Language) -> bytes:
    """Return a workbook of 参数 alone, with what it starts with."""
    target = io.BytesIO()
    book = new_workbook(target, "")
    worksheet = book.add_worksheet(SETTINGS.title(language))
    write_form(worksheet, formats_of(book), {}, language)
    book.close()
    return target.getvalue()


def _somebodys(at: int) -> Column:
    title = f"#{at}"
    return Column(key=title, title=Text(title, title), kind=ColumnType.TEXT)

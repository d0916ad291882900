"""Signals: what a sheet of input shows by itself, before any check is run.

Native conditional formats, table-wide and cheap: the office computes them for
the cells in sight. A cell that must be filled in and is not, a key that stands
twice, a row that is void or out of use, a release, a refusal. The word is in
the cell; the colour only repeats it.

A key of several columns is left to the check: to find a pair twice the office
would compare every row with every other one.
"""

from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language
from xlsales.sheets.columns import Choice, Column, ColumnType
from xlsales.sheets.deliveries import DeliveryException
from xlsales.sheets.orders import OrderStatus
from xlsales.sheets.receivables import PaperState, ReceiptState
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.staff import Status
from xlsales.workbook.style import (
    ERROR,
    ERROR_FILL,
    GREY,
    OK,
    OK_FILL,
    WARNING,
    WARNING_FILL,
    WHOLE_FORMAT,
    Formats,
)

_GREYED: frozenset[Choice] = frozenset({OrderStatus.VOID, Status.STOPPED})
_GOOD: frozenset[Choice] = frozenset({OrderStatus.RELEASED, ReceiptState.CLEARED})
_BAD: frozenset[Choice] = frozenset({ReceiptState.BOUNCED, ReceiptState.DISHONOURED})
_DOUBTFUL: frozenset[Choice] = frozenset({PaperState.WAITING, *DeliveryException})


def add_signals(
    worksheet: Worksheet,
    sheet: Sheet[Any],
    formats: Formats,
    last_row: int,
    language: Language,
) -> None:
    """Give a sheet of input its conditional formats, down to a row."""
    signals = _Signals(worksheet, sheet, formats, last_row)
    signals.missing()
    signals.twice()
    for column in sheet.columns:
        for one in column.choices or ():
            signals.said(column, one, language)
        signals.whole_number(column)


class _Signals:
    """The conditional formats of one sheet."""

    def __init__(
        self,
        worksheet: Worksheet,
        sheet: Sheet[Any],
        formats: Formats,
        last_row: int,
    ) -> None:
        self.worksheet = worksheet
        self.sheet = sheet
        self.formats = formats
        self.last_row = last_row

    def missing(self) -> None:
        """A row has begun, and a cell that must be filled in is empty."""
        columns = self.sheet.columns
        begun = self._letter(next((c for c in columns if c.is_key), columns[0]))
        wanted = [c for c in columns if c.required and self._letter(c) != begun]
        if not wanted:
            return
        first = self._letter(wanted[0])
        fill = self.formats.changes(bg_color=WARNING_FILL)
        areas = " ".join(self._area(column) for column in wanted)
        # The address is of the first area; the office moves it along with the rest.
        formula = f'=AND(${begun}2<>"",{first}2="")'
        self._add(wanted[0], formula, fill, multi_range=areas)

    def twice(self) -> None:
        """A key stands in two rows."""
        keys = [column for column in self.sheet.columns if column.is_key]
        if len(keys) == 1:
            loud = self.formats.changes(font_color=ERROR, bg_color=ERROR_FILL)
            at = self.sheet.columns.index(keys[0])
            rule = {"type": "duplicate", "format": loud}
            self.worksheet.conditional_format(1, at, self.last_row, at, rule)

    def said(self, column: Column, one: Choice, language: Language) -> None:
        """A choice that the whole row, or its own cell, should show."""
        test = f'=${self._letter(column)}2="{one.label(language)}"'
        if one in _GREYED:
            quiet = self.formats.changes(font_color=GREY, italic=True)
            columns = len(self.sheet.columns)
            area = xl_range(1, 0, self.last_row, columns - 1)
            self._add(self.sheet.columns[0], test, quiet, multi_range=area)
        for choices, ink, fill in (
            (_GOOD, OK, OK_FILL),
            (_BAD, ERROR, ERROR_FILL),
            (_DOUBTFUL, WARNING, WARNING_FILL),
        ):
            if one in choices:
                look = self.formats.changes(font_color=ink, bg_color=fill)
                self._add(column, test, look)

    def whole_number(self, column: Column) -> None:
        """A whole number is shown without the point that its format would leave."""
        if column.kind in {ColumnType.QUANTITY, ColumnType.NUMBER}:
            letter = self._letter(column)
            look = self.formats.changes(num_format=WHOLE_FORMAT)
            self._add(column, f"={letter}2=INT({letter}2)", look)

    def _add(self, column: Column, test: str, look: object, **more: Any) -> None:  # noqa: ANN401
        at = self.sheet.columns.index(column)
        rule = {"type": "formula", "criteria": test, "format": look, **more}
        self.worksheet.conditional_format(1, at, self.last_row, at, rule)

    def _area(self, column: Column) -> str:
        at = self.sheet.columns.index(column)
        return str(xl_range(1, at, self.last_row, at))

    def _letter(self, column: Column) -> str:
        return str(xl_col_to_name(self.sheet.columns.index(column)))

"""Cells of a report's table: each kind of value in its format."""

import datetime as dt
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from xlsales.reports.columns import NUMBER_FORMATS, Kind, Value
from xlsales.reports.shown import UNDEFINED
from xlsales.workbook.style import ACCENT_LIGHT, ERROR, GREY_LINE, OK, Formats

_ALIGNED: dict[Kind, str] = {
    "words": "left",
    "mark": "center",
    "number": "center",
    "date": "center",
    "days": "center",
}


class Cells:
    """Writes values of one kind; each format is looked up once."""

    def __init__(
        self, sheet: Worksheet, formats: Formats, kind: Kind, number_format: str = ""
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._kind = kind
        self._number_format = number_format or NUMBER_FORMATS[kind]
        self._made: dict[tuple[int, bool], Format] = {}

    def write(
        self, row: int, column: int, value: Value, *, is_total: bool = False
    ) -> None:
        """Write a value; one that is not defined is a dash, not an empty cell.

        An empty text is no cell with a text: other programs would not save one.
        """
        cell = self._format(self._sign(value), is_total=is_total)
        match value:
            case "":
                self._sheet.write_blank(row, column, None, cell)
            case str():
                self._sheet.write_string(row, column, value, cell)
            case Decimal() | int():
                self._sheet.write_number(row, column, value, cell)
            case dt.date():
                self._sheet.write_datetime(row, column, value, cell)
            case None if self._stays_blank(is_total=is_total):
                self._sheet.write_blank(row, column, None, cell)
            case None:
                self._sheet.write_string(row, column, UNDEFINED, cell)

    def _format(self, sign: int, *, is_total: bool) -> Format:
        if (found := self._made.get((sign, is_total))) is None:
            found = self._formats.get(**self._facts(sign, is_total=is_total))
            self._made[sign, is_total] = found
        return found

    def _facts(self, sign: int, *, is_total: bool) -> dict[str, object]:
        """Growth has a colour by its sign, beside the arrow."""
        facts: dict[str, object] = {
            "align": _ALIGNED.get(self._kind, "right"),
            "bottom": 1,
            "bottom_color": GREY_LINE,
            "num_format": self._number_format,
        }
        if sign:
            facts["font_color"] = OK if sign > 0 else ERROR
        if is_total:
            facts |= {"bold": True, "bg_color": ACCENT_LIGHT}
        return facts

    def _sign(self, value: Value) -> int:
        if self._kind != "growth" or not isinstance(value, Decimal):
            return 0
        return (value > 0) - (value < 0)

    def _stays_blank(self, *, is_total: bool) -> bool:
        return self._kind == "words" or (is_total and self._kind != "growth")

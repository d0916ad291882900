"""The look of every workbook: colours, fonts and widths, decided here once."""

import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.sheet import Area

FONT = "等线"
FONT_SIZE = 10
ACCENT = "#0F6B6B"
ACCENT_LIGHT = "#E3F0EF"
INK = "#1F2A2E"
GREY = "#7A868A"
GREY_LINE = "#D5DBDD"
GREY_FILL = "#F2F4F4"
LAST_YEAR = "#B4BEC1"
WHITE = "#FFFFFF"
ERROR, ERROR_FILL = "#C0392B", "#FBE9E7"
WARNING, WARNING_FILL = "#B7791F", "#FFF6DD"
OK, OK_FILL = "#2E7D4F", "#E8F5EC"

MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
AREA_COLOURS = {
    Area.HOME: ACCENT,
    Area.MASTER: "#5B7C99",
    Area.SALES: "#3E8E7E",
    Area.MONEY: "#8A6D3B",
    Area.RESULTS: "#8E5A74",
}

HEADER_HEIGHT = 32
TABLE_STYLE = "Table Style Light 1"
MONEY_FORMAT = "#,##0.00;[Red]-#,##0.00"
WHOLE_FORMAT = "#,##0"
"""Of quantities that are whole: their own format would leave a point, as in 12."""
NUMBER_FORMATS = {
    ColumnType.MONEY: MONEY_FORMAT,
    ColumnType.PRICE: "#,##0.00##",
    ColumnType.QUANTITY: "#,##0.####",
    ColumnType.NUMBER: "#,##0.####",
    ColumnType.INTEGER: "0",
    ColumnType.RATE: "0.0###%",
    ColumnType.DISCOUNT: "0.0###%",
    ColumnType.DATE: "yyyy-mm-dd",
}
_WIDTHS = {
    ColumnType.MONEY: 13,
    ColumnType.PRICE: 10,
    ColumnType.QUANTITY: 10,
    ColumnType.NUMBER: 13,
    ColumnType.INTEGER: 7,
    ColumnType.RATE: 8,
    ColumnType.DISCOUNT: 8,
    ColumnType.DATE: 11,
    ColumnType.BOOL: 7,
    ColumnType.CHOICE: 10,
    ColumnType.OPTION: 10,
    ColumnType.CURRENCY: 8,
    ColumnType.CODE: 11,
    ColumnType.REF: 10,
}
_CENTRED = {ColumnType.DATE, ColumnType.INTEGER}
_NARROWEST, _WIDEST = 6, 42
_BUTTON, _PADDING = 4, 2  # the filter's button; the indent


def formats_of(book: xlsxwriter.Workbook) -> "Formats":
    """Return the formats of a workbook; each is made once."""
    return Formats(book)


class Formats:
    """The named cell formats of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **facts: object) -> Format:
        """Return a format of the house font with these properties."""
        given = {"font_name": FONT, "font_size": FONT_SIZE, "valign": "vcenter"}
        properties = tuple(sorted({**given, "font_color": INK, **facts}.items()))
        if properties not in self._made:
            self._made[properties] = self._book.add_format(dict(properties))
        return self._made[properties]

    def changes(self, **facts: object) -> Format:
        """Return what a conditional format changes, and nothing else."""
        properties = tuple(sorted({"": "changes", **facts}.items()))
        if properties not in self._made:
            self._made[properties] = self._book.add_format(facts)
        return self._made[properties]

    def header(self, *, required: bool = False) -> Format:
        """Return the format of a header cell; a required one is underlined."""
        return self.get(
            bold=True,
            font_color=WHITE,
            bg_color=ACCENT,
            text_wrap=True,
            align="center",
            border=1,
            border_color=ACCENT_LIGHT,
            underline=1 if required else 0,
        )

    def cell(self, column: Column) -> Format:
        """Return the format of an input cell of a column."""
        facts: dict[str, object] = {"bold": column.is_key}
        facts["num_format"] = NUMBER_FORMATS.get(column.kind, "@")
        if column.kind in NUMBER_FORMATS:
            facts["align"] = "center" if column.kind in _CENTRED else "right"
        else:
            facts.update(align="left", indent=1)
        return self.get(**facts)


def width_of(column: Column, title: str, longest: int = 0) -> float:
    """Return a column's width: of its type, its title, its longest value."""
    least = _WIDTHS.get(column.kind, 12)
    wanted = max(least, title_width(title) + _BUTTON, longest + _PADDING)
    return max(_NARROWEST, min(wanted, _WIDEST))


def title_width(title: str) -> int:
    """Return the width a title needs that may stand on two lines."""
    words = title.split()
    breaks = range(1, max(len(words), 2))
    return min(
        max(display_width(" ".join(line)) for line in (words[:at], words[at:]))
        for at in breaks
    )


def display_width(text: str) -> int:
    """Return the width of a text in Latin letters; a Chinese one counts double."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def new_workbook(target: object, title: str) -> xlsxwriter.Workbook:
    """Return an empty workbook that has the same bytes for the same content."""
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.worksheet_class = _Worksheet
    book.set_properties({"title": title, "author": "xlsales", "created": MADE})
    book.set_size(2400, 1400)
    return book


class _Worksheet(Worksheet):  # type: ignore[misc]
    """A worksheet that remembers what a formula is in the file.

    xlsxwriter looks in every formula and rule for more than a hundred names of
    newer functions; the same ones stand in many sheets, and that was half of the
    time a new workbook took.
    """

    def _prepare_formula(
        self,
        formula: str,
        expand_future_functions: bool = False,  # noqa: FBT001, FBT002 - its signature
    ) -> str:
        return _in_file(formula, expand_future_functions)


_PLAIN = Worksheet()


@lru_cache(maxsize=5_000)
def _in_file(formula: str, newer: bool) -> str:  # noqa: FBT001
    return str(_PLAIN._prepare_formula(formula, newer))  # noqa: SLF001

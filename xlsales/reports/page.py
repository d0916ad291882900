"""Page: a sheet of the report on paper, and what every sheet has in common."""

import math
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.ledger.sales import Basis
from xlsales.reports.figures import Statistics
from xlsales.reports.shown import period_name
from xlsales.sheets.sheet import Area
from xlsales.workbook.style import (
    ACCENT,
    AREA_COLOURS,
    GREY,
    Formats,
    display_width,
)

_A4 = 9
_TITLE_HEIGHT = 27
_LINE_HEIGHT = 15
_LONGEST_NAME = 31
_MAY = dict.fromkeys(
    (
        "autofilter",
        "format_cells",
        "format_columns",
        "format_rows",
        "objects",
        "sort",
    ),
    True,
)
"""What may be done on a sheet that takes no input; there is no password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The workbook under way: sheets that print, each with a head."""

    book: xlsxwriter.Workbook
    formats: Formats
    firm: str
    language: Language

    def add_sheet(self, title: str, *, wide: bool = True) -> Worksheet:
        """Add a sheet that only shows; it prints on A4, fit to the width."""
        sheet = self.book.add_worksheet(title[:_LONGEST_NAME])
        sheet.hide_gridlines(2)
        sheet.set_tab_color(AREA_COLOURS[Area.RESULTS])
        sheet.set_paper(_A4)
        if wide:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        firm = self.firm.replace("&", "&&")
        sheet.set_header(f"&L&9{firm}&R&9&A")
        sheet.set_footer(f"&C&9{say('words', 'page_footer', self.language)}")
        sheet.protect("", _MAY)
        return sheet

    def write_head(self, sheet: Worksheet, title: str, *lines: str) -> int:
        """Write the title and the lines under it; return the row after them."""
        large = self.formats.get(font_size=16, bold=True, font_color=ACCENT)
        small = self.formats.get(font_color=GREY)
        sheet.set_row(0, _TITLE_HEIGHT)
        sheet.write_string(0, 0, title, large)
        for row, line in enumerate(lines, start=1):
            sheet.set_row(row, _LINE_HEIGHT)
            sheet.write_string(row, 0, line, small)
        return len(lines) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Paper):
    """A workbook of statistics, and what its sheets are told from."""

    stats: Statistics

    def head_line(self) -> str:
        """Return which days, as of when, and what counts as a sale."""
        now = self.stats.windows.now
        return say(
            "report",
            "head",
            self.language,
            first=now.period.start,
            last=now.period.end,
            as_of=self.stats.as_of,
            basis=self._basis(),
        )

    def title(self) -> str:
        """Return the name of the report."""
        return say("report", "title", self.language, period=self.period())

    def period(self) -> str:
        """Return the period's name."""
        return period_name(self.stats, self.language)

    def _basis(self) -> str:
        if self.stats.basis is Basis.ORDER:
            return say("report", "basis_order", self.language)
        day = self.stats.delivery_basis.label(self.language).lower()
        return say("report", "basis_delivery", self.language, day=day)


def lines_needed(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of that width."""
    return max(1, math.ceil(display_width(text) * 1.05 / width))

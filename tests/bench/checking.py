"""Checking: the order lines of a master, against a pydantic model of a line.

Both start from the cells as calamine gives them, both have the other sheets
ready, and both must find the same faults in the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import pydantic_line
from bench.books import AS_OF, workbook_with
from bench.faults import faulty_workbook
from bench.measure import Job, Measure, Race
from bench.pydantic_line import RULES, Found, Known
from bench.reading import LINES, bare
from xlsales.checks import CHECKS
from xlsales.checks.look import Look
from xlsales.language import Text
from xlsales.memory import collector_paused
from xlsales.sheets.book import Book
from xlsales.sheets.facts import SheetFacts
from xlsales.sheets.orders import ORDER_LINES
from xlsales.sheets.sheet import R, Sheet
from xlsales.sheets.table import Table
from xlsales.workbook.read import read_book
from xlsales.workbook.read_sheet import read_sheet

_CHECKS = [check for check in CHECKS if check.code in RULES]
_BY_CODE = ("orders", "products", "customers", "staff")


@dataclass(frozen=True, kw_only=True)
class LinesBook(Book):
    """A book whose checks see one sheet; the others stand behind it."""

    behind: Mapping[str, Table[Any]] = field(default_factory=dict)

    def __getitem__(self, sheet: Sheet[R]) -> Table[R]:
        """Return the sheet that is checked, or one behind it."""
        found = self.tables.get(sheet.key)
        return self.behind[sheet.key] if found is None else found


def checking(lines: int, _folder: Path) -> Race:
    """Check the lines of a master in which little is wrong."""
    return race(workbook_with(lines), lines)


def planted(lines: int) -> Race:
    """Check the lines of a master with every fault that a rule looks for."""
    return race(faulty_workbook(lines), lines)


def race(content: bytes, lines: int) -> Race:
    """Type and check the lines, ours column by column, pydantic row by row."""
    book = read_book(content, "bench.xlsx")
    grid = bare(content)[ORDER_LINES.title.zh]
    look = Look(book, AS_OF)
    known = Known(look)
    for table in book.tables.values():
        _ = table.records, table.known  # ready, as what the peer knows is

    def theirs() -> Found:
        with collector_paused():
            return pydantic_line.check(grid, known)

    return Race(
        ours=lambda: ours(grid, look), peer=theirs, agree=same_faults, count=lines
    )


def ours(grid: list[list[Any]], known: Look) -> Found:
    """Type the sheet and check it; return which row breaks which rule."""
    with collector_paused():
        table = read_sheet(grid, ORDER_LINES, ORDER_LINES.title.zh, SheetFacts())
        book = LinesBook(tables={ORDER_LINES.key: table}, behind=known.book.tables)
        look = Look(book, AS_OF)
        vars(book).update({key: getattr(known.book, key) for key in _BY_CODE})
        look.price_list, look.shipped = known.price_list, known.shipped
        return {
            (found.place.row, check.code)
            for check in _CHECKS
            for found in check.find(look)
        }


def same_faults(ours: Found, theirs: Found) -> None:
    """Compare what was found."""
    assert ours == theirs, sorted(ours ^ theirs)


CHECKING = Job(
    title=Text("校验订单明细", "Check order lines"),
    peer=Text("pydantic v2 逐行", "pydantic v2, row by row"),
    unit=LINES,
    sizes=(1_000, 10_000, 100_000),
    quick=30,
    measure=Measure.SPEED,
    target=2,
    prepare=checking,
    linear=True,
)

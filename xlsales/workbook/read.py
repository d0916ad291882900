"""Read a master: calamine gives what was typed, nothing is lost.

Sheets are found by title in either language. What calamine cannot see (see
``scan``) is looked for first and goes with the tables.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import local
from typing import Any, NamedTuple

import python_calamine

from xlsales.errors import CannotRead, NotAMaster, TooNew, TooOld
from xlsales.language import LANGUAGES, Text, say, text
from xlsales.memory import collector_paused
from xlsales.openxml.parts import TooLarge
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book
from xlsales.sheets.facts import SheetFacts
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.titles import titles_by_key
from xlsales.workbook.read_sheet import Grid, read_sheet
from xlsales.workbook.scan import scan
from xlsales.workbook.scan_rows import LARGE
from xlsales.workbook.schema import SCHEMA, schema_of

_SIDE_BY_SIDE = 2
_KNOWN_ERRORS = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA",
}  # fmt: skip


def read_book(content: bytes, name: str) -> Book:
    """Read a workbook.

    Args:
        content: the file's bytes.
        name: the file's name, for messages.

    Raises:
        CannotRead: the bytes are no workbook, or one that no memory holds.
        NotAMaster: none of its sheets is one of a master.
        TooOld, TooNew: a master made by another version, of another shape.
    """
    try:
        with collector_paused():
            return _read(content, name)
    except TooLarge as error:
        raise CannotRead(name=name, reason=text("reasons", "too_large")) from error
    except (python_calamine.CalamineError, OSError) as error:
        raise CannotRead(name=name, reason=text("reasons", "not_a_workbook")) from error


def _read(content: bytes, name: str) -> Book:
    source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    _refuse_other_schema(content, name)
    facts = scan(content)
    _refuse_far_cells(facts, name)

    def seen(titles: list[str]) -> Iterator[Seen]:
        for title, grid in _grids(content, titles):
            yield Seen(title, grid, facts.get(title, SheetFacts()))

    try:
        return book_of_sheets(name, source.sheet_names, seen)
    except python_calamine.CalamineError as error:
        raise _unknown_error(facts, name) or error from error


class Seen(NamedTuple):
    """What stands on a sheet: its title, its cells from A1 on, what they hide."""

    title: str
    grid: Grid
    facts: SheetFacts


def book_of_sheets(
    name: str, titles: Sequence[str], look: Callable[[list[str]], Iterable[Seen]]
) -> Book:
    """Return the book that sheets make up, whichever program holds them.

    Args:
        name: of the workbook, for messages.
        titles: of all its sheets.
        look: returns what stands on the sheets of these titles, in their order.

    Raises:
        NotAMaster: none of the sheets is one of a master.
    """
    sheets = _sheets_in(titles)
    if not sheets:
        raise NotAMaster(name=name, sheets=tuple(titles))
    tables = {}
    for title, grid, facts in look(list(sheets)):
        sheet, also = sheets[title]
        table = read_sheet(grid, sheet, title, facts)
        tables[sheet.key] = replace(table, also=also)
    return Book(name=name, tables=tables)


def _unknown_error(facts: Mapping[str, SheetFacts], name: str) -> CannotRead | None:
    """Return the refusal of an error value that calamine does not know, if any."""
    for title, found in facts.items():
        for cell, said in found.errors:
            if said not in _KNOWN_ERRORS:
                place = f"{title}!{cell}"
                return _refused(name, "unknown_error", place=place, error=said)
    return None


def _refuse_other_schema(content: bytes, name: str) -> None:
    """Refuse a master of an older or newer shape; a file without a number is read."""
    found = schema_of(content)
    if found is not None and found != SCHEMA:
        refusal = TooOld if found < SCHEMA else TooNew
        raise refusal(name=name, found=found, wanted=SCHEMA)


def _refuse_far_cells(facts: Mapping[str, SheetFacts], name: str) -> None:
    """Refuse a sheet with a cell so far out that no memory holds what lies between.

    Calamine makes room for the whole rectangle, and where it cannot, it ends the
    process.
    """
    for title, found in facts.items():
        if found.cells > LARGE:
            raise _refused(name, "far_cells", sheet=title, cells=found.corners)


def _refused(name: str, why: str, **said: object) -> CannotRead:
    reason = Text(*(say("reasons", why, one, **said) for one in LANGUAGES))
    return CannotRead(name=name, reason=reason)


def _sheets_in(titles: Sequence[str]) -> dict[str, tuple[Sheet[Any], tuple[str, ...]]]:
    """Return our sheets by their titles, each with others that are named as it is."""
    by_key = titles_by_key(titles)
    return {
        by_key[sheet.key][0]: (sheet, by_key[sheet.key][1:])
        for sheet in INPUT_SHEETS
        if sheet.key in by_key
    }


def _grids(content: bytes, titles: list[str]) -> Iterator[tuple[str, Grid]]:
    """Yield the cells of sheets, in order, while the next ones are being read.

    Calamine lets go of the interpreter while it unpacks a sheet, so that on two
    cores it reads one while the one before is typed. A workbook of its own in
    each thread, for calamine lends a workbook to one at a time.
    """
    mine = local()

    def grid(title: str) -> Grid:
        if not hasattr(mine, "source"):
            mine.source = python_calamine.CalamineWorkbook.from_filelike(
                io.BytesIO(content)
            )
        sheet = mine.source.get_sheet_by_name(title)
        found: Grid = sheet.to_python(skip_empty_area=False)
        return found

    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        yield from zip(titles, pool.map(grid, titles), strict=True)

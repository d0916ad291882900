"""InMemory: a workbook of plain grids, for tests of what a job does with one.

What was done to it is kept in plain attributes, to be looked at.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import python_calamine

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.sheets.addresses import column_and_row
from xlsales.sheets.book import Book
from xlsales.sheets.facts import SheetFacts
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.entries import Entries, added, blocks, changed
from xlsales.workbook.findings_table import finding
from xlsales.workbook.port import (
    NOTHING_SELECTED,
    Mark,
    Marks,
    MarksOf,
    Placed,
    Selection,
    Value,
)
from xlsales.workbook.read import Seen, book_of_sheets
from xlsales.workbook.values import Cell


@dataclass
class InMemory:
    """A workbook that is nothing but what a test gives.

    Attributes:
        grids: the cells of its sheets from A1 on, by title.
        name: its name, for messages.
        names: the values of the cells that have a name.
        selection: what the person has selected.
        facts: what sheets hold that their cells do not show, by title.
        noted: cells that have somebody's note, such as ``订单!A2``.
        marks: the marks there are, by title and address.
        findings: the rows of 校验结果.
        reports: the sheets of reports that were put in.
        shown: the files that were shown.
        said: what was said of the progress, in order.
        alerts: what was said and waited for.
        saved: how often it was saved.
    """

    grids: Mapping[str, list[list[object]]]
    name: str = "master.xlsx"
    names: dict[str, Value] = field(default_factory=dict)
    selection: Selection = NOTHING_SELECTED
    facts: Mapping[str, SheetFacts] = field(default_factory=dict)
    noted: Sequence[str] = ()
    marks: dict[str, dict[str, Mark]] = field(default_factory=dict)
    findings: list[tuple[str, ...]] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    saved: int = 0

    def book(self) -> Book:
        """Return what stands in its sheets now."""
        return book_of_sheets(self.name, list(self.grids), self._seen)

    def _seen(self, titles: list[str]) -> Iterator[Seen]:
        for title in titles:
            grid = [list(row) for row in self.grids[title]]
            yield Seen(title, grid, self.facts.get(title, SheetFacts()))

    def read_name(self, name: str) -> Value:
        """Return the value of the cell that has a name; None: no such name."""
        return self.names.get(name)

    def write_name(self, name: str, value: Value) -> None:
        """Put a value into the cell that has a name; without one, do nothing."""
        if name in self.names:
            self.names[name] = value

    def mark(self, marks: MarksOf) -> Marks:
        """Put marks on cells in the place of all marks there were."""
        taken_off = sum(map(len, self.marks.values()))
        self.marks = {
            title: dict(cells) for title, cells in marks.items() if title in self.grids
        }
        marked = [f"{title}!{cell}" for title in self.marks for cell in marks[title]]
        without = [place for place in marked if place in self.noted]
        return Marks(len(marked), taken_off, without)

    def list_findings(
        self, checked: Checked | None, language: Language
    ) -> Sequence[Edit]:
        """Put what a check found on 校验结果; without a check, empty it."""
        problems = checked.problems if checked else ()
        self.findings = [finding(one, language) for one in problems]
        return ()

    def put_sheets(self, report: bytes, prefix: str) -> Placed:
        """Put the sheets of a report in, in the place of those put in before."""
        source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(report))
        titles = [f"{prefix}{one}" for one in source.sheet_names]
        self.reports = list(dict.fromkeys([*self.reports, *titles]))
        return Placed(titles, ())

    def enter(self, book: Book, entries: Entries) -> None:
        """Add rows below those of the input sheets, and change cells."""
        for title, cells in changed(book, entries).items():
            for cell, value in cells.items():
                self._put(title, cell, [[value]])
        for new in added(book, entries):
            for block in blocks(new):
                self._put(new.table.name, block.first, block.rows)

    def _put(self, title: str, first: str, rows: Sequence[Sequence[Cell]]) -> None:
        grid = self.grids[title]
        left, top = column_and_row(first)
        for number, row in enumerate(rows, start=top):
            grid += [[""] * len(grid[0]) for _ in range(number - len(grid))]
            for at, value in enumerate(row, start=left - 1):
                grid[number - 1][at] = _held(value)

    def show(self, path: Path) -> None:
        """Keep which file was shown."""
        self.shown.append(path)

    def selected(self) -> Selection:
        """Return what the person has selected."""
        return self.selection

    def progress(self, said: str) -> None:
        """Keep what is said."""
        self.said.append(said)

    def alert(self, said: str) -> None:
        """Keep what is said."""
        self.alerts.append(said)

    def save(self) -> None:
        """Count it."""
        self.saved += 1


def _held(value: Cell) -> object:
    """Return a value as a program that holds a workbook open has it."""
    if value is None:
        return ""
    return float(value) if isinstance(value, int | Decimal) else value

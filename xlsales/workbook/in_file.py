"""InFile: a workbook as a file nobody has open: read by calamine, patched.

Nothing is written before ``save``: a run that ends before it leaves the file as
it was.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.patch.contents import value_at
from xlsales.patch.names import names_of
from xlsales.patch.patch import Patch
from xlsales.sheets.addresses import title_and_cell
from xlsales.sheets.book import Book
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.entries import Added, Entries, added, blocks, changed
from xlsales.workbook.marking import put_marks
from xlsales.workbook.port import (
    NOTHING_SELECTED,
    Marks,
    MarksOf,
    Placed,
    Selection,
    Value,
)
from xlsales.workbook.read import read_book
from xlsales.workbook.results_into import open_patch, put_findings, put_report
from xlsales.workbook.written import Written, read_written, write_written

T = TypeVar("T")


def _nothing(_: object) -> None:
    """Keep nothing and say nothing."""


class InFile:
    """A workbook in the bytes of a file.

    Args:
        content: the bytes of an .xlsx or .xlsm.
        name: the file's name, for messages.
        keep: puts the bytes on disk.
        say: tells the person something.
    """

    def __init__(
        self,
        content: bytes,
        name: str,
        keep: Callable[[bytes], object] = _nothing,
        say: Callable[[str], object] = _nothing,
    ) -> None:
        self._as_read, self._name, self._keep, self._say = content, name, keep, say
        self._patch: Patch | None = None
        self._book: Book | None = None

    @property
    def name(self) -> str:
        """Its name, for messages."""
        return self._name

    @property
    def content(self) -> bytes:
        """The workbook as it is now."""
        return self._patch.to_bytes() if self._patch else self._as_read

    def book(self) -> Book:
        """Return what stands in its sheets now."""
        if self._book is None:
            self._book = read_book(self.content, self._name)
        return self._book

    def read_name(self, name: str) -> Value:
        """Return the value of the cell that has a name; None: no such name."""
        title, cell = self._place(name)
        return value_at(self._opened(), title, cell) if title else None

    def write_name(self, name: str, value: Value) -> None:
        """Put a value into the cell that has a name; without one, do nothing."""
        title, cell = self._place(name)
        if title:
            self._opened().set_cells(title, {cell: value})
            self._book = None

    def mark(self, marks: MarksOf) -> Marks:
        """Put marks on cells in the place of all marks there were."""
        written = read_written(self._opened())
        done = put_marks(self._opened(), marks, written.shades)
        return self._remember(written, done)

    def list_findings(self, checked: Checked | None, language: Language) -> list[Edit]:
        """Put what a check found on 校验结果, with links; without a check, empty it."""
        book = checked.book if checked else self.book()
        firm = book.settings.name or ""
        written = read_written(self._opened())
        edits = put_findings(self._opened(), checked, written, firm, language)
        return self._remember(written, edits)

    def put_sheets(self, report: bytes, prefix: str) -> Placed:
        """Put the sheets of a report in, in the place of those put in before."""
        written = read_written(self._opened())
        placed = put_report(self._opened(), report, prefix, written)
        return self._remember(written, placed)

    def enter(self, book: Book, entries: Entries) -> None:
        """Add rows below those of the input sheets, and change cells."""
        for title, cells in changed(book, entries).items():
            self._opened().set_cells(title, cells)
        for one in added(book, entries):
            self._add(one)
        self._book = None

    def _add(self, new: Added) -> None:
        """Add rows to the table of a sheet, or below its last row without one."""
        sheet, patch = new.table.sheet, self._opened()
        for table in patch.tables(new.table.name):
            titles = {sheet.key_of(title): title for title in table.titles}
            if all(key in titles for key in new.columns):
                columns = [titles[key] for key in new.columns]
                patch.append_rows(table.name, columns, new.rows)
                return
        for block in blocks(new):
            patch.write(new.table.name, block.first, block.rows)

    def show(self, path: Path) -> None:
        """Show nothing: nobody is there."""

    def selected(self) -> Selection:
        """Return no rows: nobody has the file open."""
        return NOTHING_SELECTED

    def progress(self, said: str) -> None:
        """Say nothing: what a command says of its progress, it says itself."""

    def alert(self, said: str) -> None:
        """Say it."""
        self._say(said)

    def save(self) -> None:
        """Hand the bytes to whoever keeps them."""
        self._keep(self.content)

    def _opened(self) -> Patch:
        if self._patch is None:
            self._patch = open_patch(self._as_read, self._name)
        return self._patch

    def _place(self, name: str) -> tuple[str, str]:
        """Return the sheet and the cell that a name stands for; "" for none."""
        for one in names_of(self._opened()):
            if one.name.casefold() == name.casefold():
                title, cell = title_and_cell(one.refers_to)
                return (title, cell) if title in self._opened().parts else ("", "")
        return "", ""

    def _remember(self, written: Written, done: T) -> T:
        write_written(self._opened(), written)
        return done

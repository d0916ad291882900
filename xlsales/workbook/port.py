"""The port: what a job needs of an open workbook, whoever holds it open.

A button, a menu entry and a command do the same because they do it through
this. It says what is wanted, not how: a file is patched, a spreadsheet program
is asked for whole ranges. Adapters: ``in_file`` (calamine reads, the patch
writes), ``in_memory`` (tests), and one for each spreadsheet program.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.sheets.book import Book
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.entries import Entries

Value = str | float | bool | None
REVISION = "xlsales_revision"
"""The name of the cell that every button changes when it is done: worksheet
functions that look into the sheets take it as an argument."""


class Mark(NamedTuple):
    """What a marked cell shows.

    Attributes:
        colour: its fill, such as ``FAD8D0``.
        note: what its note says.
    """

    colour: str
    note: str


MarksOf = Mapping[str, Mapping[str, Mark]]
"""Marks by the title of the sheet and the address of the cell."""


class Marks(NamedTuple):
    """What became of the marks of a workbook.

    Attributes:
        cells: how many cells are marked now.
        taken_off: how many were marked before.
        without_note: those that have somebody's note already, and the fill alone.
        left_out: those that could not be marked, such as ``订单!A2``.
    """

    cells: int = 0
    taken_off: int = 0
    without_note: Sequence[str] = ()
    left_out: Sequence[str] = ()


class Placed(NamedTuple):
    """Sheets of results that were put into a workbook.

    Attributes:
        titles: what they are called now.
        edits: what a person had changed on them, and where it is now.
    """

    titles: Sequence[str]
    edits: Sequence[Edit]


class Selection(NamedTuple):
    """What the person has selected.

    Attributes:
        title: of the sheet.
        rows: the numbers of the rows, from 1, as the sheet counts them.
    """

    title: str
    rows: Sequence[int]


NOTHING_SELECTED = Selection("", ())


class Workbook(Protocol):
    """A workbook that is open: read as a whole, written in whole ranges."""

    @property
    def name(self) -> str:
        """Its name, for messages: ``master.xlsm``."""

    def book(self) -> Book:
        """Return what stands in its sheets now; each sheet is read at once.

        Raises:
            NotAMaster: it has none of the sheets of a master.
            TooOld, TooNew: a master of another shape.
        """

    def read_name(self, name: str) -> Value:
        """Return the value of the cell that has a name; None: no such name."""

    def write_name(self, name: str, value: Value) -> None:
        """Put a value into the cell that has a name; without one, do nothing."""

    def mark(self, marks: MarksOf) -> Marks:
        """Put marks on cells in the place of all marks there were.

        A person's own fills come back when a mark goes, and their notes stay.
        Marks on sheets that are not there are passed over.
        """

    def list_findings(
        self, checked: Checked | None, language: Language
    ) -> Sequence[Edit]:
        """Put what a check found on 校验结果, with links; without a check, empty it.

        Returns:
            What a person had changed there, and where it is now.
        """

    def show(self, path: Path) -> None:
        """Show a workbook that was made, where there is somebody to see it."""

    def put_sheets(self, report: bytes, prefix: str) -> Placed:
        """Put the sheets of a report in, in the place of those put in before.

        Args:
            report: a workbook of the sheets.
            prefix: what their titles begin with here.

        Raises:
            CannotPatch: a title belongs to a sheet that xlsales did not write.
        """

    def enter(self, book: Book, entries: Entries) -> None:
        """Add rows below those of the input sheets, and change cells.

        Args:
            book: as it was read from this workbook, unchanged since.
            entries: the rows and cells.

        Raises:
            CannotPatch: a sheet or column is not there, or something below a
                table would be written over.
        """

    def selected(self) -> Selection:
        """Return what the person has selected; no rows where there is nobody."""

    def progress(self, said: str) -> None:
        """Say what is being done; "" when it is over."""

    def alert(self, said: str) -> None:
        """Say what was done, or why it could not be, and wait until it is read."""

    def save(self) -> None:
        """Keep what was written.

        Raises:
            CannotWrite: the disk refuses; the workbook is as it was.
        """

"""Live: a workbook that LibreOffice Calc has open, through what it is asked to do.

Everything is read first, in whole ranges, and written last. All that a button
writes is one step to undo for the person, and for us where the office refuses.
"""

import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from xlsales import disk
from xlsales.calc.asking import Ask, OfficeRefusal
from xlsales.calc.live_entries import put_entries
from xlsales.calc.live_findings import list_findings
from xlsales.calc.live_marks import put_marks
from xlsales.calc.seen import seen
from xlsales.checks.run import Checked
from xlsales.disk.backups import back_up
from xlsales.errors import CannotPatch, CannotWrite
from xlsales.language import Language, both, say
from xlsales.sheets.book import Book
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.entries import Entries
from xlsales.workbook.findings import build_findings_sheet
from xlsales.workbook.port import Marks, MarksOf, Placed, Selection, Value
from xlsales.workbook.read import book_of_sheets
from xlsales.workbook.results_into import findings_title
from xlsales.workbook.shared_names import BY_EXCEL, SHEETS, array_of, pairs_of


class Live:
    """A workbook that is open in Calc.

    Args:
        ask: has the office do something to it.
        path: where it is; its name alone where it is on no disk of this machine.
        now: the time, for the name of a backup.
        language: of what is said where a sentence is needed.
    """

    def __init__(
        self, ask: Ask, path: Path, now: dt.datetime, language: Language = "zh"
    ) -> None:
        self._ask, self._path, self._now = ask, path, now
        self._language = language

    @property
    def name(self) -> str:
        """Its name, for messages."""
        return self._path.name

    def book(self) -> Book:
        """Return what stands in its sheets now; each sheet is read at once."""
        with self._asking():
            return book_of_sheets(
                self.name, self._titles(), lambda titles: seen(self._ask, titles)
            )

    def read_name(self, name: str) -> Value:
        """Return the value of the cell that has a name; None: no such name."""
        with self._asking():
            value: Value = self._ask("name_value", [name])
            return value

    def write_name(self, name: str, value: Value) -> None:
        """Put a value into the cell that has a name; without one, do nothing."""
        with self._asking():
            self._ask("put_value", [name, value])

    def mark(self, marks: MarksOf) -> Marks:
        """Put marks on cells in the place of all marks there were."""
        with self._asking():
            return put_marks(self._ask, self._titles(), marks)

    def list_findings(self, checked: Checked | None, language: Language) -> list[Edit]:
        """Put what a check found on 校验结果, with links; without a check, empty it."""
        with self._asking():
            edits: list[Edit] = []
            title = findings_title(self._titles())
            if title:
                edits = list_findings(self._ask, title, checked, language)
            else:
                firm = checked.book.settings.name if checked else None
                made = build_findings_sheet(checked, firm or "", language)
                (title,) = self._bring(made, "", ())
            self._remember([title])
            return edits

    def put_sheets(self, report: bytes, prefix: str) -> Placed:
        """Put the sheets of a report in, in the place of those put in before."""
        with self._asking():
            ours = pairs_of(self._ask("name_content", [SHEETS]))
            titles = self._bring(report, prefix, tuple(ours))
            self._remember(titles)
            return Placed(titles, ())

    def enter(self, book: Book, entries: Entries) -> None:
        """Add rows below those of the input sheets, and change cells."""
        with self._asking():
            put_entries(self._ask, book, entries)

    def selected(self) -> Selection:
        """Return what the person has selected."""
        with self._asking():
            title, rows = self._ask("selected", [])
            return Selection(title, rows)

    def progress(self, said: str) -> None:
        """Say what is being done in the bar below the sheets."""
        with suppress(OfficeRefusal):  # it is said in passing: nothing depends on it
            self._ask("progress", [said])

    def alert(self, said: str) -> None:
        """Say something and wait until it is read."""
        self._ask("tell", [say("in_office", "title", self._language), said])

    def show(self, path: Path) -> None:
        """Open a workbook that was made beside this one."""
        with suppress(OfficeRefusal):  # it is made, and where it is will be said
            self._ask("show", [str(path)])

    def save(self) -> None:
        """Have the office save the workbook; the file as it was is kept.

        Raises:
            CannotWrite: it is in no file on this machine, or the disk refuses.
        """
        if not self._path.is_file():
            raise CannotWrite(name=self.name, reason=both("in_calc", "no_file"))
        with self._asking():
            back_up(self._path, disk.read_bytes(self._path), self._now)
            self._ask("save", [])

    def take_back(self) -> bool:
        """Take back all that was written since the workbook was last saved by us."""
        return bool(self._ask("take_back", []))

    def half_back(self, error: BaseException) -> CannotWrite:
        """Return what is said where not all that was written could be taken back."""
        reason = both("in_calc", "half_back", fault=_fault(error))
        return CannotWrite(name=self.name, reason=reason)

    def _titles(self) -> list[str]:
        found: list[str] = self._ask("titles", [])
        return found

    def _bring(self, report: bytes, prefix: str, ours: Sequence[str]) -> list[str]:
        """Bring the sheets of a workbook of ours in and return their titles.

        Raises:
            CannotPatch: a title belongs to a sheet that xlsales did not write.
        """
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "xlsales.xlsx"
            path.write_bytes(report)
            there = set(self._titles())
            sheets = self._ask("titles_in", [str(path)])
            renamed = [[f"{prefix}{title}", seen] for title, seen in sheets]
            for title, _ in renamed:
                if title in there and title not in ours:
                    reason = both("patch", "title_taken")
                    raise CannotPatch(place=title, reason=reason)
            self._ask("bring", [str(path), renamed])
        return [title for title, _ in renamed]

    def _remember(self, titles: Sequence[str]) -> None:
        """Remember that a program that holds the workbook open wrote these last."""
        known = pairs_of(self._ask("name_content", [SHEETS]))
        known |= dict.fromkeys(titles, BY_EXCEL)
        self._ask("define_name", [SHEETS, array_of(dict(sorted(known.items())))])

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except OfficeRefusal as error:
            reason = both("in_calc", "refused", fault=_fault(error))
            raise CannotWrite(name=self.name, reason=reason) from error


def _fault(error: BaseException) -> str:
    """Return in one line what the office said."""
    said = " ".join(str(error).split())
    return said[:200] or type(error).__name__

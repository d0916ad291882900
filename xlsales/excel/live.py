"""Live: a workbook that Excel has open, through xlwings.

Everything is read first, in whole ranges, and written last. While it is written
the screen stands still and nothing is computed; both are as they were afterwards,
whatever happens. If Excel refuses one change, those before it are taken back.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import xlwings as xw

from xlsales.checks.run import Checked
from xlsales.errors import CannotWrite, XlsalesError
from xlsales.excel.journal import Journal, formula_of
from xlsales.excel.live_entries import put_entries
from xlsales.excel.live_findings import list_findings
from xlsales.excel.live_marks import put_marks
from xlsales.excel.live_reports import bring_sheets
from xlsales.excel.protection import unlocked
from xlsales.excel.seeing import seen
from xlsales.excel.selecting import selection_in
from xlsales.language import Language, both, say
from xlsales.sheets.addresses import title_and_cell
from xlsales.sheets.book import Book
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.entries import Entries
from xlsales.workbook.findings import build_findings_sheet
from xlsales.workbook.port import (
    NOTHING_SELECTED,
    Marks,
    MarksOf,
    Placed,
    Selection,
    Value,
)
from xlsales.workbook.read import book_of_sheets
from xlsales.workbook.results_into import findings_title
from xlsales.workbook.shared_names import BY_EXCEL, SHEETS, array_of, pairs_of

_QUIET: Mapping[str, object] = {
    "screen_updating": False,
    "enable_events": False,
    "display_alerts": False,
    "calculation": "manual",
}


class Live:
    """A workbook that is open in Excel.

    Args:
        book: the workbook, as xlwings has it.
        language: of what is said where a sentence is needed.
    """

    def __init__(self, book: xw.Book, language: Language = "zh") -> None:
        self._open, self._language = book, language
        self._journal = Journal()

    @property
    def name(self) -> str:
        """Its name, for messages."""
        return str(self._open.name)

    def book(self) -> Book:
        """Return what stands in its sheets now; each sheet is read at once."""
        with self._asking():
            return book_of_sheets(
                self.name,
                self._open.sheet_names,
                lambda titles: [seen(self._open.sheets[one]) for one in titles],
            )

    def read_name(self, name: str) -> Value:
        """Return the value of the cell that has a name; None: no such name."""
        with self._asking():
            cell = self.cell(name)
            value = None if cell is None else cell.options(err_to_str=True).value
            return (
                value
                if value is None or isinstance(value, str | float | bool)
                else str(value)
            )

    def cell(self, name: str) -> xw.Range | None:
        """Return the cell that has a name; None: no such name."""
        title, address = title_and_cell(formula_of(self._open, name))
        is_there = title in self._open.sheet_names
        return self._open.sheets[title].range(address) if is_there else None

    def write_name(self, name: str, value: Value) -> None:
        """Put a value into the cell that has a name; without one, do nothing."""
        with self._writing():
            cell = self.cell(name)
            if cell is not None:
                with unlocked(cell.sheet):
                    self._journal.put(cell, [[value]])

    def mark(self, marks: MarksOf) -> Marks:
        """Put marks on cells in the place of all marks there were."""
        with self._writing():
            return put_marks(self._open, marks, self._journal)

    def list_findings(self, checked: Checked | None, language: Language) -> list[Edit]:
        """Put what a check found on 校验结果, with links; without a check, empty it."""
        with self._writing():
            title = findings_title(self._open.sheet_names)
            if not title:
                firm = checked.book.settings.name if checked else None
                made = build_findings_sheet(checked, firm or "", language)
                (title,) = bring_sheets(self._open, made, "", (), self._journal)
                self._remember([title])
                return []
            sheet = self._open.sheets[title]
            edits = list_findings(sheet, checked, language, self._journal)
            self._remember([title])
            return edits

    def put_sheets(self, report: bytes, prefix: str) -> Placed:
        """Put the sheets of a report in, in the place of those put in before."""
        with self._writing():
            ours = pairs_of(formula_of(self._open, SHEETS))
            titles = bring_sheets(self._open, report, prefix, ours, self._journal)
            self._remember(titles)
            return Placed(titles, ())

    def enter(self, book: Book, entries: Entries) -> None:
        """Add rows below those of the input sheets, and change cells."""
        with self._writing():
            put_entries(self._open, book, entries, self._journal)

    def selected(self) -> Selection:
        """Return what the person has selected."""
        with suppress(Exception):  # a picture, say, or a dialog in the way
            return selection_in(self._open)
        return NOTHING_SELECTED

    def progress(self, said: str) -> None:
        """Say what is being done in the bar below the sheets."""
        with suppress(Exception):  # it is said in passing: nothing depends on it
            self._open.app.status_bar = said or False

    def alert(self, said: str) -> None:
        """Say something and wait until it is read."""
        self._open.app.alert(said, title=say("pressed", "title", self._language))

    def show(self, path: Path) -> None:
        """Open a workbook that was made beside this one."""
        with suppress(Exception):  # it is made, and where it is will be said
            self._open.app.books.open(path)

    def save(self) -> None:
        """Have Excel save the workbook."""
        try:
            self._open.save()
        except Exception as error:
            reason = both("pressed", "not_saved", fault=_fault(error))
            raise CannotWrite(name=self.name, reason=reason) from error
        self._journal.forget()

    def take_back(self) -> bool:
        """Take back all that was written since the workbook was last saved by us."""
        with _quiet(self._open.app):
            return self._journal.take_back()

    def _remember(self, titles: list[str]) -> None:
        """Remember that Excel wrote these sheets last."""
        known = pairs_of(formula_of(self._open, SHEETS))
        known |= dict.fromkeys(titles, BY_EXCEL)
        self._journal.name(self._open, SHEETS, array_of(dict(sorted(known.items()))))

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except XlsalesError:
            raise
        except Exception as error:
            raise self._refusal(error) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Let changes be made, all or none of them."""
        start = len(self._journal)
        with _quiet(self._open.app):
            try:
                yield
            except BaseException as error:
                if not self._journal.take_back(start):
                    raise self.half_back(error) from error
                if isinstance(error, XlsalesError) or not isinstance(error, Exception):
                    raise
                raise self._refusal(error) from error

    def half_back(self, error: BaseException) -> CannotWrite:
        """Return what is said where not all that was written could be taken back."""
        reason = both("pressed", "half_back", fault=_fault(error))
        return CannotWrite(name=self.name, reason=reason)

    def _refusal(self, error: BaseException) -> CannotWrite:
        reason = both("pressed", "refused", fault=_fault(error))
        return CannotWrite(name=self.name, reason=reason)


@contextmanager
def _quiet(app: xw.App) -> Iterator[None]:
    """Let the screen stand still and nothing be computed; afterwards all is as it was.

    What a program will not tell or be told is left alone.
    """
    with ExitStack() as back:
        for setting, value in _QUIET.items():
            with suppress(Exception):
                earlier = getattr(app, setting)
                setattr(app, setting, value)
                back.callback(_set, app, setting, earlier)
        yield


def _set(app: xw.App, setting: str, value: object) -> None:
    with suppress(Exception):
        setattr(app, setting, value)


def _fault(error: BaseException) -> str:
    """Return in one line what Excel said."""
    said = " ".join(str(error).split())
    return said[:200] or type(error).__name__

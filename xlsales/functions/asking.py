"""Asking: a workbook whose cells ask worksheet functions, in any program.

It is read once for each revision of it: a sheet has thousands of formulas.
"""

from collections.abc import Callable

from xlsales.functions.calling import Calculator, State
from xlsales.language import Language
from xlsales.sheets.book import Book


class Asking:
    """A workbook whose cells ask: what it holds, read once for a revision.

    In one without a cell for its revision, what was read first counts.

    Args:
        read: returns what the workbook holds now.
        own_revision: returns the value of its own cell of the revision, None where
            it has none; asked only where a formula was given no revision.
        language: of what is said.

    Attributes:
        calculator: answers the formulas.
    """

    def __init__(
        self,
        read: Callable[[], Book],
        own_revision: Callable[[], object],
        language: Language,
    ) -> None:
        self.calculator = Calculator(self._state, language)
        self._ask, self._own_revision = read, own_revision
        self._read: Book | None = None
        self._known: object = None

    def forget(self) -> None:
        """Have it read anew: the workbook was closed and opened again."""
        self._read = None

    def turn_to(self, book: Book) -> None:
        """Let this be what it holds at the revision that was read last."""
        self._read = book

    def _state(self, revision: object) -> State:
        """Return what the workbook holds; of the revision its own cell is asked."""
        now = self._own_revision() if revision in (None, "") else revision
        if self._read is None or self._known != now:
            self._read, self._known = self._ask(), now
        return State(self._read, now)

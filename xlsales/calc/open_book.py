"""The open book: a workbook in Calc whose cells ask worksheet functions."""

from collections.abc import Iterator, Sequence

from xlsales.calc.asking import Ask
from xlsales.calc.seen import seen
from xlsales.functions.asking import Asking
from xlsales.sheets.book import Book
from xlsales.workbook.port import REVISION
from xlsales.workbook.read import Seen, book_of_sheets


class OpenBook(Asking):
    """A workbook whose cells ask.

    A cell asks while it is computed, so that of the sheets that are read then, those
    cells are not computed yet that ask as well, or hang on it. They are answered
    from what was read before, and when the office is through, all is read again.
    """

    def __init__(self, ask: Ask) -> None:
        super().__init__(self._look, lambda: ask("name_value", [REVISION]), "zh")
        self._office = ask
        self._last = Book()
        self._is_reading = self._was_asked = False

    def _look(self) -> Book:
        if self._is_reading:
            self._was_asked = True
            return self._last
        titles = self._look_once()
        if self._was_asked or self._office("asks", [titles]):
            self._office("compute_later", [])
        return self._last

    def _look_once(self) -> Sequence[str]:
        """Read the sheets; return the titles of those that were."""
        self._is_reading, self._was_asked = True, False
        titles: list[str] = []

        def look(some: list[str]) -> Iterator[Seen]:
            titles.extend(some)
            return seen(self._office, some)

        try:
            name, all_titles = self._office("title", []), self._office("titles", [])
            self._last = book_of_sheets(name, all_titles, look)
        finally:
            self._is_reading = False
        return titles

    def again(self) -> None:
        """Read it once more, where no cell is being computed."""
        self._look_once()
        self.turn_to(self._last)

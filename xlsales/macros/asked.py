"""Asked: what a person answered, and what they have selected."""

import re
from typing import Any

from xlsales.errors import BadArgument
from xlsales.language import Language, first_known
from xlsales.macros.macro import Asks, Desk
from xlsales.periods import MONTHS_OF, Period, parse_period
from xlsales.sheets.book import Book
from xlsales.sheets.cells import read_period
from xlsales.sheets.sheet import Sheet
from xlsales.workbook.port import Workbook

_SEPARATORS = re.compile(r"[年月/.。]")
_EXAMPLES = {Asks.MONTH: "2026-10", Asks.QUARTER: "2026-Q3"}


def period_of(answer: str, asks: Asks, book: Book) -> Period:
    """Return the month or quarter that was typed; 2026年10月 and 2026/10 are months.

    Raises:
        BadArgument: it is none; the message shows the right form.
    """
    plain = read_period(_SEPARATORS.sub("-", answer).rstrip("- "))
    typed = plain if isinstance(plain, str) else answer
    found = parse_period(typed, book.settings.year_start)
    if found is None or found.months != MONTHS_OF[asks.value]:
        name, expected = asks.title, _EXAMPLES[asks]
        raise BadArgument(option=name, value=answer, expected=expected)
    return found


def selected_keys(
    workbook: Workbook, book: Book, sheet: Sheet[Any], column: str
) -> list[str]:
    """Return what the selected rows of a sheet have in a column, each once.

    Nothing where another sheet is selected, or only rows without records.
    """
    selection, table = workbook.selected(), book[sheet]
    if selection.title != table.name:
        return []
    by_row = dict(zip(table.rows, table.values(column), strict=True))
    found = (by_row.get(row) for row in selection.rows)
    return list(dict.fromkeys(str(one) for one in found if one is not None))


def spoken(book: Book, desk: Desk) -> Language:
    """Return the language of what is said: of 参数, else of the desk."""
    return first_known(book.settings.language, desk.language)

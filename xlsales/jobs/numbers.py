"""Numbers: the next of a series is given and put on record in one step (S-052).

Two that ask at once get two numbers, as long as what is returned here is written
by ``disk.update``: it lets one in after the other.
"""

import datetime as dt
from dataclasses import dataclass

from xlsales.ledger.given_numbers import given_numbers
from xlsales.ledger.numbering import next_of, read_patterns
from xlsales.openxml.cells import Value
from xlsales.patch.patch import Patch
from xlsales.sheets.documents import DOCUMENT_RECORDS, Series
from xlsales.workbook.read import read_book


@dataclass(frozen=True, slots=True)
class Given:
    """A number that was given, and the workbook with its row of 单据登记."""

    number: str
    content: bytes


def give_number(
    content: bytes, series: Series, day: dt.date, **facts: str | None
) -> Given:
    """Give the next number of a series and register it.

    Args:
        content: the workbook.
        series: not that of orders, which go by the customer's city.
        day: the date of the document.
        facts: more columns of 单据登记 by key, such as ``customer_code``.

    Raises:
        KeyError: the series of orders, or a workbook without 单据登记.
        CannotPatch: the row cannot be added; the reason says why.
    """
    book = read_book(content, "")
    patterns, _ = read_patterns(book.settings.number_patterns)
    number = next_of(patterns[series], day, given_numbers(book, series))
    row = {"series": series.label.zh, "number": number, "date": day, **facts}
    patch = Patch(content)
    table = patch.tables(book[DOCUMENT_RECORDS].name)[0]
    keys = {title: DOCUMENT_RECORDS.key_of(title) for title in table.titles}
    cells: dict[str, Value] = {
        title: row[key] for title, key in keys.items() if key in row
    }
    patch.append_rows(table.name, list(cells), [list(cells.values())])
    return Given(number, patch.to_bytes())

"""Numbers: the next of a series is given and put on record in one step (S-052).

Two that ask at once get two numbers, as long as what is returned here is written
by ``disk.update``: it lets one in after the other.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from xlsales.jobs.books import unknown_order
from xlsales.jobs.issued_papers import IssuedPaper
from xlsales.jobs.registering import Registration, registration
from xlsales.language import both
from xlsales.ledger.given_numbers import given_numbers
from xlsales.ledger.numbering import next_of, read_patterns
from xlsales.sheets.book import Book
from xlsales.sheets.documents import Series


def number_registration(
    series: Series, day: dt.date, order_nos: Sequence[str], book: Book
) -> Registration:
    """Return the next number of a series, or one for each order, and their rows.

    Args:
        series: not that of orders, which go by the customer's city.
        day: the date of the documents.
        order_nos: the orders they are about; none is one number about no order.
        book: what was given so far.

    Raises:
        KeyError: the series of orders.
        UnknownName: an order that the book does not have.
    """
    patterns, _ = read_patterns(book.settings.number_patterns)
    taken = given_numbers(book, series)
    papers, said = [], []
    for order_no in order_nos or (None,):
        number = next_of(patterns[series], day, taken)
        taken.add(number)
        papers.append(_paper(book, series, number, day, order_no))
        facts = {"series": series.label, "number": number}
        said.append(
            both("numbers", "issued_for", order=order_no, **facts)
            if order_no
            else both("numbers", "issued", **facts)
        )
    return Registration(said=tuple(said)) | registration(book, papers)


def series_named(name: str) -> Series | None:
    """Return a series by its name: 报价单, Quote, ``invoice-request``; else none."""
    wanted = name.strip().casefold().replace("-", " ").replace("_", " ")
    for one in Series:
        names = (*one.value, one.name.replace("_", " "))
        if wanted in {each.casefold() for each in names}:
            return one
    return None


def series_names() -> Iterable[str]:
    """Return what the series are called on a command line."""
    return (one.name.lower().replace("_", "-") for one in Series)


def _paper(
    book: Book, series: Series, number: str, day: dt.date, order_no: str | None
) -> IssuedPaper:
    if order_no is None:
        return IssuedPaper(series=series, number=number, date=day)
    order = book.orders.get(order_no)
    if order is None:
        raise unknown_order(order_no)
    return IssuedPaper(
        series=series,
        number=number,
        date=day,
        customer_code=order.customer_code,
        order_no=order_no,
    )

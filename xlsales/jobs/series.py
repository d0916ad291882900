"""Series: how far each series of numbers is, and what is amiss in it (S-052)."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xlsales.jobs.dunnings import SERIES_OF
from xlsales.ledger.given_numbers import bearers, given_numbers, is_void
from xlsales.ledger.numbering import (
    Placed,
    gaps,
    gaps_between,
    next_of,
    read_patterns,
)
from xlsales.ledger.order_numbers import number_forms, sequence_of
from xlsales.sheets.book import Book
from xlsales.sheets.documents import DocumentRecord, Series
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.overdue import Dunning


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesState:
    """One series of numbers.

    Attributes:
        given: how many numbers were given.
        following: the one that comes next; "" where the customer decides.
        gaps: numbers that were skipped.
        twice: numbers of documents of two customers, or on two rows of orders.
        void: numbers that were given and taken back.
    """

    series: Series
    given: int
    following: str
    gaps: tuple[str, ...]
    twice: tuple[str, ...]
    void: tuple[str, ...]

    @property
    def is_in_order(self) -> bool:
        """Whether no number was skipped and none given twice."""
        return not (self.gaps or self.twice)


def series_states(
    book: Book, day: dt.date, series: Series | None = None
) -> list[SeriesState]:
    """Return the state of a series, or of all, as of a day."""
    wanted = (series,) if series else tuple(Series)
    return [_state(book, day, one) for one in wanted]


def _state(book: Book, day: dt.date, series: Series) -> SeriesState:
    patterns, _ = read_patterns(book.settings.number_patterns)
    given = given_numbers(book, series)
    if series is Series.ORDER:
        skipped, following = _order_gaps(book), ""
    else:
        skipped = (str(one) for one in gaps(patterns[series], given))
        following = next_of(patterns[series], day, given)
    return SeriesState(
        series=series,
        given=len(given - _of_other_steps(book, series)),
        following=following,
        gaps=tuple(skipped),
        twice=tuple(_twice(book, series)),
        void=tuple(_void(book, series)),
    )


def _of_other_steps(book: Book, series: Series) -> set[str]:
    """Return the numbers of 催收 that are another series': three share the sheet."""
    own: set[str] = set()
    others: set[str] = set()
    for one in bearers(book, series):
        row = one.record
        is_other = isinstance(row, Dunning) and SERIES_OF[row.step] is not series
        (others if is_other else own).add(one.number)
    return others - own


def _order_gaps(book: Book) -> Iterator[str]:
    """Yield the order numbers that were skipped, under each printed prefix."""
    form_of = number_forms(book.settings.order_number_pattern)
    yield from map(
        str,
        gaps_between(
            Placed(order.order_no, form, sequence)
            for order in book.orders.values()
            if (customer := book.customers.get(order.customer_code))
            and (form := form_of(customer, order.order_date)).is_gapless
            and (sequence := sequence_of(order.order_no, form)) is not None
        ),
    )


def _twice(book: Book, series: Series) -> Iterator[str]:
    """Yield numbers that stand for two customers, or on two rows of their sheet."""
    owners: dict[str, set[str]] = defaultdict(set)
    for one in bearers(book, series):
        if one.customer:
            owners[one.number].add(one.customer)
    found = {number for number, whose in owners.items() if len(whose) > 1}
    if series is Series.ORDER:
        times = Counter(book[ORDERS].values("order_no"))
        found |= {str(one) for one, count in times.items() if one and count > 1}
    yield from sorted(found - _of_other_steps(book, series))


def _void(book: Book, series: Series) -> Iterator[str]:
    found = {
        one.number
        for one in bearers(book, series)
        if is_void(one.record)
        or (isinstance(one.record, DocumentRecord) and one.record.voided_on)
    }
    yield from sorted(found)

"""Quoted prices: what an accepted quote makes of its lines (S-032, S-038).

A quote sets prices once the customer has accepted it and a second person has
checked it; a line without a price, and a quote without an end, set none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from xlsales.ledger.prices import PriceList, QuotedPrice
from xlsales.sheets.book import Book
from xlsales.sheets.products import PRICES, Price, PriceKind
from xlsales.sheets.quotes import (
    QUOTE_LINES,
    QUOTES,
    Quote,
    QuoteLine,
    QuoteStatus,
)


def price_list(book: Book) -> PriceList:
    """Return all prices of a book: the rows of 价格 and the accepted quotes."""
    quoted = quoted_prices(book[QUOTES].records, book[QUOTE_LINES].records)
    return PriceList(chain(book[PRICES].records, quoted))


def price_sheet(book: Book, price: Price) -> str:
    """Return the name of the sheet that a price in force stands on."""
    if isinstance(price, QuotedPrice):
        return book[QUOTE_LINES].name
    return book[PRICES].name


def quoted_prices(
    quotes: Iterable[Quote], lines: Iterable[QuoteLine]
) -> Iterator[QuotedPrice]:
    """Yield the prices that accepted quotes set, quote by quote."""
    lines_of: dict[str, list[QuoteLine]] = defaultdict(list)
    for line in lines:
        lines_of[line.quote_no].append(line)
    for quote in quotes:
        if sets_prices(quote):
            yield from _prices(quote, lines_of[quote.quote_no])


def sets_prices(quote: Quote) -> bool:
    """Whether a quote is accepted, checked by another person, and has an end."""
    return (
        quote.status is QuoteStatus.ACCEPTED
        and quote.valid_to is not None
        and quote.checker is not None
        and quote.checker != quote.maker
    )


def _prices(quote: Quote, lines: Iterable[QuoteLine]) -> Iterator[QuotedPrice]:
    for line in lines:
        if line.unit_price is not None:
            yield QuotedPrice(
                row=line.row,
                quote_no=quote.quote_no,
                product_code=line.product_code,
                customer_code=quote.customer_code,
                min_qty=line.quantity,
                unit_price=line.unit_price,
                currency=quote.currency,
                kind=PriceKind.SPECIAL,
                valid_from=quote.quote_date,
                valid_to=quote.valid_to,
                approved_by=quote.checker,
            )

"""Quotes: their prices, their dates, and what became of them."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.prices import Inquiry, PriceList, gross_price
from xlsales.money import rounded
from xlsales.sheets.products import PRICES, Price, Product
from xlsales.sheets.quotes import (
    QUOTE_LINES,
    QUOTES,
    Quote,
    QuoteLine,
    QuoteStatus,
)

_CHECKED = {QuoteStatus.CHECKED, QuoteStatus.SENT, QuoteStatus.ACCEPTED}
_OUT = {QuoteStatus.SENT, QuoteStatus.ACCEPTED}
_OVER = {QuoteStatus.LOST, QuoteStatus.VOID}
_DAYS_TO_ANSWER = 2
Priced = tuple[Quote, QuoteLine, Product, Decimal]


def quo_price_missing(look: Look) -> Findings:
    """A line has no price and nobody asked for one, or went out without (S-034)."""
    for quote, line in _lines(look):
        is_asked = line.requested_on and quote.status not in _OUT
        if line.unit_price is None and not is_asked:
            yield look.at(QUOTE_LINES, line, "unit_price", quote=quote.quote_no)


def quo_below_floor(look: Look) -> Findings:
    """A price is below the floor of 价格, and nobody approved it (S-034, S-038)."""
    listed = PriceList(look.book[PRICES].records)
    for quote, line, product, quoted in _priced(look):
        customer = look.book.customers.get(quote.customer_code)
        if customer is None:
            continue
        inquiry = Inquiry(
            product, customer, quote.currency, line.quantity, quote.quote_date
        )
        row = listed.in_force(inquiry)
        if isinstance(row, Price) and row.floor_price is not None:
            floor = gross_price(row.floor_price, row, product)
            if quoted < floor:
                yield look.at(QUOTE_LINES, line, "unit_price", expected=floor)


def quo_below_cost(look: Look) -> Findings:
    """A price without tax is below cost, and nobody approved it (S-046)."""
    for _, line, product, quoted in _priced(look):
        net = rounded(quoted / (1 + product.tax_rate), 4)
        if product.cost_ex_tax is not None and net < product.cost_ex_tax:
            cost = product.cost_ex_tax
            yield look.at(QUOTE_LINES, line, "unit_price", expected=cost, net=net)


def quo_ends_before_it_begins(look: Look) -> Findings:
    """A quote is valid to a day before its own date."""
    for quote in _quotes(look):
        if quote.valid_to and quote.valid_to < quote.quote_date:
            day = quote.quote_date
            yield look.at(QUOTES, quote, "valid_to", expected=day, quoted=day)


def quo_maker_is_checker(look: Look) -> Findings:
    """One person made and checked a quote (S-038)."""
    for quote in _quotes(look):
        if quote.checker and quote.checker == quote.maker:
            yield look.at(QUOTES, quote, "checker", expected=text("words", "other"))


def quo_unchecked(look: Look) -> Findings:
    """A quote is checked, sent or accepted, and nobody's name says so (S-038)."""
    for quote in _quotes(look):
        if quote.status in _CHECKED and not quote.checker:
            yield look.at(QUOTES, quote, "checker", status=quote.status.label)


def quo_order_of_another(look: Look) -> Findings:
    """A quote names an order of another customer."""
    for quote in _quotes(look):
        order = look.book.orders.get(quote.order_no or "")
        if order and order.customer_code != quote.customer_code:
            facts = {"customer": quote.customer_code, "other": order.customer_code}
            yield look.at(QUOTES, quote, "order_no", **facts)


def quo_accepted_late(look: Look) -> Findings:
    """A quote was accepted, or its order dated, after it had ended."""
    for quote in _quotes(look):
        if quote.status is not QuoteStatus.ACCEPTED or quote.valid_to is None:
            continue
        order = look.book.orders.get(quote.order_no or "")
        if quote.accepted_on and quote.accepted_on > quote.valid_to:
            day = quote.accepted_on
            yield look.at(QUOTES, quote, "accepted_on", ended=quote.valid_to, on=day)
        elif order and order.order_date > quote.valid_to:
            day = order.order_date
            yield look.at(QUOTES, quote, "order_no", ended=quote.valid_to, on=day)


def quo_without_order(look: Look) -> Findings:
    """A quote was accepted some time ago and there is no order (S-033)."""
    latest = look.as_of - timedelta(days=look.book.settings.quote_days)
    for quote in _quotes(look):
        since = quote.accepted_on or quote.quote_date
        is_waiting = quote.status is QuoteStatus.ACCEPTED and not quote.order_no
        if is_waiting and since < latest:
            days = (look.as_of - since).days
            yield look.at(QUOTES, quote, "order_no", quote=quote.quote_no, days=days)


def quo_unanswered(look: Look) -> Findings:
    """A customer asked more than two days ago and has no quote (S-031)."""
    waiting = {QuoteStatus.DRAFT, QuoteStatus.CHECKED}
    for quote in _quotes(look):
        if quote.inquiry_date and quote.status in waiting:
            days = (look.as_of - quote.inquiry_date).days
            if days > _DAYS_TO_ANSWER:
                yield look.at(QUOTES, quote, "inquiry_date", days=days)


def _quotes(look: Look) -> list[Quote]:
    """Return the quotes that are not over."""
    quotes = look.book[QUOTES].records
    return [quote for quote in quotes if quote.status not in _OVER]


def _lines(look: Look) -> Iterator[tuple[Quote, QuoteLine]]:
    quotes = {quote.quote_no: quote for quote in _quotes(look)}
    for line in look.book[QUOTE_LINES].records if quotes else ():
        if quote := quotes.get(line.quote_no):
            yield quote, line


def _priced(look: Look) -> Iterator[Priced]:
    """Yield the lines with a price that nobody approved by name."""
    for quote, line in _lines(look):
        product = look.book.products.get(line.product_code)
        if product and line.unit_price is not None and not line.approved_by:
            yield quote, line, product, line.unit_price

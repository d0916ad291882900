"""Offers: quotes that became orders, wait for an answer, or came to nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xlsales.demo.catalogue import GOODS, STOPPED, Good
from xlsales.demo.customers import Buyer
from xlsales.demo.days import LAST, later, on_or_before
from xlsales.demo.firm import MAKERS, MANAGER, SUPERVISOR
from xlsales.demo.pricing import PriceList
from xlsales.demo.rows import Numbers, Row, dice
from xlsales.demo.sale import Sale
from xlsales.demo.shipping import Shipment
from xlsales.money import ZERO
from xlsales.sheets.orders import LineType
from xlsales.sheets.quotes import QuoteStatus

_WON = (date(2026, 8, 3), date(2026, 10, 9))
_MOST_WON = 5
_OPEN_DAYS = timedelta(days=30)
_HELD = timedelta(days=12)
# the customer, when it asked, what came of it, what it said
_ASKED = (
    ("C006", date(2026, 8, 12), QuoteStatus.LOST, "单价高于现有供应商"),
    ("C015", date(2026, 9, 9), QuoteStatus.LOST, "改用其他规格"),
    ("C009", date(2026, 10, 14), QuoteStatus.SENT, "等采购会讨论"),
    ("C018", date(2026, 10, 20), QuoteStatus.SENT, None),
    ("C021", date(2026, 10, 29), QuoteStatus.CHECKED, None),
    ("C024", date(2026, 10, 30), QuoteStatus.DRAFT, None),
)


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One quote; goods with their quantities and prices."""

    buyer: Buyer
    asked: date
    day: date
    until: date
    status: QuoteStatus
    lines: tuple[tuple[str, Decimal, Decimal], ...]
    order: str | None = None
    answer: str | None = None


def offers(
    buyers: Iterable[Buyer],
    sold: list[Sale],
    shipped: Iterable[Shipment],
    prices: PriceList,
) -> list[Offer]:
    """Return the quotes by their dates."""
    by_code = {buyer.code: buyer for buyer in buyers}
    begun = {one.sale.number for one in shipped}
    won = list(_won([one for one in sold if not one.is_void], begun))[:_MOST_WON]
    asked = [
        _asked(by_code[code], day, status, answer, prices)
        for code, day, status, answer in _ASKED
    ]
    return sorted([*won, *asked], key=lambda one: (one.day, one.buyer.number))


def _won(sold: list[Sale], begun: set[str]) -> Iterator[Offer]:
    """Yield what became an order; no other order falls into the time of its prices."""
    for sale in sold:
        day = on_or_before(sale.day - timedelta(days=4))
        until = sale.day + _HELD
        others = [
            one
            for one in sold
            if one.buyer is sale.buyer and one is not sale and day <= one.day <= until
        ]
        if not _WON[0] <= sale.day <= _WON[1] or others or sale.number not in begun:
            continue
        yield Offer(
            buyer=sale.buyer,
            asked=on_or_before(day - timedelta(days=1)),
            day=day,
            until=until,
            status=QuoteStatus.ACCEPTED,
            lines=tuple(
                (line.product, line.quantity, line.price)
                for line in sale.lines
                if line.kind is LineType.GOODS
            ),
            order=sale.number,
        )


def _asked(
    buyer: Buyer,
    asked: date,
    status: QuoteStatus,
    answer: str | None,
    prices: PriceList,
) -> Offer:
    luck = dice(f"quote to {buyer.code}")
    day = asked if status is QuoteStatus.DRAFT else min(later(asked, 1), LAST)
    goods = luck.sample([good for good in GOODS if good.code != STOPPED], 3)
    return Offer(
        buyer=buyer,
        asked=asked,
        day=day,
        until=day + _OPEN_DAYS,
        status=status,
        lines=tuple(_line(good, buyer, day, prices) for good in goods),
        answer=answer,
    )


def _line(
    good: Good, buyer: Buyer, day: date, prices: PriceList
) -> tuple[str, Decimal, Decimal]:
    quantity = max(good.pack * 10, good.least)
    return good.code, quantity, prices.price(good, buyer, day, quantity)


def quote_rows(found: Iterable[Offer]) -> list[Row]:
    """Return the quotes."""
    return [
        {
            "quote_no": number,
            "inquiry_date": one.asked,
            "quote_date": one.day,
            "valid_to": one.until,
            "customer_code": one.buyer.code,
            "contact": one.buyer.contacts[0],
            "phone": one.buyer.mobile(1),
            "salesperson": one.buyer.salesperson,
            "payment_term": one.buyer.term,
            "delivery_time": "下单后7个工作日",
            "feedback": one.answer,
            "status": one.status,
            "order_no": one.order,
            "maker": MAKERS[1],
            "checker": None if one.status is QuoteStatus.DRAFT else SUPERVISOR,
        }
        for number, one in _numbered(found)
    ]


def quote_line_rows(found: Iterable[Offer]) -> list[Row]:
    """Return what was quoted; the last of a draft still waits for its price."""
    rows: list[Row] = []
    for number, one in _numbered(found):
        for line_no, (product, quantity, price) in enumerate(one.lines, 1):
            waits = one.status is QuoteStatus.DRAFT and line_no == len(one.lines)
            row: Row = {
                "quote_no": number,
                "line_no": line_no,
                "product_code": product,
                "quantity": quantity + ZERO,
                "unit_price": None if waits else price,
                "requested_on": one.day if waits else None,
                "approved_by": None if waits else MANAGER,
                "delivery_time": "7个工作日",
            }
            rows.append(row)
    return rows


def _numbered(found: Iterable[Offer]) -> Iterator[tuple[str, Offer]]:
    numbers = Numbers("BJ")
    for one in found:
        yield numbers.next(one.day), one

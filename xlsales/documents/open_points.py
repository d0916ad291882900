"""Open points: what to check in a contract before it is signed (S-076)."""

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from xlsales.documents.contract import payment_term
from xlsales.documents.contract_lines import is_by_weight, order_total
from xlsales.language import Text
from xlsales.ledger.terms import TermFault, parse_term
from xlsales.money import line_amount
from xlsales.sheets.book import Book
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.orders import ORDER_LINES, LineType, Order, OrderLine
from xlsales.sheets.settings import SETTINGS

_DEPOSIT_FAULT = "term_deposit"

OPEN_POINTS = MappingProxyType(
    {
        "customer_unknown": Text(
            "客户不在客户表中", "The customer is not on the sheet of customers"
        ),
        "lines_missing": Text("订单没有明细", "The order has no lines"),
        "line_incomplete": Text(
            "有明细行缺少必填内容", "A line lacks a fact it cannot do without"
        ),
        "price_missing": Text(
            "有产品没有单价，或单价不大于零", "A product has no unit price above zero"
        ),
        "weight_missing": Text(
            "按重量计价的产品没有填重量", "A product priced by weight has no weight"
        ),
        "amount_differs": Text(
            "有明细金额不等于数量（重量）×单价×（1−折扣）",
            "A line's amount is not quantity or weight × price × (1 − discount)",
        ),
        "total_differs": Text(
            "订单总额不等于明细合计减整单优惠",
            "The order total is not the sum of the lines less the order discount",
        ),
        "term_missing": Text("没有付款条件", "There is no payment term"),
        "term_unreadable": Text(
            "付款条件读不懂，或各部分之和不是100%",
            "The payment term cannot be read, or its parts are not 100%",
        ),
        "deposit_too_high": Text(
            "定金超过合同总价的20%，超过部分不具有定金效力，请改为预付款",
            "A 定金 above 20% of the total has no effect as one; write 预付款",
        ),
        "seller_incomplete": Text(
            "参数中我方资料不全", "Our own facts in the settings are incomplete"
        ),
        "objection_days_missing": Text(
            "参数中没有异议期天数", "The settings lack the days to object"
        ),
        "service_months_missing": Text(
            "参数中没有售后服务月数", "The settings lack the after-sales period"
        ),
        "late_rate_missing": Text(
            "参数中没有日违约金率", "The settings lack the daily late charge"
        ),
        "place_missing": Text("没有签订地点", "There is no place of signing"),
        "checker_missing": Text("订单没有复核人", "Nobody has checked the order"),
    }
)


def open_points(book: Book, order: Order) -> list[str]:
    """Return the codes of what is still open, in the order of ``OPEN_POINTS``."""
    found = {*_parties(book, order), *_goods(book, order), *_clauses(book)}
    if not order.sign_place:
        found.add("place_missing")
    if not order.checker:
        found.add("checker_missing")
    return [code for code in OPEN_POINTS if code in found]


def _parties(book: Book, order: Order) -> Iterator[str]:
    customer = book.customers.get(order.customer_code)
    term = payment_term(order, customer) if customer else order.payment_term
    if customer is None:
        yield "customer_unknown"
    understood = parse_term(term) if term else None
    if understood is None:
        yield "term_missing"
    elif isinstance(understood, TermFault):
        too_high = understood.why == _DEPOSIT_FAULT
        yield "deposit_too_high" if too_high else "term_unreadable"


def _goods(book: Book, order: Order) -> Iterator[str]:
    lines = book.lines_of.get(order.order_no, [])
    if not lines:
        yield "lines_missing"
    yield from _unfinished(book, order)
    for line in lines:
        yield from _line(book, line)
    if order.total_typed not in {None, order_total(order, lines)}:
        yield "total_differs"


def _unfinished(book: Book, order: Order) -> Iterator[str]:
    """Look at the rows as typed: one without a price is no record at all."""
    table = book[ORDER_LINES]
    names = ("order_no", "line_type", "unit_price")
    facts = zip(*(table.values(name) for name in names), table.complete, strict=True)
    for order_no, kind, unit_price, complete in facts:
        if order_no != order.order_no:
            continue
        has_price = isinstance(unit_price, Decimal) and unit_price > 0
        if kind is not LineType.GIFT and not has_price:
            yield "price_missing"
        elif not complete:
            yield "line_incomplete"


def _line(book: Book, line: OrderLine) -> Iterator[str]:
    by_weight = is_by_weight(book.products.get(line.product_code))
    if by_weight and not line.weight:
        yield "weight_missing"
        return
    measure = (line.weight if by_weight else None) or line.quantity
    due = line_amount(measure, line.unit_price, line.discount)
    if line.line_type is not LineType.GIFT and line.amount != due:
        yield "amount_differs"


def _clauses(book: Book) -> Iterator[str]:
    settings = book.settings
    ours = ("name", "uscc", "address", "phone", "bank", "account")
    if not all(getattr(settings, name) for name in ours):
        yield "seller_incomplete"
    least = {"objection_days": 1, "service_months": 1, "late_rate": 0}
    for name, minimum in least.items():
        if getattr(settings, name) < minimum or _is_unreadable(book, name):
            yield f"{name}_missing"


def _is_unreadable(book: Book, name: str) -> bool:
    """Whether a default stands in: a contract must not say what nobody typed."""
    return any(isinstance(one, Unreadable) for one in book[SETTINGS].values(name))

"""Order changes: what a row of 订单变更 says, against the order as it stands.

Old and new value are typed as words; they are read as the column of the order
that the change is about, so 1,200 and 1200.00 are the same quantity (S-066).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from xlsales.ledger.movements import amounts_after_discount, measure
from xlsales.money import line_amount
from xlsales.sheets.book import Book
from xlsales.sheets.cells import reader
from xlsales.sheets.changes import ChangedField, OrderChange
from xlsales.sheets.columns import Column
from xlsales.sheets.orders import ORDER_LINES, ORDERS, Order, OrderLine

OF_LINES_ALONE = {
    ChangedField.QUANTITY,
    ChangedField.UNIT_PRICE,
    ChangedField.PRODUCT,
}
_OF_LINE = {
    ChangedField.QUANTITY: "quantity",
    ChangedField.UNIT_PRICE: "unit_price",
    ChangedField.PRODUCT: "product_code",
    ChangedField.DELIVERY_DATE: "delivery_date",
}
_OF_ORDER = {
    ChangedField.DELIVERY_DATE: "delivery_date",
    ChangedField.DELIVERY_ADDRESS: "delivery_address",
    ChangedField.PAYMENT_TERM: "payment_term",
}
Chain = tuple[OrderChange, ...]


def chains(changes: Iterable[OrderChange]) -> list[Chain]:
    """Return the changes of each field of each order or line, the earliest first."""
    found: dict[tuple[object, ...], list[OrderChange]] = defaultdict(list)
    for one in sorted(changes, key=lambda one: (one.change_date, one.row)):
        found[one.order_no, one.line_no, one.field].append(one)
    return [tuple(chain) for chain in found.values()]


def changed_column(change: OrderChange) -> Column | None:
    """Return the column of 订单 or 订单明细 that a change is about, if there is one."""
    if change.line_no is None:
        key = _OF_ORDER.get(change.field)
        return ORDERS.column[key] if key else None
    key = _OF_LINE.get(change.field)
    return ORDER_LINES.column[key] if key else None


def meant(change: OrderChange, typed: str | None) -> object:
    """Return what an old or new value means; words that cannot be read stay so."""
    column = changed_column(change)
    return typed if column is None else reader(column)(typed)


def is_approved(change: OrderChange) -> bool:
    """Whether a change has all that it needs: reason, two people, the customer."""
    facts = (change.reason, change.requester, change.approver, change.confirmed_on)
    return all(facts) and change.requester != change.approver


def standing(change: OrderChange, order: Order, line: OrderLine | None) -> object:
    """Return what stands in the order now where the change is about."""
    column = changed_column(change)
    record = order if change.line_no is None else line
    return getattr(record, column.key) if column and record else None


def changed_line(change: OrderChange, line: OrderLine) -> OrderLine | None:
    """Return a line as quantity or price would be after a change; none for others."""
    column = changed_column(change)
    value = meant(change, change.new_value)
    if column is None or not isinstance(value, Decimal):
        return None
    return (
        replace(line, quantity=value)
        if column.key == "quantity"
        else (replace(line, unit_price=value))
    )


def worth_after(book: Book, order: Order, changed: OrderLine) -> Decimal:
    """Return what a changed line is worth after its share of the order discount."""
    product = book.products.get(changed.product_code)
    amount = line_amount(
        measure(changed, product), changed.unit_price, changed.discount
    )
    changed = replace(changed, amount=amount)
    lines = book.lines_of[order.order_no]
    new = [changed if one.line_no == changed.line_no else one for one in lines]
    worth = dict(zip(new, amounts_after_discount(order, new), strict=True))
    return worth[changed]

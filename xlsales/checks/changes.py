"""Order changes: what was changed after release, and who agreed (S-062, S-066)."""

from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.movements import signed_quantity
from xlsales.ledger.order_changes import (
    OF_LINES_ALONE,
    chains,
    changed_column,
    changed_line,
    is_approved,
    meant,
    standing,
    worth_after,
)
from xlsales.sheets.changes import ORDER_CHANGES, ChangedField, OrderChange
from xlsales.sheets.orders import Order, OrderLine, OrderStatus

_RELEASED = {OrderStatus.RELEASED, OrderStatus.VOID}


def chg_not_released(look: Look) -> Findings:
    """A change is of an order that is not released: it may still be typed over."""
    for change in look.book[ORDER_CHANGES].records:
        order = look.book.orders.get(change.order_no)
        if order and order.status not in _RELEASED:
            yield look.at(ORDER_CHANGES, change, "order_no", status=order.status.label)


def chg_line_unknown(look: Look) -> Findings:
    """A change names no line where it needs one, or a line the order has not."""
    for change in look.book[ORDER_CHANGES].records:
        if change.order_no not in look.book.orders:
            continue
        if change.line_no is None:
            is_wrong = change.field in OF_LINES_ALONE
        else:
            is_wrong = (change.order_no, change.line_no) not in look.book.line_keys
        if is_wrong:
            yield look.at(ORDER_CHANGES, change, "line_no", field=change.field.label)


def chg_approver_is_requester(look: Look) -> Findings:
    """One person asked for a change and approved it."""
    for change in look.book[ORDER_CHANGES].records:
        if change.approver and change.approver == change.requester:
            other = text("words", "other")
            yield look.at(ORDER_CHANGES, change, "approver", expected=other)


def chg_old_value_differs(look: Look) -> Findings:
    """The old value is not what the change before it made of it."""
    for chain in chains(look.book[ORDER_CHANGES].records):
        for i, change in enumerate(chain[1:]):
            before = chain[i]
            if meant(change, change.old_value) != meant(before, before.new_value):
                yield look.at(
                    ORDER_CHANGES,
                    change,
                    "old_value",
                    expected=before.new_value,
                    before=before.change_no,
                )


def chg_new_value_differs(look: Look) -> Findings:
    """The last approved new value is not what stands in the order now."""
    for change, order, line in _last_changes(look):
        if not is_approved(change) or change.change_date > look.as_of:
            continue
        if change.field is ChangedField.CANCELLED:
            if change.line_no is None and not order.is_void:
                status = order.status.label
                yield look.at(ORDER_CHANGES, change, "new_value", expected=status)
        elif changed_column(change) and (line or change.line_no is None):
            now = standing(change, order, line)
            if now != meant(change, change.new_value):
                yield look.at(ORDER_CHANGES, change, "new_value", expected=now)


def chg_below_delivered(look: Look) -> Findings:
    """A quantity is changed to less than was delivered and not returned."""
    for change, _, line in _last_changes(look):
        if change.field is ChangedField.QUANTITY and line:
            rows = look.moved.get((line.order_no, line.line_no), [])
            least = sum([signed_quantity(row) for row in rows], Decimal(0))
            new = meant(change, change.new_value)
            if isinstance(new, Decimal) and new < least:
                yield look.at(ORDER_CHANGES, change, "new_value", expected=least)


def chg_below_invoiced(look: Look) -> Findings:
    """A line is changed to be worth less than was invoiced of it."""
    for change, order, line in _last_changes(look):
        changed = changed_line(change, line) if line else None
        if changed is None:
            continue
        least = look.invoicing.by_line.get((order.order_no, changed.line_no))
        if least and (worth := worth_after(look.book, order, changed)) < least:
            facts = {"worth": worth, "invoiced": least}
            yield look.at(ORDER_CHANGES, change, "new_value", **facts)


def _last_changes(
    look: Look,
) -> list[tuple[OrderChange, Order, OrderLine | None]]:
    """Return the last change of each field, with its order and its line."""
    found = []
    for chain in chains(look.book[ORDER_CHANGES].records):
        if order := look.book.orders.get(chain[-1].order_no):
            lines = look.book.lines_of.get(order.order_no, [])
            same = [line for line in lines if line.line_no == chain[-1].line_no]
            found.append((chain[-1], order, same[0] if same else None))
    return found

"""Invoiced: which invoices speak of a row of 发货, for how much, and since when.

发票明细 is the source. A fact that follows from it is not asked for twice:
as soon as it names a row of 发货, its lines count and the amount typed there
(已开票额) does not, not even where every such invoice is void. Where it does
not name the row, the typed amount counts; it has no invoice, so no number and
no day either. Lines of an invoice that 发票 lacks count: nothing shall be
invoiced twice because a row could not be read.
"""

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from xlsales.ledger.movements import Movement
from xlsales.money import ZERO, total
from xlsales.sheets.book import Book, first_by
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.invoices import (
    INVOICE_LINES,
    INVOICES,
    MAILINGS,
    Invoice,
    InvoiceLine,
    RedReason,
)

DeliveryKey = tuple[str, str, int]


class InvoicedLine(NamedTuple):
    """A line of 发票明细, with its invoice if 发票 has it."""

    line: InvoiceLine
    invoice: Invoice | None

    def is_out(self, as_of: dt.date) -> bool:
        """Whether it was issued by that day."""
        return self.invoice is None or self.invoice.invoice_date <= as_of

    @property
    def is_allowance(self) -> bool:
        """Whether it takes off the price in red; the goods stay invoiced."""
        reason = self.invoice.red_reason if self.invoice else None
        return reason is RedReason.ALLOWANCE


class Received(NamedTuple):
    """What of a movement an invoice is for, and the day the customer had it."""

    amount: Decimal
    day: dt.date | None


def delivery_key(movement: Movement) -> DeliveryKey:
    """Return how 发票明细 names a movement: delivery, order and line of the order."""
    return movement.delivery.delivery_no, movement.order.order_no, movement.line.line_no


class Invoiced:
    """The invoices of a book by what they are for."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @cached_property
    def invoices(self) -> dict[str, Invoice]:
        """Every invoice by its number, void ones too."""
        return first_by(self._book[INVOICES].records, lambda one: one.invoice_no)

    @cached_property
    def _named(self) -> set[DeliveryKey]:
        return {_key(line) for line in self._book[INVOICE_LINES].records}

    @cached_property
    def lines(self) -> dict[DeliveryKey, list[InvoicedLine]]:
        """The lines of what is not void, by the row of 发货 they name."""
        found: dict[DeliveryKey, list[InvoicedLine]] = defaultdict(list)
        for line in self._book[INVOICE_LINES].records:
            invoice = self.invoices.get(line.invoice_no)
            if invoice is None or not invoice.is_void:
                found[_key(line)].append(InvoicedLine(line, invoice))
        return dict(found)

    def lines_of(self, movement: Movement, as_of: dt.date) -> list[InvoicedLine]:
        """Return the lines that were issued for a movement by a day."""
        if not self.lines:
            return []
        found = self.lines.get(delivery_key(movement), ())
        return [one for one in found if one.is_out(as_of)]

    def amount(self, movement: Movement, as_of: dt.date) -> Decimal:
        """Return what of a movement is invoiced; red lines take off.

        An amount typed on a return is taken off whatever its sign.
        """
        if self._named and delivery_key(movement) in self._named:
            return total(one.line.amount for one in self.lines_of(movement, as_of))
        row = movement.delivery
        if row.invoiced_amount is None or row.line_no != movement.line.line_no:
            return ZERO  # freight that nobody typed stands on the row of other goods
        if row.kind is DeliveryKind.RETURN:
            return -abs(row.invoiced_amount)
        return row.invoiced_amount

    def allowed(self, movement: Movement, as_of: dt.date) -> Decimal:
        """Return what was allowed on a movement in red; it is not invoiced again."""
        found = self.lines_of(movement, as_of)
        return -total(one.line.amount for one in found if one.is_allowance)

    def numbers(self, movement: Movement, as_of: dt.date) -> tuple[str, ...]:
        """Return the numbers of the invoices of a movement, as they stand."""
        found = (one.line.invoice_no for one in self.lines_of(movement, as_of))
        return tuple(dict.fromkeys(found))

    def received(self, movement: Movement) -> list[Received]:
        """Return what of a movement the customer has invoices for, each with its day.

        A red line takes off the invoice that it corrects, unless it allows for
        something: that is less to pay and no wait. Together never more than the
        movement: what is left of it waits for an invoice.
        """
        of: dict[str, Decimal] = defaultdict(lambda: ZERO)
        lines = self.lines.get(delivery_key(movement), ()) if self.lines else ()
        for one in lines:
            line, invoice = one
            if not one.is_allowance:
                of[(invoice and invoice.red_of) or line.invoice_no] += line.amount
        left, found = movement.amount, []
        for number, amount in of.items():
            taken = min(amount, left)
            if taken > 0:
                left -= taken
                found.append(Received(taken, self.received_on(number)))
        return found

    def received_on(self, invoice_no: str) -> dt.date | None:
        """Return the day an invoice reached the customer; none if it has not.

        A digital one is there when it is issued. One on paper on 客户收票日, or
        when the customer signed for the letter it was in (邮寄).
        """
        invoice = self.invoices.get(invoice_no)
        if invoice is None:
            return None
        if invoice.kind.is_digital:
            return invoice.invoice_date
        return invoice.received_on or self._signed_for.get(invoice_no)

    @cached_property
    def _signed_for(self) -> dict[str, dt.date]:
        found: dict[str, dt.date] = {}
        for one in self._book[MAILINGS].records:
            if one.invoice_no and one.received_on:
                earlier = found.get(one.invoice_no, one.received_on)
                found[one.invoice_no] = min(earlier, one.received_on)
        return found


def _key(line: InvoiceLine) -> DeliveryKey:
    return line.delivery_no, line.order_no, line.order_line

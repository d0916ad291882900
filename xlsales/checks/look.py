"""What a check may look at: the book, the day, and what follows from both.

Long because it is one list: each thing that several checks ask for, reckoned once.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from xlsales.checks.invoice_sums import InvoiceSums
from xlsales.checks.problem import Place
from xlsales.ledger.contracts import ContractsInForce
from xlsales.ledger.credit_limits import CreditLimits
from xlsales.ledger.exposure import Exposures
from xlsales.ledger.gate import Gate
from xlsales.ledger.invoice_requests import Requested
from xlsales.ledger.invoices import Invoicing
from xlsales.ledger.order_numbers import NumberForm, number_forms, sequence_of
from xlsales.ledger.prices import Inquiry, PriceList, Tie
from xlsales.ledger.quoted import price_list
from xlsales.ledger.receivables import Receivables, days_late, receivables_of
from xlsales.ledger.workdays import WorkCalendar, work_calendar
from xlsales.money import rounded
from xlsales.sheets.book import Book
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.columns import Choice, ColumnType
from xlsales.sheets.contracts import CONTRACTS
from xlsales.sheets.customers import Customer
from xlsales.sheets.deliveries import DELIVERIES, Delivery, DeliveryKind
from xlsales.sheets.orders import (
    ORDER_LINES,
    ORDERS,
    LineType,
    Order,
    OrderLine,
    OrderStatus,
)
from xlsales.sheets.products import Price, Product
from xlsales.sheets.sheet import R, Record, Sheet
from xlsales.sheets.staff import Person, Role, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a check found; its code and kind are those of the check."""

    place: Place
    order_no: str = ""
    found: object = None
    expected: object = None
    facts: Mapping[str, object] = field(default_factory=dict)


Findings = Iterator[Found]
_NOTHING = Decimal(0)
_PLACES = {ColumnType.MONEY: 2, ColumnType.RATE: 4, ColumnType.DISCOUNT: 4}


def shown(value: object) -> object:
    """Return a value of a record as its cell shows it: a choice by its words."""
    return value.label if isinstance(value, Choice) else value


def as_percent(rate: Decimal) -> str:
    """Return a rate as a sentence says it: 0.001 is 0.1%."""
    return f"{(rate * 100).normalize():f}%"


class Look:
    """A book as of a day, and the derived facts that several checks share."""

    def __init__(self, book: Book, as_of: dt.date) -> None:
        self.book = book
        self.as_of = as_of

    def at(
        self,
        sheet: Sheet[R],
        record: Record,
        key: str,
        *,
        expected: object = None,
        **facts: object,
    ) -> Found:
        """Return a finding at a column of a record, with the value found there."""
        table = self.book[sheet]
        return Found(
            place=Place(
                sheet=table.name, cell=table.cell(key, record.row), row=record.row
            ),
            order_no=getattr(record, "order_no", "") or "",
            found=_to_places(sheet.column[key].kind, shown(getattr(record, key))),
            expected=_to_places(sheet.column[key].kind, expected),
            facts=facts,
        )

    @cached_property
    def orders(self) -> list[Order]:
        """The orders that are not void."""
        return [order for order in self.book.orders.values() if not order.is_void]

    @cached_property
    def half_read(self) -> dict[str, int]:
        """The row of each order that lacks a fact without which it is no record."""
        table = self.book[ORDERS]
        facts = zip(
            table.rows,
            table.values("order_no"),
            table.values("status"),
            table.complete,
            strict=True,
        )
        return {
            order_no: row
            for row, order_no, status, complete in facts
            if isinstance(order_no, str)
            and not complete
            and status is not OrderStatus.VOID
            and order_no not in self.book.orders
        }

    @cached_property
    def lines(self) -> list[tuple[Order, OrderLine]]:
        """The lines of those orders, each with its order."""
        orders = {order.order_no: order for order in self.orders}
        return [
            (orders[line.order_no], line)
            for line in self.book[ORDER_LINES].records
            if line.order_no in orders
        ]

    @cached_property
    def goods(self) -> list[tuple[Order, OrderLine, Product]]:
        """The lines that sell goods, each with its order and product."""
        return [
            (order, line, product)
            for order, line in self.lines
            if line.line_type is LineType.GOODS
            and (product := self.book.products.get(line.product_code))
        ]

    @cached_property
    def shipped(self) -> dict[tuple[str, int], Decimal]:
        """The quantity shipped of each order line by the day, returned or not."""
        shipped: dict[tuple[str, int], Decimal] = {}
        for row in self.book[DELIVERIES].records:
            if row.kind is DeliveryKind.DELIVERY and row.ship_date <= self.as_of:
                key = (row.order_no, row.line_no)
                shipped[key] = shipped.get(key, _NOTHING) + row.quantity
        return shipped

    def any_line(self, key: str, is_so: Callable[[Any], bool]) -> bool:
        """Whether any value of a column of 订单明细 is so; each is asked once."""
        values = self.book[ORDER_LINES].column(key).distinct
        return any(is_so(one) for one in values if not _says_nothing(one))

    @cached_property
    def moved(self) -> dict[tuple[str, int], list[Delivery]]:
        """The deliveries and returns of each order line, as they stand in 发货."""
        rows: dict[tuple[str, int], list[Delivery]] = defaultdict(list)
        for row in self.book[DELIVERIES].records:
            rows[row.order_no, row.line_no].append(row)
        return dict(rows)

    @cached_property
    def numbers(self) -> list[tuple[Order, NumberForm, int | None]]:
        """Each order of a known customer, voids too, with the form of its number.

        And its place in the series of that form, if it is of it.
        """
        form_of = number_forms(self.book.settings.order_number_pattern)
        return [
            (order, form, sequence_of(order.order_no, form))
            for order in self.book.orders.values()
            if (customer := self.customer_of(order))
            for form in [form_of(customer, order.order_date)]
        ]

    @cached_property
    def unshipped(self) -> set[str]:
        """The orders of which something is still to be shipped; freight is not."""
        return {
            line.order_no
            for _, line in self.lines
            if line.line_type is not LineType.FREIGHT
            and self.shipped.get((line.order_no, line.line_no), 0) < line.quantity
        }

    @cached_property
    def price_list(self) -> PriceList:
        """The prices, ready to be asked."""
        return price_list(self.book)

    @cached_property
    def ordered(self) -> dict[tuple[str, str], Decimal]:
        """The quantity of each product on each order, gifts excluded."""
        quantity: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
        for order, line, product in self.goods:
            quantity[order.order_no, product.product_code] += line.quantity
        return dict(quantity)

    @cached_property
    def priced(self) -> list[tuple[OrderLine, Product, Price | Tie | None]]:
        """Every goods line with the price in force on its order's date.

        A line that orders nothing has none: that is a fault of the quantity.
        """
        return [
            (line, product, self.price_list.in_force(inquiry))
            for order, line, product in self.goods
            if line.quantity > 0 and (inquiry := self._inquiry(order, product))
        ]

    def _inquiry(self, order: Order, product: Product) -> Inquiry | None:
        customer = self.customer_of(order)
        if customer is None:
            return None
        quantity = self.ordered[order.order_no, product.product_code]
        return Inquiry(product, customer, order.currency, quantity, order.order_date)

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The firm's working days."""
        return work_calendar(self.book.calendar)

    @cached_property
    def receivables(self) -> Receivables:
        """What customers owe."""
        return receivables_of(self.book)

    @cached_property
    def invoicing(self) -> Invoicing:
        """What is invoiced, and what may be."""
        return Invoicing(self.receivables, self.as_of)

    @cached_property
    def invoice_sums(self) -> InvoiceSums:
        """What the lines of each invoice come to."""
        return InvoiceSums(self.book)

    @cached_property
    def requested(self) -> Requested:
        """What the requests for invoices are for."""
        return Requested(self.invoicing)

    @cached_property
    def exposures(self) -> Exposures:
        """What customers could still fail to pay."""
        return Exposures(self.receivables, self.unshipped, self.as_of)

    @cached_property
    def contracts_in_force(self) -> ContractsInForce:
        """What customers agreed with us."""
        return ContractsInForce(self.book[CONTRACTS].records)

    @cached_property
    def gate(self) -> Gate:
        """What is cleared of the orders that are paid for first."""
        return Gate(self.receivables, self.as_of)

    @cached_property
    def limits(self) -> CreditLimits:
        """What customers may owe."""
        return CreditLimits(self.book, self.as_of)

    @cached_property
    def days_late(self) -> dict[str, int]:
        """How many days late each customer's oldest open item is."""
        return days_late(self.receivables.open_items(self.as_of), self.as_of)

    def customer_of(self, order: Order) -> Customer | None:
        """Return an order's customer, if the sheet has it."""
        return self.book.customers.get(order.customer_code)

    def person(self, code: str | None) -> Person | None:
        """Return an employee by code."""
        return self.book.staff.get(code) if code else None

    @cached_property
    def properly_released(self) -> set[str]:
        """The orders that someone released who may, with reason and date."""
        return {o.order_no for o in self.orders if self.release_fault(o) == ""}

    def release_fault(self, order: Order) -> str | None:
        """Return the column of a release that is wrong, "" if none, None unreleased."""
        signed = (order.released_by, order.release_reason, order.released_at)
        if not any(signed):
            return None
        person = self.person(order.released_by)
        if person is None or order.released_by == order.maker:
            return "released_by"
        if person.status is not Status.ACTIVE or Role.RELEASER not in person.roles:
            return "released_by"
        if not order.release_reason:
            return "release_reason"
        return "" if order.released_at else "released_at"


def look_at(book: Book, as_of: dt.date) -> Look:
    """Return the look at a book on a day; asked again, it is the same one."""
    found: Look = book.derived.setdefault((Look, as_of), Look(book, as_of))
    return found


def _says_nothing(value: object) -> bool:
    return value is None or isinstance(value, Unreadable)


def _to_places(kind: ColumnType, fact: object) -> object:
    """Return money with two decimals and a ratio with four; the rest as it is."""
    places = _PLACES.get(kind)
    return rounded(fact, places) if places and isinstance(fact, Decimal) else fact

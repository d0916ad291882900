"""Invoice requests: what each row of 开票申请 is for (S-128).

An open request is for what is left to invoice of its customer: of its month, of
the deliveries it names, or, where it says neither, of all that may be invoiced
now. What an earlier request takes is not there for a later one. Once an invoice
names the request, it is for what its invoices say.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from xlsales.ledger.invoices import Billable, Invoicing
from xlsales.periods import Period, parse_period
from xlsales.sheets.invoices import (
    INVOICE_REQUESTS,
    INVOICES,
    Invoice,
    InvoiceRequest,
    RequestState,
)


class Requested:
    """What the requests of a book are for, as of a day."""

    def __init__(self, invoicing: Invoicing) -> None:
        self._invoicing = invoicing
        self._book = invoicing.book

    @cached_property
    def invoices_of(self) -> dict[str, list[Invoice]]:
        """The invoices that name a request; void ones do not."""
        found: dict[str, list[Invoice]] = defaultdict(list)
        for one in self._book[INVOICES].records:
            if one.request_no and not one.is_void:
                found[one.request_no].append(one)
        return dict(found)

    def is_open(self, request: InvoiceRequest) -> bool:
        """Whether finance has not made an invoice of it yet."""
        asked = request.state is RequestState.REQUESTED
        return asked and request.request_no not in self.invoices_of

    def lines(self, request: InvoiceRequest) -> list[Billable]:
        """Return what a request is for; one that was sent back is for nothing."""
        if self.is_open(request):
            return self._asked.get(request.request_no, [])
        return list(self._issued(request))

    def _issued(self, request: InvoiceRequest) -> Iterator[Billable]:
        numbers = {
            one.invoice_no for one in self.invoices_of.get(request.request_no, ())
        }
        for standing in self._invoicing.standings if numbers else ():
            moved = standing.movement
            for line, _ in self._invoicing.invoiced.lines_of(
                moved, self._invoicing.as_of
            ):
                if line.invoice_no in numbers:
                    quantity = line.quantity
                    if quantity is None:
                        quantity = moved.quantity
                    yield Billable(moved, standing.date, quantity, line.amount)

    @cached_property
    def _asked(self) -> dict[str, list[Billable]]:
        left: dict[tuple[str, str], list[Billable]] = defaultdict(list)
        for one in self._invoicing.billable:
            order = one.movement.order
            left[order.customer_code, order.currency].append(one)
        found = {}
        requests = self._book[INVOICE_REQUESTS].records
        for request in sorted(requests, key=_by_date):
            if self.is_open(request):
                key = request.customer_code, request.currency
                found[request.request_no] = taken = self._wanted(request, left[key])
                left[key] = [one for one in left[key] if one not in taken]
        return found

    def _wanted(self, request: InvoiceRequest, left: list[Billable]) -> list[Billable]:
        named, month = request.deliveries, self.month(request)
        if named:
            left = [o for o in left if o.movement.delivery.delivery_no in named]
        if month:
            month_of = self._invoicing.month
            left = [o for o in left if month_of(o.movement, o.date) == month]
        if not named and not month:
            left = [one for one in left if self._invoicing.waits(one) is None]
        return left

    def month(self, request: InvoiceRequest) -> Period | None:
        """Return the statement month a request is for, if it says one."""
        if request.period is None:
            return None
        return parse_period(request.period, self._book.settings.year_start)


def _by_date(request: InvoiceRequest) -> tuple[object, ...]:
    return request.request_date, request.request_no

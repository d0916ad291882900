"""Billing: what was invoiced of the deliveries of agreed months."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.demo.customers import Buyer
from xlsales.demo.days import later
from xlsales.demo.firm import ACCOUNTANT, CASHIER, MAKERS, MANAGER, SUPERVISOR
from xlsales.demo.reconciling import Issued
from xlsales.demo.rows import Numbers, Row
from xlsales.demo.shipping import Shipment
from xlsales.ledger.due_dates import statement_month
from xlsales.money import ZERO, tax_in, total
from xlsales.periods import Period
from xlsales.sheets.invoices import IssuedKind, Mailed, RedReason, RequestState

_ON_PAPER = 7
_DIGITAL_SERIES, _PAPER_SERIES = "26990000000000", 31200100
_ITEMS_A_LETTER = 1


@dataclass(frozen=True, kw_only=True)
class BilledLine:
    """So much of a line of a delivery; negative on an invoice in red."""

    shipment: Shipment
    order_line: int
    quantity: Decimal
    amount: Decimal

    @property
    def tax(self) -> Decimal:
        """The tax that is in its amount."""
        return tax_in(self.amount, self.shipment.sale.lines[self.order_line - 1].tax)


@dataclass(frozen=True, kw_only=True)
class Bill:
    """One invoice, in red if it takes back what another one said."""

    number: str
    request: str | None
    buyer: Buyer
    month: Period
    day: date
    lines: tuple[BilledLine, ...]
    red_of: str | None = None

    @property
    def amount(self) -> Decimal:
        """What it comes to."""
        return total(line.amount for line in self.lines)

    @property
    def kind(self) -> IssuedKind:
        """What the customer may use; a few still want paper."""
        if self.buyer.channel == "直销用户":
            return IssuedKind.DIGITAL_ORDINARY
        is_paper = self.buyer.number % 10 == _ON_PAPER
        return IssuedKind.SPECIAL if is_paper else IssuedKind.DIGITAL_SPECIAL

    @property
    def requested(self) -> date:
        """When the desk asked finance for it."""
        return self.day

    @property
    def received(self) -> date:
        """When the customer had it: at once, or when the letter came."""
        return self.day if self.kind.is_digital else later(self.day, 4)


def bills(statements: Iterable[Issued], shipments: Iterable[Shipment]) -> list[Bill]:
    """Return the invoices for the statements agreed to, by the day of issue."""
    shipments = list(shipments)
    parts = _parts(shipments)
    agreed = [
        (later(one.agreed, 1 + one.buyer.number % 3), one)
        for one in statements
        if one.agreed and (one.buyer.code, one.month) in parts
    ]
    requests, made = Numbers("KP"), []
    for day, one in sorted(agreed, key=lambda it: (it[0], it[1].buyer.number)):
        lines = parts[one.buyer.code, one.month]
        made.append((day, one, lines))
    found = [
        _bill(place, day, one, tuple(lines), requests)
        for place, (day, one, lines) in enumerate(made, 1)
    ]
    return found + _in_red(found, shipments)


def _bill(
    place: int,
    day: date,
    statement: Issued,
    lines: tuple[BilledLine, ...],
    requests: Numbers,
) -> Bill:
    bill = Bill(
        number="",
        request=requests.next(day),
        buyer=statement.buyer,
        month=statement.month,
        day=day,
        lines=lines,
    )
    return _with_number(bill, place)


def _with_number(bill: Bill, place: int) -> Bill:
    """Return it with a number as such an invoice has: 20 digits, 8 on paper."""
    digital = f"{_DIGITAL_SERIES}{place:06d}"
    number = digital if bill.kind.is_digital else str(_PAPER_SERIES + place)
    return Bill(**{**vars(bill), "number": number})


def _parts(
    shipments: list[Shipment],
) -> dict[tuple[str, Period], list[BilledLine]]:
    """Return what may be invoiced of each customer's months, less what came back.

    What came back after its month is left for an invoice in red.
    """
    back = _came_back(shipments)
    found: defaultdict[tuple[str, Period], list[BilledLine]] = defaultdict(list)
    for one in shipments:
        buyer = one.sale.buyer
        if one.back_from or one.signed is None or buyer.pays_first:
            continue
        month = statement_month(one.signed, buyer.cutoff)
        for piece in one.pieces:
            quantity, amount = back.get((one.number, piece.line_no), (ZERO, ZERO))
            if piece.amount - amount > 0:
                found[buyer.code, month].append(
                    BilledLine(
                        shipment=one,
                        order_line=piece.line_no,
                        quantity=piece.quantity - quantity,
                        amount=piece.amount - amount,
                    )
                )
    return dict(found)


def _came_back(
    shipments: list[Shipment],
) -> dict[tuple[str, int], tuple[Decimal, Decimal]]:
    """Return what came back of each line; the last return was noticed too late."""
    returns = [one for one in shipments if one.back_from]
    return {
        (one.back_from.number, piece.line_no): (piece.quantity, piece.amount)
        for one in returns[:-1]
        if one.back_from
        for piece in one.pieces
    }


def _in_red(found: list[Bill], shipments: list[Shipment]) -> list[Bill]:
    """Return the invoice in red for what came back last, if it was invoiced."""
    last = [one for one in shipments if one.back_from][-1]
    for bill in found:
        if any(line.shipment is last.back_from for line in bill.lines):
            lines = tuple(
                BilledLine(
                    shipment=last,
                    order_line=piece.line_no,
                    quantity=ZERO - piece.quantity,
                    amount=ZERO - piece.amount,
                )
                for piece in last.pieces
            )
            red = Bill(
                number="",
                request=None,
                buyer=bill.buyer,
                month=bill.month,
                day=later(bill.day, 6),
                lines=lines,
                red_of=bill.number,
            )
            return [_with_number(red, len(found) + 1)]
    return []


def request_rows(found: Iterable[Bill]) -> list[Row]:
    """Return what finance was asked for."""
    return [
        {
            "request_no": bill.request,
            "request_date": bill.requested,
            "customer_code": bill.buyer.code,
            "period": str(bill.month),
            "amount": bill.amount,
            "state": RequestState.ISSUED,
            "maker": MAKERS[0],
            "checker": SUPERVISOR,
        }
        for bill in found
        if bill.request
    ]


def invoice_rows(found: Iterable[Bill]) -> list[Row]:
    """Return the invoices."""
    return [
        {
            "invoice_no": bill.number,
            "invoice_date": bill.day,
            "customer_code": bill.buyer.code,
            "kind": bill.kind,
            "amount": bill.amount,
            "tax": total(line.tax for line in bill.lines),
            "request_no": bill.request,
            "red_of": bill.red_of,
            "red_reason": RedReason.RETURN if bill.red_of else None,
            "red_confirmed_on": bill.day if bill.red_of else None,
            "maker": MAKERS[0],
            "issuer": CASHIER,
            "checker": ACCOUNTANT,
            "handed_to": None if bill.kind.is_digital else MANAGER,
            "received_on": bill.received,
        }
        for bill in found
    ]


def invoice_line_rows(found: Iterable[Bill]) -> list[Row]:
    """Return which deliveries the invoices are for."""
    return [
        {
            "invoice_no": bill.number,
            "line_no": number,
            "delivery_no": line.shipment.number,
            "order_no": line.shipment.sale.number,
            "order_line": line.order_line,
            "quantity": line.quantity,
            "amount": line.amount,
        }
        for bill in found
        for number, line in enumerate(bill.lines, 1)
    ]


def mailing_rows(found: Iterable[Bill]) -> list[Row]:
    """Return the letters in which invoices on paper went out."""
    letters = [bill for bill in found if not bill.kind.is_digital]
    return [
        {
            "mail_no": f"KD{bill.day:%y%m%d}{number:04d}",
            "line_no": 1,
            "sent_on": later(bill.day, 1),
            "item": Mailed.INVOICE,
            "customer_code": bill.buyer.code,
            "invoice_no": bill.number,
            "amount": bill.amount,
            "quantity": _ITEMS_A_LETTER,
            "sender": MAKERS[1],
            "received_on": bill.received,
            "verified_by": MAKERS[0],
        }
        for number, bill in enumerate(letters, 1)
    ]

"""Reconciling: the statements that were issued, and what customers said to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.demo.customers import Buyer
from xlsales.demo.days import LAST, later
from xlsales.demo.owing import Item
from xlsales.demo.paying import Kept, Payment
from xlsales.demo.rows import Numbers, Row, dice
from xlsales.ledger.due_dates import statement_bounds
from xlsales.money import ZERO, total
from xlsales.periods import Period
from xlsales.sheets.receivables import PaperState, ReceiptState
from xlsales.sheets.settlements import Agreement

_MONTHS = tuple(Period(2026, number) for number in (6, 7, 8, 9))
_DISPUTES = {("C008", "2026-08"): "-126.00", ("C016", "2026-07"): "58.50"}
_CAUSE = "客户按收货数记账，退货单未入账"
_SILENT = ("C012", "C026")
_OUT = (ReceiptState.BOUNCED, ReceiptState.DEPOSITED)


@dataclass(frozen=True, kw_only=True)
class Issued:
    """One statement of a customer and what came back of it."""

    number: str
    buyer: Buyer
    month: Period
    issued: date
    closing: Decimal
    returned: date | None
    agreement: Agreement
    difference: Decimal | None = None

    @property
    def agreed(self) -> date | None:
        """When the customer agreed, if it did."""
        return self.returned if self.agreement is Agreement.AGREED else None


class Accounts:
    """What every customer on credit owed at the end of a day."""

    def __init__(
        self, items: Iterable[Item], paid: Iterable[Payment], kept: Iterable[Kept]
    ) -> None:
        self._moves: dict[str, list[tuple[date, Decimal]]] = {}
        for item in items:
            self._move(item.buyer, item.day, item.amount)
        for one in paid:
            day = one.day if one.method.is_bill else one.cleared
            if one.state not in _OUT and day:
                self._move(one.buyer, day, -one.amount)
        for less in kept:
            if less.paper is PaperState.ARRIVED:
                self._move(less.buyer, less.day, -less.amount)

    def _move(self, buyer: Buyer, day: date, amount: Decimal) -> None:
        self._moves.setdefault(buyer.code, []).append((day, amount))

    def balance(self, buyer: Buyer, day: date) -> Decimal:
        """Return what was owed at the end of a day."""
        moves = self._moves.get(buyer.code, ())
        return total(amount for at, amount in moves if at <= day)

    def is_moved(self, buyer: Buyer, first: date, last: date, closing: Decimal) -> bool:
        """Whether there is something to say of the days from the first to the last."""
        moves = self._moves.get(buyer.code, ())
        return bool(closing) or any(first <= at <= last for at, _ in moves)


def issued_statements(buyers: Iterable[Buyer], accounts: Accounts) -> list[Issued]:
    """Return the statements of four months to whoever buys on credit."""
    luck = dice("statements")
    numbers = Numbers("DZ")
    found = []
    for month in _MONTHS:
        over = statement_bounds(month, None)[1]
        issued = later(over, 1)
        for buyer in buyers:
            first, end = statement_bounds(month, buyer.cutoff)
            closing = accounts.balance(buyer, end)
            if buyer.pays_first or not accounts.is_moved(buyer, first, end, closing):
                continue
            day = later(issued, luck.randint(2, 6))
            returned, agreement, off = _answer(buyer, month, day)
            found.append(
                Issued(
                    number=numbers.next(issued),
                    buyer=buyer,
                    month=month,
                    issued=issued,
                    closing=closing,
                    returned=returned,
                    agreement=agreement,
                    difference=off,
                )
            )
    return found


def _answer(
    buyer: Buyer, month: Period, day: date
) -> tuple[date | None, Agreement, Decimal | None]:
    """Return what a customer said to a statement, and when; a few say nothing."""
    off = _DISPUTES.get((buyer.code, str(month)))
    if off is not None:
        return day, Agreement.DIFFERS, Decimal(off)
    is_silent = buyer.is_slow or (buyer.code in _SILENT and month == _MONTHS[-1])
    if is_silent or day > LAST:
        return None, Agreement.WAITING, None
    return day, Agreement.AGREED, None


def statement_rows(statements: Iterable[Issued]) -> list[Row]:
    """Return the register of statements."""
    return [
        {
            "statement_no": one.number,
            "customer_code": one.buyer.code,
            "period": str(one.month),
            "issued_on": one.issued,
            "closing": one.closing + ZERO,
            "finance_agreed_on": one.issued,
            "returned_on": one.returned,
            "agreement": one.agreement,
            "difference": one.difference,
            "cause": _CAUSE if one.difference else None,
            "resolved_on": later(one.returned, 6)
            if one.difference and one.returned
            else None,
        }
        for one in statements
    ]

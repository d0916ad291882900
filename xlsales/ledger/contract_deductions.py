"""Contract deductions: what a store kept back, against what its contract says.

Rebates and service fees of 扣款 are held against the fees that the store keeps
back itself; claims, bank charges and rounding come from no contract.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from xlsales.ledger.contract_fees import ContractFees, Fee
from xlsales.ledger.contract_terms import deduction_kind, is_kept_back
from xlsales.money import ZERO, total
from xlsales.periods import Period, period_of
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import Contract, ContractTerm
from xlsales.sheets.receivables import DEDUCTIONS, Deduction, DeductionKind

FROM_CONTRACT = frozenset({DeductionKind.REBATE, DeductionKind.SERVICE_FEE})


class Account(NamedTuple):
    """What is held against each other: one kind of one contract and currency."""

    contract_no: str
    kind: DeductionKind
    currency: str

    @classmethod
    def of(cls, row: Deduction) -> "Account":
        """Return what a row of 扣款 is held against."""
        return cls(row.contract_no or "", row.kind, row.currency)


@dataclass(frozen=True, slots=True)
class MonthOfDeductions:
    """What a store should have kept back in a month, and what it did.

    Attributes:
        fees: what the contract says falls due in the month.
        rows: what was kept back in it.
        unexplained: those of ``rows`` that no term of any contract speaks of.
    """

    account: Account
    month: Period
    fees: tuple[Fee, ...]
    rows: tuple[Deduction, ...]
    unexplained: tuple[Deduction, ...]

    @property
    def expected(self) -> Decimal:
        """The sum of the fees."""
        return total(fee.amount for fee in self.fees)

    @property
    def real(self) -> Decimal:
        """The sum of what was kept back."""
        return total(row.amount for row in self.rows)

    @property
    def difference(self) -> Decimal:
        """What was kept back beyond the contract; negative is still to come."""
        return self.real - self.expected


class Excess(NamedTuple):
    """A deduction that goes beyond the contract, and what of it was still due."""

    row: Deduction
    allowed: Decimal


def deductions_of(
    book: Book, fees: ContractFees, month: Period
) -> list[MonthOfDeductions]:
    """Return what a month's contracts cost, one entry for each kind of each contract.

    Only what has either a fee or a deduction in the month.
    """
    due: dict[Account, list[Fee]] = defaultdict(list)
    kept: dict[Account, list[Deduction]] = defaultdict(list)
    for fee in fees.of_month(month):
        if is_kept_back(fee.term):
            due[_of_fee(fee)].append(fee)
    for row in from_contracts(book):
        if row.date in month:
            kept[Account.of(row)].append(row)
    agreed = agreed_kinds(fees.contracts, fees.terms)
    return [
        MonthOfDeductions(
            account,
            month,
            tuple(due[account]),
            tuple(kept[account]),
            tuple(kept[account] if account not in agreed else ()),
        )
        for account in sorted(due.keys() | kept.keys(), key=_in_order)
    ]


def excesses(book: Book, fees: ContractFees) -> list[Excess]:
    """Return the deductions that take more than all that fell due until their month.

    Over the life of the contract: what is kept back later than it fell due, as a
    rebate of December is in January, goes beyond nothing.
    """
    rows: dict[Account, list[Deduction]] = defaultdict(list)
    for row in from_contracts(book):
        rows[Account.of(row)].append(row)
    agreed = agreed_kinds(fees.contracts, fees.terms)
    return [
        excess
        for account, own in rows.items()
        if account in agreed
        for excess in _beyond(own, _due(fees, account))
    ]


def from_contracts(book: Book) -> list[Deduction]:
    """Return the rebates and service fees of 扣款, in the order of dates."""
    rows = [one for one in book[DEDUCTIONS].records if one.kind in FROM_CONTRACT]
    return sorted(rows, key=attrgetter("date", "deduction_no"))


def agreed_kinds(
    contracts: Mapping[str, Contract], terms: Mapping[str, Sequence[ContractTerm]]
) -> set[Account]:
    """Return of what each contract speaks, whenever it falls due."""
    return {
        Account(number, deduction_kind(term.kind), contract.currency)
        for number, contract in contracts.items()
        for term in terms.get(number, ())
        if is_kept_back(term)
    }


def _due(fees: ContractFees, account: Account) -> list[Fee]:
    return [
        fee
        for fee in fees.by_contract.get(account.contract_no, ())
        if is_kept_back(fee.term) and _of_fee(fee) == account
    ]


def _beyond(rows: Sequence[Deduction], due: Sequence[Fee]) -> list[Excess]:
    taken = accumulate((row.amount for row in rows), initial=ZERO)
    found = []
    for row, before in zip(rows, taken, strict=False):
        month = period_of(row.date, 1)
        until_now = total(fee.amount for fee in due if fee.month <= month)
        left = max(until_now - before, ZERO)
        if row.amount > left:
            found.append(Excess(row, left))
    return found


def _of_fee(fee: Fee) -> Account:
    contract = fee.contract
    kind = deduction_kind(fee.term.kind)
    return Account(contract.contract_no, kind, contract.currency)


def _in_order(account: Account) -> tuple[str, str, str]:
    return account.contract_no, account.kind.name, account.currency

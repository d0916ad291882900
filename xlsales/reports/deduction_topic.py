"""Deductions: what customers kept back, by kind, against what contracts say (S-145).

What has its paper stands under its kind; the rest waits. Against the contract
rebates and service fees stand as they were kept back, with paper or without.
"""

from collections.abc import Iterator
from decimal import Decimal

from xlsales.ledger.contract_deductions import FROM_CONTRACT
from xlsales.ledger.contract_fees import ContractFees, Fee
from xlsales.ledger.contract_terms import is_kept_back
from xlsales.money import total
from xlsales.reports.topic import CUSTOMER_ONLY, Amounts, Asked, Measure, Part, Topic
from xlsales.sheets.receivables import DEDUCTIONS, Deduction, DeductionKind

_KINDS = {
    DeductionKind.REBATE: "rebate",
    DeductionKind.SERVICE_FEE: "service_fee",
    DeductionKind.CLAIM: "claim",
    DeductionKind.BANK_CHARGE: "bank_charge",
    DeductionKind.ROUNDING: "rounding",
}


def _parts(asked: Asked) -> Iterator[Part]:
    for row in asked.book[DEDUCTIONS].records:
        if asked.has(row.date):
            yield _kept(row)
    if not asked.window.has_begun:
        return
    fees = ContractFees(asked.book, asked.window.until)
    for of_contract in fees.by_contract.values():
        for fee in of_contract:
            if is_kept_back(fee.term) and _falls_due(asked, fee) and fee.amount:
                yield _due(fee)


def _kept(row: Deduction) -> Part:
    amounts = {_KINDS[row.kind] if row.has_paper else "waiting": row.amount}
    if row.kind in FROM_CONTRACT:
        amounts["real"] = row.amount
    return Part(
        currency=row.currency,
        customer=row.customer_code,
        amounts=amounts,
        date=row.date,
        document=row.deduction_no,
        what=row.kind.label,
    )


def _falls_due(asked: Asked, fee: Fee) -> bool:
    return asked.window.start <= fee.month.start <= asked.window.until


def _due(fee: Fee) -> Part:
    return Part(
        currency=fee.contract.currency,
        customer=fee.contract.customer_code,
        amounts={"expected": fee.amount},
        date=fee.month.start,
        document=fee.contract.contract_no,
        what=fee.term.kind.label,
    )


def _with_paper(sums: Amounts, _: int) -> Decimal:
    return total(sums[kind] for kind in _KINDS.values())


DEDUCTION = Topic(
    key="deductions",
    facts=CUSTOMER_ONLY,
    parts=_parts,
    measures=(
        Measure("rebate"),
        Measure("service_fee"),
        Measure("claim"),
        Measure("bank_charge"),
        Measure("rounding"),
        Measure("kept", of=_with_paper),
        Measure("waiting"),
        Measure("expected"),
        Measure("real"),
        Measure("difference", of=lambda sums, _: sums["real"] - sums["expected"]),
    ),
    ranked_by="kept",
    lists_parts=True,
)

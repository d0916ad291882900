"""Receipts: payments and deductions as rows of their sheets."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from xlsales.demo.agreements import store_contract
from xlsales.demo.customers import Buyer
from xlsales.demo.firm import ACCOUNTANT, CASHIER
from xlsales.demo.paying import Kept, Payment
from xlsales.demo.rows import Row
from xlsales.sheets.receivables import DeductionKind, Method, PaperState

_ACCEPTOR = "示例商业银行"
_ANNOUNCED = ("C001", "C004", "C007")
_ANNOUNCED_ON, _ANNOUNCED_FEE = date(2026, 10, 28), Decimal("1200.00")


def receipt_rows(payments: Iterable[Payment]) -> list[Row]:
    """Return the receipts by date, numbered within the year: SK26-0001."""
    counts: defaultdict[int, Iterator[int]] = defaultdict(lambda: itertools.count(1))
    ordered = sorted(payments, key=lambda one: (one.day, one.buyer.number))
    return [_receipt_row(one, next(counts[one.day.year])) for one in ordered]


def _receipt_row(one: Payment, number: int) -> Row:
    series = f"{one.day:%y}-{number:04d}"
    in_cash = one.method is Method.CASH
    return {
        "receipt_no": f"SK{series}",
        "voucher_no": None if in_cash else f"{one.day:%Y%m%d}{number:06d}",
        "cashier_no": f"SJ{series}" if in_cash else None,
        "receipt_date": one.day,
        "cleared_date": one.cleared,
        "issue_date": one.issued,
        "maturity": one.matures,
        "customer_code": one.buyer.code,
        "named_doc": one.named,
        "payer_name": None if in_cash else one.buyer.full_name,
        "acceptor": _ACCEPTOR if one.method.is_bill else None,
        "method": one.method,
        "amount": one.amount,
        "state": one.state,
        "refused_date": one.refused,
        "maker": CASHIER,
        "checker": ACCOUNTANT,
    }


def deduction_rows(kept: Iterable[Kept], buyers: Iterable[Buyer]) -> list[Row]:
    """Return what customers kept back, and fees announced but not kept yet."""
    announced = [
        Kept(
            buyer=buyer,
            day=_ANNOUNCED_ON,
            amount=_ANNOUNCED_FEE,
            kind=DeductionKind.SERVICE_FEE,
            paper=PaperState.WAITING,
        )
        for buyer in buyers
        if buyer.code in _ANNOUNCED
    ]
    ordered = sorted([*kept, *announced], key=lambda one: (one.day, one.buyer.number))
    return [_deduction_row(number, one) for number, one in enumerate(ordered, 1)]


def _deduction_row(number: int, one: Kept) -> Row:
    has_paper = one.paper is PaperState.ARRIVED
    return {
        "deduction_no": f"KK-{number:04d}",
        "customer_code": one.buyer.code,
        "contract_no": store_contract(one.buyer),
        "kind": one.kind,
        "date": one.day,
        "amount": one.amount,
        "paper_state": one.paper,
        "document": f"DJ{one.day:%y}{number:05d}" if has_paper else None,
        "remark": _remark(one),
    }


def _remark(one: Kept) -> str:
    if one.kind is DeductionKind.REBATE:
        return "季度返利,按货款1.5%"
    return "堆头及海报服务费"

"""核销 and 对账登记: what closed which document, and what customers agreed to."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class SettlementKind(Choice):
    """What a row of 核销 does."""

    ALLOCATION = ("核销", "Allocation")
    WRITE_OFF = ("尾差核销", "Write-off")
    ALLOWANCE = ("折让", "Allowance")
    REFUND = ("退款", "Refund")


class Agreement(Choice):
    """What came back of a statement; what did not is never agreed to."""

    WAITING = ("未回", "Not returned")
    AGREED = ("相符", "Agreed")
    DIFFERS = ("不符", "Differs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement(Record):
    """One allocation, write-off, allowance or refund by name (S-149, S-155)."""

    settlement_no: str = column.code("核销单号", "Settlement no.", is_key=True)
    date: dt.date = column.day("日期", "Date")
    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    kind: SettlementKind = column.choice(SettlementKind, "类别", "Kind")
    receipt_no: str | None = column.ref(
        "receipts",
        "收款单号",
        "Receipt no.",
        hint=("核销和退款填", "For allocations and refunds"),
    )
    document: str | None = column.code(
        "单据号",
        "Document no.",
        hint=(
            "发货单号或期初单号；退款不填",
            "A delivery or opening item; empty for refunds",
        ),
    )
    amount: Decimal = column.money("金额", "Amount")
    currency: str = column.currency("币种", "Currency")
    reason: str | None = column.words("原因", "Reason")
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")
    undone_on: dt.date | None = column.day(
        "撤销日",
        "Undone on",
        hint=("填了，从那天起这一行不算", "From then on the row counts no more"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord(Record):
    """One statement that was issued, and what became of it (S-143, S-147)."""

    statement_no: str = column.code("对账单号", "Statement no.", is_key=True)
    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    period: str = column.period("月份", "Month")
    currency: str = column.currency("币种", "Currency")
    issued_on: dt.date = column.day("出具日", "Issued on")
    closing: Decimal = column.money("期末余额", "Closing balance")
    content: str | None = column.code(
        "内容校验码",
        "Content code",
        secondary=True,
        hint=("由程序填写", "Filled in by the program"),
    )
    finance_agreed_on: dt.date | None = column.day(
        "财务核对日", "Agreed with finance on"
    )
    returned_on: dt.date | None = column.day("回传日", "Returned on")
    agreement: Agreement = column.choice(
        Agreement, "结果", "Result", default=Agreement.WAITING
    )
    difference: Decimal | None = column.money("差额", "Difference")
    cause: str | None = column.words("差异原因", "Cause")
    resolved_on: dt.date | None = column.day("解决日", "Resolved on")


SETTLEMENTS = Sheet(
    key="settlements",
    record=Settlement,
    title=Text("核销", "Settlements"),
    area=Area.MONEY,
    purpose=Text("指明的核销、折让、退款", "Allocations, allowances, refunds by name"),
)
STATEMENT_RECORDS = Sheet(
    key="statement_records",
    record=StatementRecord,
    title=Text("对账登记", "Statements issued"),
    area=Area.MONEY,
    purpose=Text("出具的对账单和客户的回复", "Statements issued and what came back"),
)

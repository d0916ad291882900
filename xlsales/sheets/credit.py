"""信用: how customers were rated, and how much they may owe."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.customers import CreditGrade
from xlsales.sheets.sheet import Area, Record, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditDecision(Record):
    """One rating or limit of a customer (S-175, S-177); the history is kept."""

    customer_code: str = column.ref(
        "customers", "客户编码", "Customer code", is_key=True
    )
    date: dt.date = column.day("日期", "Date", is_key=True)
    grade: CreditGrade | None = column.choice(CreditGrade, "信用等级", "Credit grade")
    limit: Decimal | None = column.money(
        "额度", "Limit", hint=("空=不改额度", "Empty: the limit stays")
    )
    until: dt.date | None = column.day(
        "临时额度至",
        "Until",
        hint=("填了就是临时额度，过期恢复", "With one the limit is for a time"),
    )
    currency: str = column.currency("币种", "Currency")
    reason: str | None = column.words("原因", "Reason", required=True)
    proposer: str | None = column.ref("staff", "提议人", "Proposed by")
    approver: str | None = column.ref("staff", "批准人", "Approved by", required=True)


CREDIT_DECISIONS = Sheet(
    key="credit_decisions",
    record=CreditDecision,
    title=Text("信用", "Credit"),
    area=Area.MASTER,
    purpose=Text("信用等级和额度的历史", "The history of grades and limits"),
)

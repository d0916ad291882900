"""催收 and 延期: what was done about money that is late."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class DunningStep(Choice):
    """The steps of the ladder, in order."""

    REMINDER = ("提醒", "Reminder")
    REPORT = ("未回款报告", "Report")
    LETTER = ("逾期函", "Letter")


class DeferralKind(Choice):
    """Why a document is not to be dunned as it stands."""

    EXTENSION = ("延期", "Extension")
    DISPUTE = ("争议", "Dispute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dunning(Record):
    """One step that was taken on one document (S-169, S-170, S-171, S-173)."""

    dunning_no: str = column.code("催收单号", "Dunning no.", is_key=True)
    date: dt.date = column.day("日期", "Date")
    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    step: DunningStep = column.choice(DunningStep, "步骤", "Step")
    document: str | None = column.code(
        "单据号",
        "Document no.",
        hint=("空=该客户全部逾期单据", "Empty: all that is late of the customer"),
    )
    currency: str = column.currency("币种", "Currency")
    amount: Decimal | None = column.money("金额", "Amount")
    reason: str | None = column.words(
        "原因",
        "Reason",
        hint=("未回款的原因，印在报告单上", "Why it was not paid; on the report"),
    )
    by: str | None = column.ref("staff", "经办人", "By", required=True)
    promised_on: dt.date | None = column.day("承诺付款日", "Promised for")
    proved: bool = column.flag(
        "有送达凭证",
        "Proof of delivery",
        default=False,
        hint=("中断诉讼时效要有凭证", "Without it no limitation period starts anew"),
    )
    result: str | None = column.words("结果", "Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferral(Record):
    """An extension or a dispute of one document (S-177, S-183)."""

    deferral_no: str = column.code("延期单号", "Deferral no.", is_key=True)
    date: dt.date = column.day("申请日", "Requested on")
    kind: DeferralKind = column.choice(DeferralKind, "类别", "Kind")
    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    document: str = column.code("单据号", "Document no.")
    new_due: dt.date | None = column.day(
        "新到期日",
        "New due date",
        hint=("延期必填；争议不填", "Required for an extension"),
    )
    amount: Decimal | None = column.money(
        "金额",
        "Amount",
        hint=("空=整张单据；只有一部分的填金额", "Empty: all of it; else the part"),
    )
    reason: str | None = column.words("原因", "Reason", required=True)
    requester: str | None = column.ref("staff", "申请人", "Requester", required=True)
    approver: str | None = column.ref("staff", "批准人", "Approver")
    approved_on: dt.date | None = column.day("批准日", "Approved on")
    settled_on: dt.date | None = column.day(
        "了结日", "Settled on", hint=("争议解决的日期", "When the dispute was settled")
    )


DUNNINGS = Sheet(
    key="dunnings",
    record=Dunning,
    title=Text("催收", "Dunning"),
    area=Area.MONEY,
    purpose=Text("提醒、未回款报告和逾期函", "Reminders, reports and letters"),
)
DEFERRALS = Sheet(
    key="deferrals",
    record=Deferral,
    title=Text("延期", "Deferrals"),
    area=Area.MONEY,
    purpose=Text("批准的延期和有争议的单据", "Extensions approved, items in dispute"),
)

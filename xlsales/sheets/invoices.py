"""开票申请, 发票, 发票明细 and 邮寄: from the request to the customer's hand."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet

_APART = re.compile(r"[、,，;；\s]+")


class IssuedKind(Choice):
    """What an invoice is."""

    DIGITAL_SPECIAL = ("数电专票", "Digital special")
    DIGITAL_ORDINARY = ("数电普票", "Digital ordinary")
    SPECIAL = ("纸质专票", "Paper special")
    ORDINARY = ("纸质普票", "Paper ordinary")

    @property
    def is_digital(self) -> bool:
        """Whether it has 20 digits, is sent electronically and can never be void."""
        return self in {IssuedKind.DIGITAL_SPECIAL, IssuedKind.DIGITAL_ORDINARY}

    @property
    def is_special(self) -> bool:
        """Whether the buyer may deduct its tax: three people answer for it."""
        return self in {IssuedKind.DIGITAL_SPECIAL, IssuedKind.SPECIAL}


class RedReason(Choice):
    """Why an invoice in red was made."""

    MISTAKE = ("开票有误", "Issued wrongly")
    RETURN = ("销货退回", "Goods returned")
    ALLOWANCE = ("销售折让", "Allowance")


class RequestState(Choice):
    """How far a request for an invoice has come."""

    REQUESTED = ("已申请", "Requested")
    ISSUED = ("已开票", "Issued")
    REFUSED = ("已退回", "Refused")


class Mailed(Choice):
    """What was sent by post."""

    INVOICE = ("发票", "Invoice")
    CONTRACT = ("合同", "Contract")
    STATEMENT = ("对账单", "Statement")
    SAMPLE = ("样品", "Sample")
    OTHER = ("其他", "Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRequest(Record):
    """One request to finance for an invoice (S-128)."""

    request_no: str = column.code("申请单号", "Request no.", is_key=True)
    request_date: date = column.day("申请日", "Requested on")
    customer_code: str = column.ref("customers", "客户", "Customer")
    period: str | None = column.period(
        "对账月份", "Month", hint=("对账后开票的月份", "The month that was agreed")
    )
    delivery_nos: str | None = column.words(
        "发货单号",
        "Delivery nos.",
        hint=(
            "只开这几张发货单，用、隔开；空=当月或现在能开的全部",
            "Only these, with 、 between; empty: all of the month, or all there is",
        ),
    )
    amount: Decimal = column.money("金额", "Amount")
    currency: str = column.currency("币种", "Currency")
    state: RequestState = column.choice(
        RequestState, "状态", "State", default=RequestState.REQUESTED
    )
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")

    @property
    def deliveries(self) -> frozenset[str]:
        """The deliveries it is confined to; none: it is not."""
        return frozenset(filter(None, _APART.split(self.delivery_nos or "")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice(Record):
    """One invoice, or one in red (S-126, S-131)."""

    invoice_no: str = column.code(
        "发票号",
        "Invoice no.",
        is_key=True,
        hint=("数电发票是 20 位数字", "A digital one has 20 digits"),
    )
    invoice_date: date = column.day("开票日", "Issued on")
    customer_code: str = column.ref("customers", "客户", "Customer")
    kind: IssuedKind = column.choice(IssuedKind, "票种", "Kind")
    invoice_code: str | None = column.code(
        "发票代码",
        "Invoice code",
        secondary=True,
        hint=(
            "只有纸质发票有，10 或 12 位",
            "Paper invoices only: 10 or 12 digits",
        ),
    )
    amount: Decimal = column.money(
        "价税合计",
        "Amount with tax",
        hint=("红字发票填负数", "Negative for one in red"),
    )
    tax: Decimal | None = column.money("税额", "Tax")
    currency: str = column.currency("币种", "Currency")
    request_no: str | None = column.ref("invoice_requests", "申请单号", "Request no.")
    red_of: str | None = column.ref(
        "invoices", "原发票号", "Red of", hint=("红字发票必填", "Required in red")
    )
    red_reason: RedReason | None = column.choice(RedReason, "红字原因", "Red reason")
    red_confirmed_on: date | None = column.day("红字确认日", "Red confirmed on")
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    issuer: str | None = column.ref(
        "staff", "开票人", "Issued by", hint=("财务", "Finance")
    )
    checker: str | None = column.ref(
        "staff", "审核", "Approved by", hint=("主管", "The supervisor")
    )
    handed_to: str | None = column.ref(
        "staff", "领票人", "Handed to", hint=("领走发票的业务员", "Who collected it")
    )
    received_on: date | None = column.day(
        "客户收票日", "Received on", hint=("票到N天从这天起算", "Terms count from it")
    )
    void_reason: str | None = column.words("作废原因", "Void reason", secondary=True)

    @property
    def is_void(self) -> bool:
        """Whether it was called off; a digital invoice cannot be (see the checks)."""
        return bool(self.void_reason)

    @property
    def is_red(self) -> bool:
        """Whether it takes back what another one said."""
        return self.amount < 0 or self.red_of is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine(Record):
    """What an invoice is for: a line of a delivery (S-127)."""

    invoice_no: str = column.ref("invoices", "发票号", "Invoice no.", is_key=True)
    line_no: int = column.integer("行号", "Line no.", is_key=True)
    delivery_no: str = column.code("发货单号", "Delivery no.")
    order_no: str = column.ref("orders", "订单号", "Order no.")
    order_line: int = column.integer("订单行号", "Order line")
    quantity: Decimal | None = column.quantity("数量", "Quantity")
    amount: Decimal = column.money("价税合计", "Amount with tax")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing(Record):
    """One thing that was sent (S-136, S-137, S-142)."""

    mail_no: str = column.code("邮件单号", "Tracking no.", is_key=True)
    line_no: int = column.integer(
        "行号",
        "Line no.",
        is_key=True,
        hint=(
            "一个邮件寄几样东西的，每样一行",
            "A row for each thing, where one envelope holds several",
        ),
    )
    sent_on: date = column.day("寄出日", "Sent on")
    item: Mailed = column.choice(Mailed, "物品类型", "What")
    customer_code: str | None = column.ref("customers", "客户", "Customer")
    invoice_no: str | None = column.ref("invoices", "发票号", "Invoice no.")
    amount: Decimal | None = column.money("发票金额", "Invoice amount")
    quantity: int = column.integer("数量", "Quantity", default=1)
    sender: str | None = column.ref("staff", "发送人", "Sender", required=True)
    received_on: date | None = column.day("签收日", "Received on")
    verified_by: str | None = column.ref("staff", "核实人", "Verified by")


INVOICE_REQUESTS = Sheet(
    key="invoice_requests",
    record=InvoiceRequest,
    title=Text("开票申请", "Invoice requests"),
    area=Area.MONEY,
    purpose=Text("请财务开的票", "Invoices asked of finance"),
)
INVOICES = Sheet(
    key="invoices",
    record=Invoice,
    title=Text("发票", "Invoices"),
    area=Area.MONEY,
    purpose=Text("发票台账，含红字", "Invoices issued, those in red included"),
)
INVOICE_LINES = Sheet(
    key="invoice_lines",
    record=InvoiceLine,
    title=Text("发票明细", "Invoice lines"),
    area=Area.MONEY,
    purpose=Text("每张票开的是哪些发货", "Which deliveries an invoice is for"),
)
MAILINGS = Sheet(
    key="mailings",
    record=Mailing,
    title=Text("邮寄", "Mailings"),
    area=Area.MONEY,
    purpose=Text("寄出的发票、合同等", "Invoices, contracts and more sent by post"),
)

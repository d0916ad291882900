"""报价 and 报价明细: what customers asked the price of, and what we offered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class QuoteStatus(Choice):
    """How far a quote has come; only an accepted one sets prices."""

    DRAFT = ("草稿", "Draft")
    CHECKED = ("已复核", "Checked")
    SENT = ("已发出", "Sent")
    ACCEPTED = ("已接受", "Accepted")
    LOST = ("未成交", "Lost")
    VOID = ("作废", "Void")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """One quote to a customer (S-031, S-033, S-036, S-038, S-050)."""

    quote_no: str = column.code("报价单号", "Quote no.", is_key=True)
    inquiry_date: date | None = column.day(
        "询价日", "Asked on", hint=("收到询价的日期", "When the inquiry came")
    )
    quote_date: date = column.day("报价日", "Quoted on")
    valid_to: date | None = column.day("有效期至", "Valid to", required=True)
    customer_code: str = column.ref("customers", "客户", "Customer")
    contact: str | None = column.words("联系人", "Contact", required=True)
    phone: str | None = column.code("电话", "Phone")
    salesperson: str | None = column.ref(
        "staff", "业务员", "Salesperson", required=True
    )
    payment_term: str | None = column.term(
        "付款条件",
        "Payment term",
        hint=("空=按客户的付款条件", "Empty: the customer's term"),
    )
    currency: str = column.currency("币种", "Currency")
    delivery_time: str | None = column.words("交货期", "Delivery time")
    special_requirement: str | None = column.words("特殊要求", "Special requirement")
    feedback: str | None = column.words(
        "客户反馈",
        "Customer's answer",
        hint=("对单价的意见", "What the customer says of the prices"),
    )
    status: QuoteStatus = column.choice(
        QuoteStatus, "状态", "Status", default=QuoteStatus.DRAFT
    )
    accepted_on: date | None = column.day(
        "接受日", "Accepted on", hint=("客户接受报价的日期", "When the customer agreed")
    )
    order_no: str | None = column.ref(
        "orders", "成交订单", "Order", hint=("成交后的订单号", "What became of it")
    )
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine(Record):
    """One product of a quote (S-034, S-035, S-037)."""

    quote_no: str = column.ref("quotes", "报价单号", "Quote no.", is_key=True)
    line_no: int = column.integer("行号", "Line no.", is_key=True)
    product_code: str = column.ref("products", "产品编码", "Product code")
    quantity: Decimal = column.quantity("数量", "Quantity")
    unit_price: Decimal | None = column.price(
        "单价",
        "Unit price",
        hint=(
            "没有价格先填申请日，批复后再报",
            "None yet: fill in when it was asked for, and quote once it is answered",
        ),
    )
    requested_on: date | None = column.day(
        "单价申请日", "Price asked for on", secondary=True
    )
    approved_by: str | None = column.ref(
        "staff", "单价批准人", "Price approved by", secondary=True
    )
    dealer_price: Decimal | None = column.price(
        "当地经销商价", "Local dealer's price", secondary=True
    )
    market_price: Decimal | None = column.price(
        "市场价一", "First market price", secondary=True
    )
    second_market_price: Decimal | None = column.price(
        "市场价二", "Second market price", secondary=True
    )
    delivery_time: str | None = column.words("交货期", "Delivery time")
    remark: str | None = column.words("备注", "Remark")


QUOTES = Sheet(
    key="quotes",
    record=Quote,
    title=Text("报价", "Quotes"),
    area=Area.SALES,
    purpose=Text("给客户的报价，接受后定价", "Offers; an accepted one sets prices"),
)
QUOTE_LINES = Sheet(
    key="quote_lines",
    record=QuoteLine,
    title=Text("报价明细", "Quote lines"),
    area=Area.SALES,
    purpose=Text("报价的产品、数量和单价", "Products, quantities and prices quoted"),
)

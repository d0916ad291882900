"""订单 and 订单明细: what customers ordered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.customers import SettlementType
from xlsales.sheets.sheet import Area, Record, Sheet


class OrderStatus(Choice):
    """How far an order is approved; how far it is shipped is derived."""

    DRAFT = ("草稿", "Draft")
    CHECKED = ("已复核", "Checked")
    RELEASED = ("已放行", "Released")
    VOID = ("作废", "Void")


class LineType(Choice):
    """What a line of an order is."""

    GOODS = ("正常", "Goods")
    GIFT = ("赠品", "Gift")
    FREIGHT = ("运费", "Freight")


class StockReply(Choice):
    """What planning answers to whether a line can be delivered in time (S-060)."""

    IN_STOCK = ("有货", "In stock")
    TO_BE_MADE = ("需生产", "To be made")
    SHORT = ("缺货", "Short")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Record):
    """One order sheet (S-051, S-053)."""

    order_no: str = column.code("订单号", "Order no.", is_key=True)
    draft_no: str | None = column.code("草稿号", "Draft no.", secondary=True)
    customer_po: str | None = column.code(
        "客户单号",
        "Customer PO",
        hint=(
            "客户自己的订单号，对账单上会印出",
            "The number the customer knows it by; statements show it",
        ),
    )
    contract_no: str | None = column.code(
        "合同号",
        "Contract no.",
        hint=(
            "已签合同的编号；空=生成合同时按订单号编号",
            "Of a contract already signed; empty: made from the order number",
        ),
    )
    order_date: date = column.day("订货日期", "Order date")
    delivery_date: date | None = column.day("交货日期", "Delivery date", required=True)
    customer_code: str = column.ref("customers", "客户", "Customer")
    contact: str | None = column.words("联系人", "Contact", required=True)
    phone: str | None = column.code("电话", "Phone", required=True)
    delivery_address: str | None = column.words(
        "发货地址", "Delivery address", required=True
    )
    salesperson: str | None = column.ref(
        "staff", "业务员", "Salesperson", required=True
    )
    settlement_type: SettlementType | None = column.choice(
        SettlementType, "结算类型", "Settlement type", required=True
    )
    payment_term: str | None = column.term(
        "付款条件",
        "Payment term",
        hint=("空=按客户的付款条件", "Empty: the customer's term"),
    )
    currency: str = column.currency("币种", "Currency")
    order_discount: Decimal = column.money(
        "整单优惠", "Order discount", default=Decimal("0.00")
    )
    total_typed: Decimal | None = column.money(
        "订单总额",
        "Order total",
        hint=("明细金额合计减整单优惠", "Sum of the lines less the order discount"),
    )
    special_requirement: str | None = column.words(
        "特殊要求",
        "Special requirement",
        hint=(
            "填了就要有确认人，否则订单不能放行",
            "Once filled in, somebody must confirm it",
        ),
    )
    confirmed_by: str | None = column.words(
        "确认人",
        "Confirmed by",
        hint=("客户一方确认特殊要求的人", "Who confirmed the special requirement"),
    )
    sign_place: str | None = column.words("签订地点", "Place of signing")
    status: OrderStatus = column.choice(OrderStatus, "状态", "Status")
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref(
        "staff",
        "复核",
        "Checker",
        hint=("另一人：与制单不能是同一人", "Another person than the maker"),
    )
    checked_at: date | None = column.day("复核日", "Checked on")
    released_by: str | None = column.ref(
        "staff",
        "放行人",
        "Released by",
        secondary=True,
        hint=(
            "有放行角色的另一人；放行原因和放行日一并填写",
            "Another person whose role is to release, with reason and date",
        ),
    )
    release_reason: str | None = column.words(
        "放行原因", "Release reason", secondary=True
    )
    released_at: date | None = column.day("放行日", "Released on", secondary=True)
    void_reason: str | None = column.words(
        "作废原因",
        "Void reason",
        secondary=True,
        hint=(
            "作废的订单保留行和订单号，写明原因",
            "A void order keeps its row and number; say why",
        ),
    )
    taken_by: str | None = column.ref(
        "staff",
        "代接人",
        "Taken by",
        secondary=True,
        hint=(
            "业务员不在时接下订单的人",
            "Who took the order while the salesperson was away",
        ),
    )
    price_asked_on: date | None = column.day(
        "问价日",
        "Price asked on",
        secondary=True,
        hint=("代接订单前问过业务员价格的日期", "When the salesperson was asked"),
    )
    told_on: date | None = column.day(
        "转告日",
        "Told on",
        secondary=True,
        hint=("业务员得知代接订单的日期", "When the salesperson heard of it"),
    )

    @property
    def is_void(self) -> bool:
        """Whether the order was called off."""
        return self.status is OrderStatus.VOID

    @property
    def is_confirmed(self) -> bool:
        """Whether it was checked, by what its status says, and still stands."""
        return self.status in {OrderStatus.CHECKED, OrderStatus.RELEASED}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine(Record):
    """One line of an order (S-020)."""

    order_no: str = column.ref("orders", "订单号", "Order no.", is_key=True)
    line_no: int = column.integer("行号", "Line no.", is_key=True)
    product_code: str = column.ref("products", "产品编码", "Product code")
    customer_item: str | None = column.words(
        "客户货号", "Customer item", secondary=True
    )
    name_typed: str | None = column.words("品名", "Name as typed")
    spec_typed: str | None = column.words("型号规格", "Spec as typed")
    quantity: Decimal = column.quantity("数量", "Quantity")
    unit: str | None = column.option("单位", "单位", "Unit", required=True)
    weight: Decimal | None = column.quantity(
        "重量",
        "Weight",
        hint=("按重量计价的产品必填", "Required for products priced by weight"),
    )
    unit_price: Decimal = column.price("单价", "Unit price")
    discount: Decimal = column.discount(
        "折扣",
        "Discount",
        default=Decimal(0),
        hint=(
            "减去的比例：9折填 10% 或 9折",
            "The reduction: 10% for nine tenths of the price",
        ),
    )
    amount: Decimal = column.money(
        "金额",
        "Amount",
        hint=("数量×单价×（1−折扣）", "Quantity × price × (1 − discount)"),
    )
    tax_rate: Decimal | None = column.rate(
        "税率",
        "Tax rate",
        hint=(
            "与产品的税率一致；空=按产品",
            "The rate of the product; empty: as the product",
        ),
    )
    line_type: LineType = column.choice(
        LineType, "行类型", "Line type", default=LineType.GOODS
    )
    delivery_date: date | None = column.day(
        "分批交期",
        "Delivery date",
        hint=("与整单交货日期不同时填写", "Where it differs from the order"),
    )
    stock_reply: StockReply | None = column.choice(
        StockReply,
        "库存答复",
        "Stock reply",
        secondary=True,
        hint=("计划或仓库核对库存后填写", "What planning or the warehouse answers"),
    )
    ready_on: date | None = column.day(
        "可发日",
        "Ready on",
        secondary=True,
        hint=("答复能发货的日期", "When it can be shipped, as answered"),
    )


ORDERS = Sheet(
    key="orders",
    record=Order,
    title=Text("订单", "Orders"),
    area=Area.SALES,
    purpose=Text("每张订单一行", "One row an order"),
)
ORDER_LINES = Sheet(
    key="order_lines",
    record=OrderLine,
    title=Text("订单明细", "Order lines"),
    area=Area.SALES,
    purpose=Text("每个产品一行", "One row a product"),
)

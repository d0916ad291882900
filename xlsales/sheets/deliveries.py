"""发货: what was shipped, signed for and brought back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class DeliveryKind(Choice):
    """Which way the goods went; quantities are positive either way."""

    DELIVERY = ("发货", "Delivery")
    RETURN = ("退货", "Return")


class DeliveryException(Choice):
    """What went wrong on the way (S-114)."""

    SHORT = ("数量不符", "Short")
    MISSING = ("单品缺少", "Missing item")
    LATE = ("延迟", "Late")
    WRONG = ("发错货", "Wrong goods")
    DAMAGED = ("破损", "Damaged")
    REFUSED = ("拒收", "Refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Record):
    """One order line shipped or returned (S-104)."""

    delivery_no: str = column.code("发货单号", "Delivery no.", is_key=True)
    order_no: str = column.ref("orders", "订单号", "Order no.", is_key=True)
    line_no: int = column.integer("行号", "Line no.", is_key=True)
    kind: DeliveryKind = column.choice(
        DeliveryKind,
        "类型",
        "Kind",
        hint=("退货的数量也填正数", "Quantities are positive for returns as well"),
    )
    ship_date: date = column.day("发货日", "Shipped on")
    eta: date | None = column.day("预计到达", "Expected on", secondary=True)
    quantity: Decimal = column.quantity("数量", "Quantity")
    weight: Decimal | None = column.quantity(
        "实重",
        "Actual weight",
        hint=("按重量计价的产品必填", "Required for products priced by weight"),
    )
    carrier: str | None = column.words("物流", "Carrier", secondary=True)
    tracking_no: str | None = column.code("运单号", "Tracking no.", secondary=True)
    sign_date: date | None = column.day(
        "签收日",
        "Signed on",
        hint=(
            "客户签收的日期；从哪天计入应收见「参数」的发货确认依据",
            "When the customer signed; Delivery basis on Settings says what counts",
        ),
    )
    signed_by: str | None = column.words("签收人", "Signed by")
    signed_qty: Decimal | None = column.quantity(
        "签收数",
        "Quantity signed",
        hint=(
            "少于发货数时另填一行退货",
            "If less than shipped, add a row for the return",
        ),
    )
    slip_back: date | None = column.day(
        "回单日",
        "Slip back on",
        hint=("签收回单收回的日期", "When the signed slip came back"),
    )
    exception_type: DeliveryException | None = column.choice(
        DeliveryException, "异常", "Exception"
    )
    invoiced_amount: Decimal | None = column.money("已开票额", "Invoiced")
    finance_release: str | None = column.ref(
        "staff",
        "财务放行",
        "Finance release",
        hint=(
            "款到发货的订单由财务填写",
            "Filled in by finance for orders paid before shipping",
        ),
    )
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNote(Record):
    """What is said once of all lines of a delivery (S-104, S-105, S-110, S-113)."""

    delivery_no: str = column.code("发货单号", "Delivery no.", is_key=True)
    note_date: date = column.day("开单日", "Made on")
    customer_code: str = column.ref("customers", "客户", "Customer")
    contact: str | None = column.words("收货人", "Receiver", required=True)
    phone: str | None = column.code("电话", "Phone", required=True)
    delivery_address: str | None = column.words(
        "收货地址", "Delivery address", required=True
    )
    carrier: str | None = column.words("物流", "Carrier")
    vehicle: str | None = column.code("车号", "Vehicle", secondary=True)
    storekeeper: str | None = column.ref(
        "staff", "仓库核实", "Checked by the warehouse"
    )
    carrier_signed_on: date | None = column.day("承运签收日", "Carrier signed on")
    slip_keeper: str | None = column.ref(
        "staff", "回单保管", "Slip kept by", secondary=True
    )
    remark: str | None = column.words("备注", "Remark")
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")


DELIVERY_NOTES = Sheet(
    key="delivery_notes",
    record=DeliveryNote,
    title=Text("发货单", "Delivery notes"),
    area=Area.SALES,
    purpose=Text(
        "一张发货单的抬头，明细在「发货」", "The head of what is on Deliveries"
    ),
)
DELIVERIES = Sheet(
    key="deliveries",
    record=Delivery,
    title=Text("发货", "Deliveries"),
    area=Area.SALES,
    purpose=Text(
        "发货、签收、退货，每行一个订单行", "Shipped, signed, returned, by line"
    ),
)

"""订单变更: what was changed in an order after it was released."""

from dataclasses import dataclass
from datetime import date

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class ChangedField(Choice):
    """What of an order may change, and only by a row here."""

    QUANTITY = ("数量", "Quantity")
    UNIT_PRICE = ("单价", "Unit price")
    PRODUCT = ("产品", "Product")
    DELIVERY_DATE = ("交货日期", "Delivery date")
    DELIVERY_ADDRESS = ("发货地址", "Delivery address")
    PAYMENT_TERM = ("付款条件", "Payment term")
    CANCELLED = ("取消", "Cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChange(Record):
    """One change of a released order (S-062, S-066)."""

    change_no: str = column.code("变更单号", "Change no.", is_key=True)
    change_date: date = column.day("变更日", "Changed on")
    order_no: str = column.ref("orders", "订单号", "Order no.")
    line_no: int | None = column.integer(
        "行号", "Line no.", hint=("整单的变更不填", "Empty: of the order as a whole")
    )
    field: ChangedField = column.choice(ChangedField, "变更项", "What changes")
    old_value: str | None = column.words("原值", "Old value", required=True)
    new_value: str | None = column.words("新值", "New value", required=True)
    reason: str | None = column.words("原因", "Reason", required=True)
    requester: str | None = column.ref("staff", "申请人", "Requester", required=True)
    approver: str | None = column.ref("staff", "批准人", "Approver", required=True)
    confirmed_on: date | None = column.day(
        "客户确认日",
        "Confirmed on",
        required=True,
        hint=("客户书面同意的日期", "When the customer agreed in writing"),
    )


ORDER_CHANGES = Sheet(
    key="order_changes",
    record=OrderChange,
    title=Text("订单变更", "Order changes"),
    area=Area.SALES,
    purpose=Text("放行后改了什么、谁批的", "What changed after release, and by whom"),
)

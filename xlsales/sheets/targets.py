"""目标: what was promised, by period and by whom."""

from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class Measure(Choice):
    """What a target counts."""

    SALES = ("销售额", "Sales")
    RECEIPTS = ("回款额", "Receipts")
    QUANTITY = ("数量", "Quantity")
    NEW_CUSTOMERS = ("新客户", "New customers")


class TargetDimension(Choice):
    """Whose target it is."""

    COMPANY = ("公司", "Company")
    SALESPERSON = ("业务员", "Salesperson")
    CUSTOMER = ("客户", "Customer")
    CHANNEL = ("渠道", "Channel")
    REGION = ("区域", "Region")
    PRODUCT = ("产品", "Product")
    CATEGORY = ("类别", "Category")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """One target (S-352, S-356)."""

    period: str = column.period(
        "期间", "Period", hint=("2026-10 或 2026-Q4", "2026-10 or 2026-Q4")
    )
    measure: Measure = column.choice(Measure, "指标", "Measure")
    dimension: TargetDimension = column.choice(TargetDimension, "维度", "Dimension")
    key: str | None = column.code(
        "对象",
        "Of whom",
        hint=("工号、客户编码、渠道 …；公司空着", "Staff code, customer, channel …"),
    )
    value: Decimal = column.number(
        "目标值",
        "Target",
        hint=("金额填元，新客户填家数", "Amounts in yuan, new customers as a number"),
    )
    currency: str = column.currency("币种", "Currency")
    approved_by: str | None = column.ref("staff", "批准人", "Approved by")


TARGETS = Sheet(
    key="targets",
    record=Target,
    title=Text("目标", "Targets"),
    area=Area.MASTER,
    purpose=Text("月度或季度目标", "Targets of months or quarters"),
)

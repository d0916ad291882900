"""员工: who may make, check and release."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class Role(Choice):
    """What a person may do."""

    MAKER = ("制单", "Maker")
    CHECKER = ("复核", "Checker")
    RELEASER = ("放行", "Releaser")
    FINANCE = ("财务", "Finance")
    SALES = ("业务", "Sales")
    WAREHOUSE = ("仓库", "Warehouse")


class Status(Choice):
    """Whether a row of the master data is in use."""

    ACTIVE = ("启用", "Active")
    STOPPED = ("停用", "Stopped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """One employee."""

    staff_code: str = column.code("工号", "Staff code", is_key=True)
    name: str = column.words("姓名", "Name")
    department: str | None = column.option("部门", "部门", "Department", required=True)
    roles: tuple[Role, ...] = column.choices(
        Role,
        "角色",
        "Roles",
        required=True,
        default=(),
        hint=(
            "制单、复核、放行、财务、业务、仓库，可写多项，用、隔开",
            "Maker, checker, releaser, finance, sales, warehouse; several with 、",
        ),
    )
    status: Status = column.choice(Status, "状态", "Status")
    manager: str | None = column.ref("staff", "上级", "Manager")
    discount_limit: Decimal | None = column.rate(
        "折扣权限",
        "Discount limit",
        hint=(
            "可给的最大折扣；空=不限，0=不可打折",
            "Largest discount allowed; empty: no limit, 0: none",
        ),
    )
    left_date: date | None = column.day("离职日", "Left on")


STAFF = Sheet(
    key="staff",
    record=Person,
    title=Text("员工", "Staff"),
    area=Area.MASTER,
    purpose=Text("制单、复核、放行和业务人员", "Who makes, checks, releases and sells"),
)

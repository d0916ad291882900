"""首页 and 校验结果: the sheets that only show."""

from dataclasses import dataclass

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.sheet import Area, Layout, Record, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """One problem as the result sheet shows it."""

    severity: str | None = column.words("级别", "Severity")
    place: str | None = column.words("位置", "Place")
    order_no: str | None = column.code("订单号", "Order no.")
    title: str | None = column.words("类别", "Kind")
    message: str | None = column.words("问题", "What is wrong")
    found: str | None = column.words("现值", "Found")
    expected: str | None = column.words("应为", "Expected")
    why: str | None = column.words("为什么", "Why")
    remedy: str | None = column.words("怎么办", "What to do")
    code: str | None = column.words("代码", "Code")


HOME = Sheet(
    key="home",
    record=Record,
    title=Text("首页", "Home"),
    area=Area.HOME,
    purpose=Text("各表入口", "The way to every sheet"),
    layout=Layout.PAGE,
    takes_input=False,
)
FINDINGS = Sheet(
    key="findings",
    record=Finding,
    title=Text("校验结果", "Findings"),
    area=Area.RESULTS,
    purpose=Text("最近一次校验发现的问题", "What the last check found"),
    takes_input=False,
)

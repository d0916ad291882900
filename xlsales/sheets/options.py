"""选项: lists the firm may change; they feed the drop-downs."""

from dataclasses import dataclass

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.sheet import Area, Record, Sheet

OPTION_LISTS: dict[str, tuple[str, ...]] = {
    "渠道": ("商超", "分销商", "直销用户"),
    "细分": ("KA连锁", "BC场", "便利店", "分销商"),
    "区域": ("华东", "华北", "华南", "华中", "东北", "西南", "西北"),
    "类别": (),
    "单位": ("件", "箱", "包", "吨", "千克", "次"),
    "部门": ("销售部", "财务部", "物流部", "总经办"),
    "行业": (),
    "客户来源": ("业务拜访", "客户介绍", "网络", "展会"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Record):
    """One value of a list."""

    list: str = column.words("清单", "List", is_key=True)
    value: str = column.words("值", "Value", is_key=True)
    english: str | None = column.words("英文", "English")


OPTIONS = Sheet(
    key="options",
    record=Option,
    title=Text("选项", "Options"),
    area=Area.MASTER,
    purpose=Text(
        "下拉清单的内容，可增减", "What the drop-downs offer; yours to change"
    ),
)

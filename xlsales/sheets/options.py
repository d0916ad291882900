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

OPTION_ENGLISH: dict[str, str] = {
    "商超": "Supermarkets",
    "分销商": "Distributors",
    "直销用户": "Direct users",
    "KA连锁": "Key-account chains",
    "BC场": "B and C stores",
    "便利店": "Convenience stores",
    "华东": "East",
    "华北": "North",
    "华南": "South",
    "华中": "Central",
    "东北": "North-east",
    "西南": "South-west",
    "西北": "North-west",
    "件": "Piece",
    "箱": "Case",
    "包": "Pack",
    "吨": "Tonne",
    "千克": "Kilogram",
    "次": "Time",
    "销售部": "Sales",
    "财务部": "Finance",
    "物流部": "Logistics",
    "总经办": "General office",
    "业务拜访": "Sales visit",
    "客户介绍": "Referral",
    "网络": "Internet",
    "展会": "Trade fair",
}
"""What the values the lists begin with are called in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Record):
    """One value of a list."""

    list: str = column.words(
        "清单",
        "List",
        is_key=True,
        hint=(
            "渠道、细分、区域、类别、单位、部门、行业、客户来源；同一清单的行排在一起",
            "Such as 渠道 channel, 区域 region, 单位 unit; a list's rows together",
        ),
    )
    value: str = column.words("值", "Value", is_key=True)
    english: str | None = column.words(
        "英文",
        "English",
        hint=("英文叫法；填表时两种都认", "The English name; either may be typed"),
    )


OPTIONS = Sheet(
    key="options",
    record=Option,
    title=Text("选项", "Options"),
    area=Area.MASTER,
    purpose=Text(
        "下拉清单的内容，可增减", "What the drop-downs offer; yours to change"
    ),
)

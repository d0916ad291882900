"""The menu text: what the office makes a menu of."""

from lxml import etree

from xlsales.calc.menu_text import menu
from xlsales.macros import MACROS

NAME = "{http://openoffice.org/2001/registry}name"
CHINESE = "{http://www.w3.org/XML/1998/namespace}lang"


def test_home_stands_behind_the_groups():
    entries = etree.fromstring(menu(MACROS)).find(
        f".//node[@{NAME}='OfficeMenuBar']/node/node"
    )
    shown = sorted(entries, key=lambda one: (len(one.get(NAME)), one.get(NAME)))
    assert [title(one) for one in shown] == [
        *("订单", "单据", "收款", "统计", "工具"),
        "首页",
    ]


def title(entry):
    values = entry.find(f"prop[@{NAME}='Title']")
    return next(one.text for one in values if one.get(CHINESE) == "zh-CN")

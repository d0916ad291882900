"""The menu text: the groups and buttons of the ribbon, as a menu of Calc."""

import pytest
from lxml import etree

from calc.xcu import at, name_of, nodes, root_of, value
from excel.dressed import plain
from xlsales.calc.menu_text import menu
from xlsales.excel.ribbon import put_ribbon
from xlsales.language import LANGUAGES
from xlsales.macros import MACROS, Group
from xlsales.openxml.package import Package

BOTH = pytest.mark.parametrize("language", LANGUAGES)
CALC = "com.sun.star.sheet.SpreadsheetDocument"


def top():
    [found] = nodes(at(root_of(menu(MACROS)), "AddonUI", "OfficeMenuBar"))
    return found


def boxes():
    """Return the submenus with what they hold, and after them what stands alone."""
    return [(one, nodes(at(one, "Submenu")) if nodes(one) else []) for one in entries()]


def entries():
    return nodes(at(top(), "Submenu"))


def ribbon(language):
    """Return the labels of each group of the ribbon."""
    package = Package(plain())
    put_ribbon(package, MACROS, language)
    root = etree.fromstring(package.read("customUI/customUI14.xml"))
    return [
        (one.get("label"), [button.get("label") for button in one])
        for one in root.iter("{*}group")
    ]


@BOTH
def test_the_menu_is_the_ribbon(language):
    """首页 stands in the last group of the ribbon, and alone at the end of the menu."""
    *groups, (home, inside) = [
        (value(box, "Title", language), [value(x, "Title", language) for x in held])
        for box, held in boxes()
    ]
    assert inside == []
    groups[-1][1].append(home)
    assert groups == ribbon(language)
    assert [title for title, _ in groups] == [one.title(language) for one in Group]


def test_every_button_is_there_once_in_order():
    urls = [value(one, "URL") for _, held in boxes() for one in held]
    assert urls == [f"xlsales:{one.key}" for one in MACROS]
    assert value(entries()[-1], "URL") == "xlsales:home"


@BOTH
def test_it_is_called_as_the_tab_in_excel(language):
    name = {"zh": "销售助理", "en": "Sales desk"}
    assert value(top(), "Title", language) == name[language]


def test_it_is_there_in_calc_and_in_no_other_window():
    single = [one for _, held in boxes() for one in held]
    for one in (top(), *single, entries()[-1]):
        assert value(one, "Context") == CALC


def test_names_are_in_the_order_that_the_office_sorts_them_in():
    """The office shows the entries of a menu in the order of their names."""
    for level in (entries(), *(held for _, held in boxes())):
        names = [name_of(one) for one in level]
        assert names == sorted(set(names))

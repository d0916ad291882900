"""Tabs: the list of sheets, and what counts its places."""

import pytest

from graft.desks import book, edited, prefixed, xml
from xlsales.openxml.package import Package
from xlsales.openxml.tabs import (
    add_tab,
    drop_tab,
    free_name,
    is_structure_locked,
    tabs_of,
)

SHEETS = {"首页": [], "订单": [], "参数": []}


def with_names(workbook, home, orders, settings):
    orders.print_area("A1:B2")
    settings.print_area("A1:B2")
    settings.hide()
    orders.activate()
    home.set_first_sheet()


def summary(content):
    """Return titles, whose print areas there are, and which tab is in front."""
    package = Package(content) if isinstance(content, bytes) else content
    tabs = [tab.title for tab in tabs_of(package)]
    root = package.tree(package.book)
    areas = {
        tabs[int(one.get("localSheetId"))]
        for one in root.iterfind("{*}definedNames/{*}definedName")
    }
    view = root.find("{*}bookViews/{*}workbookView")
    return tabs, areas, tabs[int(view.get("activeTab", "0"))]


def test_the_tabs_of_a_workbook():
    tabs = tabs_of(Package(book(SHEETS, with_names)))

    assert [(tab.title, tab.part, tab.is_visible) for tab in tabs] == [
        ("首页", "xl/worksheets/sheet1.xml", True),
        ("订单", "xl/worksheets/sheet2.xml", True),
        ("参数", "xl/worksheets/sheet3.xml", False),
    ]


PLACES = [
    # at, the tabs then
    (0, ["新", "首页", "订单", "参数"]),
    (1, ["首页", "新", "订单", "参数"]),
    (3, ["首页", "订单", "参数", "新"]),
]


@pytest.mark.parametrize(("at", "titles"), PLACES)
@pytest.mark.parametrize("write", [lambda content, _: content, prefixed])
def test_a_tab_is_added(at, titles, write):
    package = Package(write(book(SHEETS, with_names), "xl/workbook.xml"))

    part = add_tab(package, "新", at, "hidden")

    assert part == "xl/worksheets/sheet4.xml"
    assert summary(package) == (titles, {"订单", "参数"}, "订单")
    added = tabs_of(package)[at]
    assert (added.part, added.state) == (part, "hidden")
    numbers = [
        one.get("sheetId")
        for one in package.tree(package.book).iterfind("{*}sheets/{*}sheet")
    ]
    assert sorted(numbers) == ["1", "2", "3", "4"]


DROPPED = [
    # which, the tabs then, print areas, in front
    ("首页", ["订单", "参数"], {"订单", "参数"}, "订单"),
    ("订单", ["首页", "参数"], {"参数"}, "首页"),
    ("参数", ["首页", "订单"], {"订单"}, "订单"),
]


@pytest.mark.parametrize(("title", "titles", "areas", "front"), DROPPED)
def test_a_tab_is_dropped(title, titles, areas, front):
    package = Package(book(SHEETS, with_names))

    drop_tab(package, title)

    assert summary(package) == (titles, areas, front)


def test_a_name_taken_out_is_free_again():
    package = Package(book(SHEETS))
    package.remove("xl/worksheets/sheet2.xml")

    assert free_name(package, "xl/worksheets/sheet{}.xml") == "xl/worksheets/sheet2.xml"
    assert free_name(package, "xl/Worksheets/Sheet{}.xml") == "xl/Worksheets/Sheet2.xml"


LOCKS = [
    ("", False),
    ('<workbookProtection lockWindows="1"/>', False),
    ('<workbookProtection lockStructure="0"/>', False),
    ('<workbookProtection lockStructure="1"/>', True),
    ('<workbookProtection lockStructure="true"/>', True),
]


@pytest.mark.parametrize(("lock", "is_locked"), LOCKS)
def test_whether_the_list_is_locked(lock, is_locked):
    content = edited(
        book(SHEETS), "xl/workbook.xml", ("<bookViews>", f"{lock}<bookViews>")
    )

    assert is_structure_locked(Package(content)) is is_locked


def test_the_tab_in_front_is_not_said_where_it_was_not():
    package = Package(book(SHEETS))

    add_tab(package, "新", 3, "visible")

    assert "activeTab" not in xml(package.to_bytes(), "xl/workbook.xml")

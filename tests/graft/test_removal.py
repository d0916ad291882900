"""Removal: a sheet goes, with what only it uses, unless something needs it."""

import io

import pytest

from graft import desks as made
from graft.desks import PICTURE, book, edited, opened, tabs, xml
from xlsales.errors import CannotPatch
from xlsales.graft.removal import remove_sheet
from xlsales.patch.patch import Patch

SHEETS = {"首页": [["销售额"]], "概览": [["旧"], [1]], "订单": [["A1"]]}


def removed(content, title):
    patch = Patch(content)
    remove_sheet(patch, title)
    return patch.to_bytes()


def refused(content, title):
    with pytest.raises(CannotPatch) as found:
        removed(content, title)
    assert found.value.facts["place"] == title
    return found.value.facts["reason"].en


def test_a_sheet_goes_and_the_others_stay():
    written = removed(book(SHEETS), "概览")

    assert tabs(written) == ["首页", "订单"]
    assert made.values(written, "订单") == [["A1"]]


def test_all_that_only_it_uses_goes():
    def hang(workbook, home, overview, orders):
        columns = [{"header": "数"}]
        overview.add_table("A1:A3", {"name": "明细", "columns": columns})
        overview.write_comment("B1", "说明")
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=概览!$A$2:$A$3"})
        overview.insert_chart("D1", chart)
        orders.write_comment("B1", "订单的说明")

    plain, before = book(SHEETS), book(SHEETS, hang)

    written = removed(before, "概览")

    left = set(made.packed(written)) - set(made.packed(removed(plain, "概览")))
    assert left == {
        "xl/comments2.xml",
        "xl/drawings/vmlDrawing2.vml",
        "xl/worksheets/_rels/sheet3.xml.rels",
    }
    assert opened(written)["订单"]["B1"].comment.text == "订单的说明"


def test_what_another_sheet_uses_too_stays():
    def twice(workbook, home, overview, orders):
        for sheet in (home, overview):
            sheet.set_background(io.BytesIO(PICTURE))

    before = book(SHEETS, twice)

    written = removed(before, "概览")

    pictures = [name for name in made.packed(before) if "/media/" in name]
    assert pictures == ["xl/media/image1.png"]
    assert made.read_parts(written)["xl/media/image1.png"] == PICTURE


def test_places_are_counted_anew():
    def names(workbook, home, overview, orders):
        orders.print_area("A1:B2")
        overview.print_area("A1:B2")
        workbook.define_name("订单!合计", "=订单!$A$1")
        orders.activate()

    written = opened(removed(book(SHEETS, names), "概览"))

    assert written["订单"].print_area == "'订单'!$A$1:$B$2"
    assert list(written["订单"].defined_names) == ["合计"]
    assert written["首页"].print_area == ""
    assert written.active.title == "订单"


def test_the_next_tab_comes_in_front():
    def front(workbook, home, overview, orders):
        overview.activate()
        home.hide()

    written = opened(removed(book(SHEETS, front), "概览"))

    assert written.active.title == "订单"


def test_the_titles_a_file_tells_of_stay_right():
    written = removed(book(SHEETS), "概览")

    properties = xml(written, "docProps/app.xml")
    assert "<vt:i4>2</vt:i4>" in properties
    assert '<vt:vector size="2" baseType="lpstr">' in properties
    assert "概览" not in properties


# Each way to speak of 概览, or of its table 明细, and where it is found.
def formula(workbook, home, overview, orders):
    orders.write_formula("C7", "=SUM(概览!A1:A2)")


def formula_of_the_table(workbook, home, overview, orders):
    orders.write_formula("C7", "=SUM(明细[数])")


def name(workbook, home, overview, orders):
    workbook.define_name("本期", "=概览!$A$1")


def drop_down(workbook, home, overview, orders):
    orders.data_validation("A1", {"validate": "list", "source": "=概览!$A$1:$A$2"})


def rule(workbook, home, overview, orders):
    criteria = {"type": "formula", "criteria": "=概览!$A$1>0"}
    orders.conditional_format("A1", criteria)


def sparkline(workbook, home, overview, orders):
    orders.add_sparkline("B1", {"range": "概览!A1:A2"})


def chart(workbook, home, overview, orders):
    made_chart = workbook.add_chart({"type": "line"})
    made_chart.add_series({"values": "=概览!$A$1:$A$2"})
    orders.insert_chart("D1", made_chart)


def chart_sheet(workbook, home, overview, orders):
    made_chart = workbook.add_chart({"type": "line"})
    made_chart.add_series({"values": "=概览!$A$1:$A$2"})
    workbook.add_chartsheet("图").set_chart(made_chart)


def text_box(workbook, home, overview, orders):
    orders.insert_textbox("D1", "", {"textlink": "=概览!$A$1"})


SPEAKERS = [
    (formula, "订单!C7"),
    (formula_of_the_table, "订单!C7"),
    (name, "本期"),
    (drop_down, "订单"),
    (rule, "订单"),
    (sparkline, "订单"),
    (chart, "订单"),
    (chart_sheet, "图"),
    (text_box, "订单"),
]


@pytest.mark.parametrize(("speak", "where"), SPEAKERS)
def test_a_sheet_that_is_spoken_of_stays(speak, where):
    def also(workbook, home, overview, orders):
        columns = [{"header": "数"}]
        overview.add_table("A1:A3", {"name": "明细", "columns": columns})
        speak(workbook, home, overview, orders)

    reason = refused(book(SHEETS, also), "概览")

    assert reason == f"“{where}” still needs it; change the formula there first"


def test_a_formula_written_in_the_same_change_counts():
    patch = Patch(book(SHEETS))
    patch.set_cells("订单", {"C7": made.formula("概览!A2")})

    with pytest.raises(CannotPatch):
        remove_sheet(patch, "概览")


def test_what_the_sheet_says_of_itself_does_not_count():
    def own(workbook, home, overview, orders):
        overview.write_formula("C1", "=概览!A2+1")
        workbook.define_name("概览!合计", "=概览!$A$2")

    assert tabs(removed(book(SHEETS, own), "概览")) == ["首页", "订单"]


def test_a_link_may_lead_nowhere():
    def link(workbook, home, overview, orders):
        home.write_url("B1", "internal:'概览'!A1")

    assert tabs(removed(book(SHEETS, link), "概览")) == ["首页", "订单"]


def test_the_only_sheet_to_be_seen_stays():
    def hide(workbook, first, second):
        second.hide()

    reason = refused(book({"概览": [], "图表数据": []}, hide), "概览")

    assert reason == "This is the only sheet to be seen and cannot be removed"


def test_a_locked_list_stays():
    locked = edited(
        book(SHEETS),
        "xl/workbook.xml",
        ("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    )

    assert "Protect Workbook" in refused(locked, "概览")


def test_a_sheet_with_a_pivot_table_stays():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    patch = Patch(book(SHEETS))
    patch.package.relate(patch.parts["概览"], f"{kind}/pivotTable", "xl/pivot1.xml")

    assert "pivot table or a slicer" in refused(patch.to_bytes(), "概览")


def test_there_is_no_sheet_of_that_title():
    with pytest.raises(KeyError):
        removed(book(SHEETS), "没有")


def test_formulas_are_computed_anew_and_their_order_is_forgotten():
    written = removed(book(SHEETS), "概览")

    assert 'fullCalcOnLoad="1"' in xml(written, "xl/workbook.xml")


def test_a_slicer_elsewhere_needs_its_table():
    def table(workbook, home, overview, orders):
        overview.add_table("A1:A3", {"name": "明细", "columns": [{"header": "数"}]})

    patch = Patch(book(SHEETS, table))
    cache = (
        '<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/'
        'spreadsheetml/2009/9/main" sourceName="客户"><extLst><x15:ext xmlns:x15="http://schemas.'
        'microsoft.com/office/spreadsheetml/2010/11/main">'
        '<x15:tableSlicerCache tableId="1" column="1"/></x15:ext></extLst>'
        "</slicerCacheDefinition>"
    )
    kind = "application/vnd.ms-excel.slicerCache+xml"
    part = "xl/slicerCaches/slicerCache1.xml"
    patch.package.write(part, cache.encode(), kind)
    relation = "http://schemas.microsoft.com/office/2007/relationships/slicerCache"
    patch.package.relate(patch.package.book, relation, part)

    reason = refused(patch.to_bytes(), "概览")

    assert reason.startswith("“客户” still needs it")

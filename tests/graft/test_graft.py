"""Graft: whole sheets come from one workbook into another."""

import io
import re

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from graft import desks as made
from graft.desks import PICTURE, book, edited, opened, put, tabs, values, xml
from xlsales.errors import CannotPatch
from xlsales.graft.graft import put_sheets
from xlsales.patch.patch import Patch

# openpyxl says what it does not read: data bars and sparklines of 2010
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
ORDERS = {"订单": [["订单号", "金额"], ["A1", 12.5]]}
FINDINGS = {"校验结果": [["级别", "位置"], ["错误", "订单!A2"]]}
NEW_FINDINGS = {"校验结果": [["级别"], ["提醒"], ["提示"]]}


def master(also=None):
    """订单, 校验结果 and 首页, which counts what was found."""
    home = {"首页": [["=COUNTA(校验结果!A:A)-1", "=订单!B2"]]}
    return book({**ORDERS, **FINDINGS, **home}, also)


# Where the sheets go


def test_a_new_sheet_comes_last():
    written = put(book(ORDERS), book(FINDINGS))

    assert tabs(written) == ["订单", "校验结果"]
    assert values(written, "校验结果") == FINDINGS["校验结果"]


def test_the_titles_as_they_are_now_are_returned():
    patch = Patch(book(ORDERS))
    source = book({"概览": [], "口径": []})

    assert put_sheets(patch, source, titles={"概览": "十月"}) == ["十月", "口径"]


def test_a_sheet_takes_the_place_of_another():
    before = master()

    written = put(before, book(NEW_FINDINGS), replaces=["校验结果"])

    assert tabs(written) == ["订单", "校验结果", "首页"]
    assert values(written, "校验结果") == [["级别"], ["提醒"], ["提示"]]
    home = opened(written)["首页"]
    assert home["A1"].value == "=COUNTA(校验结果!A:A)-1"
    for fact in (
        r'name="校验结果" sheetId="\d+" r:id="\w+"',
        r"<bookViews>.*?</bookViews>",
    ):
        find = re.compile(fact)
        before_, after = xml(before, "xl/workbook.xml"), xml(written, "xl/workbook.xml")
        assert find.search(before_)[0] == find.search(after)[0]


def test_a_title_is_the_same_in_small_letters():
    target = book({"Overview": [["old"]], "Orders": []})

    written = put(target, book({"OVERVIEW": [["new"]]}), replaces=["overview"])

    assert tabs(written) == ["Overview", "Orders"]
    assert values(written, "Overview") == [["new"]]


def test_a_new_sheet_follows_the_one_before_it():
    target = book(
        {"概览": [["旧"]], "订单": []}, lambda _, one, two: two.print_area("A1:B2")
    )

    written = put(target, book({"概览": [], "按客户": []}), replaces=["概览"])

    assert tabs(written) == ["概览", "按客户", "订单"]
    assert opened(written)["订单"].print_area == "'订单'!$A$1:$B$2"


def test_the_tab_in_front_stays_in_front():
    def second_in_front(_, one, two, three):
        two.activate()

    target = book({"概览": [], "订单": [], "参数": []}, second_in_front)

    written = put(target, book({"概览": [], "按客户": []}), replaces=["概览"])

    workbook = opened(written)
    assert workbook.active.title == "订单"
    selected = [one.title for one in workbook if one.sheet_view.tabSelected]
    assert selected == ["订单"]


def test_a_replaced_sheet_stays_in_front_and_known_to_macros():
    def with_macros(workbook, first, second):
        first.activate()
        first.set_vba_name("Sheet17")

    target = book({"概览": [], "订单": []}, with_macros)

    written = put(target, book({"概览": [["新"]]}), replaces=["概览"])

    sheet = opened(written)["概览"]
    assert sheet.sheet_view.tabSelected
    assert sheet.sheet_properties.codeName == "Sheet17"


def test_a_hidden_sheet_stays_hidden():
    def hide(_, first, second):
        second.hide()

    written = put(book(ORDERS), book({"概览": [], "图表数据": []}, hide))

    states = {one.title: one.sheet_state for one in opened(written)}
    assert states == {"订单": "visible", "概览": "visible", "图表数据": "hidden"}


# What is refused


def refused(target, source, **how):
    with pytest.raises(CannotPatch) as found:
        put(target, source, **how)
    return found.value.facts["place"], found.value.facts["reason"].en


def test_a_title_that_is_taken_is_refused():
    place, reason = refused(master(), book(NEW_FINDINGS))

    assert place == "校验结果"
    assert reason.startswith("There is a sheet of that name already")


LOCKED = ("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>')


def test_a_locked_list_of_sheets_takes_no_new_one():
    target = edited(master(), "xl/workbook.xml", LOCKED)

    place, reason = refused(target, book({"概览": []}))

    assert place == "概览"
    assert "Review → Protect Workbook" in reason


def test_in_a_locked_list_a_sheet_is_replaced():
    target = edited(master(), "xl/workbook.xml", LOCKED)

    written = put(target, book(NEW_FINDINGS), replaces=["校验结果"])

    assert values(written, "校验结果") == NEW_FINDINGS["校验结果"]


def test_a_strict_workbook_is_refused():
    _, reason = refused(made.strict(book(ORDERS)), book(FINDINGS))

    assert reason.startswith("The file is Strict Open XML")


TITLES = ["", "十" * 32, "一/二", "'概览", "概览'", "[概览]", "a:b"]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_excel_does_not_take_is_refused(title):
    place, reason = refused(book(ORDERS), book({"概览": []}), titles={"概览": title})

    assert place == title
    assert reason.startswith("A sheet's name has at most 31 letters")


def test_two_sheets_of_one_title_are_refused():
    titles = {"概览": "十月", "口径": "十月"}

    place, reason = refused(book(ORDERS), book({"概览": [], "口径": []}), titles=titles)

    assert place == "十月"
    assert reason.startswith("There is a sheet of that name already")


def test_more_formats_than_excel_takes_are_refused(monkeypatch):
    monkeypatch.setattr("xlsales.openxml.styles._MOST", 3)
    three = formatted([{"bold": True}, {"italic": True}, {"indent": 1}], "概览")

    _, reason = refused(book(ORDERS), three)

    assert reason.startswith("The workbook has as many cell formats")


def with_table(name, title="级别"):
    def add(workbook, *sheets):
        sheets[-1].add_table("A1:B3", {"name": name, "columns": [{"header": title}]})

    return add


def test_a_table_that_formulas_need_does_not_go():
    def also(workbook, orders, findings, home):
        with_table("发现")(workbook, findings)
        home.write_formula("C3", "=COUNTA(发现[级别])")

    place, reason = refused(master(also), book(NEW_FINDINGS), replaces=["校验结果"])

    assert place == "校验结果"
    assert reason == "“首页!C3” still needs it; change the formula there first"


def test_a_table_that_comes_again_may_be_needed():
    def also(workbook, orders, findings, home):
        with_table("发现")(workbook, findings)
        home.write_formula("C3", "=COUNTA(发现[级别])")

    source = book(NEW_FINDINGS, with_table("发现"))

    written = put(master(also), source, replaces=["校验结果"])

    assert opened(written)["首页"]["C3"].value == "=COUNTA(发现[级别])"
    assert list(opened(written)["校验结果"].tables) == ["发现"]


def test_a_sheet_of_one_chart_is_not_replaced():
    def chart_sheet(workbook, sheet):
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=订单!$B$2:$B$2"})
        workbook.add_chartsheet("概览").set_chart(chart)

    place, reason = refused(
        book(ORDERS, chart_sheet), book({"概览": []}), replaces=["概览"]
    )

    assert place == "概览"
    assert reason.startswith("This is no worksheet")


# What stays as it is


def test_other_parts_keep_their_compressed_bytes():
    before = master(lambda _, orders, *others: orders.write_comment("A1", "一张订单"))

    written = put(before, book(NEW_FINDINGS), replaces=["校验结果"])

    assert made.changed_parts(before, written) == {"xl/worksheets/sheet2.xml"}


def test_a_new_sheet_changes_only_what_lists_sheets():
    before = master()

    written = put(before, book({"口径": [["销售额", "含税"]]}))

    assert made.changed_parts(before, written) == {
        "[Content_Types].xml",
        "docProps/app.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet4.xml",
    }


def rich(workbook, first, second):
    """Everything that our workbooks hold, on two sheets that speak of each other."""
    bold = workbook.add_format({"bold": True, "bg_color": "#0F6B6B"})
    money = workbook.add_format({"num_format": '#,##0.00;[Red]-#,##0.00;"–"'})
    red = workbook.add_format({"font_color": "#C0392B"})
    first.set_column("B:B", 20, money)
    first.set_row(5, 30, bold)
    first.write_rich_string("A4", "共 ", bold, "12", " 个 <错误>")
    first.write_formula("A5", "=SUM(按客户!B2:B4)+COUNTA(明细[名称])", money)
    first.write_url("A6", "internal:'按客户'!A1", string="去看")
    first.write_url("A7", "https://example.com/")
    first.insert_image("H1", "dot.png", {"image_data": io.BytesIO(PICTURE)})
    first.insert_textbox("H9", "", {"textlink": "=按客户!$A$2"})
    first.write_comment("A1", "说明")
    first.conditional_format(
        "B1:B9", {"type": "cell", "criteria": "<", "value": 0, "format": red}
    )
    first.conditional_format("C1:C9", {"type": "data_bar", "data_bar_2010": True})
    first.add_sparkline("D1", {"range": "按客户!B2:B4"})
    first.data_validation("E1", {"validate": "list", "source": "=按客户!$A$2:$A$4"})
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"categories": "=按客户!$A$2:$A$4", "values": "=按客户!$B$2:$B$4"})
    first.insert_chart("H20", chart)
    first.print_area("A1:K40")
    first.set_header("&L公司")
    columns = [{"header": "名称"}, {"header": "金额", "format": money}]
    second.add_table("A1:B4", {"name": "明细", "columns": columns})
    second.repeat_rows(0)
    workbook.define_name("本期", "=按客户!$B$2")


RICH = {
    "概览": [["标题"], ["=本期*2"], [True]],
    "按客户": [["名称", "金额"], ["甲", 1], ["乙", 2], ["丙", 3.5]],
}


def test_the_third_time_gives_the_same_bytes_as_the_second():
    source = book(RICH, rich)
    once = put(master(rich_home), source)

    twice = put(once, source, replaces=list(RICH))
    thrice = put(twice, source, replaces=list(RICH))

    assert thrice == twice
    assert set(made.packed(twice)) == set(made.packed(once))
    assert abs(len(twice) - len(once)) < 100


def rich_home(workbook, orders, findings, home):
    """A master with a drawing, notes and a table of its own."""
    home.insert_image("H1", "dot.png", {"image_data": io.BytesIO(PICTURE)})
    orders.write_comment("A1", "一张订单")
    with_table("订单")(workbook, orders)


def test_all_that_hangs_on_the_sheets_comes_along():
    written = put(master(rich_home), book(RICH, rich))

    workbook = opened(written)
    overview, customers = workbook["概览"], workbook["按客户"]
    assert overview["A4"].value.as_list() == ["共 ", "12", " 个 <错误>"]
    assert overview["A5"].value == "=SUM(按客户!B2:B4)+COUNTA(明细[名称])"
    assert overview["A6"].hyperlink.location == "'按客户'!A1"
    assert overview["A7"].hyperlink.target == "https://example.com/"
    assert overview["A1"].comment.text == "说明"
    assert made.read_parts(written)["xl/media/image2.png"] == PICTURE
    assert len(overview._charts) == 1
    assert overview.print_area == "'概览'!$A$1:$K$40"
    assert overview.oddHeader.left.text == "公司"
    assert [one.formula1 for one in overview.data_validations.dataValidation] == [
        "按客户!$A$2:$A$4"
    ]
    assert customers.print_title_rows == "$1:$1"
    assert list(customers.tables) == ["明细"]
    assert workbook.defined_names["本期"].attr_text == "按客户!$B$2"
    assert workbook["订单"]["A1"].comment.text == "一张订单"


def test_new_titles_are_followed_everywhere():
    titles = {"按客户": "十月 按客户", "概览": "十月概览"}

    written = put(book(ORDERS), book(RICH, rich), titles=titles)

    workbook = opened(written)
    overview = workbook["十月概览"]
    assert overview["A5"].value == "=SUM('十月 按客户'!B2:B4)+COUNTA(明细[名称])"
    assert overview["A6"].hyperlink.location == "'十月 按客户'!A1"
    assert (
        overview.data_validations.dataValidation[0].formula1
        == "'十月 按客户'!$A$2:$A$4"
    )
    assert workbook.defined_names["本期"].attr_text == "'十月 按客户'!$B$2"
    assert overview.print_area == "'十月概览'!$A$1:$K$40"
    chart = xml(written, "xl/charts/chart1.xml")
    assert re.findall("<c:f>(.*?)</c:f>", chart) == [
        "'十月 按客户'!$A$2:$A$4",
        "'十月 按客户'!$B$2:$B$4",
    ]
    assert "textlink=\"'十月 按客户'!$A$2\"" in xml(written, "xl/drawings/drawing1.xml")
    assert "<xm:f>'十月 按客户'!B2:B4</xm:f>" in xml(
        written, "xl/worksheets/sheet2.xml"
    )


def test_what_only_a_replaced_sheet_used_goes():
    before = put(master(rich_home), book(RICH, rich))

    written = put(before, book({"概览": [["空"]], "按客户": []}), replaces=list(RICH))

    gone = set(made.packed(before)) - set(made.packed(written))
    assert gone == {
        "xl/charts/chart1.xml",
        "xl/comments2.xml",
        "xl/drawings/_rels/drawing2.xml.rels",
        "xl/drawings/drawing2.xml",
        "xl/drawings/vmlDrawing2.vml",
        "xl/media/image2.png",
        "xl/tables/table2.xml",
        "xl/worksheets/_rels/sheet4.xml.rels",
        "xl/worksheets/_rels/sheet5.xml.rels",
    }
    workbook = opened(written)
    assert workbook["概览"].print_area == ""
    assert "本期" in workbook.defined_names


# Names


def test_a_table_whose_name_is_taken_gets_a_number():
    def own(workbook, sheet):
        with_table("明细", "订单号")(workbook, sheet)

    written = put(book(ORDERS, own), book(RICH, rich))

    workbook = opened(written)
    assert list(workbook["订单"].tables) == ["明细"]
    assert list(workbook["按客户"].tables) == ["明细_2"]
    assert workbook["概览"]["A5"].value == "=SUM(按客户!B2:B4)+COUNTA(明细_2[名称])"
    ids = [table.id for one in workbook for table in one.tables.values()]
    assert ids == [1, 2]


def test_a_table_keeps_the_id_that_slicers_know():
    first = book({"订单": [], "概览": []}, with_table("明细"))
    both_tables = edited(first, "xl/tables/table1.xml", (' id="1"', ' id="7"'))

    written = put(
        both_tables, book({"概览": []}, with_table("明细")), replaces=["概览"]
    )

    assert opened(written)["概览"].tables["明细"].id == 7


def test_a_name_that_is_taken_gets_a_number():
    def own(workbook, sheet):
        workbook.define_name("本期", "=订单!$B$2")

    written = put(book(ORDERS, own), book(RICH, rich))

    workbook = opened(written)
    assert workbook.defined_names["本期"].attr_text == "订单!$B$2"
    assert workbook.defined_names["本期_2"].attr_text == "按客户!$B$2"
    assert workbook["概览"]["A2"].value == "=本期_2*2"


def test_a_name_of_an_earlier_time_is_used_again():
    once = put(book(ORDERS), book(RICH, rich))
    later = edited(book(RICH, rich), "xl/workbook.xml", ("按客户!$B$2", "按客户!$B$3"))

    written = put(once, later, replaces=list(RICH))

    names = opened(written).defined_names
    assert {name: one.attr_text for name, one in names.items()} == {
        "本期": "按客户!$B$3"
    }


def test_a_name_that_a_person_gave_a_replaced_sheet_stays():
    once = put(book(ORDERS), book({"概览": [[1]]}))
    own = '<definedName name="合计" localSheetId="1">概览!$A$1</definedName>'
    target = edited(
        once,
        "xl/workbook.xml",
        ("</sheets>", f"</sheets><definedNames>{own}</definedNames>"),
    )

    written = put(target, book({"概览": [[2]]}), replaces=["概览"])

    assert opened(written)["概览"].defined_names["合计"].attr_text == "概览!$A$1"


# Formats


def looks(cell):
    """Return all that shows of a cell, as openpyxl reads it."""
    return (
        cell.number_format,
        repr(cell.font),
        repr(cell.fill),
        repr(cell.border),
        repr(cell.alignment),
        repr(cell.protection),
    )


def assert_same_looks(source, written, title):
    expected, found = opened(source)[title], opened(written)[title]
    for row in expected.iter_rows():
        for cell in row:
            assert looks(found[cell.coordinate]) == looks(cell), cell.coordinate
    for letter, column in expected.column_dimensions.items():
        assert found.column_dimensions[letter].width == column.width
        assert looks(found.column_dimensions[letter]) == looks(column)


COLOURS = st.sampled_from(["#C0392B", "#0F6B6B", "#FBE9E7"])
FORMATS = st.fixed_dictionaries(
    {},
    optional={
        "bold": st.booleans(),
        "italic": st.booleans(),
        "underline": st.sampled_from([1, 2]),
        "font_name": st.sampled_from(["等线", "Arial"]),
        "font_size": st.sampled_from([9, 11, 16]),
        "font_color": COLOURS,
        "bg_color": COLOURS,
        "border": st.integers(0, 7),
        "border_color": COLOURS,
        "num_format": st.sampled_from(
            ["0.0%", "yyyy-mm-dd", '[=0]"✓";"✗"', "@", 4, 14]
        ),
        "align": st.sampled_from(["left", "center", "right"]),
        "text_wrap": st.booleans(),
        "indent": st.integers(0, 3),
        "locked": st.booleans(),
    },
)
MANY = st.lists(FORMATS, min_size=1, max_size=6)


def formatted(facts, title):
    def add(workbook, sheet):
        for row, fact in enumerate(facts):
            sheet.write_number(row, 0, row, workbook.add_format(fact))
            sheet.write_blank(row, 1, None, workbook.add_format(fact))
        sheet.set_column("C:C", 9, workbook.add_format(facts[-1]))

    return book({title: []}, add)


@settings(max_examples=60)
@given(MANY, MANY)
def test_every_cell_looks_as_it_did(own, brought):
    target, source = formatted(own, "订单"), formatted(brought, "概览")

    written = put(target, source)

    assert_same_looks(source, written, "概览")
    assert_same_looks(target, written, "订单")


@settings(max_examples=30)
@given(MANY, MANY)
def test_formats_are_found_again(own, brought):
    source = formatted(brought, "概览")
    once = put(formatted(own, "订单"), source)

    twice = put(once, source, replaces=["概览"])

    assert xml(twice, "xl/styles.xml") == xml(once, "xl/styles.xml")


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml"])
def test_formats_are_found_again_where_names_have_prefixes(part):
    source = formatted([{"bold": True, "num_format": "0.0%"}], "概览")
    once = put(made.prefixed(book(ORDERS), part), source)

    twice = put(once, source, replaces=["概览"])

    assert xml(twice, "xl/styles.xml") == xml(once, "xl/styles.xml")
    assert_same_looks(source, twice, "概览")


def test_a_cell_in_the_standard_format_keeps_it_where_another_is_standard():
    target = edited(
        book(ORDERS), "xl/styles.xml", ('val="11"', 'val="12"'), ("Calibri", "宋体")
    )
    source = book(FINDINGS)

    written = put(target, source)

    assert_same_looks(source, written, "校验结果")
    assert opened(written)["订单"]["A1"].font.name == "宋体"


def test_rules_show_what_they_did():
    def rule(colour):
        def add(workbook, sheet):
            look = workbook.add_format({"font_color": colour, "num_format": "0.00"})
            sheet.conditional_format("A1:A9", {"type": "duplicate", "format": look})

        return add

    written = put(book(ORDERS, rule("#111111")), book(FINDINGS, rule("#222222")))

    colours = {
        one.title: rule.dxf.font.color.rgb
        for one in opened(written)
        for area in one.conditional_formatting
        for rule in area.rules
    }
    assert colours == {"订单": "FF111111", "校验结果": "FF222222"}


def test_a_workbook_without_styles_theme_and_properties_will_do():
    target = made.without(book(ORDERS), "styles", "theme", "docProps")
    source = formatted([{"bold": True}], "概览")

    written = put(target, source)

    assert_same_looks(source, written, "概览")
    assert values(written, "订单") == ORDERS["订单"]


# Days


DAYS = {"台账": [["日期", "数量"]]}


def days(workbook, sheet):
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    time = workbook.add_format({"num_format": "hh:mm"})
    sheet.write_number("A2", 46_000, day)
    sheet.write_number("B2", 46_000)
    sheet.write_number("C2", 0.5, time)


def test_days_stay_the_same_in_a_workbook_that_counts_from_1904():
    target = book(ORDERS, date_1904=True)
    source = book(DAYS, days)

    written = opened(put(target, source))["台账"]

    assert str(written["A2"].value) == "2025-12-09 00:00:00"
    assert written["B2"].value == 46_000
    assert str(written["C2"].value) == "12:00:00"


def test_a_day_before_1904_is_refused_there():
    def early(workbook, sheet):
        sheet.write_number("A2", 1000, workbook.add_format({"num_format": 14}))

    _, reason = refused(book(ORDERS, date_1904=True), book(DAYS, early))

    assert reason.startswith("The workbook counts days from 1904")


# Formulas


def test_formulas_are_computed_when_the_workbook_is_opened():
    written = put(
        edited(master(), "xl/workbook.xml", (' fullCalcOnLoad="1"', "")),
        book(FINDINGS),
        replaces=["校验结果"],
    )

    assert 'fullCalcOnLoad="1"' in xml(written, "xl/workbook.xml")


def test_what_spills_fills_the_cells_it_was_given():
    def spills(workbook, sheet):
        sheet.write_dynamic_array_formula("A1:A3", "=SORT(B1:B3)")

    written = put(book(ORDERS), book({"概览": []}, spills))

    cell = opened(written)["概览"]["A1"].value
    assert (cell.ref, cell.text) == ("A1:A3", "=_xlfn._xlws.SORT(B1:B3)")
    assert " cm=" not in xml(written, "xl/worksheets/sheet2.xml")


def test_what_was_changed_before_is_kept():
    patch = Patch(master())
    patch.set_cells("订单", {"B2": 99})
    patch.set_cells("校验结果", {"A2": "改过"})

    put_sheets(patch, book(NEW_FINDINGS), replaces=["校验结果"])

    written = patch.to_bytes()
    assert values(written, "订单")[1] == ["A1", 99]
    assert values(written, "校验结果") == NEW_FINDINGS["校验结果"]


def test_a_sheet_just_put_in_can_be_written_to():
    patch = Patch(book(ORDERS))
    put_sheets(patch, book(FINDINGS))

    patch.set_cells("校验结果", {"A2": "已处理"})

    assert values(patch.to_bytes(), "校验结果")[1] == ["已处理", "订单!A2"]

"""An older workbook gets all that a new one has, and loses nothing."""

import io
from functools import cache

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from graft.desks import MAIN as SPACE
from graft.desks import book as plain_book
from openxml.proof import opened, touched, values
from upgrade.older import (
    may_lack,
    of_schema,
    older,
    without_names,
    without_schema,
    without_sheets,
)
from upgrade.structure import structure
from workbook.plain import plain_workbook
from xlsales.errors import CannotPatch, CannotRead, NotAMaster, TooNew
from xlsales.graft.graft import put_sheets
from xlsales.language import Text
from xlsales.openxml.package import Package
from xlsales.patch.contents import contents
from xlsales.patch.names import names_of
from xlsales.patch.notes import add_notes, notes_of
from xlsales.patch.patch import Patch
from xlsales.sheets import INPUT_SHEETS, SHEETS
from xlsales.sheets.options import OPTION_LISTS, OPTIONS
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.staff import STAFF
from xlsales.upgrade.upgraded import Migration, upgraded_workbook
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book
from xlsales.workbook.schema import SCHEMA, schema_of, version, version_of

MAIN = f"{{{SPACE}}}"
MAY_LACK = may_lack()
NAMES = ["last_check", "home_as_of", "list_staff", "list_option_3", "list_orders"]
SHEETS_OF_LATER = ["home", "targets", "calendar", "deductions", "findings", "options"]
RIBBON = b'<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"/>'


def upgraded(content, language="zh", **more):
    return upgraded_workbook(content, "主簿.xlsx", language, **more)


def said(done, language="zh"):
    return [one(language) for one in done.changes]


@cache
def structure_of_new(language="zh"):
    return structure(build_master(language=language))


def test_a_workbook_of_schema_1_had_no_operator_and_gets_one():
    before = of_schema(older({"settings": ["operator"]}), 1)

    done = upgraded(before)

    assert said(done) == ["「参数」加了：操作人"]
    assert (done.from_schema, done.to_schema) == (1, SCHEMA)
    assert schema_of(done.content) == SCHEMA
    assert version_of(done.content) == version()
    assert structure(done.content) == structure_of_new()


def test_nothing_but_the_form_and_the_properties_is_written():
    before = of_schema(older({"settings": ["operator"]}), 1)
    book, sheet = "xl/workbook.xml", "xl/worksheets/sheet2.xml"
    allowed = [sheet, "docProps/custom.xml", book, "xl/worksheets/sheet1.xml"]
    assert touched(before, upgraded(before).content, allowed) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_current_workbook_is_left_as_it_is(language):
    content = build_master(language=language)
    done = upgraded(content, "zh")
    assert done.content == content
    assert done.changes == ()


def test_columns_are_added_at_the_right_end_with_all_that_belongs_to_them():
    """Even of the kind that whole rows go by, and the one that begins a row."""
    lacking = {"staff": ["roles", "left_date"], "deliveries": ["exception_type"]}
    lacking |= {"orders": ["void_reason", "order_discount"]}

    done = upgraded(of_schema(older(lacking, rows={}), 1))

    assert structure(done.content, widths=True) == structure(
        build_master(), widths=True
    )
    assert said(done) == [
        "「员工」加了列：角色、离职日（在表的最右边）",
        "「订单」加了列：整单优惠、作废原因（在表的最右边）",
        "「发货」加了列：异常（在表的最右边）",
    ]
    staff = Patch(done.content).table("员工")
    assert staff.titles[-3:] == ("折扣权限", "角色", "离职日")


LACKING = st.fixed_dictionaries(
    {},
    optional={
        key: st.lists(st.sampled_from(keys), unique=True, max_size=4)
        for key, keys in MAY_LACK.items()
    },
)


@settings(max_examples=20)
@given(
    lacking=LACKING,
    sheets=st.lists(st.sampled_from(SHEETS_OF_LATER), unique=True, max_size=3),
    names=st.lists(st.sampled_from(NAMES), unique=True),
    language=st.sampled_from(["zh", "en"]),
    has_schema=st.booleans(),
)
def test_whatever_is_missing_an_upgrade_brings_it(
    lacking, sheets, names, language, has_schema
):
    content = older(lacking, language=language, own={"orders": 2, "staff": 0})
    before = read_book(content, "")
    content = without_names(without_sheets(content, sheets), names)
    content = of_schema(content, 1) if has_schema else without_schema(content)

    done = upgraded(content, "zh")

    assert structure(done.content) == structure_of_new(language)
    after = read_book(done.content, "")
    for sheet in INPUT_SHEETS:
        if sheet.key not in sheets:
            same_cells(before[sheet], after[sheet])
    assert upgraded(done.content).content == done.content


def same_cells(before, after):
    assert after.rows == before.rows or before.sheet.key == "settings"
    assert after.extra == before.extra
    for key, column in before.columns.items():
        assert after.columns[key].values == column.values, (before.name, key)


def lived_in(content):
    """Return a workbook in which a person has been at work."""
    patch = Patch(content)
    own = plain_book(
        {"我的表": [["自己的", 1], ["=订单!P2", "=参数!B3"], ["=参数!B60"]]},
        lambda _, sheet: sheet.insert_textbox(3, 3, "记得对账"),
    )
    put_sheets(patch, own)
    patch.set_cells("参数", {"A60": "我的参数", "B60": "七", "B61": 7})
    add_notes(patch, "订单", {"A2": "问过客户"}, "小苏")
    add_notes(patch, "参数", {"B60": "自己加的"}, "小苏")
    package = patch.package
    package.write("customUI/customUI.xml", RIBBON, "application/xml")
    kind = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
    package.relate("", kind, "customUI/customUI.xml")
    return patch.to_bytes()


def test_what_a_person_added_is_still_there():
    old = older({"settings": ["operator", "late_rate"], "orders": ["remark"]})
    before = lived_in(of_schema(old, 1))

    after = Patch(upgraded(before).content)

    assert after.package.read("customUI/customUI.xml") == RIBBON
    drawn = [one for one in Package(before) if "drawing" in one and "vml" not in one]
    assert drawn
    for part in drawn:
        assert after.package.read(part) == Package(before).read(part)
    assert ("A2", "小苏", "问过客户") in notes_of(after, "订单")
    form = {one.address: one.text for one in notes_of(after, "参数")}
    assert form == {"B64": "自己加的"}


def test_own_rows_below_the_settings_move_down_with_what_speaks_of_them():
    """Two settings are missing, and the heading above each: four rows."""
    old = of_schema(older({"settings": ["operator", "late_rate"]}), 1)

    after = Patch(upgraded(lived_in(old)).content)

    cells = contents(after, "参数")
    assert (cells[64, 1], cells[64, 2], cells[65, 2]) == ("我的参数", "七", "7")
    formulas = {(row, x): text for row, x, _, text in after.sheet("我的表").formulas()}
    assert formulas == {(2, 1): "订单!P2", (2, 2): "参数!B3", (3, 1): "参数!B64"}


BESIDE = {
    "a text": lambda patch: patch.set_cells("员工", {"H2": "我的"}),
    "merged cells": lambda patch: etree.SubElement(
        patch.sheet("员工").child("mergeCells"), MAIN + "mergeCell", ref="H1:I1"
    ),
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_what_stands_right_of_a_table_is_not_written_over(beside):
    patch = Patch(of_schema(older({"staff": ["left_date"]}), 1))
    beside(patch)
    with pytest.raises(CannotPatch) as caught:
        upgraded(patch.to_bytes())
    assert caught.value.facts["place"].startswith("员工!H1")
    assert "插入 1 个空列" in caught.value.facts["reason"].zh


def test_a_text_above_or_below_the_table_is_no_hindrance():
    patch = Patch(of_schema(older({"staff": ["left_date"]}), 1))
    patch.set_cells("员工", {"H90": "我的"})
    after = Patch(upgraded(patch.to_bytes()).content)
    assert contents(after, "员工")[90, 8] == "我的"


def test_a_table_that_became_plain_cells_gets_its_columns_too():
    rows = [["Staff code", "姓名", "备用"], ["E1", "白", "x"]]
    content = plain_book({"员工": [["某某公司"], [], *rows]})

    done = upgraded(content)

    staff = read_book(done.content, "")[STAFF]
    assert set(staff.columns) == {one.key for one in staff.sheet.columns}
    assert (staff.head, staff.values("name")) == (3, ["白"])
    assert staff.extra == {"备用": ["x"]}


def test_lists_count_the_column_where_the_workbook_has_it():
    """The codes stand in B, below the titles in row 3."""
    rows = [["姓名", "工号"], ["白", "E1"], ["柏", "E2"]]
    content = plain_book({"员工": [[], [], *rows], "订单": [["订单号"], ["A1"]]})

    names = {
        one.name: one.refers_to for one in names_of(Patch(upgraded(content).content))
    }

    assert names["list_staff"] == (
        "OFFSET(员工!$B$3,1,0,MAX(1,COUNTA(员工!$B$4:$B$20002)),1)"
    )


def test_a_new_home_counts_the_columns_where_the_workbook_has_them():
    """状态 stands in A and 订单号 in B."""
    content = plain_book({"订单": [["状态", "订单号"], ["草稿", "A1"]]})
    after = Patch(upgraded(content).content)
    formulas = {text for *_, text in after.sheet("首页").formulas()}
    assert 'COUNTIFS(订单!$A:$A,"草稿")' in formulas


def test_a_list_the_workbook_does_not_know_comes_with_its_values():
    gone = "客户来源"
    rows = [
        {"list": name, "value": value}
        for name, values in OPTION_LISTS.items()
        for value in values
        if name != gone
    ]
    content = without_names(older(rows={"options": rows}), ["list_option_8"])

    done = upgraded(of_schema(content, 1))

    options = read_book(done.content, "")[OPTIONS]
    last = list(zip(options.values("list"), options.values("value"), strict=True))[-4:]
    assert last == [(gone, value) for value in OPTION_LISTS[gone]]
    assert said(done) == ["「选项」加了清单：客户来源", "补上名称：list_option_8"]


def test_a_list_that_the_firm_emptied_stays_empty():
    content = older(rows={"options": [{"list": "区域", "value": "华东"}]})
    assert said(upgraded(of_schema(content, 1))) == []


@pytest.mark.parametrize(
    ("offered", "then"),
    [
        ('"启用"', '"启用,停用"'),
        ('"停用"', '"启用,停用"'),
        ('"启用,停用,休假"', '"启用,停用,休假"'),
        ('"在,不在"', '"在,不在"'),
        ("$K$1:$K$3", "$K$1:$K$3"),
    ],
    ids=["one less", "the other less", "one of theirs", "all theirs", "cells"],
)
def test_a_drop_down_of_ours_offers_what_is_new(offered, then):
    patch = Patch(build_master())
    formula = drop_down(patch, "E2")
    formula.text = offered
    after = Patch(upgraded(of_schema(patch.to_bytes(), 1)).content)
    assert drop_down(after, "E2").text == then


def drop_down(patch, cell):
    rules = patch.sheet("员工").frame.iterfind(".//{*}dataValidation")
    (found,) = [one for one in rules if one.get("sqref").startswith(cell)]
    return found.find("{*}formula1")


def test_a_new_choice_gets_its_signal():
    """停用 greys a whole row; the drop-down of the old workbook lacked it."""
    patch = Patch(build_master())
    drop_down(patch, "E2").text = '"启用"'
    sheet = patch.sheet("员工")
    (greyed,) = [
        x for x in sheet.frame.iter("{*}cfRule") if "停用" in "".join(x.itertext())
    ]
    greyed.getparent().getparent().remove(greyed.getparent())
    after = upgraded(of_schema(patch.to_bytes(), 1))
    assert structure(after.content) == structure_of_new()
    assert said(after) == ["「员工」的「状态」下拉清单有了新的选择"]


def test_home_shows_the_new_version_and_the_way_to_every_sheet():
    patch = Patch(build_master())
    patch.set_cells("首页", {"J1": "xlsales 0.0.9"})
    links = patch.sheet("首页").frame.find("{*}hyperlinks")
    (gone,) = [x for x in links if x.get("location") == "'选项'!A1"]
    links.remove(gone)
    patch.set_cells("首页", {gone.get("ref"): None})

    done = upgraded(of_schema(patch.to_bytes(), 1))

    after = Patch(done.content)
    assert contents(after, "首页")[1, 10] == f"xlsales {version()}"
    (link,) = [
        x
        for x in after.sheet("首页").frame.iter("{*}hyperlink")
        if x.get("location") == "'选项'!A1"
    ]
    assert link.get("ref") == gone.get("ref") == "K19"
    assert contents(after, "首页")[19, 11] == "选项"
    assert said(done) == ["首页加了到「选项」的链接"]


def test_a_sheet_comes_back_in_its_place_with_its_names():
    content = without_sheets(build_master(), ["staff"])
    done = upgraded(content)
    assert said(done) == ["加了工作表「员工」", "补上名称：list_staff"]
    assert structure(done.content) == structure_of_new()


def test_what_cannot_be_compared_is_migrated_once():
    said_by = []

    def change(patch, language):
        said_by.append(language)
        patch.set_cells("参数", {"E1": "迁移"})
        return [Text("改了名", "renamed")]

    migrations = [Migration(1, change), Migration(SCHEMA, change)]
    done = upgraded(of_schema(build_master(language="en"), 1), migrations=())
    assert done.changes == ()
    old = of_schema(build_master(), 1)
    done = upgraded(old, migrations=migrations)
    assert (said(done), said_by) == (["改了名"], ["zh"])
    assert upgraded(done.content, migrations=migrations).content == done.content


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", CannotRead),
        (b"PK no workbook", CannotRead),
        (plain_workbook({"Sheet1": [["x"]]}), NotAMaster),
        (of_schema(build_master(), SCHEMA + 1), TooNew),
    ],
    ids=["nothing", "words", "of others", "newer"],
)
def test_what_cannot_be_upgraded_is_refused(content, refusal):
    with pytest.raises(refusal):
        upgraded(content)


def test_of_a_workbook_that_openpyxl_saved_nothing_is_taken_for_missing():
    lacking = {"settings": ["operator"], "staff": ["roles"]}
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(older(lacking, own={"staff": 1}))).save(saved)

    done = upgraded(of_schema(saved.getvalue(), 1))

    assert said(done) == [
        "「员工」加了列：角色（在表的最右边）",
        "「参数」加了：操作人",
    ]
    assert upgraded(done.content).content == done.content


@pytest.mark.office
@pytest.mark.validator
def test_of_one_that_libreoffice_saved_neither(office, schema, tmp_path):
    lacking = {"settings": ["operator"], "customers": ["region"], "orders": ["maker"]}
    content = lived_in(older(lacking, own={"orders": 2}))
    (saved,) = opened(office, {"old.xlsx": content}, tmp_path).values()

    done = upgraded(saved)

    assert said(done) == [
        "「客户」加了列：区域（在表的最右边）",
        "「订单」加了列：制单（在表的最右边）",
        "「参数」加了：操作人",
    ]
    assert schema.no_worse(saved, done.content) == []
    assert read_book(done.content, "")[ORDERS].extra["自己的列"][0] == "我的0"


MANY = {
    "zh.xlsx": ({"settings": ["operator", "late_rate"], "orders": ["maker"]}, ["home"]),
    "en.xlsx": ({"customers": ["region", "currency"]}, ["targets", "findings"]),
    "more.xlsx": ({"staff": MAY_LACK["staff"]}, ["calendar"]),
}


def made(name):
    lacking, sheets = MANY[name]
    content = older(lacking, language="en" if name == "en.xlsx" else "zh")
    return upgraded(lived_in_or_not(without_sheets(of_schema(content, 1), sheets)))


def lived_in_or_not(content):
    return lived_in(content) if "订单" in Patch(content).parts else content


@pytest.mark.validator
@pytest.mark.parametrize("name", MANY)
def test_the_schema_finds_no_fault(schema, name):
    assert schema.errors(made(name).content) == []


@pytest.mark.office
def test_libreoffice_opens_them_and_computes_what_they_say(office, tmp_path):
    """One order of 1 066.72 yuan, of a customer, by the firm that 参数 names."""
    contents_of = {name: made(name).content for name in MANY}
    for name, content in opened(office, contents_of, tmp_path).items():
        book = read_book(content, name)
        before = read_book(contents_of[name], name)
        for sheet in INPUT_SHEETS:
            same_cells(before[sheet], book[sheet])
        firm = book.settings.name
        title = SHEETS[0].title("en" if name == "en.xlsx" else "zh")
        home = contents(Patch(content), title)
        assert home[1, 2] == "="
        shown = values(content)
        assert shown[f"{title}!B1"] == firm
        errors = {k: v for k, v in shown.items() if str(v).startswith("#")}
        assert errors == {}

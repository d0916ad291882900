"""Reading: workbooks as people and other programs leave them."""

import datetime as dt
from decimal import Decimal

import pytest

from workbook.plain import plain_workbook
from workbook.traps import FIRST, HEAD, SHEET, TRAPS, far_apart, handmade
from xlsales.errors import CannotRead, NotAMaster, TooNew, TooOld
from xlsales.language import say
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.sheets.book import Book
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.orders import ORDER_LINES, ORDERS
from xlsales.sheets.receivables import OPENING_ITEMS
from xlsales.sheets.settings import SETTINGS
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book
from xlsales.workbook.schema import SCHEMA

TITLES = ["客户编码", "单据号", "单据日期", "到期日", "金额"]
OTHER = ["C1", "0002", dt.date(2026, 9, 1), dt.date(2026, 9, 30), 17.4]
ITEM = ["C1", "0001", dt.date(2026, 9, 1), dt.date(2026, 9, 30), 17.4]


def read(**sheets) -> Book:
    return read_book(plain_workbook(sheets), "主簿.xlsx")


def test_cells_become_values():
    [item] = read(期初应收=[TITLES, ITEM])[OPENING_ITEMS].records
    assert item.customer_code == "C1"
    assert item.doc_no == "0001"
    assert item.doc_date == dt.date(2026, 9, 1)
    assert item.amount == Decimal("17.4")
    assert item.currency == "CNY"


def test_columns_may_stand_in_any_order():
    backwards = read(期初应收=[TITLES[::-1], ITEM[::-1]])[OPENING_ITEMS]
    assert backwards.records == read(期初应收=[TITLES, ITEM])[OPENING_ITEMS].records
    assert backwards.cell("amount", 2) == "A2"


def test_titles_may_be_of_either_language_and_marked():
    titles = ["Customer code*", "单据号", "DOCUMENT DATE", "due_date", " 金\n额 "]
    [item] = read(**{"Opening items": [titles, ITEM]})[OPENING_ITEMS].records
    assert item.amount == Decimal("17.4")
    assert read(opening_items=[titles, ITEM])[OPENING_ITEMS].records == [item]


def test_a_column_that_people_added_is_kept():
    table = read(期初应收=[[*TITLES, "备注"], [*ITEM, "老账"], OTHER])[OPENING_ITEMS]
    assert table.extra == {"备注": ["老账", ""]}
    assert len(table.records) == 2


def test_two_added_columns_of_one_title_are_both_kept():
    rows = [["备注", *TITLES, "备注"], ["左", *ITEM, "右"]]
    table = read(期初应收=rows)[OPENING_ITEMS]
    assert [one for column in table.extra.values() for one in column] == ["左", "右"]


def test_of_a_title_that_stands_twice_the_first_is_read():
    table = read(期初应收=[[*TITLES, "金额"], [*ITEM, 99]])[OPENING_ITEMS]
    assert [item.amount for item in table.records] == [Decimal("17.4")]
    assert table.twice == ["金额"]


def test_blank_rows_are_passed_over_and_the_others_keep_their_numbers():
    rows = [TITLES, [None] * 5, ITEM, [None], ["C2"]]
    table = read(期初应收=rows)[OPENING_ITEMS]
    assert table.rows == [3, 5]
    assert table.complete == [True, False]


@pytest.mark.parametrize("above", [0, 1, 3, 9])
def test_the_titles_may_stand_below_other_rows(above):
    head = [["晨光纸业有限公司", None, "金额单位:元"]] * above
    table = read(期初应收=[*head, TITLES, ITEM])[OPENING_ITEMS]
    assert len(table.records) == 1
    assert table.cell("amount", table.rows[0]) == f"E{above + 2}"


def test_the_sheet_may_begin_below_and_right_of_the_corner():
    rows = [[], [], [None, None, *TITLES], [None, None, *ITEM]]
    table = read(期初应收=rows)[OPENING_ITEMS]
    assert len(table.records) == 1
    assert table.cell("customer_code", table.rows[0]) == "C4"


def test_a_sheet_without_known_titles_is_there_and_empty():
    book = read(订单=[["别的", "内容"], ["1", "2"]], 订单明细=[])
    assert book[ORDERS].records == []
    assert book[ORDER_LINES].records == []
    assert set(book.tables) == {"orders", "order_lines"}


def test_a_form_is_read_by_its_titles_in_any_order():
    rows = [
        ["参数", "值"],
        ["Phone*", "0591-1"],
        [None, None],
        ["公司名称*", "晨光纸业"],
        ["默认税率", 0.09],
        ["我们的备注", "x"],
    ]
    table = read(参数=rows)[SETTINGS]
    [record] = table.records
    assert (record.name, record.phone) == ("晨光纸业", "0591-1")
    assert record.default_tax_rate == Decimal("0.09")
    assert table.cell("phone", 1) == "B2"
    assert table.cell("default_tax_rate", 1) == "B5"


def test_a_form_of_one_column_is_all_empty():
    table = read(参数=[["参数"], ["公司名称"]])[SETTINGS]
    assert table.values("name") == [None]


def test_what_cannot_be_read_stays_visible():
    table = read(期初应收=[TITLES, [*ITEM[:4], "十二"]])[OPENING_ITEMS]
    assert table.values("amount") == [Unreadable("十二", "not_a_number")]
    assert table.records == []


def test_a_code_typed_as_a_number_has_no_decimals():
    table = read(期初应收=[TITLES, ["C1", 1001, *ITEM[2:]]])[OPENING_ITEMS]
    assert table.records[0].doc_no == "1001"


def test_the_name_of_a_sheet_is_the_one_in_the_file():
    assert read(**{"Opening items": [TITLES]})[OPENING_ITEMS].name == "Opening items"
    assert read(期初应收=[TITLES]).name == "主簿.xlsx"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no workbook",
        b"PK\x03\x04 and nothing more",
        "订单号,客户\n1,2\n".encode(),
        plain_workbook({"订单": [["订单号"]]})[:-300],
        b"%PDF-1.7",
    ],
    ids=["nothing", "words", "half a zip", "csv", "cut off", "pdf"],
)
def test_what_is_no_workbook_cannot_be_read(content):
    with pytest.raises(CannotRead) as raised:
        read_book(content, "坏.xlsx")
    assert raised.value.facts["name"] == "坏.xlsx"


def test_another_workbook_is_no_master_and_its_sheets_are_named():
    with pytest.raises(NotAMaster) as raised:
        read(工资表=[["姓名"]], Sheet2=[])
    assert raised.value.facts == {
        "name": "主簿.xlsx",
        "sheets": ("工资表", "Sheet2"),
    }


def trapped(name):
    """Return 期初应收 as it is read from a trap."""
    return read_book(TRAPS[name].make(), "主簿.xlsx").tables["opening_items"]


def test_a_row_of_nothing_but_errors_is_a_row():
    table = trapped("error_values")
    assert list(table.rows) == [2, 3]
    assert table.values("amount")[0] == Unreadable("#NAME?", "error_value")
    assert [record.doc_no for record in table.records] == ["D2"]


def test_the_row_in_which_a_table_is_added_up_is_no_record():
    table = trapped("a_table_with_totals")
    assert [record.doc_no for record in table.records] == ["D1", "D2"]
    assert list(table.rows) == [2, 3]


def test_a_million_formatted_rows_are_no_rows():
    table = trapped("a_million_formatted_rows")
    assert list(table.rows) == [2]


@pytest.mark.parametrize(("first", "last"), [("XFD1", "A200000"), ("A1", "XFD1048576")])
def test_a_cell_that_lies_too_far_out_is_named(first, last):
    with pytest.raises(CannotRead) as caught:
        read_book(far_apart(first, last), "主簿.xlsx")
    for language in ("zh", "en"):
        assert last in caught.value.facts["reason"](language)


def test_an_error_that_no_reader_knows_is_named_with_its_cell():
    spilt = '<c r="C2" t="e"><v>#SPILL!</v></c></row>'
    with pytest.raises(CannotRead) as caught:
        read_book(handmade(HEAD + FIRST.replace("</row>", spilt)), "主簿.xlsx")
    for language in ("zh", "en"):
        said = caught.value.facts["reason"](language)
        assert "#SPILL!" in said
        assert f"{SHEET}!C2" in said


@pytest.mark.parametrize(
    ("schema", "refusal", "said"),
    [
        (SCHEMA - 1, TooOld, "xlsales upgrade 旧账.xlsx"),
        (SCHEMA + 1, TooNew, "升级"),
    ],
)
def test_a_master_of_another_shape_is_refused_with_what_to_do(schema, refusal, said):
    parts = read_parts(build_master())
    custom = parts["docProps/custom.xml"].replace(
        f"<vt:r8>{SCHEMA}</vt:r8>".encode(), f"<vt:r8>{schema}</vt:r8>".encode()
    )
    assert custom != parts["docProps/custom.xml"]
    content = replace_parts(build_master(), {"docProps/custom.xml": custom})
    with pytest.raises(refusal) as caught:
        read_book(content, "旧账.xlsx")
    line = say("errors", refusal.code, "zh", **caught.value.facts)
    assert said in line
    assert "旧账.xlsx" in line

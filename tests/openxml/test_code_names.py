"""Code names: kept where there are some, given where there are none, never twice."""

import io

import pytest
import xlsxwriter

from xlsales.openxml.code_names import code_names, free_code_names, name_book
from xlsales.openxml.package import Package


def book_of(*sheets):
    """Return a workbook of sheets, each a title and a code name or None."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    for title, name in sheets:
        sheet = book.add_worksheet(title)
        if name:
            sheet.vba_codename = name
    book.close()
    return Package(target.getvalue())


@pytest.mark.parametrize(
    ("sheets", "given"),
    [
        ([("订单", None), ("客户", None)], {"订单": "Sheet1", "客户": "Sheet2"}),
        ([("订单", "Orders"), ("客户", None)], {"客户": "Sheet2"}),
        ([("订单", "sheet2"), ("客户", None)], {"客户": "Sheet3"}),
        (
            [("订单", "Sheet3"), ("客户", None), ("甲", None)],
            {"客户": "Sheet2", "甲": "Sheet4"},
        ),
    ],
)
def test_a_sheet_without_a_name_gets_the_first_that_is_free(sheets, given):
    package = book_of(*sheets)
    assert free_code_names(package, set()) == given
    assert code_names(package) == {title: name for title, name in sheets if name}


def test_what_others_are_called_is_not_free():
    package = book_of(("订单", None))
    assert free_code_names(package, {"sheet1"}) == {"订单": "Sheet2"}


@pytest.mark.parametrize("known", [None, "DieseArbeitsmappe"])
def test_the_workbook_keeps_its_name_or_gets_the_usual(known):
    package = book_of(("订单", None))
    if known:
        package.tree(package.book).find("{*}workbookPr").set("codeName", known)
    assert name_book(package) == (known or "ThisWorkbook")
    assert package.tree(package.book).find("{*}workbookPr").get("codeName")

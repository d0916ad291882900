"""What other programs say of changed workbooks: Office's schema, and LibreOffice.

Each workbook is changed once in every way, in one patch after another, and its
table is replaced, grown and shrunk; all results go through one call of each.
"""

import pytest
from openpyxl.utils import get_column_letter

from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from openxml.proof import opened, wrong_values
from patch.model import area_of
from patch.operations import (
    ROW_OPERATIONS,
    change_by,
    done,
    expected_facts,
    given,
    known,
)
from patch.test_cells_everywhere import (
    FORMULA,
    NO_SHEETS,
    WRITTEN,
    two_sheets,
)
from patch.test_rows_everywhere import REFUSED
from xlsales.graft.graft import put_sheets
from xlsales.openxml.cells import Formula
from xlsales.patch import custom_xml
from xlsales.patch.custom_properties import set_custom_properties
from xlsales.patch.marks import Shades, mark
from xlsales.patch.names import set_name
from xlsales.patch.notes import add_notes
from xlsales.patch.patch import Patch
from xlsales.patch.properties import set_properties

ALL = [*WORKBOOKS, *SAVED_BY_EXCEL]
BY_NAME = {one.name: one for one in ROW_OPERATIONS}
GROWN, SHRUNK, DELETED = (
    BY_NAME[name] for name in ("append 40", "replace by 3", "delete a middle one")
)
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.office,
    pytest.mark.saved_by_excel,
]


def changed_in_every_way(workbook):
    """Return the workbook after one patch that does everything."""
    patch, shades = Patch(workbook.content), Shades()
    sheet = workbook.sheet
    if workbook.table and (workbook.name, GROWN.name) not in REFUSED:
        GROWN.do(patch, workbook.table, *given(workbook, GROWN))
        patch.delete_rows(workbook.table, [1])
    patch.set_cells(sheet, {at: value for at, (value, _) in WRITTEN.items()})
    patch.set_cells(sheet, {"BB49": Formula(FORMULA, "a&b\n")})
    mark(patch, sheet, dict.fromkeys(("BB41", "BB44", "C300"), "FAD8D0"), shades)
    add_notes(patch, sheet, {"BB41": "第一行\n<&>", "BB44": "二"}, "xlsales")
    set_name(patch, "测试区", "$A$1:$B$2")
    set_properties(patch.package, {"subject": "十月"})
    set_custom_properties(patch.package, {"核": 1})
    custom_xml.write(patch, "urn:ops", b'<a xmlns="urn:ops">1</a>')
    if workbook.name not in NO_SHEETS:
        titles = put_sheets(patch, two_sheets())
        patch.settle()
        put_sheets(patch, two_sheets(), replaces=titles)
    return patch.to_bytes()


def with_rows(operation):
    """Return the workbooks with a table that take an operation."""
    return [
        one for one in ALL if one.table and (one.name, operation.name) not in REFUSED
    ]


@pytest.mark.validator
def test_the_schema_of_office_finds_nothing_new(schema):
    results = [(one, changed_in_every_way(one)) for one in ALL if readable(one)]
    results += [
        (one, done(one, operation))
        for operation in (SHRUNK, DELETED)
        for one in with_rows(operation)
    ]
    wrong = {
        one.name: found
        for one, after in results
        if (found := schema.no_worse(one.content, after, one.ending))
    }
    assert not wrong


def readable(workbook):
    return "openpyxl" not in workbook.unread_by


# What a figure of the corpus is the figure of: rows of (客户, 数量, 单价, 金额).
MEANS = {
    205.9: lambda rows: sum(row[3] for row in rows),
    42: lambda rows: sum(row[1] for row in rows),
    84: lambda rows: 2 * sum(row[1] for row in rows),
    5: lambda rows: sum(row[0] is not None for row in rows),
    23.68: lambda rows: sum(row[2] for row in rows) / len(rows),
    124.9: lambda rows: sum(row[3] for row in rows if row[0] == "华联"),
    50: lambda rows: sum(row[3] for row in rows if row[0] == "大润"),
}


@pytest.mark.parametrize("operation", [GROWN, SHRUNK, DELETED], ids=str)
def test_the_office_computes_what_the_rows_now_give(office, operation, tmp_path):
    workbooks = {
        one.name + one.ending: one
        for one in with_rows(operation)
        if operation is not DELETED or set(one.computes.values()) & set(MEANS)
    }
    after = {name: done(one, operation) for name, one in workbooks.items()}
    saved = opened(office, after, tmp_path)
    wrong = {
        name: found
        for name, one in workbooks.items()
        if (found := wrong_values(saved[name], expected_values(one, operation)))
    }
    assert not wrong


def expected_values(workbook, operation):
    """Return what stands in cells after an operation, and what formulas then give."""
    change = change_by(workbook, operation)
    body, _ = known(workbook)
    found = expected_facts(workbook, change)
    arrays = [
        (place.rpartition("!")[0], *area_of(fact["ref"]))
        for (kind, place), fact in found.items()
        if kind == "formula" and not isinstance(fact, str) and "ref" in fact
    ]
    expected = {
        place: value
        for (kind, place), value in found.items()
        if kind == "value"
        and not workbook.name.startswith(PIVOTED)
        and isinstance(value, str | float | int)
        and value != ""
        and ("formula", place) not in found
        and not any(_lies_in(place, one) for one in arrays)
        and "_x" not in str(value)  # is stored otherwise than it reads
    }
    if set(workbook.computes.values()) & set(MEANS):
        rows = [_order(body, found, row) for row in range(body.first, change.last + 1)]
        rows = [row for row in rows if row[1] is not None]
        for place, value in workbook.computes.items():
            now = _now(change, place)
            if now and value in MEANS and (workbook.name, place) not in ELSEWHERE:
                expected[now] = MEANS[value](rows)
    return expected


# The office computes their pivot tables anew, as it is asked to.
PIVOTED = ("pivot_table", "excel_pivots", "excel_slicer_and_pivots")


def _lies_in(place, area):
    title, left, top, right, bottom = area
    column, row, _, _ = area_of(place.rpartition("!")[2])
    is_inside = left <= column <= right and top <= row <= bottom
    return place.startswith(f"{title}!") and is_inside


ELSEWHERE = {
    # sums rows beyond the table, which it grows over
    ("outline", "订单!H2"),
    ("libreoffice_outline", "订单!H2"),
    ("shared_formulas", "订单!G8"),  # its own row
}


def _order(body, found, row):
    """Return customer, quantity, price and amount of an order."""
    customer, quantity, price, amount = (
        found.get(("value", f"{body.sheet}!{get_column_letter(body.left + at)}{row}"))
        for at in range(1, 5)
    )
    is_formula = "formula", f"{body.sheet}!{get_column_letter(body.left + 4)}{row}"
    if quantity is not None and is_formula in found:
        amount = quantity * price
    return customer, quantity, price, amount


def _now(change, place):
    """Return where a formula now stands; amounts in the table are not asked for."""
    title, _, cell = place.rpartition("!")
    left, top, _, _ = area_of(cell)
    body = change.body
    if title != body.sheet:
        return place
    if left in body.columns and body.first <= top <= body.last:
        return None
    row, column = change.place(top, left)
    return f"{title}!{get_column_letter(column)}{row}"

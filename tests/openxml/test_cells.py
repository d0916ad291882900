"""How values stand in the XML of a sheet, and what reads them back."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from xlsales.openxml.cells import Cell, Formula, cell_xml, cells_of, column_number
from xlsales.openxml.zipped import read_parts, replace_parts

DAY, NOON = dt.date(2026, 10, 31), dt.datetime(2026, 10, 31, 12, 0)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "xml"),
    [
        # value | what stands in the file
        ("华联", '<c r="B2" s="3" t="inlineStr"><is><t>华联</t></is></c>'),
        ("a<b & c", '<c r="B2" s="3" t="inlineStr"><is><t>a&lt;b &amp; c</t></is></c>'),
        (12, '<c r="B2" s="3"><v>12</v></c>'),
        (Decimal("12.50"), '<c r="B2" s="3"><v>12.50</v></c>'),
        (Decimal("1E+3"), '<c r="B2" s="3"><v>1000</v></c>'),
        (0.1, '<c r="B2" s="3"><v>0.1</v></c>'),
        (True, '<c r="B2" s="3" t="b"><v>1</v></c>'),
        (DAY, '<c r="B2" s="3"><v>46326</v></c>'),
        (NOON, '<c r="B2" s="3"><v>46326.5</v></c>'),
        (dt.time(6, 0), '<c r="B2" s="3"><v>0.25</v></c>'),
        (dt.date(1899, 1, 1), '<c r="B2" s="3" t="str"><v>1899-01-01</v></c>'),
        (Formula("=A1*2", 8), '<c r="B2" s="3"><f>A1*2</f><v>8</v></c>'),
        (
            Formula('A1&"x"', "8x"),
            '<c r="B2" s="3" t="str"><f>A1&amp;"x"</f><v>8x</v></c>',
        ),
        (Formula("A1*2"), '<c r="B2" s="3"><f>A1*2</f></c>'),
        (None, '<c r="B2" s="3"/>'),
        ("", '<c r="B2" s="3"/>'),
    ],
)  # fmt: skip
def test_a_value_in_the_file(value, xml):
    assert cell_xml("B2", 3, value) == xml


def test_without_format_and_value_there_is_no_cell():
    assert cell_xml("B2", 0, None) == ""
    assert cell_xml("B2", 0, 1) == '<c r="B2"><v>1</v></c>'


def test_days_are_counted_from_1904_where_the_workbook_does():
    assert cell_xml("A1", 0, DAY, from_1904=True) == '<c r="A1"><v>44864</v></c>'


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), Decimal("NaN"), "x" * 32_768]
)
def test_what_no_cell_holds_is_refused(value):
    with pytest.raises(ValueError, match="cell holds"):
        cell_xml("A1", 0, value)


def test_what_is_no_value_is_a_mistake_of_ours():
    with pytest.raises(TypeError):
        cell_xml("A1", 0, object())


def book(xml: str) -> bytes:
    """A workbook whose only cell is the one given."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target)
    made.add_worksheet("S").write(0, 0, 1)
    made.close()
    part = "xl/worksheets/sheet1.xml"
    content = read_parts(target.getvalue())[part]
    new = content.replace(b'<c r="A1"><v>1</v></c>', xml.encode())
    assert new != content
    return replace_parts(target.getvalue(), {part: new})


TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            ["\t", "\n", "\r", "\x00", "\x1f", "_", "x", "0", "\ufffe", "&"]
        ),
    ),
    min_size=1,
    max_size=30,
)


@given(TEXTS)
def test_every_text_reads_back_as_itself(text):
    content = book(cell_xml("A1", 0, text))

    ours = openpyxl.load_workbook(io.BytesIO(content))["S"]["A1"].value

    assert openpyxl.utils.escape.unescape(ours) == text


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=4))
def test_every_amount_reads_back_as_itself(amount):
    source = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(book(cell_xml("A1", 0, amount)))
    )
    assert source.get_sheet_by_name("S").to_python() == [[float(amount)]]


ROW = (
    b'<row r="2" spans="1:4"><c r="A2" s="5" t="s"><v>0</v></c><c r="B2"/>'
    b'<c r="AB2" t="b"><f>A2=1</f><v>1</v></c></row>'
)


def test_the_cells_of_a_row():
    cells = cells_of(ROW)

    assert [
        (at, one.style, one.kind, one.is_blank, one.has_formula)
        for at, one in cells.items()
    ] == [
        (1, 5, "s", False, False),
        (2, 0, "n", True, False),
        (28, 0, "b", False, True),
    ]
    assert b"".join(one.to_bytes() for one in cells.values()) in ROW


@pytest.mark.parametrize(
    ("cell", "style", "after"),
    [
        (b'<c r="A2" s="5" t="s"/>', 7, b'<c r="A2" s="7" t="s"/>'),
        (b'<c r="A2" t="s"><v>0</v></c>', 7, b'<c r="A2" s="7" t="s"><v>0</v></c>'),
        (b'<c r="A2" s="5"/>', 0, b'<c r="A2"/>'),
        (b'<c s="5" r="A2"/>', 7, b'<c r="A2" s="7"/>'),
    ],
)  # fmt: skip
def test_another_format_and_nothing_else(cell, style, after):
    (found,) = cells_of(cell).values()
    assert found.styled(style).to_bytes() == after


def test_the_same_cell_in_another_row():
    assert Cell(1, b' r="A2" s="5"', b"").at(11).to_bytes() == b'<c r="A11" s="5"/>'


@pytest.mark.parametrize(
    ("letters", "number"), [(b"A", 1), (b"Z", 26), (b"AA", 27), (b"XFD", 16_384)]
)
def test_the_number_of_a_column(letters, number):
    assert column_number(letters) == number


SHOWN = [
    # cell                                          value    cell after
    ('<c r="B2" s="3"><f>X(A1)</f><v>1</v></c>', 2.5,
     '<c r="B2" s="3"><f>X(A1)</f><v>2.5</v></c>'),
    ('<c r="B2"><f>X(A1)</f><v>1</v></c>', "叁元整",
     '<c r="B2" t="str"><f>X(A1)</f><v>叁元整</v></c>'),
    ('<c r="B2" t="str"><f>X(A1)</f><v>a</v></c>', "#N/A",
     '<c r="B2" t="e"><f>X(A1)</f><v>#N/A</v></c>'),
    ('<c r="B2" t="e"><f t="array" ref="B2:B3">X(A1)</f><v>#N/A</v></c>', True,
     '<c r="B2" t="b"><f t="array" ref="B2:B3">X(A1)</f><v>1</v></c>'),
    ('<c r="B3" t="s" s="4"><v>7</v></c>', DAY, '<c r="B3" s="4"><v>46326</v></c>'),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value", "after"), SHOWN)
def test_another_value_beside_the_same_formula(cell, value, after):
    (found,) = cells_of(cell.encode()).values()
    assert found.showing(value).to_bytes().decode() == after

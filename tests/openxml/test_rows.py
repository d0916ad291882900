"""Rows of a sheet: what is not touched keeps its bytes."""

import pytest
from lxml import etree

from xlsales.openxml.cells import cells_of
from xlsales.openxml.rows import Rows, split_sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DATA = (
    b'<row r="1" spans="1:2" ht="30"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row>'
    b'<row r="3" hidden="1"/>'
    b'\n  <row r="4"><c r="B4"><v>7</v></c></row>'
)


def cells(xml: bytes):
    return cells_of(xml)


def test_rows_by_number():
    rows = Rows(DATA)

    assert list(rows) == [1, 3, 4]
    assert rows.last == 4
    assert rows.raw(3) == b'<row r="3" hidden="1"/>'
    assert rows.raw(2) == b""
    assert list(rows.cells(1)) == [1, 2]
    assert b"".join(rows.in_order()) == DATA.replace(b"\n  ", b"")


@pytest.mark.parametrize(
    ("row", "new", "after"),
    [
        # a row | its cells | how it then stands
        (4, b'<c r="B4"><v>8</v></c>', b'<row r="4"><c r="B4"><v>8</v></c></row>'),
        (2, b'<c r="A2"><v>8</v></c>', b'<row r="2"><c r="A2"><v>8</v></c></row>'),
        # the height stays; spans only while no cell lies outside
        (
            1,
            b'<c r="A1"/>',
            b'<row r="1" spans="1:2" ht="30"><c r="A1"/></row>',
        ),
        (
            1,
            b'<c r="A1"/><c r="C1"/>',
            b'<row r="1" ht="30"><c r="A1"/><c r="C1"/></row>',
        ),
        # a row that says nothing any more goes; one with a height stays
        (4, b"", b""),
        (1, b"", b'<row r="1" spans="1:2" ht="30"/>'),
        (3, b'<c r="A3"/>', b'<row r="3" hidden="1"><c r="A3"/></row>'),
    ],
)
def test_the_cells_of_a_row_are_set(row, new, after):
    rows = Rows(DATA)
    others = [rows.raw(one) for one in rows if one != row]

    rows.put(row, cells(new))

    assert rows.raw(row) == after
    assert [rows.raw(one) for one in rows if one != row] == others


def test_rows_stay_in_order():
    rows = Rows(DATA)
    rows.put(2, cells(b'<c r="A2"/>'))
    rows.put(9, cells(b'<c r="A9"/>'))

    found = etree.fromstring(b"<x>" + b"".join(rows.in_order()) + b"</x>")

    assert [one.get("r") for one in found] == ["1", "2", "3", "4", "9"]


def test_a_hidden_row_is_shown():
    rows = Rows(DATA)
    rows.show(3)
    rows.show(77)
    assert rows.raw(3) == b'<row r="3"/>'
    assert 77 not in rows


def sheet(data: str) -> bytes:
    return (
        f'<worksheet xmlns="{MAIN}">{data}<pageMargins left="1"/></worksheet>'.encode()
    )


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("<sheetData/>", {}),
        ("<sheetData></sheetData>", {}),
        ('<sheetData><row r="2"><c r="B2"/></row></sheetData>', {2: [2]}),
        # cells and rows without a reference stand one after the other
        (
            "<sheetData><row><c/><c/></row><row><c/></row></sheetData>",
            {1: [1, 2], 2: [1]},
        ),
        ('<sheetData><row r="5"><c r="C5"/><c/></row></sheetData>', {5: [3, 4]}),
        ("<sheetData><row r='2'><c r='B2'/></row></sheetData>", {2: [2]}),
        ('<sheetData><!-- x --><row r="2"><c r="B2"/></row></sheetData>', {2: [2]}),
    ],
)
def test_a_sheet_as_any_program_writes_it(written, rows):
    head, data, tail = split_sheet(sheet(written))
    found = Rows(data)

    assert {row: list(found.cells(row)) for row in found} == rows
    whole = etree.fromstring(head + b"<sheetData>" + data + b"</sheetData>" + tail)
    assert etree.QName(whole[-1]).localname == "pageMargins"


def test_a_sheet_whose_names_have_a_prefix_is_written_without():
    written = (
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}" xmlns:r="urn:r" r:k="1">'
        '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is>'
        '</x:c></x:row></x:sheetData><x:drawing r:id="rId1"/></x:worksheet>'
    )

    head, data, tail = split_sheet(written.encode())

    assert data == (b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>')
    root = etree.fromstring(head + b"<sheetData/>" + tail)
    assert root.get("{urn:r}k") == "1"
    assert root.find("{*}drawing").get("{urn:r}id") == "rId1"


def test_a_sheet_in_utf_16_is_written_in_utf_8():
    text = f'<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{MAIN}">'
    text += '<sheetData><row r="1"><c r="A1" t="str"><v>华</v></c></row></sheetData>'
    _, data, _ = split_sheet((text + "</worksheet>").encode("utf-16"))
    assert "华".encode() in data


def test_without_rows_it_is_no_sheet():
    with pytest.raises(ValueError, match="sheetData"):
        split_sheet(f'<chartsheet xmlns="{MAIN}"/>'.encode())

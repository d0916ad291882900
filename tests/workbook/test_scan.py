"""Scan: each trap is found, nothing else is, and both ways find the same."""

import contextlib
import io
import zipfile
from dataclasses import replace

import pytest
import python_calamine

from workbook.traps import (
    FIRST,
    HEAD,
    SHEET,
    TRAPS,
    TWO,
    edited,
    far_apart,
    formulas_without_value,
    handmade,
    nothing_wrong,
    written,
    zipped,
)
from xlsales.openxml import parts
from xlsales.openxml.parts import Damaged, TooLarge, sheet_parts
from xlsales.sheets.facts import SheetFacts
from xlsales.workbook.scan import scan
from xlsales.workbook.scan_rows import LARGE, scan_rows
from xlsales.workbook.walk_rows import walk_rows

QUICK = [name for name in TRAPS if name != "a_million_formatted_rows"]


def facts_of(content):
    """Return the facts of the sheet, without its size."""
    return replace(scan(content)[SHEET], cells=0, corners=())


def values_of(content):
    """Return the values of the sheet as they are read, dates as dates."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_name(SHEET).to_python(skip_empty_area=False)


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_found_and_nothing_else(name):
    trap = TRAPS[name]
    content = trap.make()
    assert facts_of(content) == trap.facts
    assert values_of(content) == trap.reads


@pytest.mark.parametrize("name", QUICK)
def test_searching_finds_what_parsing_finds(name):
    with zipfile.ZipFile(io.BytesIO(TRAPS[name].make())) as archive:
        for sheet in sheet_parts(archive):
            searched = vars(scan_rows(archive, sheet.path))
            parsed = vars(walk_rows(archive, sheet.path))
            for one in ("formulas_without_value", "errors", "hidden"):
                assert searched[one] == parsed[one]
            assert searched["cells"] >= parsed["cells"]


@pytest.mark.parametrize("piece", [40, 97, 1000])
@pytest.mark.parametrize("name", QUICK)
def test_it_does_not_matter_where_a_piece_ends(name, piece, monkeypatch):
    monkeypatch.setattr(parts, "PIECE", piece)
    monkeypatch.setattr("xlsales.workbook.scan_rows._MOST_PIECES", 10_000)
    assert facts_of(TRAPS[name].make()) == TRAPS[name].facts


def test_every_sheet_has_its_own_facts():
    def second(book, sheet):
        other = book.add_worksheet("Orders")
        other.write_formula("B7", "=NA()", value="#N/A")
        book.add_worksheet("订单")
        sheet.merge_range("A5:B6", "")

    assert scan(written(second)) == {
        SHEET: SheetFacts(merged=("A5:B6",), cells=5 * 3),
        "Orders": SheetFacts(errors=(("B7", "#N/A"),), cells=2 * 7),
        "订单": SheetFacts(),
    }


SIZES = [
    # first value, last value, cells of the rectangle, what makes it so large
    ("A1", "E3", 15, ()),
    ("XFD1", "A200000", 16_384 * 200_000, ("XFD1", "A200000")),
    ("A1", "ZZ1048576", 702 * 1_048_576, ("ZZ1048576",)),
    ("AAAA1", "A99999", 18_279 * 99_999, ("AAAA1", "A99999")),
]


@pytest.mark.parametrize(("first", "last", "cells", "corners"), SIZES)
def test_values_far_apart_are_named_before_memory_is_taken(first, last, cells, corners):
    facts = scan(far_apart(first, last))[SHEET]
    assert facts.cells == cells
    assert corners in {(), facts.corners}
    assert (facts.cells > LARGE) == bool(corners)


def test_a_wrong_dimension_is_not_believed():
    wrong = edited(far_apart(), rb"<sheetData>", rb'<dimension ref="A1"/><sheetData>')
    assert scan(wrong)[SHEET].corners == ("XFD1", "A200000")


def test_a_dimension_far_too_large_does_not_count():
    huge = handmade(before='<dimension ref="A1:XFD1048576"/>')
    assert scan(huge)[SHEET].cells == 16_384 * 2


@pytest.mark.parametrize("without", [b"", b"no workbook", b"\xd0\xcf\x11\xe0 xls"])
def test_what_is_no_zip_has_no_facts(without):
    assert scan(without) == {}


def test_a_zip_of_another_kind_has_no_facts():
    assert scan(zipped({"content.xml": "<office/>"})) == {}


SOUND = nothing_wrong()
DAMAGED = {
    "half a zip": SOUND[: len(SOUND) // 2],
    "zip without an end": SOUND[:-30],
    "rows without an end": edited(SOUND, rb"</sheetData>.*", b""),
    "tail cut off": edited(SOUND, rb"</worksheet>", b""),
    "sheet of nothing": edited(SOUND, rb"(?s).+", b""),
    "sheet not there": handmade(target="worksheets/sheet9.xml"),
    "UTF-16, which reads as an empty sheet": handmade(encoding="UTF-16"),
    "reference without a row": handmade(
        HEAD + '<row r="x"><c r="A"><v>1</v></c></row>'
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_an_error_of_its_own(name):
    with pytest.raises(Damaged):
        scan(DAMAGED[name])


@pytest.mark.parametrize("at", range(40, len(SOUND), len(SOUND) // 60))
def test_a_byte_that_changed_does_no_other_harm(at):
    broken = bytearray(SOUND)
    broken[at] ^= 0x55
    with contextlib.suppress(Damaged):
        assert set(scan(bytes(broken))) <= {SHEET}


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(parts, "MOST_BYTES", 100_000)
    shared = {"xl/sharedStrings.xml": b"<si/>" * 100_000, "[Content_Types].xml": b""}
    for bomb in (handmade(HEAD + FIRST + " " * 100_000), zipped(shared)):
        with pytest.raises(TooLarge):
            scan(bomb)
    assert scan(handmade())[SHEET].cells == 4


def test_a_part_larger_than_it_says_is_damaged(monkeypatch):
    monkeypatch.setattr(parts, "MOST_BYTES", 100_000)
    bomb = zipped({"xl/sharedStrings.xml": b"<si/>" * 100_000})
    liar = bomb.replace((500_000).to_bytes(4, "little"), (90_000).to_bytes(4, "little"))
    with pytest.raises(Damaged):
        scan(liar)


def test_what_an_entity_stands_for_is_not_filled_in():
    laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = edited(handmade(), rb"\?>", b"?>" + laughs.encode())
    assert facts_of(content) == SheetFacts()
    assert values_of(content) == TWO


# --- what LibreOffice makes of them ----------------------------------------------

KEPT = [  # what is still in the file after it was opened and saved in LibreOffice
    "nothing_wrong",
    "error_values",
    "merged_over_data",
    "hidden_rows",
    "hidden_columns",
    "a_filter_that_is_on",
    "a_filter_without_condition",
    "rows_outside_the_table",
    "a_table_whose_filter_is_on",
    "a_hidden_sheet",
    "the_calendar_of_1904",
    "trailing_blanks",
    "full_width_digits",
    "inline_strings",
    "formulas_with_values",
]


@pytest.mark.office
@pytest.mark.parametrize("name", KEPT)
def test_a_trap_survives_libreoffice(name, office, tmp_path):
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(TRAPS[name].make())
    content = office.recalculate(path).read_bytes()
    assert facts_of(content) == TRAPS[name].facts
    assert values_of(content) == TRAPS[name].reads


@pytest.mark.office
def test_libreoffice_computes_a_formula_that_had_no_value(office, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(formulas_without_value())
    content = office.recalculate(path).read_bytes()
    assert facts_of(content) == SheetFacts()
    assert [row[4] for row in values_of(content)] == ["金额", 18.0, 19.0]

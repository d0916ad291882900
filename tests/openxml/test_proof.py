"""The proof sees what must not happen to a workbook."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from openxml.corpus.around import conditional_formats, notes
from openxml.corpus.dialects import prefixed, strict
from openxml.corpus.drawn import sparklines
from openxml.corpus.extensions import unknown_extensions
from openxml.corpus.formulas import rich_and_phonetic, shared_formulas
from openxml.corpus.parts import SHEET1, edited
from openxml.corpus.tables import plain_table
from openxml.proof import (
    KINDS,
    Validator,
    around_cells,
    canonical,
    changes,
    facts,
    opened,
    touched,
    values,
    wrong_values,
)
from xlsales.openxml.zipped import read_parts, replace_parts

SHARED = "xl/sharedStrings.xml"


@pytest.fixture(scope="module")
def plain():
    return plain_table()


def test_a_part_that_changed_is_named(plain):
    after = edited(plain, SHEET1, ("<v>10</v>", "<v>11</v>"))
    assert touched(plain, after) == [f"{SHEET1} differs"]
    assert touched(plain, after, [SHEET1]) == []
    assert touched(plain, after, ["xl/worksheets/*.xml"]) == []
    types = "[Content_Types].xml"
    after = edited(plain, types, ("<Types", "<!-- --><Types"))
    assert touched(plain, after) == [f"{types} differs"]
    assert touched(plain, after, [types]) == []


def test_so_is_one_that_came_or_went(plain):
    after = replace_parts(plain, {SHARED: None, "xl/new.xml": b"<a/>"})
    assert touched(plain, after) == [f"{SHARED} is gone", "xl/new.xml is new"]


def test_the_same_content_packed_otherwise_is_a_difference(plain):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in read_parts(plain).items():
            archive.writestr(name, content)
    assert f"{SHARED} differs" in touched(plain, target.getvalue())


def test_so_is_another_order(plain):
    parts = dict(reversed(read_parts(plain).items()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "the order of the parts differs" in touched(plain, target.getvalue())


def test_canonical_xml_does_not_mind_how_it_is_written():
    one = b"<?xml version='1.0'?>\n<a y='2' x='1'><b></b></a>"
    assert canonical(one) == canonical(b'<a x="1"   y="2"><b/></a>')
    assert canonical(one) != canonical(b'<a x="1" y="2"> <b/></a>')
    assert canonical(b"<a xmlns='b/c'/>") == canonical(b'<a xmlns="b/c"></a>')


def test_values_stand_where_the_sheet_has_them(plain):
    assert values(plain)["订单!B3"] == "订单号"
    assert values(plain)["订单!F8"] == 10
    assert "订单!A1" not in values(plain)


def test_wrong_values_are_shown_beside_the_right_ones(plain):
    expected = {"订单!D4": 10, "订单!F4": 26, "订单!Z9": 1, "订单!C4": "华联"}
    found = {"订单!F4": (26, 25), "订单!Z9": (1, None)}
    assert wrong_values(plain, expected) == found


def test_a_sheet_without_its_cells():
    before = sparklines()
    cells = edited(before, SHEET1, ("<v>10</v>", "<v>11</v>"))
    assert around_cells(cells, "订单") == around_cells(before, "订单")
    line = edited(before, SHEET1, ("订单!D4:F4", "订单!D4:F5"))
    before, after = around_cells(before, "订单"), around_cells(line, "订单")
    assert [key for key in before if before[key] != after[key]] == ["extLst"]


@pytest.mark.parametrize("make", [prefixed, strict, unknown_extensions])
def test_a_sheet_is_found_in_every_dialect(make):
    assert "tableParts" in around_cells(make(), "订单")


# What somebody does to a workbook, and the one fact that is another afterwards.
DONE = {
    "value": lambda sheet: setattr(sheet["D4"], "value", 11),
    "formula": lambda sheet: setattr(sheet["F4"], "value", "=1+1"),
    "style": lambda sheet: setattr(sheet["D4"], "number_format", "0.0"),
    "link": lambda sheet: setattr(sheet["D4"], "hyperlink", "https://a.example"),
    "note": lambda sheet: setattr(sheet["D4"], "comment", Comment("老客户", "王")),
    "merged": lambda sheet: sheet.merge_cells("H1:H2"),
    "rule": lambda sheet: sheet.add_data_validation(DataValidation(sqref="D4")),
    "format": lambda sheet: sheet.conditional_formatting.add("D4", FormulaRule(["1"])),
    "table": lambda sheet: setattr(sheet.tables["Orders"], "ref", "B3:F9"),
    "name": lambda sheet: sheet.defined_names.add(DefinedName("一", attr_text="1")),
    "size": lambda sheet: setattr(sheet.row_dimensions[5], "height", 30),
    "print": lambda sheet: setattr(sheet.oddHeader.center, "text", "十月"),
    "sheet": lambda sheet: setattr(sheet, "sheet_state", "hidden"),
}


@pytest.mark.parametrize("kind", DONE)
def test_a_fact_that_differs_is_found(plain, kind):
    before, after = saved(plain), saved(plain, DONE[kind])
    assert kind in {one for one, _ in changes(before, after)} <= {kind, "style"}
    assert changes(before, after, besides={kind, "style"}) == {}


def test_every_kind_is_asked_about():
    assert {*DONE, "rich"} == set(KINDS)


def saved(content, change=None):
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.create_sheet("别的")
    if change:
        change(book["订单"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_change_is_what_was_and_what_is(plain):
    after = edited(plain, SHEET1, ('<v>10</v></c><c r="E4"', '<v>11</v></c><c r="E4"'))
    assert changes(plain, after) == {("value", "订单!D4"): (10, 11)}
    assert changes(plain, after, besides=["value"]) == {}


def test_formats_by_rule_notes_and_arrays_are_facts():
    kinds = [kind for kind, _ in facts(conditional_formats())]
    assert kinds.count("format") == 5
    assert facts(notes())["note", "订单!C4"] == ("王", "老客户\n账期 30 天")
    assert facts(shared_formulas())["formula", "订单!F5"] == "=D5*E5"
    assert "华" in facts(rich_and_phonetic())["rich", "订单!C4"]


def test_strict_is_seen_as_its_plain_twin():
    assert ("table", "订单!Orders") in facts(strict())
    assert facts(strict())["value", "订单!F8"] == 10


@pytest.mark.validator
def test_only_new_errors_count(plain, validator, tmp_path):
    proof = Validator(validator, tmp_path)
    bad = edited(plain, SHEET1, ('<c r="D4"', '<c what="1" r="D4"'))
    worse = edited(bad, SHEET1, ('<c r="D5"', '<c what="1" r="D5"'))
    assert proof.errors(plain) == []
    assert len(proof.no_worse(plain, bad)) == 1
    assert proof.no_worse(bad, bad) == []
    assert len(proof.no_worse(bad, worse)) > 0


def test_a_verdict_is_asked_for_once(plain, tmp_path):
    asked = []

    def schema_errors(path):
        asked.append(path.read_bytes())
        return ["/xl/a.xml /x: wrong"]

    for _ in range(2):
        proof = Validator(schema_errors, tmp_path)
        assert proof.errors(plain) == ["/xl/a.xml /x: wrong"]
    assert asked == [plain]
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.office
def test_the_office_computes_anew(plain, office, tmp_path):
    stale = edited(plain, SHEET1, ("<v>25</v>", "<v>26</v>"))
    saved_by_it = opened(office, {"单.xlsx": stale, "b.xlsx": plain}, tmp_path)
    assert wrong_values(saved_by_it["单.xlsx"], {"订单!F4": 25}) == {}

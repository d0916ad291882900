"""Cells, marks, notes, names, properties and sheets, on every workbook of the corpus.

Each operation must change the facts that it is there for, in the few parts it may
touch; what takes it back must leave nothing behind.
"""

import datetime as dt
import io

import pytest
import xlsxwriter

from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from openxml.proof import changes, facts, touched, xml_parts
from patch.model import area_of, parsed
from patch.operations import column_looks, known, plain_look
from patch.proved import plain, sheets_of
from patch.test_rows_everywhere import each, reason_of
from xlsales.errors import CannotPatch
from xlsales.graft.graft import put_sheets
from xlsales.graft.removal import remove_sheet
from xlsales.openxml.cells import Formula
from xlsales.patch import custom_xml
from xlsales.patch.custom_properties import set_custom_properties
from xlsales.patch.marks import Shades, mark, unmark
from xlsales.patch.names import remove_name, set_name
from xlsales.patch.notes import add_notes, remove_notes
from xlsales.patch.patch import Patch
from xlsales.patch.properties import set_properties

pytestmark = pytest.mark.corpus

ALL = [*WORKBOOKS, *SAVED_BY_EXCEL]
SEEN = [one for one in ALL if "openpyxl" not in one.unread_by]
CHAIN = ("xl/calcChain.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels")
PIVOTS = "xl/pivotCache/pivotCacheDefinition*.xml"  # are told to read anew
LONG = "长" * 32_767
# What is written, and what is then read; the cells are blank before.
WRITTEN = {
    "BB40": ("<甲> & \"乙\" '丙'\n第二行 ", None),
    "BB41": ("_x000D_ 回车\r", "_x005F_x000D_ 回车_x000D_"),  # as it is stored
    "BB42": (LONG, None),
    "BB43": (0.1, None),
    "BB44": (-12, None),
    "BB45": (True, None),
    "BB46": (dt.date(2026, 11, 3), dt.datetime(2026, 11, 3)),  # noqa: DTZ001
    "BB47": (dt.datetime(2026, 11, 3, 18), None),  # noqa: DTZ001
    "BB48": (dt.time(18, 30), None),
    "XFD1048570": ("角落", None),
}
FORMULA = '=IF(BB43<1,"a&b"&CHAR(10),"\n")'


@pytest.mark.parametrize("workbook", each(SEEN))
def test_cells_that_are_set_and_no_others(workbook):
    patch = Patch(workbook.content)
    typed = typed_cell(workbook)
    values = {place: value for place, (value, _) in WRITTEN.items()}
    patch.set_cells(workbook.sheet, values | {"BB49": Formula(FORMULA, "a&b\n")})
    if typed:
        patch.set_cells(workbook.sheet, {typed: "改"})
    after = patch.to_bytes()

    reads = {place: read or value for place, (value, read) in WRITTEN.items()}
    new = {("value", place): one for place, one in reads.items()}
    new |= {("formula", "BB49"): FORMULA, ("value", "BB49"): "a&b\n"}
    if typed:
        new["value", typed] = "改"
    expected = {(kind, f"{workbook.sheet}!{at}"): x for (kind, at), x in new.items()}
    assert new_facts(workbook, after) == expected
    dated = {f"{workbook.sheet}!{one}" for one in ("BB46", "BB47", "BB48")}
    assert set(restyled(workbook, after)) == dated
    allowed = [*own(workbook), *CHAIN, *BOOK_AND_STYLES, PIVOTS]
    assert touched(workbook.content, after, allowed) == []


@pytest.mark.parametrize("workbook", each(SEEN))
def test_marks_are_fills_and_leave_nothing_behind(workbook):
    patch, shades = Patch(workbook.content), Shades()
    places = dict.fromkeys(["BB41", "C300", typed_cell(workbook) or "BB42"], "FAD8D0")
    left_out = mark(patch, workbook.sheet, places, shades)
    marked = patch.to_bytes()

    assert left_out == []
    assert new_facts(workbook, marked) == {}
    looks = restyled(workbook, marked)
    assert set(looks) == {f"{workbook.sheet}!{one}" for one in places}
    for before, after in looks.values():
        assert "FAD8D0"[:2] in after[1]
        other = [at for at in range(6) if before[at] != after[at]]
        # Font, border and all else are as they were, if it had any.
        assert other == [1] or workbook.name == "without_styles"
    allowed = [*own(workbook), *BOOK_AND_STYLES]
    assert touched(workbook.content, marked, allowed) == []

    patch = Patch(marked)
    assert unmark(patch, ["FAD8D0"], shades) == {workbook.sheet: len(places)}
    given_back = patch.to_bytes()
    assert changes(workbook.content, given_back) == {}
    assert_same(workbook, given_back, BOOK_AND_STYLES)


@pytest.mark.parametrize("workbook", each(SEEN))
def test_notes_are_notes_and_leave_nothing_behind(workbook):
    patch = Patch(workbook.content)
    texts = {"BB41": "第一行\n第二行 <&>", "XFD9": "角落"}
    assert add_notes(patch, workbook.sheet, texts, "xlsales") == []
    noted = patch.to_bytes()

    found = changes(workbook.content, noted)
    assert {key: now for key, (_, now) in found.items()} == {
        ("note", f"{workbook.sheet}!{cell}"): ("xlsales", text)
        for cell, text in texts.items()
    }
    patch = Patch(noted)
    assert remove_notes(patch, workbook.sheet, lambda one: one.author == "xlsales") == 2
    assert_same(workbook, patch.to_bytes())


@pytest.mark.parametrize("workbook", each(ALL))
def test_names_properties_and_hidden_parts_come_and_go(workbook):
    patch = Patch(workbook.content)
    set_name(patch, "测试区", "$A$1:$B$2")
    set_properties(patch.package, {"subject": "十月"})
    set_custom_properties(patch.package, {"核": 1})
    custom_xml.write(patch, "urn:ops", b'<a xmlns="urn:ops">1</a>')
    after = patch.to_bytes()

    assert touched(workbook.content, after, ALONE) == []
    if workbook in SEEN:
        found = changes(workbook.content, after)
        assert found == {("name", "测试区"): (None, "$A$1:$B$2")}
    again = Patch(after)
    custom_xml.write(again, "urn:ops", b'<a xmlns="urn:ops">1</a>')
    set_custom_properties(again.package, {"核": 1})
    assert again.to_bytes() == after
    assert remove_name(again, "测试区")
    assert custom_xml.remove(again, "urn:ops")
    set_custom_properties(again.package, {"核": None})
    assert_same(workbook, again.to_bytes(), besides=EMPTIED)


ALONE = (
    *("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"),
    *("docProps/*", "_rels/.rels", "customXml/*"),
)


@pytest.mark.parametrize("workbook", each(SEEN))
def test_sheets_are_put_in_and_leave_nothing_behind(workbook):
    source = two_sheets()
    patch = Patch(workbook.content)
    if workbook.name in NO_SHEETS:
        with pytest.raises(CannotPatch) as refused:
            put_sheets(patch, source)
        assert reason_of(refused.value) == NO_SHEETS[workbook.name]
        return
    titles = put_sheets(patch, source)
    once = patch.to_bytes()
    patch = Patch(once)
    put_sheets(patch, source, replaces=titles)

    assert titles == ["新图", "新数"]
    before, now, there = map(facts, (workbook.content, once, source))
    assert {**now, **before} == now | {("sheet", ""): before["sheet", ""]}
    assert now["sheet", ""] == before["sheet", ""] + titles
    new = {key: fact for key, fact in now.items() if key not in before}
    assert {key for key in new if key[0] in ("value", "formula")} == {
        key for key in there if key[0] in ("value", "formula")
    }
    assert facts(patch.to_bytes()) == now
    for title in titles:  # first the one that needs the other
        remove_sheet(patch, title)
    assert changes(workbook.content, patch.to_bytes()) == {}


# LibreOffice writes properties even where there are none.
EMPTIED = (
    "docProps/core.xml",
    "docProps/custom.xml",
    "[Content_Types].xml",
    "_rels/.rels",
)


NO_SHEETS = {"strict": "strict"}  # all that is brought is written in the other way


def two_sheets():
    """A chart on one sheet, of the figures of a table on another."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        drawn, data = book.add_worksheet("新图"), book.add_worksheet("新数")
        columns = [{"header": "月"}, {"header": "额"}]
        rows = [["一", 3], ["二", 4]]
        options = {"name": "新数表", "columns": columns, "data": rows}
        data.add_table("A1:B3", options)
        drawn.write_formula("A1", "=SUM(新数表[额])", value=7)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=新数!$B$2:$B$3"})
        drawn.insert_chart("C3", chart)
    return made.getvalue()


def assert_same(workbook, after, besides=()):
    """Every part means what it did; that the workbook is computed may stay."""
    old, new = xml_parts(workbook.content), xml_parts(after)
    assert set(new) - set(besides) == set(old) - set(besides)
    if workbook.name == "without_references":
        besides = [*besides, *own(workbook)]  # it is written as usual
    for name in set(old) - set(besides):
        if not name.endswith(".vml"):
            before, now = (plain(parsed(one[name]), cells=True) for one in (old, new))
            assert before == now, name


def new_facts(workbook, after):
    """Return what is new in a workbook, looks aside; nothing but rich text may go."""
    found = changes(workbook.content, after, besides=["style"])
    gone = {kind for (kind, _), (_, now) in found.items() if now is None}
    assert gone <= {"rich"}
    return {key: now for key, (_, now) in found.items() if key[0] not in gone}


def restyled(workbook, after):
    """Return the looks before and after of cells that have another, by place."""
    bare = plain_look(workbook)
    blank = look_of_blank(workbook)
    found = {}
    for (kind, place), (old, new) in changes(workbook.content, after).items():
        was = old or blank(place)
        if kind == "style" and (new or bare) != was:
            found[place] = (was, new or bare)
    return found


def look_of_blank(workbook):
    """Return a function that gives the look of a blank cell, by its place."""
    column = column_looks(workbook)

    def look(place):
        at, _, _, _ = area_of(place.rpartition("!")[2])
        return column(at) or plain_look(workbook)

    return look


BOOK_AND_STYLES = ("xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", CHAIN[2])


def own(workbook):
    """Return the part of the workbook's sheet."""
    parts = sheets_of(xml_parts(workbook.content))
    return [part for part, title in parts.items() if title == workbook.sheet]


def typed_cell(workbook):
    """Return a cell with a typed value that stands alone, if there is one."""
    seen = facts(workbook.content)
    areas = [
        area_of(place.rpartition("!")[2])
        for kind, place in seen
        if kind == "merged" and place.startswith(f"{workbook.sheet}!")
    ]
    areas += [
        area_of(fact["ref"])
        for (kind, _), fact in seen.items()
        if kind == "formula" and not isinstance(fact, str) and "ref" in fact
    ]
    if workbook.table:
        areas += [(1, 1, 16_384, known(workbook)[0].first - 1)]
    for kind, place in seen:
        title, _, cell = place.rpartition("!")
        if kind != "value" or title != workbook.sheet or ("formula", place) in seen:
            continue
        left, top, _, _ = area_of(cell)
        if not any(a <= left <= c and b <= top <= d for a, b, c, d in areas):
            return cell
    return None

"""Notes go beside cells and out again; what others wrote is never touched."""

import io
import re

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from openxml.books import (
    as_excel_begins,
    by_openpyxl,
    by_xlsxwriter,
    packed,
    saved_by_openpyxl,
    strict,
    with_thread,
)
from xlsales.openxml.parts import Damaged
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.patch.notes import Note, add_notes, notes_of, remove_notes
from xlsales.patch.patch import Patch

SHEET, US = "订单", "xlsales"
OURS = {"B2": "数量与合同不符：\n合同 12，此处 <21> & “改”", "D7": "short"}
THEIRS = {"A2": "客户电话里改的", "C9": "问过仓库"}


def added(content, notes=None, author=US, sheet=SHEET):
    patch = Patch(content)
    left = add_notes(patch, sheet, OURS if notes is None else notes, author)
    return patch.to_bytes(), left


def removed(content, author=US, sheet=SHEET):
    patch = Patch(content)
    count = remove_notes(patch, sheet, lambda one: one.author == author)
    return patch.to_bytes(), count


def notes(content, sheet=SHEET):
    return notes_of(Patch(content), sheet)


BOOKS = {
    "no notes": by_xlsxwriter(),
    "notes": by_xlsxwriter(THEIRS),
    "notes of nobody": by_xlsxwriter(THEIRS, author=""),
    "a button": by_xlsxwriter(button=True),
    "notes and a button": by_xlsxwriter(THEIRS, button=True),
    "notes on another sheet": by_xlsxwriter(second=THEIRS),
    "notes on both": by_xlsxwriter(THEIRS, second=THEIRS),
    "as Excel begins parts": as_excel_begins(by_xlsxwriter(THEIRS)),
    "no notes, as Excel begins parts": as_excel_begins(by_xlsxwriter()),
    "openpyxl": by_openpyxl(),
    "openpyxl, notes": by_openpyxl(THEIRS),
    "strict": strict(by_xlsxwriter()),
    "strict, notes": strict(by_xlsxwriter(THEIRS)),
    "a thread": with_thread(by_xlsxwriter({"A2": "x"}), "A2", stand_in=True),
}
every_book = pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS.keys())


@every_book
def test_what_is_added_is_read_back(book):
    before = notes(book)

    made, left = added(book)

    assert left == []
    found = notes(made)
    assert [one for one in found if one.author == US] == [
        Note("B2", US, OURS["B2"]),
        Note("D7", US, "short"),
    ]
    assert [one for one in found if one.author != US] == before


@every_book
def test_added_and_removed_leaves_every_part_as_it_was(book):
    made, _ = added(book)

    back, count = removed(made)

    assert count == 2
    assert read_parts(back) == read_parts(book)


@every_book
def test_all_parts_that_are_not_of_notes_keep_their_packed_bytes(book):
    made, _ = added(book)

    before, after = packed(book), packed(made)
    touched = {name for name in after if before.get(name) != after[name]}
    assert {re.sub(r"\d", "", name.rpartition("/")[2]) for name in touched} <= {
        "[Content_Types].xml",
        "sheet.xml",
        "sheet.xml.rels",
        "comments.xml",
        "comment.xml",
        "vmlDrawing.vml",
        "commentsDrawing.vml",
    }


@every_book
def test_values_are_read_as_before(book):
    made, _ = added(book)

    read = [
        CalamineWorkbook.from_filelike(io.BytesIO(one)).get_sheet_by_name(SHEET)
        for one in (book, made)
    ]
    assert read[0].to_python() == read[1].to_python()


@every_book
def test_every_drawing_stays_sound_and_no_number_is_given_twice(book):
    made, _ = added(book)

    for name, part in read_parts(made).items():
        if name.endswith(".vml"):
            etree.fromstring(part)
            numbers = re.findall(rb'\sid="(_x0000_s\d+)"', part)
            assert len(set(numbers)) == len(numbers)


def test_openpyxl_reads_them():
    made, _ = added(by_xlsxwriter(THEIRS))

    sheet = openpyxl.load_workbook(io.BytesIO(made))[SHEET]
    found = {
        cell.coordinate: (cell.comment.author, cell.comment.text)
        for row in sheet.iter_rows(max_row=9, max_col=4)
        for cell in row
        if cell.comment
    }
    assert found == {
        "A2": ("张三", "客户电话里改的"),
        "B2": (US, OURS["B2"]),
        "C9": ("张三", "问过仓库"),
        "D7": (US, "short"),
    }


def test_somebody_elses_note_stays_and_is_named():
    made, left = added(by_xlsxwriter(THEIRS), {"C9": "ours", "A1": "ours", "A2": "o"})

    assert left == ["C9", "A2"]
    assert notes(made) == [
        Note("A1", US, "ours"),
        Note("A2", "张三", "客户电话里改的"),
        Note("C9", "张三", "问过仓库"),
    ]


def test_where_others_have_all_cells_nothing_changes():
    book = by_xlsxwriter(THEIRS)

    made, left = added(book, {"A2": "ours"})

    assert left == ["A2"]
    assert made == book


def test_an_own_note_is_replaced():
    made, _ = added(by_xlsxwriter())

    again, left = added(made, {"B2": "按合同改了", "A1": "新"})

    assert left == []
    assert notes(again) == [
        Note("A1", US, "新"),
        Note("B2", US, "按合同改了"),
        Note("D7", US, "short"),
    ]
    drawing = read_parts(again)["xl/drawings/vmlDrawing1.vml"]
    assert drawing.count(b"<v:shape ") == 3


def test_the_same_notes_again_make_the_same_bytes():
    made, _ = added(by_xlsxwriter(THEIRS))
    assert added(made)[0] == made


def test_an_address_may_be_written_as_in_a_formula():
    made, left = added(by_xlsxwriter(THEIRS), {"$B$2": "one", "$a$2": "two"})

    assert left == ["$a$2"]
    assert Note("B2", US, "one") in notes(made)


@pytest.mark.parametrize("stand_in", [True, False], ids=["stand-in", "none"])
def test_a_threaded_comment_stays(stand_in):
    theirs = {"A2": "[Threaded comment]"} if stand_in else {}
    book = with_thread(by_xlsxwriter(theirs), "A2", stand_in=stand_in)

    made, left = added(book, {"A2": "ours", "B2": "ours"})

    assert left == ["A2"]
    assert notes(made) == [Note("B2", US, "ours")]
    before, after = packed(book), packed(made)
    for name in ("threadedComments/threadedComment1", "persons/person"):
        assert before[f"xl/{name}.xml"] == after[f"xl/{name}.xml"]
    assert read_parts(removed(made)[0]) == read_parts(book)


def test_only_notes_of_the_author_are_removed():
    made, _ = added(by_xlsxwriter(THEIRS))
    made, _ = added(made, {"E5": "复核过"}, author="王五")

    back, count = removed(made)

    assert count == 2
    assert notes(back) == [
        Note("A2", "张三", "客户电话里改的"),
        Note("E5", "王五", "复核过"),
        Note("C9", "张三", "问过仓库"),
    ]
    authors = re.findall("<author>(.*?)</author>", comments_of(back))
    assert authors == ["张三", "王五"]


def comments_of(content):
    return read_parts(content)["xl/comments1.xml"].decode()


def test_where_there_are_none_nothing_is_removed():
    book = by_xlsxwriter(THEIRS)
    assert removed(book) == (book, 0)


def test_authors_are_forgotten_together_with_their_notes():
    made, _ = added(by_xlsxwriter(THEIRS))
    made, _ = added(made, {"E5": "复核过"}, author="王五")
    patch = Patch(made)

    assert remove_notes(patch, SHEET, lambda one: one.address != "C9") == 4

    back = patch.to_bytes()
    assert re.findall("<author>(.*?)</author>", comments_of(back)) == ["张三"]
    patch = Patch(back)
    assert remove_notes(patch, SHEET, lambda _: True) == 1
    assert "xl/comments1.xml" not in patch.package


def test_all_notes_of_two_authors_go_with_their_part():
    patch = Patch(added(by_xlsxwriter(THEIRS))[0])
    assert remove_notes(patch, SHEET, lambda _: True) == 4
    assert read_parts(patch.to_bytes()).keys() == read_parts(by_xlsxwriter()).keys()


def test_a_threaded_comment_is_never_asked_about():
    patch = Patch(BOOKS["a thread"])
    assert remove_notes(patch, SHEET, lambda _: True) == 0


def test_an_author_of_the_same_name_is_not_listed_twice():
    made, _ = added(by_xlsxwriter(THEIRS), author="张三")

    assert comments_of(made).count("<author>") == 1
    back, count = removed(made, author="张三")
    assert count == 4
    assert notes(back) == []


def test_a_button_is_left_when_the_notes_go():
    made, _ = added(by_xlsxwriter(button=True))

    back, _ = removed(made)

    parts = read_parts(back)
    assert "xl/comments1.xml" not in parts
    assert b'ObjectType="Button"' in parts["xl/drawings/vmlDrawing1.vml"]
    assert b"<legacyDrawing" in parts["xl/worksheets/sheet1.xml"]


def test_each_sheet_has_notes_of_its_own():
    made, _ = added(by_xlsxwriter())
    made, _ = added(made, {"A1": "另一张表"}, sheet="说明")

    assert notes(made, "说明") == [Note("A1", US, "另一张表")]
    drawings = [
        part for name, part in read_parts(made).items() if name.endswith(".vml")
    ]
    blocks = [re.findall(rb' data="([^"]*)"', one) for one in drawings]
    assert blocks == [[b"1"], [b"2"]]
    assert read_parts(removed(made)[0])["xl/comments2.xml"]


def test_five_thousand_notes_take_five_blocks_of_numbers():
    """A block holds 1023 shapes: 4 × 1023 = 4092 are not enough."""
    book = by_xlsxwriter(THEIRS, second=THEIRS)
    many = {f"F{row}": f"第 {row} 行" for row in range(1, 5001)}

    made, _ = added(book, many)

    drawing = read_parts(made)["xl/drawings/vmlDrawing1.vml"]
    assert re.findall(rb' data="([^"]*)"', drawing) == [b"1,3,4,5,6"]
    numbers = [int(one) for one in re.findall(rb' id="_x0000_s(\d+)"', drawing)]
    assert len(set(numbers)) == 5002
    assert {number // 1024 for number in numbers} == {1, 3, 4, 5, 6}
    assert read_parts(removed(made)[0]) == read_parts(book)


def test_a_strict_book_gets_strict_names():
    made, _ = added(strict(by_xlsxwriter()))

    parts = read_parts(made)
    rels = parts["xl/worksheets/_rels/sheet1.xml.rels"].decode()
    base = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    assert re.findall('Type="(.*?)"', rels) == [
        f"{base}/comments",
        f"{base}/vmlDrawing",
    ]
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert f'<comments xmlns="{main}">' in comments_of(made)
    sheet = etree.fromstring(parts["xl/worksheets/sheet1.xml"])
    drawing = sheet.find(f"{{{main}}}legacyDrawing")
    assert drawing.attrib == {f"{{{base}}}id": "rId2"}


def test_the_drawing_stands_where_the_schema_wants_it():
    made, _ = added(by_openpyxl())

    sheet = etree.fromstring(read_parts(made)["xl/worksheets/sheet1.xml"])
    names = [etree.QName(one).localname for one in sheet]
    assert names[-2:] == ["pageMargins", "legacyDrawing"]


# As Excel writes it: line ends, a break that is not closed, names of its own.
EXCEL_VML = b"""<xml xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit">
  <o:idmap v:ext="edit" data="7"/>
 </o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202">
 </v:shapetype><v:shape id="\xe6\x89\xb9\xe6\xb3\xa8 1" o:spid="_x0000_s7170"
  type="#_x0000_t202" style='visibility:hidden'>
  <v:textbox><div style='text-align:left'>a<br>b</div></v:textbox>
  <x:ClientData ObjectType="Note">
   <x:Anchor>1, 15, 0, 2, 3, 31, 4, 1</x:Anchor>
   <x:Row>1</x:Row>
   <x:Column>0</x:Column>
  </x:ClientData>
 </v:shape></xml>"""


def test_a_drawing_that_is_no_sound_xml_is_added_to():
    book = replace_parts(
        by_xlsxwriter({"A2": "x"}), {"xl/drawings/vmlDrawing1.vml": EXCEL_VML}
    )

    made, _ = added(book)

    drawing = read_parts(made)["xl/drawings/vmlDrawing1.vml"]
    assert drawing.startswith(EXCEL_VML.removesuffix(b"</xml>"))
    assert re.findall(rb'<v:shape id="_x0000_s(\d+)"', drawing) == [b"7171", b"7172"]
    assert read_parts(removed(made)[0]) == read_parts(book)
    without_theirs = read_parts(removed(made, "张三")[0])
    drawing = without_theirs["xl/drawings/vmlDrawing1.vml"]
    assert drawing.count(b"<v:shape ") == 2
    assert b"7170" not in drawing


def test_a_drawing_that_is_none_is_refused():
    book = replace_parts(
        by_xlsxwriter({"A2": "x"}), {"xl/drawings/vmlDrawing1.vml": b"<html/>"}
    )
    with pytest.raises(Damaged):
        added(book)


def test_comments_without_a_drawing_get_one_for_ours():
    book = by_xlsxwriter({"A2": "x"})
    parts = read_parts(book)
    sheet = parts["xl/worksheets/sheet1.xml"]
    bare = re.sub(rb"<legacyDrawing[^>]*/>", b"", sheet)
    book = replace_parts(book, {"xl/worksheets/sheet1.xml": bare})

    made, _ = added(book)

    assert len(notes(made)) == 3
    assert read_parts(removed(made)[0]) == read_parts(book)


def test_own_notes_without_a_drawing_are_removed():
    """As a program leaves them that writes the one part and not the other."""
    made, _ = added(by_xlsxwriter())
    parts = read_parts(made)
    sheet = re.sub(rb"<legacyDrawing[^>]*/>", b"", parts["xl/worksheets/sheet1.xml"])
    made = replace_parts(made, {"xl/worksheets/sheet1.xml": sheet})

    back, count = removed(made)

    assert count == 2
    assert notes(back) == []


def test_a_text_longer_than_a_cell_holds_is_a_mistake():
    with pytest.raises(ValueError, match="32768"):
        added(by_xlsxwriter(), {"A1": "x" * 32_768})


def test_a_sheet_must_be_there():
    with pytest.raises(KeyError):
        added(by_xlsxwriter(), sheet="没有")


texts = st.text(min_size=1, max_size=30).map(lambda one: one.replace("\r\n", "\n"))
addresses = st.builds(
    "{}{}".format, st.sampled_from(["A", "Z", "AB", "XFD"]), st.integers(1, 1_048_576)
)


@settings(max_examples=40)
@given(st.dictionaries(addresses, texts, min_size=1, max_size=8))
def test_any_text_at_any_address_comes_back_and_goes_away(wanted):
    book = BOOKS["notes and a button"]

    made, left = added(book, wanted)

    found = {one.address: one.text for one in notes(made) if one.author == US}
    assert found == {at: text for at, text in wanted.items() if at not in left}
    assert read_parts(removed(made)[0]) == read_parts(book)


@pytest.mark.parametrize("name", ["no notes", "notes and a button", "openpyxl, notes"])
def test_they_are_found_after_openpyxl_saved_them(name):
    saved = saved_by_openpyxl(added(BOOKS[name])[0])

    back, count = removed(saved)

    assert count == 2
    assert {one.author for one in notes(back)} <= {"张三"}


@pytest.mark.office
@pytest.mark.parametrize("name", ["no notes", "notes and a button", "openpyxl, notes"])
def test_libreoffice_shows_them_and_they_are_found_when_it_saved_them(
    office, tmp_path, name
):
    path = tmp_path / "带批注.xlsx"
    path.write_bytes(added(BOOKS[name])[0])

    saved = office.recalculate(path).read_bytes()

    assert [one for one in notes(saved) if one.author == US] == [
        Note("B2", US, OURS["B2"]),
        Note("D7", US, "short"),
    ]
    back, count = removed(saved)
    assert count == 2
    assert notes(back) == notes(BOOKS[name])
    path.write_bytes(back)
    assert notes(office.recalculate(path).read_bytes()) == notes(BOOKS[name])


@pytest.mark.office
def test_libreoffice_does_not_take_others_notes_for_ours(office, tmp_path):
    """It passes over authors without a name when it counts them."""
    path = tmp_path / "带批注.xlsx"
    path.write_bytes(added(BOOKS["notes of nobody"])[0])

    saved = office.recalculate(path).read_bytes()

    ours = {one.address for one in notes(saved) if one.author == US}
    assert ours == {"B2", "D7"}


@pytest.mark.office
@pytest.mark.parametrize("name", ["no notes", "notes and a button"])
def test_a_book_of_libreoffice_is_afterwards_as_it_was(office, tmp_path, name):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(BOOKS[name])
    book = office.recalculate(path).read_bytes()

    back, count = removed(added(book)[0])

    assert count == 2
    assert read_parts(back) == read_parts(book)


@pytest.mark.validator
def test_the_schema_finds_nothing_wrong(validator, tmp_path):
    for name in ("no notes", "notes and a button", "a thread"):
        path = tmp_path / "带批注.xlsx"
        path.write_bytes(added(BOOKS[name])[0])
        assert validator(path) == []

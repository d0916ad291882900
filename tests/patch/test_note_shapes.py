"""Drawings are changed as bytes, whatever prefixes and names their program uses."""

import re

import pytest
from lxml import etree

from xlsales.openxml.parts import Damaged
from xlsales.patch.note_shapes import (
    Box,
    blocks_of,
    is_blank,
    new_drawing,
    with_boxes,
    without_boxes,
)

BOX = Box(2, 3, (80, 40), "3, 15, 0, 10, 4, 31, 2, 10")
V = "{urn:schemas-microsoft-com:vml}"
X = "{urn:schemas-microsoft-com:office:excel}"


def data(vml):
    return re.findall(rb'data="([^"]*)"', vml)


def test_a_new_drawing_takes_the_next_block_of_numbers():
    assert data(new_drawing(set())) == [b"1"]
    assert data(new_drawing({1, 4})) == [b"5"]
    assert is_blank(new_drawing({1}))


def test_a_box_says_which_cell_it_is_of():
    made = etree.fromstring(with_boxes(new_drawing(set()), [BOX], set()))

    shape = made.find(f"{V}shape")
    assert shape.get("id") == "_x0000_s1025"
    assert "width:60pt;height:30pt" in shape.get("style")
    assert "visibility:hidden" in shape.get("style")
    facts = {one.tag: one.text for one in shape.find(f"{X}ClientData")}
    assert facts[f"{X}Row"] == "1"
    assert facts[f"{X}Column"] == "2"
    assert facts[f"{X}Anchor"] == "3, 15, 0, 10, 4, 31, 2, 10"
    assert made.find(f"{V}shapetype").get("id") == "_x0000_t202"


def drawing(inner, root="<xml>"):
    return f"{root}{inner}</xml>".encode()


def note(row, column, number="_x0000_s1026", p="ns0:", x="ns2:"):
    """A note as openpyxl writes it: with prefixes it makes up."""
    return (
        f'<{p}shape type="#_x0000_t202" id="{number}">'
        f'<{x}ClientData ObjectType="Note"><{x}Row>{row}</{x}Row>'
        f"<{x}Column>{column}</{x}Column></{x}ClientData></{p}shape>"
    )


BUTTON = '<v:shape id="B"><x:ClientData ObjectType="Button"/></v:shape>'
LAYOUT = '<o:shapelayout><o:idmap v:ext="edit" data="{}"/></o:shapelayout>'


@pytest.mark.parametrize(("p", "x"), [("v:", "x:"), ("ns0:", "ns2:"), ("", "")])
def test_a_note_is_found_by_its_cell(p, x):
    first, second = note(1, 2, "a", p, x), note(4, 0, "b", p, x)
    assert without_boxes(drawing(first + second), {(2, 3)}) == drawing(second)


@pytest.mark.parametrize(
    "shape",
    [
        note(1, 2).replace("Note", "Button"),
        note(1, 2).replace("Column", "Colour"),
        note(1, 2).replace("Row", "Rod"),
        note(2, 1),
    ],
    ids=["a button", "no column", "no row", "another cell"],
)
def test_what_is_not_the_note_of_the_cell_stays(shape):
    assert without_boxes(drawing(shape), {(2, 3)}) == drawing(shape)


def test_a_shape_that_ends_in_its_own_tag_does_not_take_the_next_along():
    single = '<ns0:shape id="_x0000_s1025"/>'
    vml = drawing(single + note(1, 2))
    assert without_boxes(vml, {(2, 3)}) == drawing(single)


def test_prefixes_that_the_root_does_not_declare_are_declared():
    kind = '<shapetype id="_x0000_t202"></shapetype>'
    vml = drawing(kind + note(0, 0, p="", x=""))

    made = with_boxes(vml, [BOX], set())

    assert len(etree.fromstring(made).findall(f"{V}shape")) == 1
    assert without_boxes(made, {(2, 3)}) == vml


ROOT = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
)
NUMBERS = [
    # blocks said, numbers there are, blocks of others; number given, blocks said then
    ("1", [], {2}, 1025, "1"),
    ("1", [1025, 1030], set(), 1031, "1"),
    ("1", [2047], set(), 2049, "1,2"),
    ("1", [2047], {2, 3}, 4097, "1,4"),
    ("3,5", [3073], set(), 3074, "3,5"),
    ("3,5", [4095, 5125], {8}, 5126, "3,5"),
]


@pytest.mark.parametrize(("said", "there", "others", "given", "then"), NUMBERS)
def test_numbers_are_of_the_drawings_own_blocks(said, there, others, given, then):
    shapes = "".join(f'<v:shape id="_x0000_s{one}"></v:shape>' for one in there)
    vml = drawing(LAYOUT.format(said) + shapes, ROOT)

    made = with_boxes(vml, [BOX], others)

    assert f'id="_x0000_s{given}"'.encode() in made
    assert data(made) == [then.encode()]
    assert without_boxes(made, {(2, 3)}) == vml


def test_where_no_block_is_said_none_is_said_then():
    vml = drawing('<v:shape id="shape_0"></v:shape>', ROOT)

    made = with_boxes(vml, [BOX], {1})

    assert b'id="_x0000_s2049"' in made
    assert data(made) == []


def test_blocks_are_those_said_and_those_used():
    vml = drawing(LAYOUT.format("1, 4") + note(0, 0, "_x0000_s9000"))
    assert blocks_of(vml) == {1, 4, 8}
    assert blocks_of(b"<xml/>") == set()


@pytest.mark.parametrize(
    ("inner", "blank"),
    [
        ("", True),
        (LAYOUT.format(1) + '<v:shapetype id="a"></v:shapetype>', True),
        (BUTTON, False),
        ("<v:rect/>", False),
        ("<ns0:group >", False),
    ],
)
def test_what_is_drawn(inner, blank):
    assert is_blank(drawing(inner)) is blank


@pytest.mark.parametrize("vml", [b"", b"<xml>", b"<xml/>", b"</xml><p/>"])
def test_what_has_no_end_is_no_drawing(vml):
    with pytest.raises(Damaged):
        with_boxes(vml, [BOX], set())

"""Moves of notes: a note and its box go with their cell.

The table stands on 订单 in A4:E9: its heading in row 4, its data in 5 to 9.
"""

import re
from dataclasses import replace

import pytest

from moves.made import book, sheets_of
from xlsales.errors import CannotPatch
from xlsales.moves.notes import follow_notes
from xlsales.openxml.references import Move

GROWS = Move("订单", 1, 5, 4, 5, 9, frozenset(), 11, shifts=True)
LOSES_6_7 = replace(GROWS, gone=frozenset({6, 7}), new_last=7)
COMMENTS, DRAWING = "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
CELLS = ("B1", "B5", "B6", "B8", "G8", "B12")


def noted():
    def write(_book, orders, _totals):
        for cell in CELLS:
            orders.write_comment(cell, f"在 {cell}")

    return book(write)


def notes(package):
    """Return the cells of the comments and, from 1, the rows of their boxes."""
    cells = [one.get("ref") for one in package.tree(COMMENTS).iter("{*}comment")]
    rows = re.findall(r"<x:Row>(\d+)</x:Row>", package.read(DRAWING).decode())
    return cells, [int(row) + 1 for row in rows]


def anchors(package):
    return re.findall(r"<x:Anchor>(.*?)</x:Anchor>", package.read(DRAWING).decode())


@pytest.mark.parametrize(
    ("move", "cells", "rows"),
    [
        (GROWS, ["B1", "B5", "B6", "B8", "G8", "B14"], [1, 5, 6, 8, 8, 14]),
        (LOSES_6_7, ["B1", "B5", "B6", "G8", "B10"], [1, 5, 6, 8, 10]),
    ],
)
def test_notes_stand_at_their_cells(move, cells, rows):
    package = noted()

    follow_notes(package, "xl/worksheets/sheet1.xml", "订单", move)

    assert notes(package) == (cells, rows)


def test_the_box_moves_by_as_much_as_the_cell():
    package = noted()
    before = anchors(package)[-1]

    follow_notes(package, "xl/worksheets/sheet1.xml", "订单", GROWS)

    assert before == "2, 15, 10, 10, 4, 15, 14, 4"
    assert anchors(package)[-1] == "2, 15, 12, 10, 4, 15, 16, 4"


@pytest.mark.parametrize(
    ("title", "move"),
    [("统计", GROWS), ("订单", replace(GROWS, first=90, last=99, new_last=100))],
)
def test_notes_that_stay_are_not_written_anew(title, move):
    package = noted()

    follow_notes(package, "xl/worksheets/sheet1.xml", title, move)

    assert not package.changes()


def test_threads_go_with_their_notes():
    package = noted()
    name = "xl/threadedComments/threadedComment1.xml"
    package.write(
        name,
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/'
        b'2018/threadedcomments"><threadedComment ref="B6" id="{1}"/>'
        b'<threadedComment ref="B6" id="{2}" parentId="{1}"/>'
        b'<threadedComment ref="B12" id="{3}"/></ThreadedComments>',
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    package.relate("xl/worksheets/sheet1.xml", kind, name)

    follow_notes(package, "xl/worksheets/sheet1.xml", "订单", LOSES_6_7)

    threads = package.tree(name)
    assert [(one.get("ref"), one.get("id")) for one in threads] == [("B10", "{3}")]


CONTROL = (
    '<v:shape id="c"><v:textbox><br></v:textbox><x:ClientData ObjectType="Drop">'
    "<x:Row>11</x:Row><x:Column>0</x:Column><x:FmlaLink>{}</x:FmlaLink>"
    "<x:FmlaRange>{}</x:FmlaRange><x:FmlaMacro>A12</x:FmlaMacro></x:ClientData></v:shape>"
)


def with_control(link, choices):
    package = noted()
    drawing = package.read(DRAWING).decode()
    control = CONTROL.format(link, choices)
    package.write(DRAWING, drawing.replace("</xml>", control + "</xml>").encode())
    return package


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("订单", ("$A$12", "$A$5:$A$9"), ("$A$14", "$A$5:$A$11")),
        ("统计", ("$A$12", "订单!$A$5:$A$9"), ("$A$12", "订单!$A$5:$A$11")),
        ("统计", ("'A&amp;B'!$A$12", "G1"), ("'A&amp;B'!$A$12", "G1")),
    ],
)
def test_old_controls_follow_their_cells_in_what_is_not_sound_xml(title, before, after):
    package = with_control(*before)

    follow_notes(package, "xl/worksheets/sheet1.xml", title, GROWS)

    assert CONTROL.format(*after) in package.read(DRAWING).decode()


def test_a_sheet_of_a_title_with_an_ampersand():
    package = with_control("'A&amp;B'!$A$12", "G1")

    follow_notes(
        package, "xl/worksheets/sheet1.xml", "统计", replace(GROWS, sheet="A&B")
    )

    assert CONTROL.format("'A&amp;B'!$A$14", "G1") in package.read(DRAWING).decode()


def test_a_control_cannot_lose_its_cell():
    package = with_control("$A$6", "G1")

    with pytest.raises(CannotPatch) as refusal:
        follow_notes(package, "xl/worksheets/sheet1.xml", "订单", LOSES_6_7)

    assert "$A$6 会被删除" in refusal.value.facts["reason"].zh


def test_a_sheet_without_notes():
    package = noted()

    follow_notes(package, sheets_of(package)[1].part, "统计", GROWS)

    assert not package.changes()

"""What becomes of the marks of a sheet that a program holds open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.patch.marks import shades
from xlsales.sheets.addresses import column_letter
from xlsales.workbook.marking import COLOURS
from xlsales.workbook.port import Mark, Marks
from xlsales.workbook.remarking import OUR_FILLS, Change, Noted, SheetMarks, plan_marks

RED, AMBER = "FAD8D0", "FFE8B8"  # the marks of an error and of a warning
RED_1 = "FAD8D1"  # an error on a cell that had another fill than the first
GREEN, BLUE = "00AA55", "3366CC"  # a person's own
KNOWN = {RED: "", RED_1: GREEN}
ONE, TWO = "✕ 错误 一", "✕ 错误 二"


def sheet(marks=(), noted=(), plain=(), **more):
    """A sheet that is to have marks: cells, their notes, the fills of the rest."""
    asked = dict(plain)
    return SheetMarks(
        {cell: Mark(*one) for cell, one in dict(marks).items()},
        {cell: Noted(*one) for cell, one in dict(noted).items()},
        more.pop("known", KNOWN),
        lambda cell: asked.get(cell, ""),
        **more,
    )


def planned(one):
    in_use = {}
    return one.plan(in_use), in_use, list(one.blocks())


def test_a_first_mark_covers_a_fill_and_remembers_it():
    one = sheet({"A2": (RED, ONE), "B2": (RED, TWO)}, plain={"B2": GREEN})
    left_out, in_use, blocks = planned(one)
    assert left_out == []
    assert in_use == {RED: "", RED_1: GREEN}
    assert blocks == [Change("A2:A2", RED, ""), Change("B2:B2", RED_1, GREEN)]
    assert one.notes_new() == {"A2": ONE, "B2": TWO}
    assert one.notes_gone() == []
    assert one.taken_off == 0


def test_cells_that_change_alike_and_stand_below_each_other_are_one_block():
    cells = ("L4", "L2", "M3", "L3", "L6")
    _, _, blocks = planned(sheet(dict.fromkeys(cells, (RED, ONE))))
    assert [one.area for one in blocks] == ["L2:L4", "L6:L6", "M3:M3"]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (RED, ""),  # had no fill
        (RED_1, GREEN),  # had one
        ("FAD8D2", ""),  # a shade nobody remembers
    ],
)
def test_a_mark_that_goes_gives_the_fill_back(was, becomes):
    one = sheet(noted={"A2": (ONE, was)})
    _, in_use, blocks = planned(one)
    assert blocks == [Change("A2:A2", becomes, was)]
    assert in_use == {}
    assert one.notes_gone() == ["A2"]
    assert one.notes_new() == {}
    assert one.taken_off == 1


def test_a_mark_that_stays_changes_nothing():
    one = sheet({"A2": (RED, ONE)}, {"A2": (ONE, RED)})
    _, in_use, blocks = planned(one)
    assert blocks == []
    assert in_use == {RED: ""}
    assert (one.notes_gone(), one.notes_new()) == ([], {})
    assert one.taken_off == 1


def test_another_mark_on_a_cell_keeps_what_was_below():
    one = sheet({"A2": (AMBER, "! 提醒 三")}, {"A2": (ONE, RED_1)})
    _, in_use, blocks = planned(one)
    assert in_use == {AMBER: GREEN}
    assert blocks == [Change("A2:A2", AMBER, RED_1)]
    assert one.notes_gone() == ["A2"]
    assert one.notes_new() == {"A2": "! 提醒 三"}


def test_a_person_painted_over_a_mark():
    """Their colour stays; the note of ours goes."""
    one = sheet(noted={"A2": (ONE, BLUE)})
    assert planned(one) == ([], {}, [])
    assert one.notes_gone() == ["A2"]
    assert one.taken_off == 1


def test_somebodys_note_stays_and_the_cell_gets_the_fill_alone():
    one = sheet({"A2": (RED, ONE), "B2": (RED, TWO)}, {"A2": ("问王姐", "")})
    one.plan({})
    assert [block.area for block in one.blocks()] == ["A2:A2", "B2:B2"]
    assert one.others == ["A2"]
    assert one.notes_gone() == []
    assert one.notes_new() == {"B2": TWO}


def test_somebodys_note_on_a_marked_cell_tells_where_the_mark_is():
    one = sheet(noted={"A2": ("问王姐", RED_1), "A3": ("好", "")})
    _, _, blocks = planned(one)
    assert blocks == [Change("A2:A2", GREEN, RED_1)]
    assert one.notes_gone() == []
    assert one.taken_off == 1


def test_a_thread_bars_a_note():
    one = sheet({"A2": (RED, ONE)}, threads={"A2"})
    assert one.others == ["A2"]
    assert one.notes_new() == {}


def test_a_mark_without_its_note_goes_where_the_program_sees_it():
    one = sheet(
        {"A4": (RED, ONE)},
        {"A5": (TWO, RED)},
        filled={"A2": RED, "A3": RED_1, "A4": RED_1, "A5": RED, "B2": BLUE},
    )
    _, in_use, blocks = planned(one)
    assert set(blocks) == {
        Change("A2:A2", "", RED),
        Change("A3:A3", GREEN, RED_1),
        Change("A4:A4", RED, RED_1),
        Change("A5:A5", "", RED),
    }
    assert in_use == {RED: GREEN}
    assert one.taken_off == 4


def test_more_fills_than_shades():
    """An error has 64 shades; the 65th fill of a person's is left alone."""
    marks = {f"A{row}": (RED, ONE) for row in range(1, 66)}
    fills = {f"A{row}": f"0000{row:02X}" for row in range(1, 66)}
    left_out, in_use, blocks = planned(sheet(marks, plain=fills))
    assert left_out == ["A65"]
    assert len(in_use) == 64
    assert "A65:A65" not in [one.area for one in blocks]


def test_all_sheets_of_a_workbook():
    sheets = {
        "订单": sheet({"A2": (RED, ONE)}, {"A2": ("问王姐", GREEN)}),
        "客户": sheet({"B2": (RED, ONE)}, plain={"B2": GREEN}),
        "产品": sheet(noted={"C2": (ONE, RED)}),
    }
    in_use, marks = plan_marks(sheets)
    assert in_use == {RED: GREEN}
    assert marks == Marks(cells=2, taken_off=1, without_note=["订单!A2"], left_out=[])


def test_cells_left_out_are_not_counted():
    marks = {f"A{row}": (RED, ONE) for row in range(1, 66)}
    fills = {f"A{row}": f"0000{row:02X}" for row in range(1, 66)}
    _, done = plan_marks({"订单": sheet(marks, plain=fills)})
    assert (done.cells, done.left_out) == (64, ["订单!A65"])


def test_every_shade_of_every_severity_is_ours():
    assert frozenset(s for base in COLOURS.values() for s in shades(base)) == OUR_FILLS
    assert {RED, RED_1, AMBER} < OUR_FILLS
    assert not {GREEN, BLUE, ""} & OUR_FILLS


CELLS = st.builds(
    lambda column, row: f"{column_letter(column)}{row}",
    st.integers(0, 2),
    st.integers(1, 6),
)
SOMES_FILLS = st.dictionaries(CELLS, st.sampled_from([GREEN, BLUE]))
WANTED = st.dictionaries(
    CELLS, st.tuples(st.sampled_from([RED, AMBER]), st.sampled_from([ONE, TWO]))
)


class Sheet:
    """A sheet of fills and notes, changed as a program would."""

    def __init__(self, fills, notes):
        self.fills, self.notes, self.known = dict(fills), dict(notes), {}

    def mark(self, marks, *, sees_fills):
        fill = {} if not sees_fills else {"filled": dict(self.fills)}
        noted = {
            cell: (text, self.fills.get(cell, "")) for cell, text in self.notes.items()
        }
        one = sheet(marks, noted, self.fills, known=self.known, **fill)
        self.known, done = plan_marks({"订单": one})
        for area, fill, earlier in one.blocks():
            first, _, last = area.partition(":")
            for row in range(int(first[1:]), int(last[1:]) + 1):
                assert self.fills.pop(f"{area[0]}{row}", "") == earlier
                if fill:
                    self.fills[f"{area[0]}{row}"] = fill
        for cell in one.notes_gone():
            del self.notes[cell]
        new = one.notes_new()
        assert not new.keys() & self.notes.keys()
        self.notes |= new
        return done


@given(SOMES_FILLS, st.dictionaries(CELLS, st.just("问王姐")), WANTED, WANTED)
def test_a_sheet_is_as_it_was_once_all_marks_are_off(fills, notes, first, second):
    for sees_fills in (False, True):
        one = Sheet(fills, notes)
        one.mark(first, sees_fills=sees_fills)
        assert one.mark(second, sees_fills=sees_fills).taken_off == len(first)
        assert one.mark({}, sees_fills=sees_fills).taken_off == len(second)
        assert (one.fills, one.notes, one.known) == (fills, notes, {})


@given(SOMES_FILLS, WANTED, st.sets(CELLS))
def test_notes_that_somebody_deleted_do_not_matter_to_who_sees_fills(
    fills, wanted, deleted
):
    one = Sheet(fills, {})
    one.mark(wanted, sees_fills=True)
    one.notes = {cell: text for cell, text in one.notes.items() if cell not in deleted}
    assert one.mark({}, sees_fills=True).taken_off == len(wanted)
    assert (one.fills, one.notes) == (fills, {})

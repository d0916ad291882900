"""Survey: what decides on a workbook's outputs, and in which language."""

import datetime as dt
from dataclasses import replace

import pytest

from regenerate.conftest import ASKED, ready_rows, spoil_template, write
from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.survey import CUT, PARTS, WHOLE, Survey, all_inputs


@pytest.mark.parametrize(
    ("asked", "setting", "otherwise", "spoken"),
    [("en", "zh", "zh", "en"), (None, "en", "zh", "en"), (None, None, "en", "en")],
)
def test_it_speaks_as_asked_else_as_the_workbook_does(
    tmp_path, asked, setting, otherwise, spoken
):
    rows = ready_rows()
    rows["settings"][0]["language"] = setting
    (desk,) = desks_of([write(tmp_path / "m.xlsx", rows)])
    how = replace(ASKED, language=asked, otherwise=otherwise)
    assert Survey(desk, how, ()).do().language == spoken


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2026-11"},
        {"as_of": dt.date(2026, 10, 21)},
        {"version": "2"},
        {"language": "en"},
        {"otherwise": "en"},
    ],
    ids=lambda one: next(iter(one)),
)
def test_every_thing_asked_decides_on_the_outputs(master, change):
    (desk,) = desks_of([master])
    assert all_inputs(desk, ASKED, b"book") == all_inputs(desk, ASKED, b"book")
    assert all_inputs(desk, ASKED, b"book") != all_inputs(
        desk, replace(ASKED, **change), b"book"
    )


def test_the_workbook_and_the_templates_decide_and_the_processes_do_not(master):
    (desk,) = desks_of([master])
    before = all_inputs(desk, ASKED, b"book")
    assert all_inputs(desk, replace(ASKED, at_once=8), b"book") == before
    assert all_inputs(desk, ASKED, b"other") != before
    spoil_template(master.parent, "statement.xlsx")
    assert all_inputs(desk, ASKED, b"book") != before


@pytest.mark.parametrize("pieces", [WHOLE, CUT])
def test_however_it_is_cut_every_part_is_done_once(pieces):
    assert sorted(part for piece in pieces for part in piece) == sorted(PARTS)

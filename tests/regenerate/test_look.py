"""Look: what is settled is left alone, everything else is surveyed."""

from dataclasses import replace

from regenerate.conftest import ASKED, OCTOBER
from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.look import Look
from xlsales.regenerate.survey import CUT, Survey


def test_a_new_workbook_is_surveyed_in_as_many_pieces_as_asked(master):
    (desk,) = desks_of([master])
    done = Look(desk, ASKED, CUT).do()
    assert done.follow == [Survey(desk, ASKED, piece) for piece in CUT]
    assert done.unchanged == []


def test_a_settled_period_is_left_alone(master, regenerate):
    regenerate(master)
    (desk,) = desks_of([master])
    done = Look(desk, ASKED, CUT).do()
    assert set(done.unchanged) == OCTOBER
    assert done.follow == []
    assert len(Look(desk, replace(ASKED, version="2"), CUT).do().follow) == 3

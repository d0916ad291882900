"""Outcome: what became of a workbook, counted once."""

from pathlib import Path

from xlsales.jobs import Refused
from xlsales.language import Text
from xlsales.regenerate.manifest import Entry
from xlsales.regenerate.outcome import Outcome, to_json
from xlsales.regenerate.task import Done, Failed, Landed

ENTRY = Entry("i", "c")
NOTE = Text("少一张表", "A sheet is missing")
WHY = Failed(Text("统计报表", "Statistics"), Text("坏", "broken"))


def outcome(*answers: Done) -> Outcome:
    one = Outcome(workbook=Path("m.xlsx"), folder=Path("m-out"))
    for done in answers:
        one.add(done)
    return one


def test_what_was_written_is_made_and_what_was_the_same_is_unchanged():
    landed = [Landed("b", ENTRY, is_new=True), Landed("a", ENTRY, is_new=False)]
    one = outcome(Done(landed=landed), Done(unchanged=["c"]))
    assert (one.made, one.unchanged) == (["b"], ["a", "c"])
    assert one.is_good


def test_what_two_pieces_say_is_kept_once():
    piece = Done(failed=[WHY], notes=[NOTE], language="en")
    one = outcome(piece, piece)
    assert (one.failed, one.notes, one.language) == ([WHY], [NOTE], "en")
    assert not one.is_good


def test_json_speaks_one_language_and_sorts_the_names():
    landed = [Landed(name, ENTRY, is_new=True) for name in "ba"]
    refused = [Refused("A1", (Text("作废", "void"),))]
    one = outcome(Done(landed=landed, refused=refused, failed=[WHY]))
    assert to_json([one], "en") == [
        {
            "file": "m.xlsx",
            "folder": "m-out",
            "made": ["a", "b"],
            "unchanged": [],
            "refused": [{"name": "A1", "reasons": ["void"]}],
            "failed": [{"name": "Statistics", "reason": "broken"}],
            "complete": False,
        }
    ]

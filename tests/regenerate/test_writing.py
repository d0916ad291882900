"""Writing: documents in pieces, each on disk or with its reason."""

from hypothesis import given
from hypothesis import strategies as st

from regenerate.conftest import ASKED
from xlsales.documents import CONTRACT
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.manifest import hash_of
from xlsales.regenerate.writing import Item, Writing, chunks, put


@given(st.integers(0, 2_000), st.integers(1, 16))
def test_pieces_hold_everything_once_and_a_hundred_at_most(count, at_once):
    items = list(range(count))
    pieces = list(chunks(items, at_once))
    assert [one for piece in pieces for one in piece] == items
    assert all(1 <= len(piece) <= 100 for piece in pieces)


def test_in_one_process_each_stands_alone_and_several_get_some_rounds():
    assert [len(piece) for piece in chunks(range(5), 1)] == [1, 1, 1, 1, 1]
    assert [len(piece) for piece in chunks(range(80), 2)] == [10] * 8
    assert [len(piece) for piece in chunks(range(1_000), 2)] == [100] * 10


def test_an_output_is_new_when_it_was_not_there_like_this(tmp_path):
    desk = Desk(tmp_path / "m.xlsx", tmp_path / "out")
    first = put(desk, ASKED, "reports/a.xlsx", "inputs", b"one")
    again = put(desk, ASKED, "reports/a.xlsx", "inputs", b"one")
    assert (first.is_new, again.is_new) == (True, False)
    assert first.entry == again.entry
    assert first.entry.content == hash_of(b"one")


def test_a_document_that_cannot_be_filled_has_its_reason(tmp_path):
    writing = Writing(
        desk=Desk(tmp_path / "m.xlsx", tmp_path / "out"),
        asked=ASKED,
        document=CONTRACT.key,
        template=b"no template",
        items=[Item("contracts/a.docx", "i", {}), Item("contracts/b.docx", "j", {})],
    )
    done = writing.do()
    assert writing.documents == 2
    assert done.landed == []
    assert [one.name.en for one in done.failed] == ["a.docx", "b.docx"]
    assert not (tmp_path / "out").exists()

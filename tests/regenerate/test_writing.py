"""Writing: documents in pieces, each on disk or with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regenerate.conftest import ASKED
from xlsales.documents import CONTRACT
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.manifest import Entry, hash_of
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


@pytest.fixture
def landed(tmp_path):
    """Put an output over what is there; ``known`` is what was written there last."""
    desk = Desk(tmp_path / "m.xlsx", tmp_path / "out")

    def write(content, known=""):
        entry = Entry("inputs", hash_of(content))
        return put(desk, ASKED, "reports/a.xlsx", entry, content, known)

    return write


def test_an_output_is_new_when_it_was_not_there_like_this(landed):
    assert landed(b"one").is_new
    assert not landed(b"one").is_new


@pytest.mark.parametrize(
    ("by_hand", "backups"),
    [
        (None, []),  # as it was written: nobody's work
        (b"with a remark", [b"with a remark"]),
    ],
)
def test_what_somebody_changed_is_kept(landed, tmp_path, by_hand, backups):
    landed(b"one")
    if by_hand:
        (tmp_path / "out/reports/a.xlsx").write_bytes(by_hand)
    landed(b"two", known=hash_of(b"one"))
    kept = [path.read_bytes() for path in (tmp_path / "out").rglob("*.bak.*")]
    assert kept == backups
    assert (tmp_path / "out/reports/a.xlsx").read_bytes() == b"two"


def test_a_document_that_cannot_be_filled_has_its_reason(tmp_path):
    writing = Writing(
        desk=Desk(tmp_path / "m.xlsx", tmp_path / "out"),
        asked=ASKED,
        document=CONTRACT.key,
        language="zh",
        template=b"no template",
        items=[
            Item("contracts/a.docx", "i", {}, ""),
            Item("contracts/b.docx", "j", {}, ""),
        ],
    )
    done = writing.do()
    assert writing.documents == 2
    assert done.landed == []
    assert [one.name.en for one in done.failed] == ["a.docx", "b.docx"]
    assert not (tmp_path / "out").exists()

"""Xlsales in a process of its own: asked, asking back, killed and started again."""

import io
import sys

import pytest

from xlsales.calc.asking import OfficeRefusal
from xlsales.calc.beside import Peer
from xlsales.calc.in_office.beside import Beside, BrokenOff
from xlsales.calc.in_office.frames import receive, send


def asked(what, given):
    """An office with an empty workbook."""
    return {"titles": [], "title": "空.xlsx", "name_value": None}[what]


@pytest.fixture
def beside(tmp_path):
    """A process of xlsales, and the office that it asks."""
    started = []

    def start(office=asked, python=sys.executable):
        started.append(Beside({"python": python}, office, tmp_path))
        return started[-1]

    yield start
    for one in started:
        one.end()


def words(one):
    return one.request("call", ["key", "XLSALES_WORDS", [1409.5]])


ANSWER = {"answer": "人民币壹仟肆佰零玖元伍角整"}


def test_it_answers(beside):
    assert words(beside()) == ANSWER


def test_it_asks_back_and_what_fails_there_is_a_sentence(beside):
    """To read a workbook without sheets of ours ends in the sentence of a check."""
    answer = beside().request("call", ["key", "XLSALES_PRICE", ["P1", "C1", 46302.0]])
    assert answer["answer"].startswith("#空.xlsx")


def test_what_the_office_cannot_do_is_said(beside):
    def broken(what, given):
        raise ValueError("no such thing")

    answer = beside(broken).request("question", ["check"])
    assert "ValueError: no such thing" in answer["refused"]


def test_a_question_while_it_asks_is_answered_meanwhile(beside):
    """To read a sheet may compute a formula, and that asks again."""
    nested, first = [], [True]

    def office(what, given):
        if what == "titles" and first:
            first.pop()
            nested.append(words(one))
        return asked(what, given)

    one = beside(office)
    assert "answer" in one.request("question", ["check"])
    assert nested == [ANSWER]


def test_it_is_started_again_after_it_was_killed(beside):
    one = beside()
    assert words(one) == ANSWER
    one._process.kill()
    one._process.wait()
    with pytest.raises(BrokenOff):
        words(one)
    assert words(one) == ANSWER


def test_it_is_started_again_after_it_was_killed_at_work(beside):
    def office(what, given):
        if what == "titles" and first:
            first.pop()
            one._process.kill()
            one._process.wait()
        return asked(what, given)

    first, one = [True], beside(office)
    with pytest.raises(BrokenOff):
        one.request("question", ["check"])
    assert "answer" in one.request("question", ["check"])


def test_it_is_killed_while_a_cell_asks_during_another_request(beside):
    """The cell says so; what was asked first is broken off, too."""
    said = []

    def office(what, given):
        if what == "titles" and not said:
            one._process.kill()
            one._process.wait()
            with pytest.raises(BrokenOff) as broken:
                words(one)
            said.append(broken)
        return asked(what, given)

    one = beside(office)
    with pytest.raises(BrokenOff):
        one.request("question", ["check"])
    assert len(said) == 1
    assert words(one) == ANSWER


def test_no_module_is_taken_from_the_folder_the_office_was_started_in(
    beside, tmp_path, monkeypatch
):
    """Of a document that is opened by a double click that is its folder."""
    folder = tmp_path / "sent by mail"
    folder.mkdir()
    (folder / "decimal.py").write_text("raise SystemExit('not ours')")
    monkeypatch.chdir(folder)
    assert words(beside()) == ANSWER


def test_what_does_not_start_says_why_and_is_not_tried_by_every_cell(beside, tmp_path):
    tries = tmp_path / "tries"
    python = tmp_path / "python"
    python.write_text(
        f'#!/bin/sh\necho once >> "{tries}"\necho no xlsales >&2\nexit 1\n'
    )
    python.chmod(0o755)
    one = beside(python=str(python))
    for _ in range(3):
        with pytest.raises(BrokenOff, match="no xlsales"):
            words(one)
    assert tries.read_text().splitlines() == ["once"]


def test_a_python_that_is_not_there_is_broken_off_too(beside, tmp_path):
    with pytest.raises(BrokenOff):
        words(beside(python=str(tmp_path / "gone")))


def test_it_ends_when_the_office_does(beside):
    one = beside()
    words(one)
    process = one._process
    process.stdin.close()
    assert process.wait(10) == 0


def test_the_peer_raises_what_the_office_says():
    said = io.BytesIO()
    send(said, {"failed": "IllegalArgumentException: no"})
    said.seek(0)
    with pytest.raises(OfficeRefusal, match="IllegalArgument"):
        Peer(said, io.BytesIO()).ask("titles", [])


def test_a_frame_that_breaks_off_is_the_end():
    whole = io.BytesIO()
    send(whole, {"文字": [1.5, None, True]})
    for length in range(len(whole.getvalue())):
        with pytest.raises(EOFError):
            receive(io.BytesIO(whole.getvalue()[:length]))
    whole.seek(0)
    assert receive(whole) == {"文字": [1.5, None, True]}

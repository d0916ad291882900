"""The terminal: a bar for what takes time, on a terminal and nowhere else."""

import io

import pytest
from rich.console import Console

from xlsales import terminal


@pytest.fixture
def shown(monkeypatch):
    """What a bar shows: on a terminal or in a pipe, at the seconds given."""

    def show(seconds, *, is_terminal):
        screen = io.StringIO()
        clock = iter([0.0, *seconds])
        monkeypatch.setattr(terminal.time, "monotonic", lambda: next(clock))
        monkeypatch.setattr(
            terminal,
            "Console",
            lambda **_: Console(file=screen, force_terminal=is_terminal, width=80),
        )
        with terminal.growing_progress("10 月") as tell:
            for done, _ in enumerate(seconds, start=1):
                tell(done, 64)
        return screen.getvalue()

    return show


def test_long_work_shows_how_much_is_done(shown):
    found = shown([0.5, 1.5], is_terminal=True)
    assert "10 月" in found
    assert "2/64" in found


def test_short_work_shows_nothing(shown):
    assert shown([0.2, 0.9], is_terminal=True) == ""


def test_a_pipe_shows_nothing(shown):
    assert shown([5, 50], is_terminal=False) == ""

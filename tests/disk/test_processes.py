"""Processes: one killed while it writes, and two that write at once.

Both end of themselves: nothing waits longer than for an answer that must come.
"""

import contextlib
import random
import sys
import time

import pytest

from disk.conftest import names
from disk.writers import (
    FORKS,
    LONG_ENOUGH,
    NOW,
    content_of,
    count_in,
    count_on,
    leave_marks,
)
from xlsales.disk import update
from xlsales.disk.backups import backups_of

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="kills processes and starts them by forking"
)
TRIES, MOST_TRIES = 200, 1000
WRITES = 10
OURS = {f".主簿.xlsx.xlsales-{kind}" for kind in ("lock", "new", "backup")}


@contextlib.contextmanager
def running(work, *given):
    """Have a process at work, and our end of the pipe to it."""
    ours, theirs = FORKS.Pipe()
    process = FORKS.Process(target=work, args=(*given, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join(LONG_ENOUGH)
        ours.close()


def told(pipe):
    """Return the next thing a process says; one that says nothing is a failure."""
    assert pipe.poll(LONG_ENOUGH)
    return pipe.recv()


def all_told(pipe):
    """Return everything that a process said before it ended."""
    said = []
    with contextlib.suppress(EOFError):
        while pipe.poll():
            said.append(pipe.recv())
    return said


def longest_life(path):
    """Return seconds enough for a whole write and more, as fast as this disk is."""
    with running(count_on, path) as (_, pipe):
        told(pipe)
        begun = time.perf_counter()
        for _ in range(WRITES):
            told(pipe)
        return 2 * (time.perf_counter() - begun) / WRITES


def killed_while_counting(path, seconds, silence):
    """Let a process write and kill it; return the last content it told of."""
    before = count_in(path.read_bytes())
    with running(count_on, path) as (process, pipe):
        told(pipe)
        silence.poll(seconds)
        process.kill()
        process.join(LONG_ENOUGH)
        assert process.exitcode == -9
        return [before, *all_told(pipe)][-1]


def test_killed_at_any_moment_the_file_is_the_old_one_or_the_new_one(master):
    chance = random.Random(20261008)  # noqa: S311 - the same moments in each run
    master.write_bytes(content_of(0))
    caught = dict.fromkeys(OURS, 0)
    silence, _end = FORKS.Pipe()
    longest = longest_life(master)
    for tried in range(MOST_TRIES):
        if tried >= TRIES and all(caught.values()):
            break
        moment = chance.random() * longest
        last = killed_while_counting(master, moment, silence)
        for name in names(master.parent) & OURS:
            caught[name] += 1

        found = count_in(master.read_bytes())
        assert found in {last, last + 1}
        assert master.read_bytes() == content_of(found)
        for backup in backups_of(master):
            content = backup.read_bytes()
            assert content == content_of(count_in(content))

        following = update(master, lambda _: content_of(found + 1), now=NOW, wait=0)  # noqa: B023
        assert following.backup.read_bytes() == content_of(found)
        assert names(master.parent).isdisjoint(OURS)
    # The moments were enough only if they fell into every part of a write.
    assert all(caught.values()), caught


def test_of_two_that_write_at_once_neither_loses_its_mark(master):
    content = content_of(1, 200_000)
    master.write_bytes(content)
    with (
        running(leave_marks, master, "甲") as (_, first),
        running(leave_marks, master, "乙") as (_, second),
    ):
        for number in range(TRIES):
            for pipe in (first, second):
                pipe.send(number)
            assert [told(first), told(second)] == [number, number]
            marks = master.read_bytes().removeprefix(content).decode().split()
            assert set(marks[-2:]) == {f"甲{number}", f"乙{number}"}
            assert len(marks) == 2 * (number + 1)
    assert names(master.parent).isdisjoint(OURS)
    assert len(backups_of(master)) == 2

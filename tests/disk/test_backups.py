"""Backups: a name that nothing has, no more than wanted, and nobody else's file."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disk.conftest import NOON, names
from xlsales.disk.backups import back_up, backups_of, thin_out

# What a person may well have lying about, none of it ours.
THEIR_OWN = (
    "主簿.bak.xlsx",
    "主簿.20261001.bak.xlsx",
    "主簿.20261001-120000.xlsx",
    "主簿.20261001-120000.bak.xls",
    "主簿.20261001-120000.bak.xlsx.bak",
    "主簿.20261301-120000.bak.xlsx",  # there is no month 13
    "主簿.20261001-126100.bak.xlsx",  # nor a minute 61
    "主簿.20261001-120000-1.bak.xlsx",  # the first has no number
    "主簿.20261001-120000-02.bak.xlsx",
    "主簿.２０２６１００１-120000.bak.xlsx",
    "主簿 .20261001-120000.bak.xlsx",
    "老主簿.20261001-120000.bak.xlsx",
    "主簿.20261001-120000.最终版.bak.xlsx",
    "主簿x20261001-120000.bak.xlsx",
    "主簿.20261001-120000.bak.20261002-120000.bak.xlsx",
)


def test_two_of_one_second_and_a_later_one_are_told_apart(master):
    later = NOON + dt.timedelta(seconds=1)
    made = [
        back_up(master, content, now)
        for content, now in [(b"1", NOON), (b"2", NOON), (b"3", later)]
    ]
    assert [one.name for one in made] == [
        "主簿.20261008-120005.bak.xlsx",
        "主簿.20261008-120005-2.bak.xlsx",
        "主簿.20261008-120006.bak.xlsx",
    ]
    assert [one.read_bytes() for one in made] == [b"1", b"2", b"3"]
    assert backups_of(master) == made


def test_the_tenth_of_a_second_comes_after_the_ninth(master):
    made = [back_up(master, b"", NOON) for _ in range(11)]
    assert backups_of(master) == made


def test_what_was_thinned_out_leaves_no_name_that_would_look_oldest(master):
    for number in range(4):
        thin_out(master, 2, back_up(master, str(number).encode(), NOON))
    assert [one.read_bytes() for one in backups_of(master)] == [b"2", b"3"]


def test_a_name_that_a_folder_has_is_not_taken(master):
    (master.parent / "主簿.20261008-120005.bak.xlsx").mkdir()
    assert back_up(master, b"", NOON).name == "主簿.20261008-120005-2.bak.xlsx"


@pytest.mark.parametrize("name", THEIR_OWN)
def test_what_is_named_otherwise_is_nobodys_backup(master, name):
    (master.parent / name).write_bytes(b"my own")
    newest = back_up(master, b"old", NOON)
    assert backups_of(master) == [newest]
    thin_out(master, 1, newest)
    assert names(master.parent) == {master.name, name, newest.name}


def test_a_folder_named_like_a_backup_stays(master):
    folder = master.parent / "主簿.20261001-120000.bak.xlsx"
    folder.mkdir()
    thin_out(master, 1, back_up(master, b"old", NOON))
    assert folder.is_dir()


def test_signs_that_search_patterns_are_made_of_are_only_signs(tmp_path):
    path = tmp_path / "a[1].(x)+.xlsx"
    other = tmp_path / "a1.xxx.20261001-120000.bak.xlsx"
    other.write_bytes(b"my own")
    assert backups_of(path) == []
    assert back_up(path, b"", NOON) in backups_of(path)


def test_the_one_just_made_stays_though_the_clock_went_back(master):
    earlier = NOON - dt.timedelta(days=1)
    back_up(master, b"tomorrow's", NOON)
    newest = back_up(master, b"today's", earlier)
    thin_out(master, 1, newest)
    assert backups_of(master) == [newest]


@given(seconds=st.lists(st.integers(0, 5), max_size=12), keep=st.integers(1, 5))
def test_the_newest_are_kept_and_only_so_many(tmp_path_factory, seconds, keep):
    path = tmp_path_factory.mktemp("backups") / "主簿.xlsx"
    for number, second in enumerate(sorted(seconds)):
        now = NOON + dt.timedelta(seconds=second)
        thin_out(path, keep, back_up(path, str(number).encode(), now))
    kept = [int(one.read_bytes()) for one in backups_of(path)]
    assert kept == list(range(len(seconds)))[-keep:]

"""Which folder belongs to which workbook."""

from pathlib import Path

import pytest

from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.manifest import Entry, Keeper


def folders(tmp_path, *names, output=None):
    desks = desks_of([tmp_path / name for name in names], output)
    return [desk.folder.relative_to(tmp_path).as_posix() for desk in desks]


def work(tmp_path, *names, output=None):
    """Leave a manifest in the folder of each workbook."""
    for desk in desks_of([tmp_path / name for name in names], output):
        keeper = Keeper(desk.folder, desk.seen)
        keeper.add("a", Entry("i", "c"))
        keeper.write()


@pytest.mark.parametrize(
    ("workbooks", "beside", "inside"),
    [
        (["east.xlsx"], ["east-out"], ["out/east"]),
        (["a/x.xlsx", "a/y.xlsx"], ["a/x-out", "a/y-out"], ["out/x", "out/y"]),
        (["a/m.xlsx", "b/m.xlsx"], ["a/m-out", "b/m-out"], ["out/m", "out/m-2"]),
        (["m.xlsx", "m.xlsm"], ["m-out", "m-out-2"], ["out/m", "out/m-2"]),
        (["m.xlsx", "M.xlsx"], ["m-out", "M-out-2"], ["out/m", "out/M-2"]),
        (["m.xlsx", "a/../m.xlsx"], ["m-out"], ["out/m"]),
    ],
)  # fmt: skip
def test_each_workbook_has_a_folder_of_its_own(tmp_path, workbooks, beside, inside):
    (tmp_path / "a").mkdir()
    assert folders(tmp_path, *workbooks) == beside
    assert folders(tmp_path, *workbooks, output=tmp_path / "out") == inside


def test_a_folder_stays_with_its_workbook_whatever_the_order(tmp_path):
    out = tmp_path / "out"
    work(tmp_path, "a/m.xlsx", "b/m.xlsx", output=out)
    assert folders(tmp_path, "b/m.xlsx", "a/m.xlsx", output=out) == ["out/m-2", "out/m"]
    assert folders(tmp_path, "b/m.xlsx", output=out) == ["out/m-2"]
    assert folders(tmp_path, "c/m.xlsx", output=out) == ["out/m-3"]


def test_it_stays_when_the_workbook_and_its_folder_are_moved(tmp_path):
    work(tmp_path, "a/m.xlsx")
    (tmp_path / "a").rename(tmp_path / "moved")
    assert folders(tmp_path, "moved/m.xlsx") == ["moved/m-out"]


def test_a_relative_path_stays_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (desk,) = desks_of([Path("m.xlsx")])
    assert desk.folder == Path("m-out")
    assert desk.seen == "../m.xlsx"

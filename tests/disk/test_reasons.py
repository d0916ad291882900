"""Reasons: each thing that a disk refuses is one line that says what to do."""

import errno
import os
from pathlib import Path

import pytest

from xlsales.disk import reasons
from xlsales.disk.reasons import refusing, why
from xlsales.errors import CannotWrite
from xlsales.language import say, text

FILE = Path("账") / "主簿.xlsx"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only_disk"),
        (errno.EACCES, "not_permitted"),
        (errno.EPERM, "not_permitted"),
        (errno.ENAMETOOLONG, "name_too_long"),
        (errno.EINVAL, "odd_name"),
        (errno.ENOENT, "moved_away"),
        (errno.EISDIR, "is_folder"),
        (errno.ENOTDIR, "no_folder"),
        (errno.EBUSY, "held_open"),
        (errno.ENOLCK, "no_locks"),
        (errno.ENETDOWN, "no_answer"),
        (errno.EHOSTDOWN, "no_answer"),
        (errno.ESTALE, "no_answer"),
        (errno.EIO, "no_answer"),
        (errno.ENOTCONN, "no_answer"),
        (errno.ETIMEDOUT, "no_answer"),
    ],
)
def test_an_errno_has_its_reason(number, reason):
    assert why(OSError(number, os.strerror(number)), FILE) == text("reasons", reason)


@pytest.mark.parametrize(
    ("winerror", "reason"),
    [
        (32, "held_open"),
        (33, "held_open"),
        (112, "disk_full"),
        (19, "read_only_disk"),
        (206, "name_too_long"),
        (123, "odd_name"),
        (53, "no_answer"),
        (64, "no_answer"),
        (5, "not_permitted"),
    ],
)
def test_windows_says_it_more_exactly(winerror, reason):
    error = PermissionError(errno.EACCES, "as Windows puts it")
    error.winerror = winerror
    assert why(error, FILE) == text("reasons", reason)


def test_a_path_too_long_for_windows_is_no_folder_that_is_missing(monkeypatch):
    error = FileNotFoundError(errno.ENOENT, "no such file or directory")
    short, long = Path("/a.xlsx"), Path("/" + "长" * 240 + ".xlsx")
    assert why(error, long) == text("reasons", "moved_away")
    monkeypatch.setattr(reasons, "_IS_WINDOWS", True)
    assert why(error, long) == text("reasons", "name_too_long")
    assert why(error, short) == text("reasons", "moved_away")


def test_anything_else_is_said_as_the_system_says_it():
    assert why(OSError(errno.EMFILE, "Too many open files"), FILE).en == (
        "the system refuses (Too many open files)"
    )
    assert why(OSError(), FILE).zh == "系统拒绝（OSError）"


def test_a_name_that_cannot_be_written_down_is_an_odd_name():
    with pytest.raises(CannotWrite) as stopped, refusing(FILE):
        "\ud800".encode()
    assert stopped.value.facts["reason"] == text("reasons", "odd_name")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "写不了 主簿.xlsx：磁盘已满，或超出了配额；请腾出空间后再运行一次。"),
        ("en", "Cannot write 主簿.xlsx: the disk or the quota is full; make room "),
    ],
)
def test_the_reason_stands_in_one_line(language, said):
    with pytest.raises(CannotWrite) as stopped, refusing(FILE):
        raise OSError(errno.ENOSPC, "no space left on device")
    line = say("errors", stopped.value.code, language, **stopped.value.facts)
    assert line.startswith(said)
    assert line.endswith(("原来的文件没有改动", "Nothing was changed"))
    assert "\n" not in line

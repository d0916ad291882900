"""Read: a file's bytes, or why there are none."""

import errno
from pathlib import Path

import pytest

from xlsales.disk import read_bytes
from xlsales.errors import CannotRead
from xlsales.language import text


def test_a_file_is_read(master):
    assert read_bytes(master) == b"old"


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (FileNotFoundError(errno.ENOENT, "none"), "not_there"),
        (IsADirectoryError(errno.EISDIR, "a folder"), "is_folder"),
        (PermissionError(errno.EACCES, "denied"), "not_permitted"),
        (OSError(errno.ESTALE, "stale file handle"), "no_answer"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, monkeypatch, failure, reason):
    def fail(_):
        raise failure

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(CannotRead) as stopped:
        read_bytes(tmp_path / "a.xlsx")
    assert stopped.value.facts == {"name": "a.xlsx", "reason": text("reasons", reason)}

"""Lock: one run at a time, nothing left behind, and never two that think so."""

import errno
import os

import pytest
from filelock import FileLock

from disk.conftest import names
from xlsales.disk import lock
from xlsales.disk.lock import locked
from xlsales.errors import CannotWrite
from xlsales.language import text

ON_POSIX = pytest.mark.skipif(
    os.name != "posix", reason="Windows lets nobody delete a file that is open"
)
BESIDE = ".主簿.xlsx.xlsales-lock"


def test_while_one_writes_another_is_refused(master):
    with locked(master), pytest.raises(CannotWrite) as stopped, locked(master, 0):
        pass
    assert stopped.value.facts["name"] == master.name
    assert stopped.value.facts["reason"].zh.startswith("另一个 xlsales 正在写它")


def test_another_file_of_the_folder_may_be_written(master):
    with locked(master), locked(master.with_name("副簿.xlsx"), 0):
        assert names(master.parent) >= {BESIDE, ".副簿.xlsx.xlsales-lock"}


def test_nothing_is_left_behind_also_after_a_fault(master):
    with pytest.raises(ZeroDivisionError), locked(master):
        raise ZeroDivisionError
    assert names(master.parent) == {master.name}
    with locked(master, 0):
        pass


def test_what_a_killed_run_left_behind_holds_nothing(master):
    (master.parent / BESIDE).write_bytes(b"")
    with locked(master, 0):
        pass
    assert names(master.parent) == {master.name}


@ON_POSIX
def test_a_colleague_with_another_account_can_open_it(master):
    with locked(master):
        assert (master.parent / BESIDE).stat().st_mode & 0o777 == 0o666


@ON_POSIX
@pytest.mark.parametrize("another_came", [True, False])
def test_a_lock_that_no_name_leads_to_is_given_back(master, monkeypatch, another_came):
    """Between opening the lock file and locking it, its owner took it away."""
    beside = master.parent / BESIDE
    looked = []
    check = lock.check_name

    def taken_away(path, descriptor):
        looked.append(descriptor)
        if len(looked) == 1:
            path.rename(path.with_name("taken away"))
            if another_came:
                path.write_bytes(b"")
        check(path, descriptor)

    monkeypatch.setattr(lock, "check_name", taken_away)
    with locked(master, 0):
        assert len(looked) == 2
        with pytest.raises(TimeoutError):
            FileLock(beside, timeout=0).acquire()


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (PermissionError(errno.EACCES, "denied"), "not_permitted"),
        (OSError(errno.EROFS, "read-only file system"), "read_only_disk"),
        (OSError(errno.ENOLCK, "no locks available"), "no_locks"),
        (OSError(errno.ENOSYS, "not implemented"), "no_locks"),
    ],
)
def test_where_nothing_can_be_locked_nothing_is_written(
    master, monkeypatch, failure, reason
):
    def fail(*_, **__):
        raise failure

    monkeypatch.setattr(FileLock, "acquire", fail)
    with pytest.raises(CannotWrite) as stopped, locked(master):
        pass
    assert stopped.value.facts["reason"] == text("reasons", reason)

"""Write: a file is whole or as it was, whatever happens in between."""

import errno
import os
import stat
from pathlib import Path

import pytest

from disk.conftest import NOON, names
from disk.owner_files import excel
from xlsales.disk import KEEP, put, replace, update, write
from xlsales.disk.lock import locked
from xlsales.errors import AlreadyThere, CannotRead, CannotWrite
from xlsales.language import text

BACKUP = "主簿.20261008-120005.bak.xlsx"
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and owners of POSIX")


def to_new(_: bytes) -> bytes:
    return b"new"


def to_new_of_its_own(content: bytes) -> bytes:
    return content + b"+"


def reason_of(stopped):
    return stopped.value.facts["reason"]


# A person's file is changed


def test_a_change_is_written_and_the_old_file_kept_beside_it(master):
    done = update(master, to_new, now=NOON)
    assert done.is_new
    assert done.path == master
    assert done.backup == master.with_name(BACKUP)
    assert master.read_bytes() == b"new"
    assert done.backup.read_bytes() == b"old"
    assert names(master.parent) == {master.name, BACKUP}


def test_where_nothing_changes_nothing_is_touched(master):
    before = master.stat()
    done = update(master, lambda content: content, now=NOON)
    assert not done.is_new
    assert done.backup is None
    after = master.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names(master.parent) == {master.name}


def test_it_may_be_open_as_long_as_nothing_changes(master):
    (master.parent / "~$主簿.xlsx").write_bytes(excel("李娜", b"??"))
    assert not update(master, lambda content: content, now=NOON).is_new


@pytest.mark.parametrize(
    ("name", "reason"), [("无.xlsx", "not_there"), ("a_folder", "is_folder")]
)
def test_what_is_no_file_is_not_changed(tmp_path, name, reason):
    (tmp_path / "a_folder").mkdir()
    with pytest.raises(CannotRead) as stopped:
        update(tmp_path / name, to_new, now=NOON)
    assert reason_of(stopped) == text("reasons", reason)
    assert names(tmp_path) == set()


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(CannotRead):
        update(tmp_path / "无" / "主簿.xlsx", to_new, now=NOON)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_the_change_is_no_fault_of_the_disk(master):
    def fail(_):
        raise FileNotFoundError(errno.ENOENT, "a template of its own")

    with pytest.raises(FileNotFoundError, match="a template of its own"):
        update(master, fail, now=NOON)
    assert names(master.parent) == {master.name}


def test_only_the_newest_backups_are_kept(master):
    times = [NOON.replace(minute=minute) for minute in range(8)]
    made = [update(master, to_new_of_its_own, now=now, keep=3) for now in times]
    backups = [one.backup for one in made]
    assert [one.exists() for one in backups] == [False] * 5 + [True] * 3
    assert backups[-1].read_bytes() == b"old" + b"+" * 7


def test_at_least_one_backup_is_kept(master):
    with pytest.raises(ValueError, match="0"):
        update(master, to_new, now=NOON, keep=0)


def test_another_run_is_waited_for_and_then_named(master):
    with locked(master), pytest.raises(CannotWrite) as stopped:
        update(master, to_new, now=NOON, wait=0)
    line = reason_of(stopped).zh
    assert line == "另一个 xlsales 正在写它，等了 0 秒；请等那边结束后再运行一次"
    assert master.read_bytes() == b"old"


# Somebody else's work is not lost


def test_who_has_it_open_is_named_and_what_to_do(master):
    (master.parent / "~$主簿.xlsx").write_bytes(excel("李娜", "李娜".encode("gbk")))
    with pytest.raises(CannotWrite) as stopped:
        update(master, to_new, now=NOON)
    assert reason_of(stopped) == (
        (
            "李娜 正用 Excel 或 WPS 打开着它，请在那里保存并关闭后再运行一次；"
            "如果没有人打开（程序崩溃过），请删除旁边的隐藏文件 ~$主簿.xlsx"
        ),
        (
            "李娜 has it open in Excel or WPS; save and close it there and run the "
            "command again. If nobody has it open (the program crashed), delete the "
            "hidden file ~$主簿.xlsx beside it"
        ),
    )
    assert master.read_bytes() == b"old"
    assert names(master.parent) == {master.name, "~$主簿.xlsx"}


@pytest.mark.parametrize(
    "left", ["~$主簿.xlsx", ".~主簿.xlsx", ".~lock.主簿.xlsx#"], ids=ascii
)
@pytest.mark.parametrize(
    "write_over",
    [
        lambda path: update(path, to_new, now=NOON),
        lambda path: replace(path, b"new"),
        lambda path: put(path, b"new", NOON),
    ],
    ids=["update", "replace", "put"],
)
def test_whatever_writes_it_respects_whoever_has_it_open(master, left, write_over):
    (master.parent / left).write_bytes(b"")
    with pytest.raises(CannotWrite) as stopped:
        write_over(master)
    assert reason_of(stopped).zh.startswith("有人 正用 ")
    assert master.read_bytes() == b"old"
    assert names(master.parent) == {master.name, left}


def test_a_file_that_is_not_there_is_held_by_nobody(master):
    master.unlink()
    (master.parent / "~$主簿.xlsx").write_bytes(b"")
    replace(master, b"new")
    assert master.read_bytes() == b"new"


def test_what_was_saved_in_the_meantime_stands(master):
    def change(_):
        master.write_bytes(b"by hand")
        return b"new"

    with pytest.raises(CannotWrite) as stopped:
        update(master, change, now=NOON)
    assert reason_of(stopped) == text("reasons", "changed_meanwhile")
    assert master.read_bytes() == b"by hand"
    assert names(master.parent) == {master.name}


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (lambda path: path.write_bytes(b"by hand"), "它在这期间被改动并保存过"),
        (lambda path: path.unlink(), "文件或文件夹在这期间被移走或删除"),
        (lambda path: path.with_name(f"~${path.name}").write_bytes(b""), "有人 正用"),
    ],
    ids=["saved", "deleted", "opened"],
)
def test_the_last_look_comes_after_everything_that_takes_time(
    master, monkeypatch, happens, reason
):
    back_up = write.back_up

    def slowly(*given):
        happens(master)
        return back_up(*given)

    monkeypatch.setattr(write, "back_up", slowly)
    with pytest.raises(CannotWrite) as stopped:
        update(master, to_new, now=NOON)
    assert reason_of(stopped).zh.startswith(reason)
    assert names(master.parent) <= {master.name, "~$主簿.xlsx"}
    assert not master.exists() or master.read_bytes() != b"new"


def test_a_file_that_windows_shares_with_nobody_is_left_alone(master, monkeypatch):
    open_file = Path.open

    def refuse(path, mode="r", *given):
        if mode == "r+b":
            error = PermissionError(errno.EACCES, "used by another process")
            error.winerror = 32
            raise error
        return open_file(path, mode, *given)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotWrite) as stopped:
        update(master, to_new, now=NOON)
    assert reason_of(stopped) == text("reasons", "held_open")


@ON_POSIX
def test_a_file_marked_read_only_is_left_alone(master):
    master.chmod(0o444)
    with pytest.raises(CannotWrite) as stopped:
        update(master, to_new, now=NOON)
    assert reason_of(stopped) == text("reasons", "read_only_file")
    assert names(master.parent) == {master.name}


# Links, permissions and owners stay


@ON_POSIX
def test_a_link_stays_and_what_it_leads_to_is_changed(master, tmp_path):
    desk = tmp_path / "桌面"
    desk.mkdir()
    link = desk / "主簿.xlsx"
    link.symlink_to(Path("..") / master.name)
    assert update(link, to_new, now=NOON).path == master
    assert link.is_symlink()
    assert link.read_bytes() == master.read_bytes() == b"new"
    assert names(tmp_path) == {master.name, BACKUP}
    replace(link, b"newer")
    assert link.is_symlink()
    assert master.read_bytes() == b"newer"


@ON_POSIX
def test_links_that_lead_in_a_circle_are_refused(tmp_path):
    (tmp_path / "a.xlsx").symlink_to("b.xlsx")
    (tmp_path / "b.xlsx").symlink_to("a.xlsx")
    with pytest.raises(CannotRead):
        update(tmp_path / "a.xlsx", to_new, now=NOON)


@ON_POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666])
def test_permissions_stay_on_the_file_and_on_its_backup(master, mode):
    master.chmod(mode)
    backup = update(master, to_new, now=NOON).backup
    assert stat.S_IMODE(master.stat().st_mode) == mode
    assert stat.S_IMODE(backup.stat().st_mode) == mode


@ON_POSIX
def test_the_owner_stays_where_that_is_allowed(master, monkeypatch):
    """Owner and group are given over one by one: the one may be allowed alone."""
    given, mine = [], master.stat()

    def refuse(_, user, group):
        given.append((user, group))
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(os, "fchown", refuse)
    assert update(master, to_new, now=NOON).is_new
    assert set(given) == {(-1, mine.st_gid), (mine.st_uid, -1)}


# The disk refuses


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only_disk"),
        (errno.EACCES, "not_permitted"),
        (errno.ENAMETOOLONG, "name_too_long"),
        (errno.EIO, "no_answer"),
        (errno.ESTALE, "no_answer"),
    ],
)
def test_what_the_disk_refuses_changes_nothing(
    master, monkeypatch, call, number, reason
):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail, raising=False)
    for write_over in (
        lambda: update(master, to_new, now=NOON),
        lambda: replace(master, b"new"),
        lambda: replace(master, b"new", now=NOON),
    ):
        with pytest.raises(CannotWrite) as stopped:
            write_over()
        assert reason_of(stopped) == text("reasons", reason)
        assert stopped.value.facts["name"] == master.name
        assert master.read_bytes() == b"old"
        assert names(master.parent) == {master.name}


def test_a_folder_that_cannot_be_flushed_undoes_nothing(master, monkeypatch):
    fsync = os.fsync

    def only_files(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no folders")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    assert update(master, to_new, now=NOON).is_new
    assert master.read_bytes() == b"new"


def test_a_rename_that_was_done_but_reported_as_failed_keeps_the_backup(
    master, monkeypatch
):
    """A network share may lose the answer and not the work."""
    rename = os.replace

    def lose_the_answer(source, target):
        rename(source, target)
        if Path(target) == master:
            raise OSError(errno.ETIMEDOUT, "timed out")

    monkeypatch.setattr(os, "replace", lose_the_answer)
    with pytest.raises(CannotWrite):
        update(master, to_new, now=NOON)
    assert master.with_name(BACKUP).read_bytes() == b"old"


def test_what_a_killed_run_left_behind_is_gone_after_the_next(master):
    for kind in ("new", "backup", "lock"):
        (master.parent / f".主簿.xlsx.xlsales-{kind}").write_bytes(b"half")
    update(master, to_new, now=NOON)
    assert names(master.parent) == {master.name, BACKUP}
    assert master.read_bytes() == b"new"


# Results are put in their place


def test_a_file_is_written_and_its_folder_made(tmp_path):
    target = tmp_path / "一月" / "合同" / "a.docx"
    replace(target, b"new")
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == {"a.docx"}


def test_a_file_is_replaced(master):
    replace(master, b"new")
    assert master.read_bytes() == b"new"
    assert names(master.parent) == {master.name}


def test_a_file_that_is_there_is_left_alone_unless_forced(master):
    with pytest.raises(AlreadyThere) as stopped:
        replace(master, b"new", force=False)
    assert stopped.value.facts == {"name": master.name}
    assert master.read_bytes() == b"old"
    replace(master.with_name("b.docx"), b"new", force=False)
    assert names(master.parent) == {master.name, "b.docx"}


def test_the_old_file_is_kept_as_a_backup_of_its_time(master):
    replace(master, b"new", now=NOON)
    assert master.read_bytes() == b"new"
    assert master.with_name(BACKUP).read_bytes() == b"old"
    assert names(master.parent) == {master.name, BACKUP}


def test_without_an_old_file_there_is_no_backup(tmp_path):
    replace(tmp_path / "主簿.xlsx", b"new", now=NOON)
    assert names(tmp_path) == {"主簿.xlsx"}


def test_results_have_no_more_backups_than_a_persons_file(master):
    for minute in range(KEEP + 3):
        now = NOON.replace(minute=minute)
        assert put(master, b"result %d" % minute, now)
        assert not put(master, b"result %d" % minute, now)
    assert len(names(master.parent)) == 1 + KEEP


def test_a_new_file_that_cannot_be_written_is_not_there(tmp_path, monkeypatch):
    def fail(_):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite):
        replace(tmp_path / "a.xlsx", b"new")
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.xlsx", "is_folder"),
        ("b/c.xlsx", "no_folder"),
        ("长" * 200 + ".xlsx", "name_too_long"),
        ("\ud800.xlsx", "odd_name"),
    ],
    ids=["folder", "below a file", "too long", "odd"],
)
def test_a_place_where_no_file_can_be(tmp_path, name, reason):
    (tmp_path / "a.xlsx").mkdir()
    (tmp_path / "b").write_bytes(b"a file, no folder")
    with pytest.raises(CannotWrite) as stopped:
        replace(tmp_path / name, b"new")
    assert reason_of(stopped) == text("reasons", reason)
    assert names(tmp_path) == {"b"}

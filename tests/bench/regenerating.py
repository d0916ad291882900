"""Regenerating: a month of four workbooks, in one process, in two, and again."""

import datetime as dt
import itertools
from pathlib import Path

from bench.books import AS_OF, workbook_with
from bench.measure import Job, Measure, Race
from xlsales.language import Text
from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.executors import executor_of
from xlsales.regenerate.run import Regeneration
from xlsales.regenerate.task import Asked

SHARES = (100, 80, 60, 40)
ASKED = {
    "period": "2026-09",
    "as_of": AS_OF,
    "now": dt.datetime(2026, 10, 31, tzinfo=dt.UTC),
    "version": "bench",
}


def two_processes(lines: int, folder: Path) -> Race:
    """Do the whole month, in two processes and in one."""
    books, fresh = books_in(folder, lines), itertools.count()

    def run(processes: int) -> Path:
        return regenerate(books, folder / str(next(fresh)), processes)

    return Race(ours=lambda: run(2), peer=lambda: run(1), agree=same_files)


def nothing_changed(lines: int, folder: Path) -> Race:
    """Do a month that is done, and do it all."""
    books, fresh = books_in(folder, lines), itertools.count()
    kept = regenerate(books, folder / "kept", 1)
    return Race(
        ours=lambda: regenerate(books, kept, 1),
        peer=lambda: regenerate(books, folder / f"all-{next(fresh)}", 1),
        agree=same_files,
    )


def books_in(folder: Path, lines: int) -> list[Path]:
    """Put workbooks of different sizes, so many lines in all, into a folder."""
    books = [folder / f"{share}.xlsx" for share in SHARES]
    for book, share in zip(books, SHARES, strict=True):
        book.write_bytes(workbook_with(lines * share // sum(SHARES)))
    return books


def regenerate(books: list[Path], folder: Path, processes: int) -> Path:
    """Do the month; return the folder of its files."""
    work = Regeneration(desks_of(books, folder), Asked(**ASKED, at_once=processes))
    with executor_of(processes) as executor:
        work.run(executor, lambda *_: None)
    assert not any(one.failed for one in work.outcomes)
    return folder


def same_files(ours: Path, theirs: Path) -> None:
    """Compare the documents, byte by byte."""
    assert documents_in(ours)
    assert documents_in(ours) == documents_in(theirs)


def documents_in(folder: Path) -> dict[str, bytes]:
    """Return the documents under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.suffix in {".docx", ".xlsx"}
    }


TWO_PROCESSES = Job(
    title=Text("重新生成，两个进程", "Regenerate in two processes"),
    peer=Text("一个进程", "one process"),
    unit=Text("行（4个工作簿）", "lines (4 workbooks)"),
    sizes=(2_800,),
    quick=28,
    measure=Measure.SPEED,
    target=1.6,
    prepare=two_processes,
)
NOTHING_CHANGED = Job(
    title=Text("重新生成，没有变化", "Regenerate, nothing changed"),
    peer=Text("全部重做", "all of it"),
    unit=Text("行（4个工作簿）", "lines (4 workbooks)"),
    sizes=(2_800,),
    quick=28,
    measure=Measure.SPEED,
    target=None,
    prepare=nothing_changed,
)

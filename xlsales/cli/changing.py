"""Changing: a command that writes into the workbook it is given, or into a copy."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from xlsales.cli.options import now
from xlsales.language import Language, say

if TYPE_CHECKING:
    from xlsales.workbook.by_hand import Edit


class HasContent(Protocol):
    """What a job that changes a workbook returns."""

    @property
    def content(self) -> bytes:
        """The workbook as it is to be."""


T = TypeVar("T", bound=HasContent)


class Changed:
    """Where a changed workbook is.

    Attributes:
        path: the file.
        backup: the file as it was; None where nothing was to change, or where
            the change went into a copy.
    """

    def __init__(self, path: Path, backup: Path | None, *, is_new: bool) -> None:
        self.path, self.backup, self.is_new = path, backup, is_new


def change_file(
    file: Path, copy: Path | None, job: Callable[[bytes], T]
) -> tuple[T, Changed]:
    """Run a job on a workbook and keep what comes of it.

    Args:
        file: the workbook; it is changed itself where no copy is asked for.
        copy: where the changed workbook goes instead.
        job: takes the bytes of the workbook.

    Returns:
        What the job returned, and where the workbook is now.
    """
    from xlsales import disk

    done: list[T] = []

    def change(content: bytes) -> bytes:
        done.append(job(content))
        return done[-1].content

    if copy:
        is_new = disk.put(copy, change(disk.read_bytes(file)), now())
        return done[-1], Changed(copy, None, is_new=is_new)
    updated = disk.update(file, change, now=now())
    return done[-1], Changed(updated.path, updated.backup, is_new=updated.is_new)


def say_changed(changed: Changed, edits: Sequence["Edit"], language: Language) -> None:
    """Say what a person had changed by hand, where the file is and its backup."""
    for edit in edits:
        key = "kept" if edit.place else "not_kept"
        facts = {"place": edit.place, "value": edit.value}
        click.echo(say("changing", key, language, **facts))
    if changed.backup:
        facts = {"file": changed.path.name, "backup": changed.backup.name}
        click.echo(say("changing", "written", language, **facts))
    elif changed.is_new:
        click.echo(say("cli", "made", language, name=changed.path))
    else:
        click.echo(say("changing", "unchanged", language, file=changed.path.name))

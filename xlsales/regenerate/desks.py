"""Desks: which output folder belongs to which workbook.

It is the folder that the single commands use, or with a folder given, one of
the workbook's name inside. Where two workbooks of one name would meet, the
manifest says whose a folder is, and the other one's gets a number.
"""

import itertools
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from xlsales import project
from xlsales.regenerate.manifest import read_manifest


@dataclass(frozen=True, slots=True)
class Desk:
    """A workbook and where its results go."""

    workbook: Path
    folder: Path

    @property
    def seen(self) -> str:
        """The workbook as seen from its folder; it holds when both are moved."""
        return _seen_from(self.folder, self.workbook)


def desks_of(workbooks: Iterable[Path], output: Path | None = None) -> list[Desk]:
    """Return a desk for each workbook; one that is named twice counts once."""
    found: dict[Path, Desk] = {}
    taken: set[str] = set()
    for workbook in workbooks:
        if workbook.resolve() not in found:
            folder = _free_folder(workbook, output, taken)
            taken.add(_key(folder))
            found[workbook.resolve()] = Desk(workbook, folder)
    return list(found.values())


def _free_folder(workbook: Path, output: Path | None, taken: set[str]) -> Path:
    usual = project.output_folder(workbook, "", output and output / workbook.stem)
    for number in itertools.count(1):
        name = usual.name if number == 1 else f"{usual.name}-{number}"
        folder = usual.with_name(name)
        owner = read_manifest(folder).workbook or _seen_from(folder, workbook)
        if _key(folder) not in taken and owner == _seen_from(folder, workbook):
            return folder
    raise AssertionError


def _key(folder: Path) -> str:
    """Return what two folders share that some file system takes for one."""
    return str(folder.resolve()).casefold()


def _seen_from(folder: Path, workbook: Path) -> str:
    try:
        relative = os.path.relpath(workbook.resolve(), folder.resolve())
    except ValueError:  # on another drive
        return workbook.resolve().as_posix()
    return Path(relative).as_posix()

"""Recalculation: every formula of a workbook computed anew, and which ones fail."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import python_calamine

from xlsales import disk
from xlsales.office.conversion import Office, Target
from xlsales.office.error_cells import ErrorCell, error_cells
from xlsales.openxml.zipped import replace_parts


class Recalculated(NamedTuple):
    """A workbook and its recalculated copy, an .xlsx; None: it is no workbook."""

    file: Path
    content: bytes | None
    errors: tuple[ErrorCell, ...] = ()


def recalculated(office: Office, files: Sequence[Path]) -> Iterator[Recalculated]:
    """Yield recalculated copies; first of all, what is no workbook.

    Raises:
        CannotRead, OfficeFailed: as of ``Office.convert``.
    """
    workbooks = [file for file in files if _is_workbook(file)]
    yield from (Recalculated(file, None) for file in files if file not in workbooks)
    for file, content in office.convert(workbooks, Target.XLSX):
        if content is None:
            yield Recalculated(file, None)
        else:
            # Packed again without the time of day: equal results are equal bytes.
            copy = replace_parts(content, {})
            yield Recalculated(file, copy, tuple(error_cells(copy)))


def _is_workbook(file: Path) -> bool:
    """Tell a workbook by its content: anything else makes the office break off."""
    content = io.BytesIO(disk.read_bytes(file))
    try:
        python_calamine.CalamineWorkbook.from_filelike(content).close()
    except python_calamine.CalamineError:
        return False
    return True

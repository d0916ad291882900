"""Ranges of a filled sheet: merged cells, formats and breaks go with their rows."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from xlsales.documents.faults import bad_template
from xlsales.documents.sheet_cells import S
from xlsales.documents.sheet_moves import Moves

_LETTERS = re.compile(r"[A-Z]+")
_FIRST_ROW = re.compile(r"[A-Z]+(\d+)")
_RANGED = ("conditionalFormatting", "dataValidation", "ignoredError", "protectedRange")


def move_ranges(root: Any, moves: Moves) -> None:  # noqa: ANN401 - lxml is untyped
    """Let everything that names rows of a sheet name the rows that are written."""
    if root.find(f"{S}tableParts") is not None and moves.is_moving:
        raise bad_template("table_repeats")
    for one in list(root.iter(*(f"{S}{name}" for name in _RANGED))):
        _set_or_remove(one, "sqref", " ".join(moves.ranges(one.get("sqref"))))
    for one in list(root.iter(f"{S}mergeCell", f"{S}hyperlink")):
        _repeat(one, moves.ranges(one.get("ref"), each=True))
    for one in list(root.iterfind(f"{S}rowBreaks/{S}brk")):
        row = moves.runs(int(one.get("id")), int(one.get("id")))
        _set_or_remove(one, "id", str(row[-1][1]) if row else "")
    for one in list(root.iterfind(f"{S}autoFilter")):
        span = moves.ranges(one.get("ref"))
        _set_or_remove(one, "ref", span[0] if span else "")
    for selection in root.iter(f"{S}selection"):
        selection.attrib.pop("activeCell", None)
        selection.attrib.pop("sqref", None)
    _count_again(root)
    _measure(root)


def _set_or_remove(one: Any, name: str, value: str) -> None:  # noqa: ANN401
    if value:
        one.set(name, value)
    else:
        one.getparent().remove(one)


def _repeat(one: Any, ranges: Sequence[str]) -> None:  # noqa: ANN401
    """Put the element there once for each place it now has."""
    for reference in ranges:
        again = deepcopy(one)
        again.set("ref", reference)
        one.addprevious(again)
    one.getparent().remove(one)


def _count_again(root: Any) -> None:  # noqa: ANN401
    """Set the counts of the lists; an empty list may not stay."""
    for name in ("mergeCells", "hyperlinks", "dataValidations", "rowBreaks"):
        for group in root.findall(f"{S}{name}"):
            if not len(group):
                root.remove(group)
            elif group.get("count"):
                group.set("count", str(len(group)))
            if group.get("manualBreakCount"):
                group.set("manualBreakCount", str(len(group)))


def _measure(root: Any) -> None:  # noqa: ANN401
    """Say anew which cells are in use."""
    cells = [cell.get("r") for cell in root.iterfind(f"{S}sheetData/{S}row/{S}c")]
    dimension = root.find(f"{S}dimension")
    if dimension is None or not cells:
        return
    columns = sorted(
        {letters_of(cell) for cell in cells}, key=lambda one: (len(one), one)
    )
    rows = [int(cell.removeprefix(letters_of(cell))) for cell in cells]
    dimension.set("ref", f"{columns[0]}{min(rows)}:{columns[-1]}{max(rows)}")


def letters_of(address: str) -> str:
    """Return the column of a cell's address."""
    found = _LETTERS.match(address)
    return found[0] if found else ""


def row_of(references: str) -> int:
    """Return the first row of ranges like ``A10:J12 A20``; 0 for whole columns."""
    found = _FIRST_ROW.match(references)
    return int(found[1]) if found else 0

"""By hand: what a person changed on a sheet that xlsales wrote, and keeps.

A sheet of results is written anew as a whole. What somebody typed into it since
the last time (a remark beside a finding, another figure) is taken along to the
row that means the same, and said.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from xlsales.openxml.cells import Cell
from xlsales.openxml.sheet import in_row
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch
from xlsales.sheets.addresses import column_letter
from xlsales.workbook.written import Rows, digest, digests

Key = Callable[[int, Mapping[int, str]], str]
"""What a row means: its number and its cells by column; the same key, the same row."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell that a person changed.

    Attributes:
        place: where it stands now, as a formula would name it; "" where the row
            it belonged to is gone.
        value: what the person put there.
    """

    place: str
    value: str


@dataclass(frozen=True, slots=True)
class Hand:
    """What a person changed on a sheet: the cells, and what they show, by row."""

    cells: Mapping[str, Mapping[int, tuple[int, Cell | None]]]
    shown: Mapping[str, Mapping[int, str]]


def rows_of(
    patch: Patch, title: str, key: Key
) -> dict[str, tuple[int, dict[int, str]]]:
    """Return the rows of a sheet by what they mean: number and cells.

    Rows that mean the same are told apart by their order.
    """
    by_number: dict[int, dict[int, str]] = {}
    for (row, column), value in contents(patch, title).items():
        by_number.setdefault(row, {})[column] = value
    seen: Counter[str] = Counter()
    found = {}
    for number, cells in sorted(by_number.items()):
        meaning = key(number, cells)
        seen[meaning] += 1
        found[f"{meaning} {seen[meaning]}"] = (number, cells)
    return found


def changed_by_hand(patch: Patch, title: str, key: Key, written: Rows) -> Hand:
    """Return what differs from what was last written on a sheet."""
    sheet = patch.sheet(title)
    sheet.unfold()
    cells: dict[str, dict[int, tuple[int, Cell | None]]] = {}
    shown: dict[str, dict[int, str]] = {}
    for meaning, (number, now) in rows_of(patch, title, key).items():
        before = written.get(meaning, {})
        changed = [
            column
            for column in sorted({*now, *before})
            if digest(now.get(column, "")) != before.get(column, "")
        ]
        if changed:
            own = sheet.rows.cells(number)
            cells[meaning] = {at: (number, own.get(at)) for at in changed}
            shown[meaning] = {at: now.get(at, "") for at in changed}
    return Hand(cells, shown)


def keep(patch: Patch, title: str, key: Key, hand: Hand) -> tuple[Rows, list[Edit]]:
    """Put what a person changed into a sheet that was written anew.

    Returns:
        What was written, to be remembered, and what was done with each change.
    """
    rows = rows_of(patch, title, key)
    sheet = patch.sheet(title)
    edits = []
    for meaning, cells in hand.cells.items():
        shown = hand.shown[meaning]
        if meaning not in rows:
            edits += [Edit("", shown[column]) for column in cells if shown[column]]
            continue
        number = rows[meaning][0]
        sheet.put(number, dict(_at(cells, number)))
        edits += [
            Edit(f"{title}!{column_letter(column - 1)}{number}", shown[column])
            for column in cells
        ]
    return digests({meaning: cells for meaning, (_, cells) in rows.items()}), edits


def _at(
    cells: Mapping[int, tuple[int, Cell | None]], number: int
) -> Iterator[tuple[int, Cell | None]]:
    for column, (before, cell) in cells.items():
        if cell is None:
            yield column, None
        else:
            yield column, in_row(cell, before, number)

"""By hand: what a person changed on a sheet that xlsales wrote, and keeps.

A sheet of results is written anew as a whole. What somebody typed into it since
the last time (a remark beside a finding, another figure) is taken along to the
row that means the same, and said.
"""

from collections import Counter
from collections.abc import Callable, Mapping
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
class Changed:
    """What a person changed in one row.

    Attributes:
        number: of the row.
        is_own: whether we wrote nothing in it.
        cells: what stands there now, by column; None is nothing.
        shown: what these cells show.
    """

    number: int
    is_own: bool
    cells: Mapping[int, Cell | None]
    shown: Mapping[int, str]


Hand = Mapping[str, Changed]
"""What a person changed on a sheet, by what the row means."""


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
    found = {}
    for meaning, (number, now) in rows_of(patch, title, key).items():
        before = written.get(meaning, {})
        columns = [
            column
            for column in sorted({*now, *before})
            if digest(now.get(column, "")) != before.get(column, "")
        ]
        if columns:
            own = sheet.rows.cells(number)
            found[meaning] = Changed(
                number,
                meaning not in written,
                {at: own.get(at) for at in columns},
                {at: now.get(at, "") for at in columns},
            )
    return found


def keep(patch: Patch, title: str, key: Key, hand: Hand) -> tuple[Rows, list[Edit]]:
    """Put what a person changed into a sheet that was written anew.

    It goes into the row that means the same; a row of the person's own stays
    where it was if nothing stands there now, and else comes last.

    Returns:
        What was written, to be remembered, and what was done with each change.
    """
    rows = rows_of(patch, title, key)
    taken = {number for number, _ in rows.values()}
    sheet = patch.sheet(title)
    edits = []
    for meaning, one in hand.items():
        number = rows[meaning][0] if meaning in rows else 0
        if one.is_own and not number:
            number = max(taken) + 1 if one.number in taken else one.number
            taken.add(number)
        if number:
            sheet.put(number, _in_row(one, number))
        edits += [_edit(title, number, at, value) for at, value in one.shown.items()]
    return digests({meaning: cells for meaning, (_, cells) in rows.items()}), edits


def _in_row(one: Changed, number: int) -> dict[int, Cell | None]:
    return {
        at: cell and in_row(cell, one.number, number) for at, cell in one.cells.items()
    }


def _edit(title: str, number: int, column: int, value: str) -> Edit:
    letter = column_letter(column - 1)
    return Edit(f"{title}!{letter}{number}" if number else "", value)

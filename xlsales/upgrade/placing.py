"""Placing: formulas of a new master, as they read where columns stand otherwise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from xlsales.openxml.formulas import renamed
from xlsales.openxml.references import column_of
from xlsales.openxml.tokens import titles_of, tokens_of
from xlsales.sheets.addresses import column_letter

_COLUMNS = ("left", "right", "from_column", "to_column")
_ROWS = ("top", "bottom")


@dataclass(frozen=True, slots=True)
class Place:
    """Where what a new master has stands on a sheet of a workbook.

    Attributes:
        columns: the numbers of columns by those they have in a new master.
        rows: the same of single rows.
        down: how much lower all rows stand that are not in ``rows``.
    """

    columns: Mapping[int, int] = field(default_factory=dict)
    rows: Mapping[int, int] = field(default_factory=dict)
    down: int = 0


def placed(formula: str, titles: Mapping[str, str], places: Mapping[str, Place]) -> str:
    """Return a formula of a new master as it reads in a workbook.

    Args:
        formula: as it reads in the new master.
        titles: the titles of sheets by those they have in a new master.
        places: where things stand, by the titles of the workbook.
    """

    def moved(found: re.Match[str]) -> str:
        sheet = found["sheet"] or ""
        place = next((places[x] for x in titles_of(sheet) if x in places), None)
        if place is None:
            return found[0]
        said = {name: found[name] or "" for name in (*_COLUMNS, *_ROWS)}
        for name in _COLUMNS:
            said[name] = _column(said[name], place)
        for name in _ROWS:
            said[name] = _row(said[name], place)
        if said["from_column"]:
            return f"{sheet}{said['from_column']}:{said['to_column']}"
        if not said["left"]:
            return found[0]
        last = f":{said['right']}{said['bottom']}" if said["right"] else ""
        return f"{sheet}{said['left']}{said['top']}{last}"

    formula = renamed(formula, titles)
    return tokens_of(formula).sub(moved, formula)


def _column(said: str, place: Place) -> str:
    number = column_of(said) if said else 0
    there = place.columns.get(number, number)
    return said if there == number else _fixed(said) + column_letter(there - 1)


def _row(said: str, place: Place) -> str:
    if not said:
        return said
    number = int(said.removeprefix("$"))
    return f"{_fixed(said)}{place.rows.get(number, number + place.down)}"


def _fixed(said: str) -> str:
    return "$" if said.startswith("$") else ""

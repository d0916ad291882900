"""Formulas: the references in a formula's text, shifted or renamed.

A formula is text as a cell's ``<f>`` holds it, without the equals sign. All but
its references stays as it is; dollar signs and spelling stay in these too.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from xlsales.openxml.references import LAST_COLUMN, LAST_ROW, column_of
from xlsales.openxml.tokens import titles_of, tokens_of
from xlsales.sheets.addresses import column_letter

_GONE = "#REF!"
_SIMPLE = re.compile(r"[^\W\d][\w.]*")
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*|true|false", re.IGNORECASE)
_CORNERS = (
    ("left", "top"),
    ("right", "bottom"),
    ("from_column", None),
    ("to_column", None),
    (None, "from_row"),
    (None, "to_row"),
)


def translated(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads that many cells further down and right.

    A reference that leaves the sheet becomes ``#REF!``.
    """
    return Relative(formula).at(rows, columns)


def renamed(formula: str, titles: Mapping[str, str]) -> str:
    """Return a formula that knows sheets by their new titles, given by their old."""
    if "!" not in formula:
        return formula
    new = {old.casefold(): title for old, title in titles.items()}

    def with_title(found: re.Match[str]) -> str:
        sheet = found["sheet"] or found["other"]
        if not sheet:
            return found[0]
        before = titles_of(sheet)
        after = [new.get(title.casefold(), title) for title in before]
        return (
            found[0]
            if before == after
            else f"{quoted(*after)}!{found[0][len(sheet) :]}"
        )

    return tokens_of(formula).sub(with_title, formula)


def mentions(formula: str, title: str) -> bool:
    """Whether a formula names a sheet."""
    wanted = title.casefold()
    if "!" not in formula or wanted.replace("'", "''") not in formula.casefold():
        return False
    return any(
        wanted == named.casefold()
        for found in tokens_of(formula).finditer(formula)
        for named in titles_of(found["sheet"] or found["other"] or "")
    )


def quoted(*titles: str) -> str:
    """Return a sheet's title, or those of several, as a formula writes them."""
    name = ":".join(titles)
    if all(
        _SIMPLE.fullmatch(one) and not _LIKE_A_CELL.fullmatch(one) for one in titles
    ):
        return name
    return "'" + name.replace("'", "''") + "'"


class _Corner(NamedTuple):
    """One corner of a reference; what is fixed, or absent, counts as no number."""

    column: int
    column_text: str
    row: int
    row_text: str

    def at(self, rows: int, columns: int) -> str | None:
        column, row = self.column_text, self.row_text
        if self.column and columns:
            number = self.column + columns
            if not 1 <= number <= LAST_COLUMN:
                return None
            column = column_letter(number - 1)
        if self.row and rows:
            number = self.row + rows
            if not 1 <= number <= LAST_ROW:
                return None
            row = str(number)
        return column + row


class Relative:
    """A formula read once, to be written for many cells: a shared formula's."""

    def __init__(self, formula: str) -> None:
        self._pieces: list[tuple[str, list[_Corner]]] = []
        done = 0
        for found in tokens_of(formula).finditer(formula):
            if corners := _corners(found):
                sheet = found["sheet"] or ""
                self._pieces.append((formula[done : found.start()] + sheet, corners))
                done = found.end()
        self._rest = formula[done:]

    def at(self, rows: int, columns: int) -> str:
        """Return it as it reads that many cells further down and right."""
        text = ""
        for before, corners in self._pieces:
            at = [corner.at(rows, columns) for corner in corners]
            known = [one for one in at if one is not None]
            text += before + (":".join(known) if len(known) == len(at) else _GONE)
        return text + self._rest


def _corners(found: re.Match[str]) -> list[_Corner]:
    return [
        _Corner(
            0 if column.startswith("$") or not column else column_of(column),
            column,
            0 if row.startswith("$") or not row else int(row),
            row,
        )
        for letters, digits in _CORNERS
        if (column := (letters and found[letters]) or "")
        + (row := (digits and found[digits]) or "")
    ]

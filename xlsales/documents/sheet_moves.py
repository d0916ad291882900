"""Moves: where the rows of a template stand once they are filled.

What names rows by number goes along with them: merged cells, page breaks,
drop-downs, conditional formats, print titles and formulas.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from xlsales.documents.faults import bad_template

_LAST_ROW = 1_048_576
_CELL = r"\$?[A-Z]{1,3}\$?\d+"
_RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?")
_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?<![\w.$])(?P<sheet>(?:'(?:[^']|'')+'|[\w.]+)!)?"
    rf"(?P<cells>{_CELL}(?::{_CELL})?|\$\d+:\$\d+)(?![\w(.!])"
)
_ROWS = re.compile(r"\$(\d+):\$(\d+)")


class Place(NamedTuple):
    """Where a formula stands: its sheet, its row before and its row after."""

    sheet: str
    source: int
    row: int


@dataclass(frozen=True)
class Moves:
    """The rows of one sheet after filling.

    Attributes:
        sources: for each row written, which row of the template it is.
        last: the last row of the template.
    """

    sources: Sequence[int]
    last: int

    @cached_property
    def _shift(self) -> int:
        return len(self.sources) - self.last

    @property
    def is_moving(self) -> bool:
        """Whether any row stands elsewhere than in the template."""
        return list(self.sources) != list(range(1, self.last + 1))

    def runs(
        self, first: int, last: int, *, each: bool = False
    ) -> list[tuple[int, int]]:
        """Return where rows ``first`` to ``last`` now stand, as spans.

        With ``each``, every copy of them is a span of its own.
        """
        if first > self.last:
            return [(first + self._shift, last + self._shift)]
        spans: list[tuple[int, int]] = []
        before = 0
        for row, source in enumerate(self.sources, 1):
            if not first <= source <= last:
                continue
            joins = bool(spans) and spans[-1][1] == row - 1
            if joins and not (each and source <= before):
                spans[-1] = (spans[-1][0], row)
            else:
                spans.append((row, row))
            before = source
        if last > self.last and spans:
            spans[-1] = (spans[-1][0], min(last + self._shift, _LAST_ROW))
        return spans

    def ranges(self, references: str, *, each: bool = False) -> list[str]:
        """Return where ranges like ``A1:C3 E5`` now stand; none if they are gone."""
        found = []
        for reference in references.split():
            parts = _RANGE.fullmatch(reference)
            if parts is None:
                found.append(reference)
                continue
            left, top, right, bottom = parts.groups()
            for first, last in self.runs(int(top), int(bottom or top), each=each):
                same = right is None and first == last
                end = "" if same else f":{right or left}{last}"
                found.append(f"{left}{first}{end}")
        return found

    def row(self, source: int) -> int | None:
        """Return where the one row now stands; none if it is gone or repeated."""
        spans = self.runs(source, source)
        return spans[0][0] if len(spans) == 1 and spans[0][0] == spans[0][1] else None

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the rows from the first to the last of what these became."""
        spans = self.runs(first, last)
        return (spans[0][0], spans[-1][1]) if spans else None


def moved_formula(formula: str, moves: Mapping[str, Moves], place: Place) -> str:
    """Return a formula that still means the rows it meant.

    Raises:
        BadTemplate: it means a row that is gone, or one that was repeated.
    """

    def moved(found: re.Match[str]) -> str:
        cells = found["cells"]
        if cells is None:
            return found[0]
        sheet = (found["sheet"] or "").removesuffix("!").strip("'").replace("''", "'")
        there = moves.get(sheet or place.sheet)
        if there is None:
            return found[0]
        own = place if sheet in {"", place.sheet} else None
        return (found["sheet"] or "") + _moved_cells(cells, there, own, formula)

    return _REFERENCE.sub(moved, formula)


def _moved_cells(cells: str, moves: Moves, own: Place | None, formula: str) -> str:
    left, first, right, last = _edges(cells)
    span: tuple[int, int] | None
    is_own_row = own and first == last == own.source and not left.endswith("$")
    if own and is_own_row:
        span = (own.row, own.row)
    elif right is None:
        row = moves.row(first)
        span = (row, row) if row else None
    else:
        span = moves.span(first, last)
    if span is None:
        raise bad_template("formula_rows", formula=formula, cells=cells)
    return f"{left}{span[0]}" + (f":{right}{span[1]}" if right else "")


def _edges(cells: str) -> tuple[str, int, str | None, int]:
    """Return what stands before the first row number and before the last."""
    if rows := _ROWS.fullmatch(cells):
        return "$", int(rows[1]), "$", int(rows[2])
    parts = _RANGE.fullmatch(cells)
    if parts is None:
        raise bad_template("formula_rows", formula=cells, cells=cells)
    return parts[1], int(parts[2]), parts[3], int(parts[4] or parts[2])

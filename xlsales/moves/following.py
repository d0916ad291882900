"""Following: formulas that go on meaning their cells after these have moved."""

import re

from xlsales.openxml.references import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Move,
    SpansSheets,
    Straddles,
    Vanishes,
    column_of,
)
from xlsales.openxml.tokens import rows_of, titles_of, tokens_of
from xlsales.sheets.addresses import column_letter

_ACROSS = re.compile(r":[^:!(),]*!")  # whatever may be several sheets
_DIGIT = re.compile(r"\d")
_MEMORY = 1 << 16  # the references of a column are much the same in every row
_Found = re.Match[str]


class Follower:
    """The formulas of a sheet, of names or of charts, after a move.

    Args:
        own_sheet: the title of the sheet that a bare ``A1`` means; "" for none.
        move: what changes its place.
        is_list: whether the formulas list ranges, as a chart does, so that a
            single cell may stand for the body of a table of one row.
    """

    def __init__(self, own_sheet: str, move: Move, *, is_list: bool = False) -> None:
        self._move, self._is_list = move, is_list
        self._title = move.sheet.casefold()
        self._is_own = move.is_on(own_sheet)
        self._needle = self._title.replace("'", "''")
        self._known: dict[str, str] = {}

    def __call__(self, formula: str, own_row: int | None = None) -> str:
        """Return a formula that refers to its cells in their new places.

        Args:
            formula: what stands in the cell.
            own_row: the row it stands in. A range that ends there, such as the
                row's own cells or a running total, is not the table's body.

        Raises:
            Vanishes: the cells that it refers to are gone.
            Straddles: some of them move and some stay.
            SpansSheets: it refers to several sheets at once.
        """
        if not self.may_concern(formula):
            return formula
        if own_row == self._move.last:
            return tokens_of(formula).sub(
                lambda found: self._moved(found, own_row), formula
            )
        return tokens_of(formula).sub(self._remembered, formula)

    def rule(self, formula: str, rows: int, columns: int) -> str:
        """Return a formula that is one for many cells, such as a format's.

        What is absolute in it follows its cells. What is relative keeps its
        distance to the first of the many cells, which itself has moved.

        Args:
            formula: as it reads for the first of the cells.
            rows: by how many rows this cell moves.
            columns: by how many columns it does.

        Raises:
            CannotFollow: as for the formula of a cell.
        """
        return tokens_of(formula).sub(
            lambda found: self._ruled(found, rows, columns), formula
        )

    def may_concern(self, formula: str) -> bool:
        """Whether a formula may refer to the sheet; cheap."""
        if self._is_own:
            return _DIGIT.search(formula) is not None
        if "!" not in formula:
            return False
        return self._needle in formula.casefold() or bool(_ACROSS.search(formula))

    def _remembered(self, found: _Found) -> str:
        text, sheet, left, top, bottom = found.group(
            0, "sheet", "left", "top", "bottom"
        )
        if top and not (sheet or bottom or self._is_list):
            return self._cell(text, left, top) if self._is_own else text
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MEMORY:
                self._known.clear()
            known = self._known[text] = self._moved(found, None)
        return known

    def _cell(self, text: str, left: str, top: str) -> str:
        """Return a bare cell's new place: nine of ten references are one."""
        is_fixed = top[0] == "$"
        number = int(top[1:] if is_fixed else top)
        if number < self._move.first or not self._move.has(column_of(left)):
            return text
        row = self._move.row(number)
        if row is None or row > LAST_ROW:
            raise Vanishes(text)
        return f"{left}${row}" if is_fixed else f"{left}{row}"

    def _moved(self, found: _Found, own_row: int | None) -> str:
        rows = rows_of(found)
        if rows is None or not self._means(found):
            return found[0]
        area = _area(found, rows)
        new = self._new_area(found, area, own_row)
        if new == area:
            return found[0]
        is_upright = _number(rows[0]) <= _number(rows[1])
        edges = (new.top, new.bottom) if is_upright else (new.bottom, new.top)
        return _written(found, rows, edges)

    def _ruled(self, found: _Found, down: int, across: int) -> str:
        rows = rows_of(found)
        if rows is None:
            return _across(found, across) if found["from_column"] else found[0]
        top, bottom = map(_number, rows)
        fixed = "$" in rows[0], "$" in rows[1]
        if any(fixed) and self._means(found):
            top, bottom = self._fixed(found, _area(found, rows), fixed)
        edges = (
            top if fixed[0] else _around(_number(rows[0]) + down, LAST_ROW),
            bottom if fixed[1] else _around(_number(rows[1]) + down, LAST_ROW),
        )
        return _written(found, rows, edges, across)

    def _fixed(
        self, found: _Found, area: Area, fixed: tuple[bool, bool]
    ) -> tuple[int, int]:
        """Return the new edges of a reference; those that are relative are idle."""
        if not fixed[0]:
            area = area._replace(top=1)
        if not fixed[1]:
            area = area._replace(bottom=LAST_ROW)
        new = self._new_area(found, area, None)
        return new.top, new.bottom

    def _means(self, found: _Found) -> bool:
        """Whether a reference may mean the sheet."""
        if found["sheet"] is None:
            return self._is_own
        titles = titles_of(found["sheet"])
        return len(titles) > 1 or any(x.casefold() == self._title for x in titles)

    def _new_area(self, found: _Found, area: Area, own_row: int | None) -> Area:
        is_list = self._is_list or found["top"] is None or bool(found["bottom"])
        ends_here = own_row == area.bottom and "$" not in (found["bottom"] or "")
        spans = len(titles_of(found["sheet"] or "")) > 1
        try:
            new = self._move.area(area, is_list=is_list, grows=not ends_here)
        except Straddles as error:
            raise (SpansSheets if spans else Straddles)(found[0]) from error
        if spans and new != area:
            raise SpansSheets(found[0])
        if new is None:
            raise Vanishes(found[0])
        return new


def _area(found: _Found, rows: tuple[str, str]) -> Area:
    """Return the cells that a reference names."""
    left, right = 1, LAST_COLUMN
    if found["left"]:
        left = column_of(found["left"])
        right = column_of(found["right"]) if found["right"] else left
    top, bottom = map(_number, rows)
    return Area(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _number(row: str) -> int:
    return int(row.removeprefix("$"))


def _around(number: int, most: int) -> int:
    """Return a row or column counted on from the other side of the sheet."""
    return (number - 1) % most + 1


def _written(
    found: _Found, rows: tuple[str, str], edges: tuple[int, int], across: int = 0
) -> str:
    """Write a reference with other rows, and its relative columns so much further."""
    first, last = (
        f"{'$' if row.startswith('$') else ''}{number}"
        for row, number in zip(rows, edges, strict=True)
    )
    sheet, left = found["sheet"] or "", found["left"]
    if not left:
        return f"{sheet}{first}:{last}"
    cell = f"{sheet}{_column(left, across)}{first}"
    if not found["right"] and edges[0] == edges[1]:
        return cell
    return f"{cell}:{_column(found['right'] or left, across)}{last}"


def _across(found: _Found, across: int) -> str:
    columns = found["from_column"], found["to_column"]
    return (found["sheet"] or "") + ":".join(_column(x, across) for x in columns)


def _column(letters: str, across: int) -> str:
    if not across or letters.startswith("$"):
        return letters
    return column_letter(_around(column_of(letters) + across, LAST_COLUMN) - 1)

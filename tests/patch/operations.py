"""Operations: what is done to a workbook, and what of it must then be another.

What must be is told by ``model``, never by what came out.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache

from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter

from openxml.proof.facts import facts, look_of, read
from patch.model import CELL_KINDS, Change, area_of, body_of, moved_facts
from xlsales.patch.patch import Patch

_LIKE = 50  # rows that tell how a column looks


@dataclass(frozen=True)
class Rows:
    """An operation on the rows of a table.

    Attributes:
        name: of the operation.
        do: does it: (patch, table's name, columns, rows).
        count: how many rows it is given.
        keeps: which rows of the body stay, by their place: (how many) -> places.
        replaces: whether the rows given take the place of all.
    """

    name: str
    do: Callable
    count: int = 0
    keeps: Callable = range
    replaces: bool = False

    def __str__(self):
        return self.name


def _append(count):
    def do(patch, table, columns, rows):
        patch.append_rows(table, columns, rows)

    return Rows(f"append {count}", do, count)


def _replace(count):
    def do(patch, table, columns, rows):
        patch.replace_rows(table, columns, rows)

    return Rows(
        f"replace by {count}",
        do,
        count,
        lambda had: range(min(had, max(count, 1))),
        replaces=True,
    )


def _delete(name, places):
    def do(patch, table, columns, rows):
        found = patch.table(table)
        patch.delete_rows(table, places(found.last - found.first + 1))

    def keeps(had):
        return [at for at in range(had) if at not in places(had)] or [0]

    is_all = not set(range(5)) - set(places(5))
    return Rows(f"delete {name}", do, keeps=keeps, replaces=is_all)


ROW_OPERATIONS = [
    _append(1),
    _append(40),
    _replace(3),
    _replace(40),
    _replace(0),
    _delete("the first", lambda had: [0]),
    _delete("a middle one", lambda had: [had // 2]),
    _delete("the last", lambda had: [had - 1]),
    _delete("all", range),
]


def known(workbook):
    """Return where the table stands, and the facts of the workbook."""
    return _known_of(workbook.content, workbook.table)


@lru_cache(maxsize=4)
def _known_of(content, table):
    body, seen = body_of(content, table), facts(content)
    formulas = {
        at
        for at in range(len(body.titles))
        if ("formula", f"{body.sheet}!{get_column_letter(body.left + at)}{body.first}")
        in seen
    }
    return replace(body, computed=frozenset(formulas | body.computed)), seen


def given(workbook, operation):
    """Return the columns and the rows that an operation is given.

    Each value is of the kind that the column holds, so that a day comes under
    days; columns that are computed get none.
    """
    body, seen = known(workbook)
    columns = [at for at in range(len(body.titles)) if at not in body.computed]
    kinds = {at: _kind(body, seen, at) for at in columns}
    rows = [
        [_VALUES[kinds[at]](number) for at in columns]
        for number in range(1, operation.count + 1)
    ]
    return [body.titles[at] for at in columns], rows


_VALUES = {
    str: "新单 {} <甲>&乙".format,
    float: lambda number: number + 0.25,
    bool: lambda number: number % 2 == 0,
    dt.datetime: lambda number: dt.date(2026, 11, 1) + dt.timedelta(number),
}


def _kind(body, seen, at):
    letter = get_column_letter(body.left + at)
    for row in range(body.first, body.last + 1):
        value = seen.get(("value", f"{body.sheet}!{letter}{row}"))
        if value is not None:
            return float if isinstance(value, int | float) else _told(type(value))
    return str


def _told(kind):
    return kind if kind in _VALUES else str


def change_by(workbook, operation):
    """Return how the rows change, and what is written, by the plain account."""
    body, seen = known(workbook)
    had = body.last - body.first + 1
    kept = set(operation.keeps(had))
    gone = frozenset(body.first + at for at in range(had) if at not in kept)
    replaces = _replaces(operation, had)
    start = body.first if replaces else _after_last(body, seen) + 1
    last = body.last - len(gone)
    if replaces:
        last = body.first + max(operation.count, 1) - 1
    elif operation.count:
        last = max(body.last, start + operation.count - 1)
    return Change(
        body,
        last,
        _is_below(body, seen, workbook),
        gone,
        _written(workbook, operation, body, start),
        drops_filter=not operation.name.startswith("append"),
    )


def _written(workbook, operation, body, start):
    columns, rows = given(workbook, operation)
    if _replaces(operation, body.last - body.first + 1) and not rows:
        rows = [[None] * len(columns)]
    at = {body.titles.index(title): place for place, title in enumerate(columns)}
    return {
        (number, body.left + place): row[at[place]] if place in at else COMPUTED
        for number, row in enumerate(rows, start=start)
        for place in range(len(body.titles))
    }


COMPUTED = object()


def _replaces(operation, had):
    """Whether the whole body is another; the only row there is cannot be deleted."""
    return operation.replaces or (not operation.count and had == 1)


def _after_last(body, seen):
    typed = [
        body.left + at for at in range(len(body.titles)) if at not in body.computed
    ]
    for row in range(body.last, body.first - 1, -1):
        if any(_has(seen, body.sheet, row, column) for column in typed):
            return row
    return body.first - 1


def _has(seen, sheet, row, column):
    place = f"{sheet}!{get_column_letter(column)}{row}"
    return ("value", place) in seen or ("formula", place) in seen


def _is_below(body, seen, workbook):
    for kind, place in seen:
        title, _, ref = place.rpartition("!")
        if title == body.sheet and kind in {"value", "formula", "merged"}:
            left, _, right, bottom = area_of(ref)
            is_level = right >= body.left and left <= body.right
            if is_level and bottom > body.last:
                return True
        if title == body.sheet and kind == "table" and ref != workbook.table:
            other = body_of(workbook.content, ref)
            is_level = other.right >= body.left and other.left <= body.right
            if is_level and other.last > body.last:
                return True
    return False


def expected_facts(workbook, change):
    """Return the facts of cells that the workbook must have after a change."""
    body, seen = known(workbook)
    found = moved_facts(seen, change)
    usual = {at: _usual(workbook, at) for at in body.columns}
    for (row, column), value in change.written.items():
        place = f"{body.sheet}!{get_column_letter(column)}{row}"
        is_new = not any((kind, place) in found for kind in CELL_KINDS)
        for kind in ("value", "formula", "rich"):
            found.pop((kind, place), None)
        if value is COMPUTED:
            found["formula", place] = computed_by(workbook, row, column)
        elif isinstance(value, dt.date):
            found["value", place] = dt.datetime(*value.timetuple()[:3])  # noqa: DTZ001
        elif value is not None:
            found["value", place] = value
        if is_new and usual[column]:
            found["style", place] = usual[column]
    return of_cells(found, plain_look(workbook))


def of_cells(seen, plain):
    """Return the facts of cells; those that look as any cell does have no look.

    openpyxl gives a blank cell the address of its link as its value.
    """
    links = {place for kind, place in seen if kind == "link"}
    return {
        (kind, place): fact
        for (kind, place), fact in seen.items()
        if kind in CELL_KINDS
        and not (kind == "style" and fact == plain)
        and not (kind == "value" and place in links and fact == seen["link", place][0])
    }


def plain_look(workbook):
    """Return the look of a cell that has no format."""
    return _plain_look(workbook.content)


@lru_cache(maxsize=4)
def _plain_look(content):
    book = read(content)
    spare = book.create_sheet().cell(1, 1)
    spare._style = copy(book._cell_styles[0])
    return look_of(spare)


def column_looks(workbook):
    """Return a function that gives the look of a column's blank cells, or None."""
    return _column_looks(workbook.content, workbook.sheet)


@lru_cache(maxsize=4)
def _column_looks(content, title):
    sheet = read(content)[title]
    spare = sheet.parent.create_sheet().cell(1, 1)

    def look(column):
        for one in sheet.column_dimensions.values():
            if one.min and one.min <= column <= one.max:
                spare._style = copy(one._style)
                return look_of(spare) if spare.has_style else None
        return None

    return look


def _usual(workbook, column):
    """Return the look that most cells of a column's last rows have."""
    body, seen = known(workbook)
    rows = range(max(body.first, body.last - _LIKE + 1), body.last + 1)
    letter = get_column_letter(column)
    places = [f"{body.sheet}!{letter}{row}" for row in rows]
    looks = Counter(
        seen.get(("style", place))
        for place in places
        if any((kind, place) in seen for kind in CELL_KINDS)
    )
    if not looks:
        return column_looks(workbook)(column)
    return looks.most_common(1)[0][0]


def computed_by(workbook, row, column):
    """Return the formula of a calculated column as a cell of it has it."""
    body, seen = known(workbook)
    letter = get_column_letter(column)
    formula = seen["formula", f"{body.sheet}!{letter}{body.first}"]
    return Translator(formula, f"{letter}{body.first}").translate_formula(
        f"{letter}{row}"
    )


def done(workbook, operation):
    """Return the workbook after an operation."""
    patch = Patch(workbook.content)
    operation.do(patch, workbook.table, *given(workbook, operation))
    return patch.to_bytes()

"""Unseen: what stands in the file and does not show, or shows and is not there."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from xlsales.checks.look import Findings, Found, Look
from xlsales.checks.problem import Place
from xlsales.language import Text
from xlsales.sheets.addresses import column_and_row, column_letter, corners, runs
from xlsales.sheets.sheet import Layout
from xlsales.sheets.table import Table


def sheet_twice(look: Look) -> Findings:
    """Two sheets of the file are named as one of ours; only the first is read."""
    for table in look.book.tables.values():
        for other in table.also:
            yield Found(place=Place(sheet=other), expected=table.name)


def error_value(look: Look) -> Findings:
    """A formula ends in an error, so the cell says nothing."""
    for table in look.book.tables.values():
        for cell, said in table.facts.errors:
            if (found := _cell(table, cell)) is not None:
                place, order_no = found
                yield Found(place=place, order_no=order_no, found=said)


def formula_without_value(look: Look) -> Findings:
    """A formula was never computed: the program that wrote it cannot compute."""
    for table in look.book.tables.values():
        for cell in table.facts.formulas_without_value:
            if (found := _cell(table, cell)) is not None:
                place, order_no = found
                yield Found(place=place, order_no=order_no)


def merged_cells(look: Look) -> Findings:
    """Cells over rows of data are merged; only the first of them has the value."""
    for table in _of_rows(look):
        for ref in table.facts.merged:
            (_, first), (_, last) = corners(ref)
            if table.rows and last > table.head and first <= table.rows[-1]:
                yield Found(place=Place(sheet=table.name, cell=ref, row=first))


def rows_outside_table(look: Look) -> Findings:
    """Rows stand below the table: they count, but drop-downs and sums miss them."""
    for table in _of_rows(look):
        for one in table.facts.tables:
            (left, first), (_, last) = corners(one.ref)
            below = [row for row in table.rows if row > last]
            if first == table.head and below:
                cell = f"{column_letter(left - 1)}{below[0]}"
                place = Place(sheet=table.name, cell=cell, row=below[0])
                yield Found(place=place, found=_spans(below), expected=one.ref)


def rows_hidden(look: Look) -> Findings:
    """Rows of data are hidden, and count all the same."""
    for table in _of_rows(look):
        filtered = {row for ref in table.facts.filters for row in _rows_of(ref)}
        hidden = sorted(set(table.facts.hidden_rows) & set(table.rows) - filtered)
        if hidden:
            place = Place(sheet=table.name, cell=f"A{hidden[0]}", row=hidden[0])
            yield Found(place=place, found=_spans(hidden))


def filter_on(look: Look) -> Findings:
    """A filter hides rows of data; they count all the same."""
    for table in _of_rows(look):
        hidden = set(table.facts.hidden_rows) & set(table.rows)
        for ref in table.facts.filters:
            rows = sorted(hidden & set(_rows_of(ref)))
            if rows:
                place = Place(sheet=table.name, cell=ref, row=rows[0])
                yield Found(place=place, found=_spans(rows), facts={"count": len(rows)})


def number_as_text(look: Look) -> Findings:
    """Numbers or dates are stored as text: read all the same, but Excel adds none."""
    yield from _odd(look, "number_as_text")


def blanks_around(look: Look) -> Findings:
    """Blanks stand before or after a text, where nobody sees them."""
    yield from _odd(look, "blanks_around")


def full_width(look: Look) -> Findings:
    """A code has full-width letters or digits, so it is not the code it looks like."""
    yield from _odd(look, "full_width")


def _odd(look: Look, what: str) -> Findings:
    for table in look.book.tables.values():
        for key, typed in table.columns.items():
            rows = [table.rows[index] for index in typed.odd.get(what, ())]
            if not rows:
                continue
            column = table.sheet.column[key].title
            for first, last in runs(rows):
                value = typed.values[bisect_left(table.rows, first)]
                cell = table.cell(key, first)
                if last > first:
                    cell += f":{table.cell(key, last)}"
                place = Place(sheet=table.name, cell=cell, row=first)
                yield Found(place=place, found=value, facts={"column": column})


def _cell(table: Table[Any], cell: str) -> tuple[Place, str] | None:
    """Return the place of a cell of data, and the order that its row is of."""
    _, row = column_and_row(cell)
    place = Place(sheet=table.name, cell=cell, row=row)
    if table.sheet.layout is Layout.FORM:
        return place, ""
    if row <= table.head or not _holds(table, row):
        return None
    order_no = table.values("order_no")[bisect_left(table.rows, row)]
    return place, order_no if isinstance(order_no, str) else ""


def _holds(table: Table[Any], row: int) -> bool:
    at = bisect_left(table.rows, row)
    return at < len(table.rows) and table.rows[at] == row


def _of_rows(look: Look) -> Iterator[Table[Any]]:
    """Yield the tables that hold a record in each row."""
    for table in look.book.tables.values():
        if table.sheet.layout is Layout.TABLE:
            yield table


def _rows_of(ref: str) -> range:
    (_, first), (_, last) = corners(ref)
    return range(first, last + 1)


def _spans(rows: list[int]) -> Text:
    """Return row numbers as people say them: 5–8, 12."""
    spans = [str(a) if a == b else f"{a}–{b}" for a, b in runs(rows)]
    return Text("、".join(spans), ", ".join(spans))

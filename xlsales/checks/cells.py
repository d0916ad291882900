"""Cells and titles: what the sheets' own columns demand of every row."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from xlsales.checks.look import Findings, Found, Look
from xlsales.checks.problem import Place
from xlsales.language import Text, text
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.options import OPTIONS
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.table import Table

_CLOSE_ENOUGH = 65
_SAID_ELSEWHERE = {"two_dates", "error_value", "formula_without_value"}
_WANTED = {
    ColumnType.INTEGER: "whole_number",
    ColumnType.DATE: "a_date",
    ColumnType.PERIOD: "a_period",
    ColumnType.BOOL: "yes_or_no",
    ColumnType.CODE: "a_code",
    ColumnType.REF: "a_code",
    ColumnType.CURRENCY: "a_currency",
    ColumnType.RATE: "a_rate",
    ColumnType.DISCOUNT: "a_discount",
}


def nearest(typed: str, known: Sequence[str]) -> str:
    """Return the known value most like what was typed, or nothing."""
    best = process.extractOne(
        typed, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
    )
    return best[0] if best else ""


def sheet_missing(look: Look) -> Findings:
    """A sheet of the master is not in the file."""
    for sheet in INPUT_SHEETS:
        if sheet.key not in look.book.tables and look.book.tables:
            name = sheet.title.zh
            yield Found(place=Place(sheet=name), facts={"sheet": sheet.title})


def column_missing(look: Look) -> Findings:
    """A column that must be filled in is not on its sheet."""
    for table in _tables(look):
        strangers = list(table.extra)
        for column in table.sheet.columns:
            if column.required and column.key not in table.letters:
                yield Found(
                    place=Place(sheet=table.name),
                    expected=column.title,
                    found=nearest(column.title.zh, strangers),
                    facts={"column": column.title},
                )


def column_twice(look: Look) -> Findings:
    """A title stands over two columns; only the first is read."""
    for table in _tables(look):
        for title in table.twice:
            yield Found(place=Place(sheet=table.name), found=title)


def column_untitled(look: Look) -> Findings:
    """Values stand in a column without a title, so nothing knows what they are."""
    for table in _tables(look):
        for cell in table.untitled:
            yield Found(place=Place(sheet=table.name, cell=cell))


def column_unknown(look: Look) -> Findings:
    """An added column is titled almost like one of ours that is missing."""
    for table in _tables(look):
        missing = [
            title
            for column in table.sheet.columns
            if column.key not in table.letters and not column.required
            for title in column.title
        ]
        for title in table.extra:
            if meant := nearest(title, missing):
                yield Found(place=Place(sheet=table.name), found=title, expected=meant)


def required_missing(look: Look) -> Findings:
    """A fact that every row needs is not filled in."""
    for table, column, _ in _columns(look):
        nothing_stands_for_it = column.default is None or column.default == ()
        if column.required and nothing_stands_for_it and column.key in table.letters:
            for index in table.column(column.key).empty():
                yield _at(table, column, index, expected=column.title)


def unreadable_value(look: Look) -> Findings:
    """A cell holds something that is not of its column's type."""
    for table, column, index, cell in _unreadable(look):
        if column.choices is None and cell.why not in _SAID_ELSEWHERE:
            yield _at(table, column, index, expected=_wanted(column))


def _wanted(column: Column) -> Text:
    """Return what belongs in a column."""
    if column.between:
        least, most = column.between
        said = text("words", "between")
        return Text(*(one.format(least=least, most=most) for one in said))
    return text("words", _WANTED.get(column.kind, "number"))


def two_dates(look: Look) -> Findings:
    """A date cell holds two dates."""
    for table, column, index, cell in _unreadable(look):
        if cell.why == "two_dates":
            wanted = text("words", "one_date")
            yield _at(table, column, index, expected=wanted)


def unknown_choice(look: Look) -> Findings:
    """A cell holds none of the words its column allows."""
    for table, column, index, cell in _unreadable(look):
        if column.choices is not None and cell.why not in _SAID_ELSEWHERE:
            labels = tuple(member.label for member in column.choices)
            words = {word: label for label in labels for word in label}
            meant = words.get(nearest(str(cell.typed), list(words)))
            yield _at(table, column, index, expected=meant or labels)


def unknown_option(look: Look) -> Findings:
    """A cell holds a value that its list on 选项 does not have."""
    lists: dict[str, set[str]] = {}
    for option in look.book[OPTIONS].records:
        lists.setdefault(option.list, set()).update(
            {option.value, option.english or ""}
        )
    for table, column, cells in _columns(look):
        if allowed := lists.get(column.option_list):
            strangers = _texts(cells) - allowed
            meant = _meant(strangers, sorted(allowed - {""}))
            for index in _places_of(strangers, cells):
                yield _at(
                    table,
                    column,
                    index,
                    list=column.option_list,
                    **meant[cells[index]],
                )


def unknown_reference(look: Look) -> Findings:
    """A cell names a customer, product, order or person that is not there."""
    sheets: dict[str, Sheet[Any]] = {sheet.key: sheet for sheet in INPUT_SHEETS}
    for table, column, cells in _columns(look):
        if not column.refers_to:
            continue
        target = look.book[sheets[column.refers_to]]
        strangers = _texts(cells) - target.known.keys()
        meant = _meant(strangers, [str(one) for one in target.known])
        for index in _places_of(strangers, cells):
            yield _at(
                table,
                column,
                index,
                target=target.sheet.title,
                **meant[cells[index]],
            )


def duplicate_key(look: Look) -> Findings:
    """Two rows of a sheet have the same key; only the first is used."""
    for table in _tables(look):
        names = table.sheet.key_columns
        if not names or max(table.known.values(), default=0) <= 1:
            continue
        column = table.sheet.column[names[-1]]
        seen: dict[object, int] = {}
        for index, key in enumerate(table.keys):
            if key not in table.known:
                continue
            if key in seen:
                yield _at(table, column, index, key=key, first=seen[key])
            seen.setdefault(key, table.rows[index])


def _texts(cells: Iterable[object]) -> set[object]:
    """Return every text that stands in a column, once."""
    return {one for one in set(cells) if isinstance(one, str)}


def _places_of(values: Collection[object], cells: Sequence[object]) -> list[int]:
    """Return where one of these values stands in a column; mostly there is none."""
    if not values:
        return []
    return [index for index, cell in enumerate(cells) if cell in values]


def _meant(
    strangers: Iterable[object], known: Sequence[str]
) -> dict[object, dict[str, object]]:
    """Return, for each unknown value, what it may have been meant to be."""
    return {
        one: {"expected": meant or None, "hint": _did_you_mean(meant)}
        for one in strangers
        for meant in [nearest(str(one), known)]
    }


def _did_you_mean(meant: str) -> Text:
    """Return the question, or nothing where nothing is near."""
    if not meant:
        return Text("", "")
    question = text("words", "did_you_mean")
    return Text(*(one.format(meant=meant) for one in question))


def _tables(look: Look) -> list[Table[Any]]:
    return list(look.book.tables.values())


def _columns(look: Look) -> Iterator[tuple[Table[Any], Column, list[object]]]:
    for table in _tables(look):
        for column in table.sheet.columns:
            yield table, column, table.values(column.key)


def _unreadable(look: Look) -> Iterator[tuple[Table[Any], Column, int, Unreadable]]:
    for table in _tables(look):
        for key, typed in table.columns.items():
            for index in typed.unreadable:
                cell = typed.values[index]
                if isinstance(cell, Unreadable):
                    yield table, table.sheet.column[key], index, cell


def _at(
    table: Table[Any],
    column: Column,
    index: int,
    *,
    expected: object = None,
    **facts: object,
) -> Found:
    row = table.rows[index]
    value = table.values(column.key)[index]
    order_no = table.values("order_no")[index]
    return Found(
        place=Place(sheet=table.name, cell=table.cell(column.key, row), row=row),
        order_no=order_no if isinstance(order_no, str) else "",
        found=value.typed if isinstance(value, Unreadable) else value,
        expected=expected,
        facts={"column": column.title, **facts},
    )

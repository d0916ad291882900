"""Laws of changed tables, on tables and changes of every kind.

A table is a list of rows; what is done to it in the workbook is done to the list,
and the two must stay alike. What stands around the table stays, or moves along.
"""

import datetime as dt
import io
from dataclasses import dataclass

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from openxml.corpus.workbook import WRITTEN
from openxml.proof import changes, facts, values
from xlsales.patch.marks import Shades, mark, unmark
from xlsales.patch.patch import Patch

SHEET, NAME, FIRST, LEFT = "订单", "单表", 4, 2  # its first row of data, and column
LETTERS = "BCDEF"
KINDS = {
    "text": st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
    | st.sampled_from(["<&>", "_x000D_", " 两头 ", "=1+1"]),
    "number": st.integers(-999, 999) | st.sampled_from([0.1, 2.5, -7.25]),
    "day": st.dates(dt.date(2001, 1, 1), dt.date(2030, 1, 1)),
    "flag": st.booleans(),
}


@dataclass(frozen=True)
class Made:
    """A workbook with a table, and what is known of it."""

    kinds: tuple[str, ...]
    rows: list[list[object]]
    has_totals: bool
    has_below: bool

    @property
    def last(self):
        return FIRST + len(self.rows) - 1

    @property
    def titles(self):
        return [f"列{at}" for at in range(len(self.kinds))]

    @property
    def content(self):
        made = io.BytesIO()
        with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
            book.set_properties({"created": WRITTEN})
            self._fill(book, book.add_worksheet(SHEET))
        return made.getvalue()

    def _fill(self, book, sheet):
        bold = book.add_format({"bold": True})
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        end = LETTERS[len(self.kinds) - 1]
        columns = [{"header": title} for title in self.titles]
        if self.has_totals:
            columns[0] |= {"total_string": "合计"}
        options = {"name": NAME, "columns": columns, "total_row": self.has_totals}
        sheet.add_table(f"B3:{end}{self.last + self.has_totals}", options)
        for number, row in enumerate(self.rows, start=FIRST - 1):
            for at, value in enumerate(row, start=LEFT - 1):
                if not _is_filled(value):
                    continue
                if isinstance(value, str):
                    sheet.write_string(number, at, value)
                else:
                    is_day = isinstance(value, dt.date)
                    sheet.write(number, at, value, days if is_day else None)
        sheet.data_validation(
            f"B{FIRST}:B{self.last}", {"validate": "list", "source": ["甲", "乙"]}
        )
        sheet.conditional_format(f"B{FIRST}:{end}{self.last}", {"type": "no_errors"})
        sheet.write("K5", "旁边", bold)
        sheet.write_formula("K1", f"=COUNTA(B{FIRST}:B{self.last})", None, 0)
        sheet.write_formula("K2", f"=COUNTA({NAME}[列0])", None, 0)
        book.define_name("整列", f"={SHEET}!$B${FIRST}:$B${self.last}")
        if self.has_below:
            sheet.write(self.last + 3, LEFT - 1, "下边", bold)


def rows_of(kinds, least=0, most=6):
    row = st.tuples(*(st.none() | KINDS[kind] for kind in kinds)).map(list)
    return st.lists(row, min_size=least, max_size=most)


@st.composite
def tables(draw):
    kinds = draw(st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=4))
    rows = draw(rows_of(kinds, least=1))
    return Made(tuple(kinds), rows, draw(st.booleans()), draw(st.booleans()))


@st.composite
def changed_tables(draw):
    """Draw a table and what is done to it: (what, with what) each."""
    made = draw(tables())
    some = rows_of(made.kinds, most=4)
    steps = st.one_of(
        st.tuples(st.just("append"), some),
        st.tuples(st.just("replace"), some),
        st.tuples(st.just("delete"), st.sets(st.integers(0, 9))),
        st.tuples(
            st.just("set"), st.tuples(st.integers(0, 9), rows_of(made.kinds, 1, 1))
        ),
    )
    return made, draw(st.lists(steps, min_size=1, max_size=4))


def done(rows, what, how):
    """Return a list of rows after a change, and what is asked of the workbook."""
    blank = [None] * len(rows[0])
    if what == "append":
        if not how:
            return rows
        kept = list(rows)
        while kept and not any(_is_filled(one) for one in kept[-1]):
            kept.pop()
        return kept + how + [blank] * (len(rows) - len(kept) - len(how))
    if what == "replace":
        return how or [blank]
    if what == "delete":
        return [row for at, row in enumerate(rows) if at not in how] or [blank]
    at, (row,) = how
    return [*rows[: at % len(rows)], row, *rows[at % len(rows) + 1 :]]


def _is_filled(value):
    return value is not None and value != ""


def do(patch, made, rows, what, how):
    if what == "append":
        patch.append_rows(NAME, made.titles, how)
    elif what == "replace":
        patch.replace_rows(NAME, made.titles, how)
    elif what == "delete":
        patch.delete_rows(NAME, [at for at in how if at < len(rows)])
    else:
        at, row = how
        patch.write(SHEET, f"B{FIRST + at % len(rows)}", row)


@settings(max_examples=120)
@given(changed_tables())
def test_the_table_in_the_workbook_is_the_list_of_rows(drawn):
    made, steps = drawn
    patch, rows = Patch(made.content), made.rows
    for what, how in steps:
        do(patch, made, rows, what, how)
        rows = done(rows, what, how)
    after = patch.to_bytes()

    last = FIRST + len(rows) - 1
    read, seen = values(after), facts(after)
    for number in range(FIRST, last + 1):
        found = [read.get(f"{SHEET}!{x}{number}") for x in LETTERS[: len(made.kinds)]]
        assert list(map(_plain, found)) == list(map(_plain, rows[number - FIRST]))
    assert (read.get(f"{SHEET}!B{last + 1}") == "合计") is made.has_totals
    # around it
    assert read[f"{SHEET}!K5"] == "旁边"
    assert seen["formula", f"{SHEET}!K1"] == f"=COUNTA(B{FIRST}:B{last})"
    assert seen["formula", f"{SHEET}!K2"] == f"=COUNTA({NAME}[列0])"
    assert seen["name", "整列"] == f"{SHEET}!$B${FIRST}:$B${last}"
    assert ("rule", f"{SHEET}!{_area('B', last)}") in seen
    end = LETTERS[len(made.kinds) - 1]
    assert ("format", f"{SHEET}!{_area(end, last)}") in seen
    if made.has_below:
        assert read[f"{SHEET}!B{last + 4}"] == "下边"
    below = {f"{SHEET}!B{last + 4}", f"{SHEET}!B{last + 1}"}
    body = {f"{SHEET}!{x}{n}" for x in LETTERS for n in range(3, last + 1)}
    others = {f"{SHEET}!K{row}" for row in (1, 2, 5)}
    assert set(read) <= below | body | others


def _area(end, last):
    return f"B{FIRST}" if end == "B" and last == FIRST else f"B{FIRST}:{end}{last}"


def _plain(value):
    """Return a value as any reader gives it: a blank text is no text."""
    if isinstance(value, dt.datetime):
        value = value.date()
    return None if value == "" else value


@settings(max_examples=60)
@given(tables(), st.data())
def test_rows_added_and_taken_out_again_leave_nothing_behind(made, data):
    last_is_filled = any(_is_filled(one) for one in made.rows[-1])
    if not last_is_filled:
        made.rows[-1][0] = "末"
    new = data.draw(rows_of(made.kinds, least=1))
    patch = Patch(made.content)
    patch.append_rows(NAME, made.titles, new)
    grown = Patch(patch.to_bytes())
    had = len(made.rows)
    for one in (patch, grown):  # in one patch, and in the next one
        one.delete_rows(NAME, range(had, had + len(new)))
        assert changes(made.content, one.to_bytes()) == {}


@settings(max_examples=40)
@given(tables(), st.sets(st.tuples(st.sampled_from("BCDK"), st.integers(1, 12))))
def test_marks_taken_out_again_give_the_sheet_its_bytes_back(made, cells):
    patch, shades = Patch(made.content), Shades()
    part = patch.parts[SHEET]
    before = patch.package.read(part)
    inside = {f"{x}{y}" for x, y in cells if f"{SHEET}!{x}{y}" in values(made.content)}
    assert mark(patch, SHEET, dict.fromkeys(sorted(inside), "FAD8D0"), shades) == []
    again = Patch(patch.to_bytes())
    unmark(again, ["FAD8D0"], shades)
    again.settle()
    assert again.package.read(part) == before


@settings(max_examples=40)
@given(tables(), st.data())
def test_what_is_done_twice_is_done(made, data):
    new = data.draw(rows_of(made.kinds))
    results = []
    for times in (1, 2):
        patch = Patch(made.content)
        for _ in range(times):
            patch.replace_rows(NAME, made.titles, new)
            patch.set_cells(SHEET, {"M3": "一", "M4": 2})
        results.append(patch.to_bytes())
    again = Patch(results[0])
    again.replace_rows(NAME, made.titles, new)
    assert results[0] == results[1] == again.to_bytes()

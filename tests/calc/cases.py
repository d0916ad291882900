"""Cases: formulas as Excel has them, and what Python answers to each.

They come from the examples of the functions and from the tables of other tests;
each is asked with its arguments typed into the formula, with each in a cell, as a
range of one cell, and all of a function in columns and in rows at once. The cells
stand on another sheet, and in a table.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from itertools import groupby

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from checks.changes import clean_sheets
from functions.formulas import answer_to, calculator, cells_of
from workbook.plain import Formula, plain_workbook
from xlsales.functions import FUNCTIONS, function_named
from xlsales.functions.registry import PREFIX

GIVEN, ASKED, BLOCKS = "数", "算", "阵"
TABLE = "给的"
_MODULES = (
    *("dates", "orders", "overdue", "parties", "prices"),
    *("receivables", "statistics", "terms"),
)
_CALL = re.compile(r"[A-Z_]+\(.*\)")
_DAY_0 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone
_NUMBERS = (
    *(12.345, -12.345, 12.344, 0.005, 2.675, 99_999_999.995, 17.4, 0.3, 1.005),
    *(123_456_789_012.34, 100_000, 10_010.01, 1e8, 0, -0.5, "１５０", " 120 "),
)
_PAIRS = ((113, 0.13), (100, 0.13), (-113, 0.13), (106, 0.06), (50, 0), (0.04, 0.13))
_LINES = ((2, 100, 0.1), (3, 0.335, 0), (1000, 1.2345, 0), (-3, 0.335, None))


@dataclass
class Work:
    """A workbook that is being written, and what each of its formulas should give.

    Attributes:
        given: the rows of the sheet of arguments.
        asked: formulas of one cell, with what Python answers.
        blocks: formulas that fill a range, with what Python answers.
    """

    given: list[list[object]] = field(default_factory=list)
    asked: list[tuple[str, object]] = field(default_factory=list)
    blocks: list[tuple[str, list[list[object]]]] = field(default_factory=list)

    def put(self, rows):
        """Put rows on the sheet of arguments; return its first row."""
        self.given += [list(row) for row in rows]
        return len(self.given) - len(rows)


@cache
def cases():
    """Return the work with every case."""
    work, answers = Work(), calculator()
    for formula in formulas():
        answer = answer_to(formula, answers)
        if isinstance(answer, list):
            work.blocks.append((formula, answer))
        else:
            work.asked.append((formula, answer))
    calls = sorted(_calls(), key=lambda one: (one[0].name, len(one[1])))
    for function, cells in calls:
        _in_cells(work, answers, function, cells)
    for (function, _), alike in groupby(calls, lambda one: (one[0], len(one[1]))):
        _in_ranges(work, answers, function, [cells for _, cells in alike])
    _in_a_table(work, answers)
    return work


def formulas():
    """Return the examples of all functions, and the formulas of other tests."""
    found = [formula for one in FUNCTIONS for formula, _ in one.examples]
    for name in _MODULES:
        found += [f"={PREFIX}{one}" for one in _texts(name) if _CALL.fullmatch(one)]
    return list(dict.fromkeys(found))


def _texts(name):
    """Yield the texts in the tables of a test of functions."""
    for test in vars(import_module(f"functions.test_{name}")).values():
        for mark in getattr(test, "pytestmark", ()):
            for row in mark.args[1] if mark.name == "parametrize" else ():
                yield from (one for one in row if isinstance(one, str))


def _calls():
    """Yield functions with the values of their arguments."""
    for formula in formulas():
        name, cells = cells_of(formula)
        if not any(isinstance(one, list) for one in cells):
            yield function_named(name), tuple(cells)
    yield from _calls_of_other_tests()
    for number in _NUMBERS:
        for name in ("WORDS", "ROUND_MONEY"):
            yield function_named(name), (number,)
    for pair in _PAIRS:
        for name in ("TAX_IN", "NET", "TAX_ON", "GROSS"):
            yield function_named(name), pair
    for line in _LINES:
        yield function_named("LINE_AMOUNT"), line


def _calls_of_other_tests():
    calling = import_module("functions.test_calling")
    for test in (
        calling.test_a_cell_is_taken_as_any_host_gives_it,
        calling.test_what_cannot_be_answered_is_said_in_the_cell,
    ):
        for name, cells, *_ in test.pytestmark[0].args[1]:
            if all(map(_is_plain, cells)):
                yield function_named(name), cells


def _is_plain(cell):
    """Whether a cell can hold it, and Calc hands it over as what it is."""
    return not (isinstance(cell, bool | list) or cell != cell)  # noqa: PLR0124 - nan


def _in_cells(work, answers, function, cells):
    """Ask with each argument in a cell, and with each as a range of one."""
    if not cells or not _is_known_when_blank(function, cells):
        return
    row = work.put([cells])
    answer = answers.call(function, *map(_held, cells))
    if len(cells) > len(function.arguments):
        return
    places = [xl_rowcol_to_cell(row, at) for at in range(len(cells))]
    given = ",".join(f"{GIVEN}!{one}" for one in places)
    work.asked.append((f"={function.name}({given})", answer))
    if not any(one.is_range for one in function.arguments):
        given = ",".join(f"{GIVEN}!${one}:{one}" for one in places)
        work.asked.append((f"={function.name}({given})", answer))


def _is_known_when_blank(function, cells):
    """Whether no blank stands where a number is wanted: there Calc computes with 0."""
    from xlsales.calc.cells import may_be_zero

    pairs = zip(cells, may_be_zero(function), strict=False)
    return not any(_held(cell) is None and is_number for cell, is_number in pairs)


def _in_ranges(work, answers, function, calls):
    """Ask with all calls at once, their arguments in columns, and then in rows."""
    count = len(calls[0])
    if not count or count > len(function.arguments):
        return
    if function.reads_book and count == len(function.arguments):
        return  # the revision is one cell
    calls = [[_held(one) for one in cells] for cells in calls]
    columns = [[[one] for one in column] for column in zip(*calls, strict=True)]
    first = work.put(calls)
    ranges = [xl_range(first, at, first + len(calls) - 1, at) for at in range(count)]
    _ask(work, answers, function, ranges, columns)
    if len(calls) > 1:
        rows = [list(column) for column in zip(*calls, strict=True)]
        first = work.put(rows)
        ranges = [
            xl_range(first + at, 0, first + at, len(calls) - 1) for at in range(count)
        ]
        _ask(work, answers, function, ranges, [[row] for row in rows])


def _ask(work, answers, function, ranges, given):
    asked = ",".join(f"{GIVEN}!{one}" for one in ranges)
    answer = answers.call(function, *given)
    work.blocks.append((f"={function.name}({asked})", answer))


def _in_a_table(work, answers):
    """Ask with columns of a table, a range of two dimensions, and one with blanks."""
    amounts = [[60.0, 30.0], [30.0, None], [10.0, 70.0]]
    work.put([["金额", "底数"]])
    first = work.put(amounts)
    work.table = (first - 1, 0, first + 2, 1)
    column = [[row[0]] for row in amounts]
    other = [[row[1]] for row in amounts]
    both = f"{GIVEN}!{xl_range(first, 0, first + 2, 1)}"
    for name, given, cells in (
        ("SHARE", f"{TABLE}[金额]", [column]),
        ("SHARE", f"{TABLE}[底数]", [other]),
        ("SHARE", both, [amounts]),
        ("MAIN", both, [amounts]),
        ("SPLIT", f"100,{TABLE}[底数]", [100.0, other]),
        ("WORDS", f"{TABLE}[金额]", [column]),
        ("WORDS", f"{TABLE}[]", [amounts]),
        ("WORDS", f"{TABLE}[#Data]", [amounts]),
        ("SHARE", f"{TABLE}[[金额]:[底数]]", [amounts]),
        ("GROWTH", f"{TABLE}[金额],{TABLE}[底数]", [column, other]),
        ("GROWTH", f"{both},{TABLE}[金额]", [amounts, column]),
        ("GROWTH", f"{both},{{60,30}}", [amounts, [[60.0, 30.0]]]),
        ("ROUND_MONEY", "{1.005;2.5},{0,1,2}", [[[1.005], [2.5]], [[0, 1, 2]]]),
    ):
        function = function_named(name)
        answer = answers.call(function, *cells)
        work.blocks.append((f"={function.name}({given})", answer))


def _held(cell):
    """Return what a cell holds once it was typed: an empty text is no content."""
    if isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        return dt.datetime.combine(cell, dt.time())
    return None if cell == "" else cell


def workbook(work):
    """Return the workbook: the small book, the arguments, and every formula."""
    asked = [[Formula(formula, "?")] for formula, _ in work.asked]
    sheets = clean_sheets() | {GIVEN: work.given, ASKED: asked, BLOCKS: []}

    def fill(worksheets):
        for (formula, _), area in zip(work.blocks, areas(work), strict=True):
            worksheets[BLOCKS].write_array_formula(*area, f"{{{formula}}}", None, 0)
        titles = [{"header": one} for one in work.given[work.table[0]]]
        table = {"name": TABLE, "columns": titles}
        worksheets[GIVEN].add_table(*work.table, table)

    return plain_workbook(sheets, fill)


def areas(work):
    """Yield the range that each block fills, one under the other."""
    row = 0
    for _, answer in work.blocks:
        yield row, 0, row + len(answer) - 1, len(answer[0]) - 1
        row += len(answer)


def as_calc_has_it(answer):
    """Return an answer as a cell of Calc holds it: days and truths are numbers."""
    if isinstance(answer, bool):
        return float(answer)
    if isinstance(answer, dt.datetime):
        return (answer - _DAY_0) / dt.timedelta(1)
    return answer

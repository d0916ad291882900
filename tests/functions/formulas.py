"""Formulas: an example of a function, typed as in a cell, and what it answers."""

import datetime as dt
import re

from checks.changes import book_with
from xlsales.functions import function_named
from xlsales.functions.calling import Calculator, State

_TOKEN = re.compile(
    r'\s*(?:"(?P<text>[^"]*)"|(?P<number>-?\d+(?:\.\d+)?)|(?P<sign>[{},;()]))'
)


def answer_to(formula, calculator):
    """Return the answer to ``=XLSALES_WORDS(1409.5)``."""
    name, cells = cells_of(formula)
    function = function_named(name)
    assert function, name
    assert function.name == name
    return calculator.call(function, *cells)


def cells_of(formula):
    """Return the name of a function and what it is given."""
    name, _, rest = formula.removeprefix("=").partition("(")
    return name, _cells(rest.removesuffix(")"))


def _cells(typed):
    """Return what stands between the brackets: texts, numbers, {1,2;3,4}, blanks."""
    cells, rows, place = [None], None, 0
    while place < len(typed):
        found = _TOKEN.match(typed, place)
        assert found, typed[place:]
        place = found.end()
        value = found["text"] if found["text"] is not None else found["number"]
        if found["number"]:
            value = float(value)
        if found["sign"] == "{":
            rows = [[]]
        elif found["sign"] == "}":
            cells[-1], rows = rows, None
        elif found["sign"] == ";":
            rows.append([])
        elif found["sign"] == ",":
            if rows is None:
                cells.append(None)
        elif rows is None:
            cells[-1] = value
        else:
            rows[-1].append(value)
    return [] if typed == "" else cells


def calculator(changes="", language="zh"):
    """Return the functions over the clean book after some changes."""
    state = State(book_with(changes), 1)
    return Calculator(lambda revision: state, language)


def shown(answer):
    """Return what an example says in the form of an answer."""
    if isinstance(answer, dt.date):
        return dt.datetime.combine(answer, dt.time())
    return answer

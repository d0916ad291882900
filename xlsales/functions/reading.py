"""Reading: from the cells a host gives to the values a function takes."""

import math
from collections.abc import Sequence

from xlsales.functions.broadcasting import rows_of
from xlsales.functions.registry import Argument, Function, Unanswered
from xlsales.language import Text, both
from xlsales.sheets.cells import Unreadable, read_text

_FIRST_ERROR = -2146828288
_ERRORS = {
    _FIRST_ERROR + number: sign
    for number, sign in {
        2000: "#NULL!",
        2007: "#DIV/0!",
        2015: "#VALUE!",
        2023: "#REF!",
        2029: "#NAME?",
        2036: "#NUM!",
        2042: "#N/A",
        2043: "#GETTING_DATA",
        2045: "#SPILL!",
        2046: "#CONNECT!",
        2047: "#BLOCKED!",
        2048: "#UNKNOWN!",
        2049: "#FIELD!",
        2050: "#CALC!",
    }.items()
}
_SIGNS = frozenset(_ERRORS.values())
_SHOWN = 24


def read_all(function: Function, cells: Sequence[object]) -> list[object]:
    """Return the values of a function's arguments; what is left out has its default.

    Raises:
        Unanswered: one is missing, one too many, or cannot be read.
    """
    arguments = function.arguments
    if len(cells) > len(arguments):
        raise Unanswered(both("function_faults", "too_many", count=len(arguments)))
    given = [*cells, *[None] * (len(arguments) - len(cells))]
    return [
        _range(argument, cell) if argument.is_range else _value(argument, cell)
        for argument, cell in zip(arguments, given, strict=True)
    ]


def _value(argument: Argument, cell: object) -> object:
    found = _read(argument, cell)
    if found is None:
        if not argument.is_optional:
            raise Unanswered(both("function_faults", "missing", name=argument.name))
        return argument.default
    return found


def _range(argument: Argument, cell: object) -> list[list[object]]:
    """Return a range as rows of values; a blank cell is None."""
    rows = rows_of(cell)
    if rows is None:
        raise Unanswered(both("function_faults", "sizes"))
    return [[_read(argument, one) for one in row] for row in rows]


def _read(argument: Argument, cell: object) -> object:
    """Return the value of a cell, None of a blank one.

    An error is handed through, so that the cell that made it is looked for.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if error := error_in(cell):
        raise Unanswered(Text(error, error))
    if isinstance(cell, float) and not math.isfinite(cell):
        raise _unreadable("not_a_number", str(cell))
    found = argument.read(cell)
    if isinstance(found, Unreadable):
        if isinstance(cell, str) and cell.startswith("#"):  # of one of our functions
            raise Unanswered(Text(cell, cell))
        raise _unreadable(found.why, cell)
    return found


def error_in(cell: object) -> str:
    """Return the error of the spreadsheet program that a cell holds; "" if none.

    Excel hands it over as a number of its own or as what the cell shows.
    """
    if isinstance(cell, int):
        return _ERRORS.get(cell, "")
    return cell if isinstance(cell, str) and cell in _SIGNS else ""


def _unreadable(why: str, cell: object) -> Unanswered:
    typed = read_text(cell) or ""
    if len(typed) > _SHOWN:
        typed = typed[: _SHOWN - 1] + "…"
    return Unanswered(both("function_faults", why, typed=typed))

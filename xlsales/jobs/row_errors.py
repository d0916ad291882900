"""Row errors: what the checks find wrong in the rows that a paper is made of.

The checks run once for a book and a day, however many papers are made of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from xlsales.checks import CHECKS
from xlsales.checks.look import Look
from xlsales.checks.problem import Check, Problem, Severity
from xlsales.checks.run import problems_of
from xlsales.language import Text

Row = tuple[str, int]
_Found = Mapping[Row, list[tuple[int, Problem]]]


def row_errors(
    look: Look,
    rows: Collection[Row],
    checks: tuple[Check, ...] = CHECKS,
    but: Collection[str] = (),
) -> Iterator[Text]:
    """Yield the errors on some rows, in the order of the list of checks.

    A block is none once its order was released by somebody who may.

    Args:
        look: the book and the day.
        rows: sheet and row of each.
        checks: those that are asked, where not all are.
        but: codes that are said in other words.
    """
    errors = _errors(look, checks)
    found = [one for row in rows for one in errors.get(row, ())]
    for _, one in sorted(found, key=lambda one: one[0]):
        if one.code not in but:
            said = (f"{one.place} {one.message(to)}" for to in ("zh", "en"))
            yield Text(*said)


def _errors(look: Look, checks: tuple[Check, ...]) -> _Found:
    key = (row_errors, checks, look.as_of)
    if key not in look.book.derived:
        found: dict[Row, list[tuple[int, Problem]]] = defaultdict(list)
        for n, one in enumerate(problems_of(checks, look)):
            if one.severity is Severity.ERROR:
                found[one.place.sheet, one.place.row].append((n, one))
        look.book.derived[key] = dict(found)
    errors: _Found = look.book.derived[key]
    return errors

"""JSON of what a check found: the contract of ``xlsales check --json``.

Keys and codes are those of any language; money has two decimals and a ratio
four, as strings, and what is not there is null.
"""

from decimal import Decimal

from xlsales.checks.problem import Problem
from xlsales.checks.run import Checked
from xlsales.language import Language, show
from xlsales.sheets.orders import ORDER_LINES


def checked_json(checked: Checked, language: Language) -> dict[str, object]:
    """Return what a check found as what ``json.dumps`` takes."""
    return {
        "file": checked.book.name,
        "as_of": checked.as_of.isoformat(),
        "orders": len(checked.verdicts),
        "lines": len(checked.book[ORDER_LINES]),
        "problems": [_problem(one, language) for one in checked.problems],
        "verdicts": [
            {
                "order_no": one.order_no,
                "sheet": one.sheet,
                "row": one.row,
                "verdict": one.verdict.value,
            }
            for one in checked.verdicts
        ],
    }


def _problem(problem: Problem, language: Language) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "kind": problem.kind.value,
        "sheet": problem.place.sheet,
        "cell": problem.place.cell or None,
        "order_no": problem.order_no or None,
        "value": _plain(problem.found, language),
        "expected": _plain(problem.expected, language),
        "message": problem.message(language),
        "remedy": problem.remedy(language),
    }


def _plain(fact: object, language: Language) -> str | None:
    if fact is None:
        return None
    return f"{fact:f}" if isinstance(fact, Decimal) else show(fact, language)

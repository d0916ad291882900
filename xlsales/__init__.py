"""One Excel workbook for a sales desk, and the Python behind it.

    import datetime as dt
    import xlsales

    book = xlsales.open_book("master.xlsx")
    checked = xlsales.check(book, as_of=dt.date(2026, 10, 31))
    for problem in checked.problems:
        print(problem.place, problem.message("en"), problem.remedy("en"))
    made = xlsales.contract(checked, "A-1", xlsales.template("contract.docx"))

Every name here is a use case of the command line, with the same result.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsales.jobs import (
        check,
        checked_json,
        contract,
        contracts_due,
        findings,
        new_workbook,
        plan,
        plan_json,
        plan_workbook,
        statement,
        statements_due,
        statistics_json,
        statistics_workbook,
        stats,
    )
    from xlsales.office import recalculate, to_pdf
    from xlsales.periods import Period, parse_period
    from xlsales.project import open_book, template

__all__ = [
    "Period",
    "check",
    "checked_json",
    "contract",
    "contracts_due",
    "findings",
    "new_workbook",
    "open_book",
    "parse_period",
    "plan",
    "plan_json",
    "plan_workbook",
    "recalculate",
    "statement",
    "statements_due",
    "statistics_json",
    "statistics_workbook",
    "stats",
    "template",
    "to_pdf",
]

_HOMES = {
    "Period": "periods",
    "parse_period": "periods",
    "open_book": "project",
    "recalculate": "office",
    "template": "project",
    "to_pdf": "office",
}


def __getattr__(name: str) -> object:
    """Load a use case when it is first asked for: ``xlsales --help`` is instant."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES.get(name, "jobs")
    return getattr(import_module(f"{__name__}.{home}"), name)

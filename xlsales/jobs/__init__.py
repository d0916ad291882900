"""What can be done? The use cases that every shell calls: values in, values out.

No file is read or written here and no clock is asked; templates and workbooks come
in as bytes, and what is made goes out as bytes.
"""

from xlsales.jobs.books import known_orders, new_workbook, not_counted
from xlsales.jobs.checking import check, checked_json, findings, mark, of_orders, unmark
from xlsales.jobs.contracts import (
    contract,
    contract_draft,
    contracts_due,
)
from xlsales.jobs.papers import Draft, FileNames, Made, Refused, made_of
from xlsales.jobs.plans import plan, plan_json, plan_workbook
from xlsales.jobs.statements import statement, statement_draft, statements_due
from xlsales.jobs.statistics import (
    statistics_into,
    statistics_json,
    statistics_workbook,
    stats,
)
from xlsales.ledger.order_numbers import contract_number
from xlsales.upgrade.upgraded import Upgraded
from xlsales.upgrade.upgraded import upgraded_workbook as upgrade

__all__ = [
    "Draft",
    "FileNames",
    "Made",
    "Refused",
    "Upgraded",
    "check",
    "checked_json",
    "contract",
    "contract_draft",
    "contract_number",
    "contracts_due",
    "findings",
    "known_orders",
    "made_of",
    "mark",
    "new_workbook",
    "not_counted",
    "of_orders",
    "plan",
    "plan_json",
    "plan_workbook",
    "statement",
    "statement_draft",
    "statements_due",
    "statistics_into",
    "statistics_json",
    "statistics_workbook",
    "stats",
    "unmark",
    "upgrade",
]

"""Plans: what is to come in during a month."""

import datetime as dt

from xlsales.language import Language
from xlsales.ledger.collection_plan import CollectionPlan, collection_plan
from xlsales.ledger.receivables import Receivables
from xlsales.periods import Period
from xlsales.reports.plan_json import plan_json as as_plan_json
from xlsales.reports.plan_workbook import build_plan
from xlsales.sheets.book import Book


def plan(book: Book, month: Period, *, as_of: dt.date) -> CollectionPlan:
    """Return the collection plan of a month: what is due, received and open.

    What is dated after ``as_of`` is not counted.
    """
    return collection_plan(Receivables(book), month, as_of)


def plan_workbook(plan: CollectionPlan, language: Language = "zh") -> bytes:
    """Return a collection plan as a workbook, a sheet a currency."""
    return build_plan(plan, language)


def plan_json(plan: CollectionPlan) -> dict[str, object]:
    """Return a collection plan as what ``json.dumps`` takes."""
    return as_plan_json(plan)

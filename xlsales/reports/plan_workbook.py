"""The collection plan of a month as a workbook of its own."""

import io

from xlsales.language import Language, say
from xlsales.ledger.collection_plan import CollectionPlan
from xlsales.reports.page import Paper
from xlsales.reports.plan_sheet import write_plan
from xlsales.workbook.style import formats_of, new_workbook


def build_plan(plan: CollectionPlan, language: Language) -> bytes:
    """Return a plan as a workbook: a sheet a currency."""
    target = io.BytesIO()
    book = new_workbook(target, f"{say('pages', 'plan', language)} {plan.month}")
    paper = Paper(
        book=book, formats=formats_of(book), firm=plan.firm, language=language
    )
    currencies = list(plan.lines) or ["CNY"]
    for currency in currencies:
        suffix = f" {currency}" if len(currencies) > 1 else ""
        write_plan(paper, plan, currency, suffix)
    book.close()
    return target.getvalue()

"""The plan sheet: what should come in during a month, and what has (月回款计划)."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from xlsales.language import Language, say
from xlsales.ledger.collection_plan import CollectionPlan, PlanLine, Standing
from xlsales.money import ZERO, digits, total
from xlsales.reports.columns import Column, Group, Kind, Value
from xlsales.reports.page import Paper
from xlsales.reports.shown import UNDEFINED
from xlsales.reports.table import Table

_LABEL = 1


def write_plan(paper: Paper, plan: CollectionPlan, currency: str, suffix: str) -> None:
    """Write the plan of one currency."""
    language = paper.language
    lines = plan.lines.get(currency, ())
    title = say("pages", "plan", language) + suffix
    sheet = paper.add_sheet(title)
    head = paper.write_head(
        sheet, f"{title} · {plan.month}", *_head(plan, currency, language)
    )
    if not lines:
        sheet.write_string(head, 0, say("pages", "plan_none", language))
        return
    groups = [
        Group(
            standing_title(standing, language),
            sum(line.standing is standing for line in lines),
            standing.is_planned,
        )
        for standing in Standing
    ]
    columns = [
        *_columns(lines, _day(plan), language),
        *_standing(plan, lines, language),
    ]
    table = Table(paper, sheet, (head, _LABEL), columns, groups=groups)
    table.write()
    table.set_widths()
    table.freeze()


def standing_title(standing: Standing, language: Language) -> str:
    """Return what a group of the plan is called."""
    return say("plan_standing", standing.value, language)


def event_title(line: PlanLine, language: Language) -> str:
    """Return the base event of a line: what its part waits for."""
    key = line.event.value if line.event else "opening_item"
    return say("plan_event", key, language)


def _day(plan: CollectionPlan) -> dt.date:
    return min(plan.as_of, plan.month.end)


def _head(plan: CollectionPlan, currency: str, language: Language) -> Iterator[str]:
    facts = {
        "first": plan.month.start,
        "last": plan.month.end,
        "as_of": plan.as_of,
        "currency": currency,
    }
    yield say("pages", "plan_head", language, **facts)
    yield say("pages", "plan_note", language)
    credit = plan.credit.get(currency, ZERO)
    if credit:
        yield say("pages", "plan_credit", language, amount=digits(credit))


def _columns(
    lines: Sequence[PlanLine], day: dt.date, language: Language
) -> Iterator[Column]:
    planned = [line for line in lines if line.standing.is_planned]

    def fact(key: str, kind: Kind, of: Callable[[PlanLine], Value]) -> Column:
        title = say("pages", key, language)
        return Column(heading=title, kind=kind, values=[of(line) for line in lines])

    def money(key: str, of: Callable[[PlanLine], Decimal]) -> Column:
        return Column(
            heading=say("pages", key, language),
            kind="money",
            values=[of(line) for line in lines],
            total=total(of(line) for line in planned),
        )

    def due(line: PlanLine) -> Value:
        if line.standing is Standing.UNINVOICED:
            return say("pages", "uninvoiced", language)
        return line.due_date or say("pages", "undated", language)

    yield fact("customer_code", "words", lambda line: line.customer.customer_code)
    yield fact("customer", "words", lambda line: line.customer.shown)
    yield fact("salesperson", "words", lambda line: line.salesperson_name)
    yield fact("order", "words", lambda line: line.order_no)
    yield fact("document", "words", lambda line: line.document or UNDEFINED)
    yield fact("date", "date", lambda line: line.date)
    yield fact("event", "words", lambda line: event_title(line, language))
    yield fact("invoice_date", "date", lambda line: line.invoice_date or UNDEFINED)
    yield fact("due_date", "date", due)
    yield fact("late", "days", lambda line: line.days_late(day))
    yield money("amount", lambda line: line.amount)
    yield money("before", lambda line: line.before)
    yield money("at_start", lambda line: line.at_start)
    yield money("change", lambda line: line.change)
    yield money("received", lambda line: line.received)
    yield money("open", lambda line: line.open)


def _standing(
    plan: CollectionPlan, lines: Sequence[PlanLine], language: Language
) -> Iterator[Column]:
    """Yield how we stand with the customer: the last statement and the grade."""
    agreed = [
        plan.agreed.get((one.customer.customer_code, one.currency)) for one in lines
    ]
    grades = [plan.grades.get(one.customer.customer_code) for one in lines]
    for key, found in (("statement", agreed), ("grade", grades)):
        yield Column(
            heading=say("pages", key, language),
            kind="mark",
            values=[one.label(language) if one else UNDEFINED for one in found],
        )

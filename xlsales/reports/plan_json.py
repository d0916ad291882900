"""The collection plan as JSON: the contract of ``xlsales plan --json``.

Money is a string with two decimals, a day that is not known is null. The total
is what is due and what is expected before shipping; what waits for its invoice
stands in ``lines`` and not in ``total``.
"""

from collections.abc import Iterable
from decimal import Decimal

from xlsales.ledger.collection_plan import CollectionPlan, PlanLine
from xlsales.money import ZERO, total

Json = dict[str, object]


def plan_json(plan: CollectionPlan) -> Json:
    """Return a plan as what ``json.dumps`` takes."""
    return {
        "month": str(plan.month),
        "as_of": plan.as_of.isoformat(),
        "currencies": {
            currency: {
                "total": _total(lines),
                "unallocated": _money(plan.credit.get(currency, ZERO)),
                "lines": [_line(plan, line) for line in lines],
            }
            for currency, lines in plan.lines.items()
        },
    }


def _total(lines: Iterable[PlanLine]) -> Json:
    planned = [line for line in lines if line.standing.is_planned]
    return {
        "at_start": _money(total(line.at_start for line in planned)),
        "change": _money(total(line.change for line in planned)),
        "received": _money(total(line.received for line in planned)),
        "open": _money(total(line.open for line in planned)),
    }


def _line(plan: CollectionPlan, line: PlanLine) -> Json:
    agreed = plan.agreed.get((line.customer.customer_code, line.currency))
    grade = plan.grades.get(line.customer.customer_code)
    return {
        "standing": line.standing.value,
        "customer": line.customer.customer_code,
        "name": line.customer.shown,
        "salesperson": line.salesperson or None,
        "order_no": line.order_no or None,
        "document": line.document or None,
        "date": line.date.isoformat(),
        "event": line.event.value if line.event else None,
        "invoice_date": line.invoice_date.isoformat() if line.invoice_date else None,
        "due_date": line.due_date.isoformat() if line.due_date else None,
        "amount": _money(line.amount),
        "before": _money(line.before),
        "at_start": _money(line.at_start),
        "change": _money(line.change),
        "received": _money(line.received),
        "open": _money(line.open),
        "statement": agreed.name.lower() if agreed else None,
        "grade": grade.label.zh if grade else None,
    }


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}"

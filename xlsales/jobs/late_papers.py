"""Late papers: the report, the letter and the request for an extension."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from xlsales.documents import EXTENSION, LETTER, REPORT
from xlsales.documents.extension import extension_context
from xlsales.documents.shown import language_of
from xlsales.documents.unpaid import Unpaid, letter_context, report_context
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.people import against_operator
from xlsales.language import Text, both, text
from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.deferrals import in_dispute
from xlsales.ledger.deferred_items import items_deferred
from xlsales.ledger.dunning import LEAST_DAYS
from xlsales.ledger.ladder import Step, ladder_step
from xlsales.ledger.late_charge import late_charge, late_rate
from xlsales.ledger.receivables import Receivables, receivables_of
from xlsales.ledger.waiting_money import money_waiting
from xlsales.money import ZERO, digits, total
from xlsales.sheets.book import Book
from xlsales.sheets.overdue import (
    DEFERRALS,
    DUNNINGS,
    Deferral,
    DeferralKind,
    Dunning,
    DunningStep,
)
from xlsales.sheets.staff import Role


def reports_due(book: Book, as_of: dt.date) -> Sequence[str]:
    """Return the reports that 催收 has by a day and that nothing came of yet."""
    return _due(book, DunningStep.REPORT, as_of)


def letters_due(book: Book, as_of: dt.date) -> Sequence[str]:
    """Return the letters that 催收 has by a day and that nothing came of yet."""
    return _due(book, DunningStep.LETTER, as_of)


def _due(book: Book, step: DunningStep, as_of: dt.date) -> Sequence[str]:
    return [
        one.dunning_no
        for one in book[DUNNINGS].records
        if one.step is step and one.date <= as_of and not one.result
    ]


def extensions_due(book: Book, as_of: dt.date) -> Sequence[str]:
    """Return the extensions that nobody has decided on yet."""
    return [
        one.deferral_no
        for one in book[DEFERRALS].records
        if one.kind is DeferralKind.EXTENSION
        and one.date <= as_of
        and not (one.approver and one.approved_on)
    ]


def is_report(book: Book, number: str) -> bool:
    """Whether a row of 催收 is a report."""
    row = _dunning(book, number)
    return row is not None and row.step is DunningStep.REPORT


def is_letter(book: Book, number: str) -> bool:
    """Whether a row of 催收 is a letter."""
    row = _dunning(book, number)
    return row is not None and row.step is DunningStep.LETTER


def report_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a report says; it is about what is a week late (S-170)."""
    row = _ready(book, number, DunningStep.REPORT, as_of)
    if isinstance(row, Refused):
        return row
    unpaid = _unpaid(book, row)
    if not unpaid.items:
        return Refused(number, _nothing_late(book, row))
    name = (REPORT.title.zh, number, book.customers[row.customer_code].shown)
    return Draft(REPORT, name, report_context(book, unpaid))


def letter_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a letter says: all that is late, once a part is a month (S-171).

    Refused while money of the customer waits to be confirmed or allocated.
    """
    row = _ready(book, number, DunningStep.LETTER, as_of)
    if isinstance(row, Refused):
        return row
    unpaid = _unpaid(book, row)
    if reasons := _against_letter(book, row, unpaid):
        return Refused(number, reasons)
    customer = book.customers[row.customer_code]
    language = language_of(customer)
    name = (LETTER.title(language), number, customer.shown)
    return Draft(LETTER, name, letter_context(book, unpaid), language)


def extension_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what the request for an extension says (S-183)."""
    row = next(
        (one for one in book[DEFERRALS].records if one.deferral_no == number), None
    )
    if row is None:
        return Refused(number, (text("late_papers", "unreadable"),))
    items = items_deferred(receivables_of(book), row)
    if reasons := _against_extension(book, row, items, as_of):
        return Refused(number, reasons)
    name = (EXTENSION.title.zh, number, book.customers[row.customer_code].shown)
    return Draft(EXTENSION, name, extension_context(book, row, items))


def _dunning(book: Book, number: str) -> Dunning | None:
    return next(
        (one for one in book[DUNNINGS].records if one.dunning_no == number), None
    )


def _ready(
    book: Book, number: str, step: DunningStep, as_of: dt.date
) -> Dunning | Refused:
    """Return a row of 催收, or what about it or the operator stands in the way."""
    row = _dunning(book, number)
    if row is None or row.customer_code not in book.customers:
        return Refused(number, (text("late_papers", "unreadable"),))
    reasons = list(against_operator(book, Role.MAKER, Role.SALES, Role.FINANCE))
    if row.step is not step:
        reasons.append(both("late_papers", "other_step", step=row.step.label))
    if row.date > as_of:
        reasons.append(both("late_papers", "dated_later", date=row.date))
    return Refused(number, tuple(reasons)) if reasons else row


def _unpaid(book: Book, row: Dunning) -> Unpaid:
    """Return what a row is about: what was late enough for its step on its date."""
    least_days = LEAST_DAYS[row.step]
    receivables = receivables_of(book)
    apart, rest = in_dispute(
        _open_items(receivables, row), book[DEFERRALS].records, row.date
    )
    late = [one for one in rest if one.days_late(row.date) >= least_days]
    charges: dict[Decimal, Decimal] = defaultdict(lambda: ZERO)
    for one in late:
        if rate := late_rate(book, one):
            charges[rate] += late_charge(one, rate, row.date)
    return Unpaid(
        row=row,
        items=late,
        disputed=[one for one in apart if one.days_late(row.date) >= least_days],
        charges=sorted((rate, amount) for rate, amount in charges.items() if amount),
    )


def _open_items(receivables: Receivables, row: Dunning) -> list[OpenItem]:
    items = receivables.open_items_of((row.customer_code, row.currency), row.date)
    return [one for one in items if row.document in {None, one.document}]


def _against_letter(book: Book, row: Dunning, unpaid: Unpaid) -> tuple[Text, ...]:
    if not unpaid.items:
        return _nothing_late(book, row)
    reasons = []
    steps = [
        ladder_step(one.due_date, row.date) for one in unpaid.items if one.due_date
    ]
    if Step.LETTER not in steps:
        reasons.append(text("late_papers", "no_month"))
    key = (row.customer_code, row.currency)
    if waiting := money_waiting(receivables_of(book), key, row.date):
        amount = digits(total(one.amount for one in waiting))
        reasons.append(both("late_papers", "money_waiting", amount=amount))
    return tuple(reasons)


def _nothing_late(book: Book, row: Dunning) -> tuple[Text, ...]:
    """Return why nothing is to be dunned: disputed, put off, or simply not late."""
    items = _open_items(receivables_of(book), row)
    if _unpaid(book, row).disputed:
        return (text("late_papers", "disputed_only"),)
    put_off = [one for one in items if one.original_due]
    if put_off:
        until = min(one.due_date for one in put_off if one.due_date)
        return (both("late_papers", "put_off", until=until),)
    return (
        both("late_papers", "nothing_late", days=LEAST_DAYS[row.step], date=row.date),
    )


def _against_extension(
    book: Book, row: Deferral, items: Sequence[OpenItem], as_of: dt.date
) -> tuple[Text, ...]:
    reasons = list(against_operator(book, Role.MAKER, Role.SALES, Role.FINANCE))
    if row.kind is not DeferralKind.EXTENSION:
        reasons.append(text("late_papers", "no_extension"))
    if row.date > as_of:
        reasons.append(both("late_papers", "dated_later", date=row.date))
    if not items:
        reasons.append(text("late_papers", "not_open"))
    dues = [one.due_date for one in items if one.due_date]
    if dues and (row.new_due is None or row.new_due <= min(dues)):
        reasons.append(both("late_papers", "not_longer", old=min(dues)))
    if row.approver and row.approver == row.requester:
        reasons.append(text("late_papers", "self_approved"))
    return tuple(reasons)

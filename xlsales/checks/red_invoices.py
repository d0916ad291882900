"""Red invoices: what takes back an invoice, and whether it may (S-130)."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.money import ZERO
from xlsales.sheets.invoices import INVOICES, Invoice, RedReason


def inv_red_incomplete(look: Look) -> Findings:
    """A red invoice lacks its original, its reason or the day it was confirmed."""
    for row in _reds(look):
        for column in ("red_of", "red_reason", "red_confirmed_on"):
            if getattr(row, column) is None:
                title = INVOICES.column[column].title
                yield look.at(INVOICES, row, column, expected=title, column=title)
                break


def inv_red_positive(look: Look) -> Findings:
    """A red invoice has an amount that is not negative."""
    for row in _reds(look):
        if row.amount >= 0:
            yield look.at(INVOICES, row, "amount", expected=-row.amount)


def inv_red_of_red(look: Look) -> Findings:
    """The original of a red invoice is red itself, or void."""
    for row, original in _with_originals(look):
        if original.is_red or original.is_void:
            yield look.at(INVOICES, row, "red_of")


def inv_red_too_large(look: Look) -> Findings:
    """More is taken back than is left of the original."""
    taken: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for row, original in sorted(_with_originals(look), key=_by_date):
        if row.amount >= 0 or original.is_red or original.is_void:
            continue
        left = original.amount - taken[original.invoice_no]
        taken[original.invoice_no] -= row.amount
        if -row.amount > left:
            yield look.at(INVOICES, row, "amount", expected=-max(left, ZERO))


def inv_red_not_whole(look: Look) -> Findings:
    """What was issued wrongly is not taken back as a whole."""
    for row, original in _with_originals(look):
        if row.red_reason is RedReason.MISTAKE and ZERO < -row.amount < original.amount:
            yield look.at(INVOICES, row, "amount", expected=-original.amount)


def _reds(look: Look) -> Iterator[Invoice]:
    for row in look.book[INVOICES].records:
        if not row.is_void and (row.is_red or row.red_reason):
            yield row


def _with_originals(look: Look) -> Iterator[tuple[Invoice, Invoice]]:
    invoices = look.receivables.invoiced.invoices
    for row in _reds(look):
        original = invoices.get(row.red_of or "")
        if original is not None:
            yield row, original


def _by_date(pair: tuple[Invoice, Invoice]) -> tuple[object, ...]:
    return pair[0].invoice_date, pair[0].row

"""Invoices: what a row of 发票 says of itself, and who answers for it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.sheets.invoices import INVOICES, Invoice

_DIGITAL = re.compile(r"\d{20}")
_PAPER = re.compile(r"\d{8}")


def inv_number_faulty(look: Look) -> Findings:
    """A digital invoice has a number that is not of 20 digits, a paper one not of 8."""
    for row in look.book[INVOICES].records:
        form, wanted = (
            (_DIGITAL, "twenty_digits")
            if row.kind.is_digital
            else (_PAPER, "eight_digits")
        )
        if not form.fullmatch(row.invoice_no):
            yield look.at(
                INVOICES, row, "invoice_no", expected=text("invoices", wanted)
            )


def inv_code_on_digital(look: Look) -> Findings:
    """A digital invoice carries a code; only those on paper have one."""
    for row in look.book[INVOICES].records:
        if row.kind.is_digital and row.invoice_code:
            yield look.at(INVOICES, row, "invoice_code")


def inv_digital_void(look: Look) -> Findings:
    """A digital invoice was called off; it can only be corrected in red."""
    for row in look.book[INVOICES].records:
        if row.kind.is_digital and row.is_void:
            yield look.at(INVOICES, row, "void_reason")


def inv_people_missing(look: Look) -> Findings:
    """A special VAT invoice lacks its issuer or its approver (S-126)."""
    for row in _in_force(look):
        if row.kind.is_special:
            for column in ("issuer", "checker"):
                if getattr(row, column) is None:
                    title = INVOICES.column[column].title
                    yield look.at(INVOICES, row, column, expected=title, column=title)


def inv_people_same(look: Look) -> Findings:
    """One person stands twice on an invoice: two or three must differ (S-126, S-403).

    A special VAT invoice is made, issued and approved by three people; any
    other is at least approved by another person than made it.
    """
    for row in _in_force(look):
        columns = ["maker", "issuer", "checker"]
        if not row.kind.is_special:
            columns.remove("issuer")
        seen = set()
        for column in columns:
            person = getattr(row, column)
            if person and person in seen:
                other = text("words", "other")
                yield look.at(INVOICES, row, column, expected=other)
                break
            seen.add(person)


def inv_lines_differ(look: Look) -> Findings:
    """The lines of an invoice do not add up to it (S-127, S-130)."""
    for row in look.invoice_sums.whole:
        lines = look.invoice_sums.amount(row)
        if lines != row.amount:
            yield look.at(INVOICES, row, "amount", expected=lines)


def inv_tax_differs(look: Look) -> Findings:
    """The tax of an invoice is not that of its lines, to a fen a line (S-130)."""
    for row in look.invoice_sums.whole:
        tax = look.invoice_sums.tax(row)
        if row.tax is None or tax is None:
            continue
        slack = Decimal("0.01") * look.invoice_sums.count(row)
        if abs(row.tax - tax) > slack:
            yield look.at(INVOICES, row, "tax", expected=tax)


def _in_force(look: Look) -> Iterator[Invoice]:
    """Yield the invoices that are not void: their people answer for them."""
    yield from (row for row in look.book[INVOICES].records if not row.is_void)

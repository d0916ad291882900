"""未回款报告单 and 逾期回款函: what is said about money that is late (S-170, S-171)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xlsales.documents.shown import (
    currency_shown,
    day,
    language_of,
    name_of,
    percent,
    seller_facts,
    unit,
    words_of,
)
from xlsales.language import Language
from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.due_dates import statement_month
from xlsales.ledger.issued import statement_number
from xlsales.ledger.ladder import Step, ladder_step
from xlsales.money import digits, total
from xlsales.sheets.book import Book
from xlsales.sheets.overdue import Dunning


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaid:
    """What a row of 催收 is about, on its day.

    Attributes:
        items: what is late and dunned, oldest due first.
        disputed: what is late and in dispute; it stands apart.
        charges: the late charge by daily rate, where a contract has one.
    """

    row: Dunning
    items: Sequence[OpenItem]
    disputed: Sequence[OpenItem]
    charges: Sequence[tuple[Decimal, Decimal]] = ()


def report_context(book: Book, unpaid: Unpaid) -> dict[str, object]:
    """Return what the report of a salesperson says about money that is late."""
    row = unpaid.row
    return {
        **_common(book, unpaid, "zh"),
        "reason": row.reason or "",
        "promised_on": day(row.promised_on),
        "result": row.result or "",
        "reported_by": name_of(book, row.by),
    }


def letter_context(book: Book, unpaid: Unpaid) -> dict[str, object]:
    """Return what the letter to a customer says."""
    row, customer = unpaid.row, book.customers[unpaid.row.customer_code]
    language = language_of(customer)
    month = statement_month(row.date, customer.cutoff_day)
    charge = total(amount for _, amount in unpaid.charges)
    owed = total(one.open_amount for one in unpaid.items)
    pay_by = row.date + timedelta(days=book.settings.letter_days)
    return {
        **_common(book, unpaid, language),
        "pay_by": day(pay_by, language),
        "charges": [
            {"rate": percent(rate), "amount": digits(amount)}
            for rate, amount in unpaid.charges
        ],
        "charge": digits(charge) if charge else "",
        "asked": digits(owed + charge),
        "asked_words": words_of(owed + charge, row.currency, language),
        "contact": name_of(book, row.by),
        "annex": statement_number(book, customer, month, row.currency),
    }


def _common(book: Book, unpaid: Unpaid, language: Language) -> dict[str, object]:
    row, customer = unpaid.row, book.customers[unpaid.row.customer_code]
    owed = total(one.open_amount for one in unpaid.items)
    long_late = [one for one in unpaid.items if _is_long(one, row.date)]
    return {
        "number": row.dunning_no,
        "date": day(row.date, language),
        "seller": seller_facts(book.settings),
        "customer": {"name": customer.full_name, "code": customer.customer_code},
        "salesperson": name_of(book, customer.salesperson),
        "currency": currency_shown(row.currency, language),
        "unit": unit(row.currency, language),
        "items": [_item(one, row.date) for one in unpaid.items],
        "count": len(unpaid.items),
        "total": digits(owed),
        "total_words": words_of(owed, row.currency, language),
        "longest": max((one.days_late(row.date) for one in unpaid.items), default=0),
        "long_count": len(long_late),
        "long_total": digits(total(one.open_amount for one in long_late)),
        "disputed": [_item(one, row.date) for one in unpaid.disputed],
        "disputed_total": digits(total(one.open_amount for one in unpaid.disputed)),
    }


def _item(item: OpenItem, on: date) -> dict[str, object]:
    return {
        "document": item.document,
        "order": item.order_no,
        "date": item.date.isoformat(),
        "due": item.due_date.isoformat() if item.due_date else "",
        "was_due": item.original_due.isoformat() if item.original_due else "",
        "days": item.days_late(on),
        "amount": digits(item.amount),
        "open": digits(item.open_amount),
        "is_long": _is_long(item, on),
    }


def _is_long(item: OpenItem, on: date) -> bool:
    """Whether an item is a calendar month late or more."""
    return bool(item.due_date) and ladder_step(item.due_date or on, on) is Step.LETTER

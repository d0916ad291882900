"""货款往来对账单: what a customer's statement says."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from unicodedata import east_asian_width

from xlsales.documents.shown import (
    count,
    currency_shown,
    discount_shown,
    language_of,
    seller_facts,
    term_shown,
    unit,
    words_of,
)
from xlsales.documents.statement_words import (
    BALANCE,
    BETWEEN,
    BEYOND,
    BRACKETS,
    COMMA,
    CUTOFF,
    ENTERED_LATE,
    ENTRY_TITLES,
    GIFT,
    LABELS,
    LATE,
    MONTH_END,
    NO_INVOICE,
    NOT_DUE,
    PAY_DAY,
    REFUSED_MEMO,
    SHARES,
    WAITING,
    WEIGHED,
)
from xlsales.language import Language
from xlsales.ledger.accounts import (
    AccountLine,
    AgeingBucket,
    Entry,
    Memo,
    OpenItem,
    Statement,
)
from xlsales.money import ZERO, total
from xlsales.sheets.customers import Customer
from xlsales.sheets.settings import Settings

_ORDER_WIDTH, _TEXT_WIDTH = 16, 20
_TABLE_HEAD = 3


def statement_context(
    statement: Statement,
    settings: Settings,
    as_of: date,
    units: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Return what a statement says; amounts and dates are values, not texts.

    Args:
        statement: the customer's account for the month.
        settings: our own facts, and what the figures go by.
        as_of: the date the statement is made; the reply date counts from it.
        units: what units are called in English; as they are where none is given.
    """
    language = language_of(statement.customer)
    return {
        "number": statement.number,
        "month": str(statement.month),
        "start": statement.start,
        "end": statement.end,
        "as_of": as_of,
        "reply_by": as_of + timedelta(days=settings.reply_days or 0),
        "seller": seller_facts(settings),
        "customer": {
            "name": statement.customer.full_name,
            "code": statement.customer.customer_code,
        },
        "agreed": _agreed(statement.customer, settings, language),
        "currency": currency_shown(statement.currency, language),
        "unit": unit(statement.currency, language),
        "basis": settings.delivery_basis.label(language),
        **_balances(statement, language),
        **_movements(statement.lines, language, units or {}),
        "sums": _sums(statement, language),
        "due_items": [
            _due(one, statement.end, language) for one in statement.open_items
        ],
        "ageing": [_bucket(one, language) for one in statement.ageing],
        "ageing_total": total(one.amount for one in statement.ageing),
        "unallocated": statement.unallocated,
        "in_transit": [_memo(one, language) for one in statement.in_transit],
        "uncleared": [_memo(one, language) for one in statement.uncleared],
        "text_lines": _text_lines(statement, language),
        "has_bills": any(one.entry is Entry.BILL for one in statement.lines),
    }


def _agreed(customer: Customer, settings: Settings, language: Language) -> str:
    """Return what was agreed on settling (S-058, S-156)."""
    kind = customer.settlement_type
    cutoff, pay_day = customer.cutoff_day, customer.fixed_pay_day
    said = (
        kind.label(language) if kind else "",
        term_shown(settings, customer.payment_term or "", language),
        CUTOFF(language).format(day=cutoff) if cutoff else MONTH_END(language),
        PAY_DAY(language).format(day=pay_day) if pay_day else "",
    )
    return COMMA(language).join(filter(None, said))


def _due(item: OpenItem, end: date, language: Language) -> dict[str, object]:
    late = item.days_late(end)
    state = LATE(language).format(days=late) if late > 0 else NOT_DUE(language)
    return {
        "due_date": item.due_date,
        "document": item.document,
        "order": item.order_no,
        "date": item.date,
        "state": state if item.due_date else NO_INVOICE(language),
        "amount": item.amount,
        "paid": item.amount - item.open_amount,
        "open": item.open_amount,
    }


def _balances(statement: Statement, language: Language) -> dict[str, object]:
    closing = statement.closing
    return {
        "opening": statement.opening,
        "closing": closing,
        "closing_label": BALANCE[(closing > 0) - (closing < 0)](language),
        "closing_shown": abs(closing),
        "closing_words": words_of(abs(closing), statement.currency, language),
        "is_credit": closing < 0,
        "due_by": statement.due_by,
        "due_amount": statement.due_amount,
        "overdue": statement.overdue,
    }


def _movements(
    lines: Sequence[AccountLine], language: Language, units: Mapping[str, str]
) -> dict[str, object]:
    return {
        "lines": [_line(one, language, units) for one in lines],
        "increase": total(one.amount for one in lines if one.amount > 0),
        "decrease": total(-one.amount for one in lines if one.amount < 0),
    }


def _line(
    line: AccountLine, language: Language, units: Mapping[str, str]
) -> dict[str, object]:
    return {
        "date": line.date,
        "kind": ENTRY_TITLES[line.entry](language),
        "document": line.document,
        "order": _order(line),
        "text": _text(line, language),
        "invoices": "\n".join(line.invoices),
        "unit": units.get(line.unit, line.unit) if language == "en" else line.unit,
        "quantity": line.quantity,
        "price": line.unit_price,
        "increase": line.amount if line.amount >= ZERO else None,
        "decrease": -line.amount if line.amount < ZERO else None,
        "balance": line.balance,
    }


def _order(line: AccountLine) -> str:
    return "\n".join(filter(None, (line.order_no, line.customer_po)))


def _text(line: AccountLine, language: Language) -> str:
    kind = ENTRY_TITLES[line.entry](language)
    product = (language == "en" and line.english) or line.product
    return " ".join(filter(None, (kind, product, _remark(line, language))))


def _remark(line: AccountLine, language: Language) -> str:
    """Return why the amount is not quantity × price, or what money came."""
    if line.is_gift:
        return BRACKETS(language).format(GIFT(language))
    shared = SHARES(language) if line.shares_discount else ""
    weight = count(line.weight)
    weighed = WEIGHED(language).format(weight=weight) if weight else ""
    off = (weighed, discount_shown(line.discount, language), shared)
    said = COMMA(language).join(filter(None, off))
    return BRACKETS(language).format(said) if said else _detail(line, language)


def _detail(line: AccountLine, language: Language) -> str:
    if language == "en" and line.entry is Entry.LATE_ENTRY:
        return ENTERED_LATE.en
    return _named(line.detail, language)


def _named(said: str, language: Language) -> str:
    """Return how money came and by which paper; the paper's number stays."""
    kind, blank, number = said.partition(" ")
    return f"{LABELS[kind](language)}{blank}{number}" if kind in LABELS else said


def _text_lines(statement: Statement, language: Language) -> int:
    """Return about how many lines of text the tables take that may be long.

    A spreadsheet cannot keep rows together; by this a template decides on its
    page break.
    """
    lines = (
        max(
            sum(_wrapped(part, _ORDER_WIDTH) for part in _order(one).split("\n")),
            _wrapped(_text(one, language), _TEXT_WIDTH) + len(one.invoices),
        )
        for one in statement.lines
    )
    memos = (statement.in_transit, statement.uncleared)
    return (
        sum(lines)
        + len(statement.open_items)
        + sum(len(found) + _TABLE_HEAD for found in memos if found)
    )


def _wrapped(text: str, width: int) -> int:
    """Return into how many lines a text breaks; Chinese takes two columns."""
    wide = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
    return max(1, -(-wide // width))


def _sums(statement: Statement, language: Language) -> list[dict[str, object]]:
    """Return the sum of each kind of entry; of deductions, of each kind of them."""
    found: list[dict[str, object]] = []
    for entry, amount in statement.sums.items():
        label = ENTRY_TITLES[entry](language)
        if entry is Entry.DEDUCTION:
            found += [
                {
                    "label": label + BRACKETS(language).format(kind.label(language)),
                    "amount": kept,
                }
                for kind, kept in statement.kept.items()
            ]
        else:
            found.append({"label": label, "amount": amount})
    return found


def _bucket(bucket: AgeingBucket, language: Language) -> dict[str, object]:
    return {"label": _days(bucket, language), "amount": bucket.amount}


def _days(bucket: AgeingBucket, language: Language) -> str:
    if bucket.until is None:
        return BEYOND(language).format(days=bucket.since - 1)
    if bucket.until <= 0:
        return NOT_DUE(language)
    return BETWEEN(language).format(since=bucket.since, until=bucket.until)


def _memo(memo: Memo, language: Language) -> dict[str, object]:
    return {
        "date": memo.date,
        "document": memo.document,
        "order_no": memo.order_no,
        "text": (language == "en" and memo.english) or _named(memo.text, language),
        "why": (REFUSED_MEMO if memo.was_refused else WAITING[memo.entry])(language),
        "amount": memo.amount,
    }

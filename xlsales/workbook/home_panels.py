"""The panels of 首页: what waits today, who is late, how old it is."""

from xlsxwriter.format import Format

from xlsales.language import Language, say
from xlsales.ledger.accounts import AgeingBucket
from xlsales.ledger.late_items import LateAmounts
from xlsales.money import rounded
from xlsales.sheets.customers import CUSTOMERS
from xlsales.workbook.home_canvas import FIRST, Canvas
from xlsales.workbook.home_figures import CURRENCY
from xlsales.workbook.home_overdue import LateCustomer, Overdue
from xlsales.workbook.home_waiting import WAITING
from xlsales.workbook.style import (
    GREY,
    GREY_LINE,
    MONEY_FORMAT,
    WARNING,
)
from xlsales.workbook.tally import Rows

_LATE, _AGEING, _END = 4, 8, 11
_HEIGHT = 8


def write_waiting(page: Canvas, row: int, rows: Rows) -> int:
    """Write what waits, live; return the first free row."""
    language = page.language
    page.head(row, 0, _LATE - 1, say("home", "waiting", language))
    count = _line(page, num_format='0;-0;"–"', align="right", indent=1)
    for offset, one in enumerate(WAITING, start=1):
        title = one.tally.sheet.title(language)
        said = say("home", one.key, language)
        tip = say("home", "open_sheet", language, sheet=title)
        page.linked(row + offset, (0, _LATE - 2), said, title, tip)
        value = one.tally.value(rows, {}, language)
        formula = one.tally.formula(language)
        page.computed(row + offset, _LATE - 1, formula, count, value)
    loud = page.formats.changes(bold=True, font_color=WARNING)
    last, column = row + len(WAITING), FIRST + _LATE - 1
    some = {"type": "cell", "criteria": ">", "value": 0, "format": loud}
    page.sheet.conditional_format(row + 1, column, last, column, some)
    return last + 1


def write_late(page: Canvas, row: int, overdue: Overdue | None) -> int:
    """Write the customers that are late longest; return the first free row."""
    language = page.language
    if overdue is None:
        return _write_unknown(page, row)
    said = say("home", "late", language, as_of=overdue.as_of)
    page.head(row, _LATE, _AGEING - 1, said)
    for offset, one in enumerate(overdue.longest, start=1):
        _write_customer(page, row + offset, one)
    at = row + len(overdue.longest) + 1
    sentence = say("home", "late_count", language, count=overdue.customers)
    total = _line(page, bold=True, indent=1)
    page.merged(at, _LATE, _AGEING - 2, sentence, total)
    _write_amount(page, at, _AGEING - 1, overdue.amount, bold=True)
    if not overdue.amount:
        return at + 1
    small = page.formats.get(font_color=GREY, font_size=9, indent=1, shrink=True)
    steps = _steps_of(overdue.steps, language)
    page.merged(at + 1, _LATE, _AGEING - 1, steps, small)
    return at + 2


def _steps_of(steps: LateAmounts, language: Language) -> str:
    """Return the steps of the ladder that something overdue has come to."""
    found = {
        say("measures", "reminder", language): steps.reminder,
        say("measures", "report", language): steps.report,
        say("measures", "letter", language): steps.letter,
        say("measures", "disputed", language): steps.disputed,
    }
    return " · ".join(f"{one} {rounded(n, 0):,}" for one, n in found.items() if n)


def _write_customer(page: Canvas, row: int, one: LateCustomer) -> None:
    title = CUSTOMERS.title(page.language)
    page.linked(row, (_LATE, _LATE + 1), one.name, title, one.code)
    days = say("home", "days", page.language)
    look = _line(page, num_format=f'0" {days}"', align="right")
    page.sheet.write_number(row, FIRST + _LATE + 2, one.days, look)
    _write_amount(page, row, _AGEING - 1, one.amount, currency=one.currency)


def write_ageing(page: Canvas, row: int, overdue: Overdue | None) -> int:
    """Write open amounts by days past due; return the first free row."""
    if overdue is None:
        return row
    language = page.language
    head = say("home", "ageing", language, currency=CURRENCY)
    page.head(row, _AGEING, _END, head)
    for offset, bucket in enumerate(overdue.buckets, start=1):
        label = _line(page, indent=1)
        said = bucket_name(bucket, page)
        page.merged(row + offset, _AGEING, _END - 2, said, label)
        _write_amount(page, row + offset, _END - 1, bucket.amount)
        _write_share(page, row + offset, bucket, overdue)
    at = row + len(overdue.buckets) + 1
    total = _line(page, bold=True, indent=1)
    page.merged(at, _AGEING, _END - 2, say("home", "open", language), total)
    amount = sum(bucket.amount for bucket in overdue.buckets)
    _write_amount(page, at, _END - 1, amount, bold=True)
    page.sheet.write_blank(at, FIRST + _END, None, total)
    return at + 1


def bucket_name(bucket: AgeingBucket, page: Canvas) -> str:
    """Return what a bucket holds, in words."""
    if bucket.until == 0:
        return say("home", "not_due", page.language)
    if bucket.until is None:
        return say("home", "over_days", page.language, days=bucket.since - 1)
    return say("home", "to_days", page.language, since=bucket.since, until=bucket.until)


def _write_share(
    page: Canvas, row: int, bucket: AgeingBucket, overdue: Overdue
) -> None:
    """Write a bucket's share of what is open."""
    everything = sum(one.amount for one in overdue.buckets if one.amount > 0)
    share = bucket.amount / everything if everything and bucket.amount > 0 else 0
    look = _line(page, num_format='0.0%;;"–"', align="right")
    page.sheet.write_number(row, FIRST + _END, round(share, 4), look)


def _write_unknown(page: Canvas, row: int) -> int:
    """Say where what is overdue can be seen, when no check has said it."""
    page.head(row, _LATE, _END, say("home", "overdue", page.language))
    quiet = page.formats.get(font_color=GREY, indent=1)
    for offset, key in enumerate(("overdue_1", "overdue_2", "overdue_3"), start=1):
        said = say("home", key, page.language)
        page.merged(row + offset, _LATE, _END, said, quiet)
    return row + _HEIGHT


def _write_amount(
    page: Canvas,
    row: int,
    column: int,
    amount: object,
    *,
    currency: str = CURRENCY,
    bold: bool = False,
) -> None:
    """Write an amount; another currency than the main one stands beside it."""
    shown = MONEY_FORMAT if currency == CURRENCY else f'#,##0.00" {currency}"'
    look = _line(page, num_format=shown, align="right", bold=bold)
    page.sheet.write_number(row, FIRST + column, amount, look)


def _line(page: Canvas, **facts: object) -> Format:
    return page.formats.get(bottom=1, bottom_color=GREY_LINE, **facts)

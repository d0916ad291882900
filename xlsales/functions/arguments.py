"""Arguments: how what a cell holds is read, by the type of what is wanted.

The readers are those of the sheets, so that a formula takes what a cell takes:
9折, 13%, 2026年10月8日. A number where a date is wanted is a date of Excel's.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial

from xlsales.functions.registry import Argument, Read
from xlsales.language import Text
from xlsales.sheets.cells import (
    Unreadable,
    read_between,
    read_code,
    read_currency,
    read_date,
    read_discount,
    read_integer,
    read_number,
    read_period,
    read_rate,
    read_text,
)

_DAY_0 = dt.date(1899, 12, 30)
_SERIALS = range(61, 109_575)  # from 1 March 1900 to 31 December 2199
_YEARS = range(1900, 2200)
_LAST_YEAR = 2999
_REQUIRED = object()
"""The default of an argument that must be given."""


def read_day(cell: object) -> object:
    """Return a day; a bare number is one as Excel counts them, from 1900 on."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if int(cell) not in _SERIALS:
            return Unreadable(cell, "not_a_date")
        return _DAY_0 + dt.timedelta(days=int(cell))
    found = read_date(cell)
    if isinstance(found, dt.date) and found.year not in _YEARS:
        return Unreadable(cell, "not_a_date")
    return found


def read_span(cell: object) -> object:
    """Return a period in standard form; a day is the month it is in.

    2026-10 typed into a cell becomes a date: Excel means it well.
    """
    is_number = isinstance(cell, float | int) and not isinstance(cell, bool)
    is_serial = is_number and float(str(cell)) > _LAST_YEAR
    return read_period(read_day(cell) if is_serial else cell)


def _made(read: Read) -> Callable[..., Argument]:
    def argument(
        name: str, zh: str, en: str, *, default: object = _REQUIRED
    ) -> Argument:
        left_out = default is not _REQUIRED
        return Argument(
            name,
            Text(zh, en),
            is_optional=left_out,
            read=read,
            default=default if left_out else None,
        )

    return argument


number = _made(read_number)
rate = _made(read_rate)
discount = _made(read_discount)
day = _made(read_day)
span = _made(read_span)
code = _made(read_code)
words = _made(read_text)
currency = _made(read_currency)


def whole(
    name: str,
    zh: str,
    en: str,
    between: tuple[int, int],
    *,
    default: object = _REQUIRED,
) -> Argument:
    """Return an argument that is a whole number between two."""
    read = partial(read_between, read_integer, between)
    argument: Argument = _made(read)(name, zh, en, default=default)
    return argument


def numbers(name: str, zh: str, en: str) -> Argument:
    """Return an argument that is a whole range of numbers."""
    return Argument(name, Text(zh, en), is_range=True, read=read_number)


AS_OF = day(
    "as_of",
    "按哪一天看；之后的不计",
    "The day to judge by; what is dated later is not counted",
)
CUSTOMER = code("customer_code", "客户编码", "The customer's code")
ORDER_NO = code("order_no", "订单号", "The order's number")
ITS_CURRENCY = currency(
    "currency_code",
    "币种，不填=客户的币种",
    "The currency; left out: the customer's",
    default=None,
)
CURRENCY = currency(
    "currency_code", "币种，不填=CNY", "The currency; left out: CNY", default="CNY"
)
SPAN = span(
    "period_text",
    "期间：2026-10、2026-Q4、2026-H2 或 2026；日期=所在月",
    "A period: 2026-10, 2026-Q4, 2026-H2 or 2026; a date is the month it is in",
)
TERM = words(
    "term_text",
    "付款条件，如 月结30天、预付30%,发货前70%",
    "The payment term as it is typed, such as 月结30天",
)

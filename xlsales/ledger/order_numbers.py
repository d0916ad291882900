"""Order numbers: province letters, city initials, and a running number (S-052).

The default form is ``{province}{city}NO.{seq:03d}``: LN for 辽宁, SY for 沈阳,
so ``LNSYNO.001``. The running number counts per printed prefix.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import Order

CONTRACT_SERIES = "HT-"
# GB/T 2260, alphabetic codes of the provinces; by name without its suffix.
PROVINCE_LETTERS = {
    "北京": "BJ", "天津": "TJ", "河北": "HE", "山西": "SX", "内蒙古": "NM",
    "辽宁": "LN", "吉林": "JL", "黑龙江": "HL", "上海": "SH", "江苏": "JS",
    "浙江": "ZJ", "安徽": "AH", "福建": "FJ", "江西": "JX", "山东": "SD",
    "河南": "HA", "湖北": "HB", "湖南": "HN", "广东": "GD", "广西": "GX",
    "海南": "HI", "重庆": "CQ", "四川": "SC", "贵州": "GZ", "云南": "YN",
    "西藏": "XZ", "陕西": "SN", "甘肃": "GS", "青海": "QH", "宁夏": "NX",
    "新疆": "XJ", "台湾": "TW", "香港": "HK", "澳门": "MO",
}  # fmt: skip
_PROVINCE_SUFFIX = re.compile(
    r"(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$"
)
_DRAFT = re.compile(r"(草稿|DRAFT)-?\d+", re.IGNORECASE)
_SEQUENCE = re.compile(r"\{seq(?::0?(\d+)d)?\}")


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A pattern with everything filled in but the running number."""

    prefix: str
    suffix: str
    width: int
    is_gapless: bool

    @property
    def example(self) -> str:
        """The first number of the series."""
        return self.number(1)

    def number(self, sequence: int) -> str:
        """Return the number with that place in its series."""
        return f"{self.prefix}{sequence:0{self.width}d}{self.suffix}"


def is_draft_key(number: str) -> bool:
    """Whether it is the key of an order that has no number yet: 草稿-7."""
    return _DRAFT.fullmatch(number) is not None


def number_form(pattern: str, customer: Customer, day: dt.date) -> NumberForm:
    """Return the form of an order's number, from the customer's registered city.

    A pattern of nothing but ``{seq}`` is a number given elsewhere: its gaps
    are nobody's business here.
    """
    found = _SEQUENCE.search(pattern)
    before, after = (
        (pattern[: found.start()], pattern[found.end() :]) if found else (pattern, "")
    )
    facts = {
        "province": province_letters(customer.province or ""),
        "city": city_initials(customer.city or ""),
        "year": f"{day.year}",
        "month": f"{day.month:02d}",
    }
    width = int(found[1] or 1) if found else 1
    filled = [_filled(part, facts) for part in (before, after)]
    return NumberForm(filled[0], filled[1], width, is_gapless=bool(before or after))


def number_forms(pattern: str) -> Callable[[Customer, dt.date], NumberForm]:
    """Return a function that gives the form of a number, each worked out once.

    Of a date a form holds no more than the year and the month.
    """
    known: dict[tuple[str, int, int], NumberForm] = {}

    def form(customer: Customer, day: dt.date) -> NumberForm:
        key = (customer.customer_code, day.year, day.month)
        if key not in known:
            known[key] = number_form(pattern, customer, day)
        return known[key]

    return form


def sequence_of(number: str, form: NumberForm) -> int | None:
    """Return a number's place in its series; none if it is not of the form."""
    if not (number.startswith(form.prefix) and number.endswith(form.suffix)):
        return None
    middle = number[len(form.prefix) : len(number) - len(form.suffix)]
    if not (middle.isascii() and middle.isdecimal()) or len(middle) < form.width:
        return None
    return int(middle)


def next_number(taken: Iterable[str], form: NumberForm) -> str:
    """Return the number after the last of a series; void orders keep theirs.

    The running number counts per printed prefix, and none is used twice.
    """
    found = (sequence_of(number, form) for number in taken)
    return form.number(max((one for one in found if one), default=0) + 1)


def contract_number(order: Order) -> str:
    """Return an order's contract number: its own, else HT- and the order's."""
    return order.contract_no or f"{CONTRACT_SERIES}{order.order_no}"


def province_letters(province: str) -> str:
    """Return the letters of a province: 辽宁省 is LN; an unknown one has none."""
    return PROVINCE_LETTERS.get(_PROVINCE_SUFFIX.sub("", province), "")


@lru_cache(maxsize=10_000)
def city_initials(city: str) -> str:
    """Return the pinyin initials of every syllable: 沈阳市 is SY."""
    syllables = lazy_pinyin(city.removesuffix("市"))
    return "".join(syllable[0] for syllable in syllables if syllable).upper()


def _filled(part: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        part = part.replace("{" + name + "}", value)
    return part

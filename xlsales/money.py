"""Money: exact amounts, rounded once, and the words for them.

Rounding is half away from zero, symmetric in sign, at the place where an
amount is made. Every amount shown is a rounded amount and sums add rounded
amounts, so that months sum to quarters to the fen.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import cn2an

ZERO = Decimal("0.00")
_WIDE = Context(prec=40, rounding=ROUND_HALF_UP)
_PLACES = {places: Decimal(1).scaleb(-places) for places in range(9)}
_CURRENCY_WORDS = {
    "CNY": "人民币",
    "USD": "美元",
    "EUR": "欧元",
    "HKD": "港元",
    "JPY": "日元",
    "GBP": "英镑",
}
_NEGATIVE_WORD = "负数"
_CURRENCY = re.compile(rf"(?:{'|'.join(_CURRENCY_WORDS.values())}|[A-Z]{{3}})[:：]?")
_DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_TOO_LARGE = 10**18
_SPELLINGS = str.maketrans({"圆": "元", "正": "整", "〇": "零"})
_IN_WORDS = re.compile(
    r"(?P<minus>负数?)?(?:(?P<yuan>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?"
    r"(?:零?(?P<jiao>[壹贰叁肆伍陆柒捌玖])角|零角)?"
    r"(?:零?(?P<fen>[壹贰叁肆伍陆柒捌玖])分|零分)?整?"
)


def rounded(amount: Decimal, places: int = 2) -> Decimal:
    """Round half away from zero: 12.345 → 12.35, −12.345 → −12.35."""
    found = amount.quantize(_PLACES[places], context=_WIDE)
    return found or abs(found)  # never −0.00


def exact(number: float) -> Decimal:
    """Return what a person sees in a cell: 17.4 is 17.4, 0.1 + 0.2 is 0.3.

    Excel keeps doubles and shows fifteen significant digits; those are the
    number that was typed.
    """
    if isinstance(number, int):
        return Decimal(number)
    return Decimal(format(number, ".15g"))


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Add rounded amounts; nothing is 0.00."""
    return sum(amounts, ZERO)


def to_fen(amount: Decimal) -> int:
    """Return a rounded amount as integer fen, for frames."""
    return int(amount.scaleb(2))


def from_fen(fen: int) -> Decimal:
    """Return integer fen as an amount with two decimals."""
    return Decimal(int(fen)).scaleb(-2)


def line_amount(quantity: Decimal, unit_price: Decimal, discount: Decimal) -> Decimal:
    """Return round(quantity × unit price × (1 − discount), 2)."""
    full = _WIDE.multiply(quantity, unit_price)
    return rounded(_WIDE.multiply(full, 1 - discount) if discount else full)


def tax_in(gross_amount: Decimal, tax_rate: Decimal) -> Decimal:
    """Return the tax inside a tax-inclusive amount: amount × rate ÷ (1 + rate)."""
    with localcontext(_WIDE):
        return rounded(gross_amount * tax_rate / (1 + tax_rate))


def tax_on(net_amount: Decimal, tax_rate: Decimal) -> Decimal:
    """Return the tax that comes on top of a net amount: amount × rate."""
    return rounded(_WIDE.multiply(net_amount, tax_rate))


def split(amount: Decimal, bases: Sequence[Decimal]) -> list[Decimal]:
    """Split ``amount`` over ``bases`` so that the parts sum to it exactly.

    Each part is the difference of two rounded running shares, so none drifts
    by more than a fen however many there are.

    Raises:
        ZeroDivisionError: all bases are zero, so there is nothing to go by.
    """
    whole = sum(bases, Decimal(0))
    if whole == 0:
        raise ZeroDivisionError("nothing to split by: the bases sum to zero")
    if len(bases) == 1:
        return [amount]
    with localcontext(_WIDE):
        running = [
            rounded(amount * base / whole)
            for base in itertools.accumulate(bases, initial=Decimal(0))
        ]
    return [after - before for before, after in itertools.pairwise(running)]


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return part ÷ whole; none when the whole is not positive.

    Not rounded: whoever shows it rounds it, once.
    """
    return _WIDE.divide(part, whole) if whole > 0 else None


def growth(this: Decimal, that: Decimal) -> Decimal | None:
    """Return this ÷ that − 1, not rounded; none when the base is ≤ 0."""
    return _WIDE.divide(_WIDE.subtract(this, that), that) if that > 0 else None


def digits(amount: Decimal) -> str:
    """Return an amount as people print it: 12,345.60."""
    return f"{rounded(amount):,.2f}"


def currency_name(currency: str) -> str:
    """Return a currency as Chinese documents name it; an unknown one is its code."""
    return _CURRENCY_WORDS.get(currency, currency)


def in_words(amount: Decimal, currency: str = "CNY") -> str:
    """Return an amount in capital Chinese digits, with its currency in front.

    整 stands after 元 and 角 and never after 分; a zero between is said once
    (Rules on the handling of payment instruments, appendix 1).
    """
    fen = to_fen(rounded(amount))
    sign = _NEGATIVE_WORD if fen < 0 else ""
    return currency_name(currency) + sign + _fen_in_words(abs(fen))


def _fen_in_words(fen: int) -> str:
    yuan, cents = divmod(fen, 100)
    if fen == 0:
        return "零元整"
    words = cn2an.an2cn(str(yuan), "up") + "元" if yuan else ""
    if cents == 0:
        return words + "整"
    jiao, last = divmod(cents, 10)
    if yuan and (jiao == 0 or yuan % 10 == 0):
        words += "零"
    if jiao:
        words += cn2an.an2cn(str(jiao), "up") + "角"
    return words + (cn2an.an2cn(str(last), "up") + "分" if last else "整")


def from_words(words: str) -> Decimal | None:
    """Read an amount in capital Chinese digits back; none if it is not one.

    Accepts what banks accept: 正 for 整, 圆 for 元, a zero between said or not,
    a currency in front, 负数 before a negative amount. Anything else that would
    not be written so is no amount: 壹佰佰元, 壹拾贰拾元.
    """
    plain = _CURRENCY.sub("", "".join(words.split()), count=1).translate(_SPELLINGS)
    found = _IN_WORDS.fullmatch(plain)
    if not found or not any(found[part] for part in ("yuan", "jiao", "fen")):
        return None
    jiao, last = (_DIGITS[found[part] or "零"] for part in ("jiao", "fen"))
    fen = _whole(found["yuan"] or "") * 100 + jiao * 10 + last
    if fen >= _TOO_LARGE or _bare(_fen_in_words(fen)) != _bare(plain):
        return None
    return from_fen(-fen if found["minus"] else fen)


def _whole(words: str) -> int:
    """Add up digits and units, larger units over all that stands before them."""
    settled = section = digit = 0
    largest = 1
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            section, digit = section + digit * _UNITS[sign], 0
        else:
            unit, section, digit = _MYRIADS[sign], section + digit, 0
            if unit > largest:
                settled, largest = (settled + section) * unit, unit
            else:
                settled += section * unit
            section = 0
    return settled + section + digit


def _bare(words: str) -> str:
    """Leave out what may be said or not: the sign, zeros and a closing 整."""
    return re.sub("零[角分]|[负数零整]", "", words)

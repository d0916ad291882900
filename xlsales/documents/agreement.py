"""Agreement: an amount in words says what the digits beside it say.

Judged in every paragraph, table row and sheet row that has both; words that
stand alone, and digits that are no amount, are left in peace.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from lxml import etree

from xlsales.documents.faults import bad_template
from xlsales.money import from_words

_WORDS = re.compile(
    r"(?:负数?)?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆角分]"
    r"[零〇壹贰叁肆伍陆柒捌玖角分]*[整正]?"
)
_DIGITS = re.compile(
    r"(?:(?P<mark>[¥￥$]|人民币|[A-Z]{3})\s*)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<unit>\s*元)?"
)
_CENTS = re.compile(r"\.\d\d$")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Disagreement(NamedTuple):
    """An amount in words, and the amounts in digits that it is none of."""

    words: str
    digits: tuple[str, ...]


def disagreement(text: str) -> Disagreement | None:
    """Return the first amount in words that none of the digits in a text is."""
    amounts = {
        one["number"]: Decimal(one["number"].replace(",", ""))
        for one in _DIGITS.finditer(text)
        if _is_amount(one)
    }
    for words, amount in _in_words(text):
        if amounts and amount not in amounts.values():
            return Disagreement(words, tuple(amounts))
    return None


def refuse_disagreement(part: bytes) -> None:
    """Look through a part of a document that was made.

    Raises:
        BadTemplate: its template puts words beside the digits of another amount.
    """
    for block in _blocks(etree.fromstring(part)):
        if found := disagreement(block):
            raise bad_template("words_differ", words=found.words, digits=found.digits)


def _in_words(text: str) -> Iterator[tuple[str, Decimal]]:
    for found in _WORDS.finditer(text):
        if (amount := from_words(found[0])) is not None:
            yield found[0], abs(amount)


def _is_amount(found: re.Match[str]) -> bool:
    """Whether digits say money: marked as such, or written as money is."""
    number = found["number"]
    return bool(
        found["mark"] or found["unit"] or "," in number or _CENTS.search(number)
    )


def _blocks(root: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph, table row and sheet row."""
    for one in root.iter(f"{_WORD}p", f"{_WORD}tr"):
        yield _text(one.iter(f"{_WORD}t"))
    for row in root.iter(f"{_SHEET}row"):
        yield _text(row.iter(f"{_SHEET}t"), " ")


def _text(pieces: Iterable[etree._Element], between: str = "") -> str:
    return between.join(one.text or "" for one in pieces)

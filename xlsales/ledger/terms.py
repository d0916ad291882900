"""Payment terms: the words people write, as parts with a base event and days.

``款到发货``, ``货到30天``, ``月结60天``, ``30/70``, ``预付30%,发货前70%``,
``票到15天``: each is read into parts that sum to one hundred per cent, and
explained back in full words, so that a contract says what was understood.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from xlsales.language import Language, say
from xlsales.sheets.settings import MonthlyReading

HUNDRED = Decimal(100)
DEPOSIT_LIMIT = Decimal(20)
STATEMENT_MONTH_DAYS = 30


class Event(Enum):
    """What a part of the price waits for."""

    ORDER = "order"
    SHIPPING = "shipping"
    DELIVERY = "delivery"
    STATEMENT = "statement"
    INVOICE = "invoice"

    @property
    def is_before_delivery(self) -> bool:
        """Whether the part is due before the goods go out."""
        return self in {Event.ORDER, Event.SHIPPING}


@dataclass(frozen=True, slots=True)
class Part:
    """``percent`` of the price, ``days`` after ``event``."""

    percent: Decimal
    event: Event
    days: int = 0
    is_deposit: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A payment term that was understood."""

    typed: str
    parts: tuple[Part, ...]

    def percent_of(self, event: Event) -> Decimal:
        """Return the share of the price that waits for ``event``, as a fraction."""
        shares = (part.percent for part in self.parts if part.event is event)
        return sum(shares, Decimal(0)) / HUNDRED


@dataclass(frozen=True, slots=True)
class TermFault:
    """Why a payment term was not understood: a key of the catalogue."""

    why: str
    found: str


_WHOLE = {
    "款到发货": Event.SHIPPING,
    "先款后货": Event.SHIPPING,
    "现款": Event.SHIPPING,
    "现结": Event.SHIPPING,
    "货到付款": Event.DELIVERY,
    "月结": Event.STATEMENT,
}
_EVENTS = {
    "预付款": Event.ORDER,
    "预付": Event.ORDER,
    "定金": Event.ORDER,
    "订金": Event.ORDER,
    "签约": Event.ORDER,
    "发货前": Event.SHIPPING,
    "提货前": Event.SHIPPING,
    "货到": Event.DELIVERY,
    "到货": Event.DELIVERY,
    "签收": Event.DELIVERY,
    "月结": Event.STATEMENT,
    "对账": Event.STATEMENT,
    "票到": Event.INVOICE,
    "开票": Event.INVOICE,
}
_RATIO = re.compile(r"(\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)")
_PART = re.compile(
    r"(?P<event>" + "|".join(_EVENTS) + r")后?"
    r"(?:(?P<days>\d{1,4})(?:[天日]内?|(?![\d%.])))?"
    r"(?:付款?|支付)?(?:(?P<percent>\d+(?:\.\d+)?)%|(?P<rest>余款|尾款))?(?:付清|付款)?"
)


@lru_cache(maxsize=10_000)
def parse_term(typed: str) -> Term | TermFault:
    """Read a payment term; a fault says what is wrong with it."""
    plain = "".join(unicodedata.normalize("NFKC", typed).split())
    if plain in _WHOLE:
        return Term(typed, (Part(HUNDRED, _WHOLE[plain]),))
    if found := _RATIO.fullmatch(plain):
        first, second = Decimal(found[1]), Decimal(found[2])
        parts = [Part(first, Event.ORDER), Part(second, Event.SHIPPING)]
        return _checked(typed, parts)
    pieces = [piece for piece in re.split(r"[,、;。+]", plain) if piece]
    parts = []
    for piece in pieces:
        part = _part(piece, alone=len(pieces) == 1, so_far=parts)
        if part is None:
            return TermFault("term_unreadable", piece)
        parts.append(part)
    return _checked(typed, parts) if parts else TermFault("term_unreadable", typed)


def _part(piece: str, *, alone: bool, so_far: list[Part]) -> Part | None:
    """Read one piece; what names no percentage takes the rest."""
    rest = piece.startswith(("余款", "尾款"))
    found = _PART.fullmatch(piece[2:] if rest else piece)
    if not found or not (alone or rest or found["percent"] or found["rest"]):
        return None
    left = HUNDRED - sum((part.percent for part in so_far), Decimal(0))
    percent = Decimal(found["percent"]) if found["percent"] else left
    word = found["event"]
    return Part(percent, _EVENTS[word], int(found["days"] or 0), word == "定金")


def _checked(typed: str, parts: list[Part]) -> Term | TermFault:
    whole = sum((part.percent for part in parts), Decimal(0))
    if whole != HUNDRED or any(part.percent < 0 for part in parts):
        return TermFault("term_not_100", f"{whole:f}%")
    deposit = sum((part.percent for part in parts if part.is_deposit), Decimal(0))
    if deposit > DEPOSIT_LIMIT:
        return TermFault("term_deposit", f"{deposit:f}%")
    return Term(typed, tuple(part for part in parts if part.percent))


def explain(
    term: Term,
    language: Language,
    reading: MonthlyReading = MonthlyReading.STATEMENT_MONTHS,
) -> str:
    """Return the term in full words, as a contract says it.

    ``reading`` decides, as it does for due dates, whether 月结30 ends with the
    next statement month or thirty days after this one.
    """
    words = [
        say(
            "terms",
            _sentence(part, reading),
            language,
            percent=f"{part.percent.normalize():f}",
            days=part.days,
            months=part.days // STATEMENT_MONTH_DAYS,
        )
        for part in term.parts
    ]
    return ("；" if language == "zh" else "; ").join(words)


def counts_months(part: Part, reading: MonthlyReading) -> bool:
    """Whether the days of a part stand for whole statement months."""
    return (
        part.event is Event.STATEMENT
        and reading is MonthlyReading.STATEMENT_MONTHS
        and part.days % STATEMENT_MONTH_DAYS == 0
    )


def _sentence(part: Part, reading: MonthlyReading) -> str:
    if part.days == 0:
        return part.event.value
    unit = "months" if counts_months(part, reading) else "days"
    return f"{part.event.value}_{unit}"

"""Customers: sixty invented customers in the channels of the trade."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from xlsales.demo.days import FIRST, LAST, due_day
from xlsales.demo.names import BUYERS, KINDS, PEOPLE, Kind
from xlsales.demo.places import PLACES, Place
from xlsales.sheets.customers import Customer, SettlementType

PAY_FIRST = ("款到发货", "预付30%,发货前70%")
_SETTLED = {
    "款到发货": SettlementType.SPOT_CASH,
    "预付30%,发货前70%": SettlementType.SPOT_CASH,
    "货到付款": SettlementType.SPOT_CASH,
}
_SALESPEOPLE = {
    "东北": ("E006", "E007"),
    "华北": ("E008",),
    "华东": ("E009",),
    "华中": ("E010",),
    "华南": ("E010",),
    "西南": ("E011",),
    "西北": ("E011",),
}
# the customers who stopped ordering and owe, and since when they have not paid
_SLOW = {
    "C014": date(2026, 10, 20),
    "C019": date(2026, 9, 25),
    "C023": date(2026, 8, 25),
    "C028": date(2026, 7, 25),
    "C033": date(2026, 6, 15),
}
_LAST_OF_SLOW = date(2026, 9, 18)
_STOPPED = "C060"
_CONSIGNMENT = frozenset({"C005", "C011", "C017"})
_LATECOMERS = {
    f"C{number:03d}": date(2024 + turn % 3, 1 + turn * 5 % 9, 5)
    for turn, number in enumerate(range(10, 60, 3))
}
_LEAVERS = {"C041": date(2025, 3, 31), "C051": date(2025, 11, 28)}


@dataclass(frozen=True, kw_only=True)
class Buyer:
    """One customer as orders and payments need it."""

    number: int
    code: str
    full_name: str
    short_name: str
    kind: Kind
    place: Place
    term: str
    cutoff: int | None
    pay_day: int | None
    contacts: tuple[str, ...]

    @property
    def channel(self) -> str:
        """The first level of the customer's kind."""
        return self.kind.channel

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is sold to it any more."""
        return self.code == _STOPPED

    @property
    def since(self) -> date:
        """From when on it orders."""
        return _LATECOMERS.get(self.code, FIRST)

    @property
    def until(self) -> date:
        """Until when it orders."""
        if self.is_slow:
            return _LAST_OF_SLOW
        return _LEAVERS.get(self.code, LAST)

    @property
    def is_slow(self) -> bool:
        """Whether it owes money past due."""
        return self.code in _SLOW

    @property
    def unpaid_from(self) -> date | None:
        """The first due date that it let pass."""
        return _SLOW.get(self.code)

    @property
    def pays_first(self) -> bool:
        """Whether money comes before goods."""
        return self.term in PAY_FIRST

    @property
    def is_old(self) -> bool:
        """Whether it was a customer before the three years."""
        return self.code not in _LATECOMERS

    @property
    def settlement(self) -> SettlementType:
        """How goods are traded with it."""
        if self.code in _CONSIGNMENT:
            return SettlementType.CONSIGNMENT
        return _SETTLED.get(self.term, SettlementType.OUTRIGHT_MONTHLY)

    @property
    def salesperson(self) -> str:
        """Who looks after it."""
        people = _SALESPEOPLE[self.place.region]
        return people[self.number % len(people)]

    @property
    def weight(self) -> float:
        """How often it orders, compared with others."""
        return float((self.number + 3) ** -0.62)

    @property
    def usual(self) -> Decimal:
        """What a line of its orders is usually worth."""
        return Decimal(round(12000 * self.number**-0.42))

    @property
    def phone(self) -> str:
        """An invented landline."""
        return f"{self.place.area_code}-20000{100 + self.number}"

    @property
    def address(self) -> str:
        """Where its office is."""
        return self.place.address(f"示范路{self.number}号")

    @property
    def warehouse(self) -> str:
        """Where goods go."""
        return self.place.address(f"示范物流园{self.number}号库")

    def mobile(self, contact: int) -> str:
        """Return an invented mobile number of one of its contacts."""
        return f"1990000{self.number:02d}{contact:02d}"

    def due(self, day: date) -> date:
        """Return when goods signed for on ``day`` are to be paid."""
        return due_day(self.record, day)

    @cached_property
    def record(self) -> Customer:
        """What the ledger must know to price its orders and date its debts."""
        return Customer(
            customer_code=self.code,
            channel=self.channel,
            sub_channel=self.kind.sub_channel,
            region=self.place.region,
            payment_term=self.term,
            cutoff_day=self.cutoff,
            fixed_pay_day=self.pay_day,
        )


def buyers() -> list[Buyer]:
    """Return all customers, the largest first."""
    return [_buyer(number, *facts) for number, facts in enumerate(BUYERS, 1)]


def _buyer(number: int, kind_key: str, stem: str, city: str) -> Buyer:
    kind = KINDS[kind_key]
    term, cutoff, pay_day = kind.terms[number % len(kind.terms)]
    return Buyer(
        number=number,
        code=f"C{number:03d}",
        full_name=f"{city}{stem}{kind.suffix}",
        short_name=f"{stem}{kind.short}({city})",
        kind=kind,
        place=PLACES[city],
        term=term,
        cutoff=cutoff,
        pay_day=pay_day,
        contacts=(
            PEOPLE[number * 2 % len(PEOPLE)],
            PEOPLE[(number * 2 + 1) % len(PEOPLE)],
        ),
    )

"""Shipping: what left the warehouse, what was signed for, what came back."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from xlsales.demo.catalogue import PACKS
from xlsales.demo.days import LAST, later, on_or_before
from xlsales.demo.rows import dice
from xlsales.demo.sale import Line, Sale
from xlsales.money import ZERO, rounded, total
from xlsales.sheets.deliveries import DeliveryException, DeliveryKind
from xlsales.sheets.orders import LineType

_A_DAY = timedelta(days=1)
_IN_TWO = 0.1
_RETURNS = 14
_REASONS = (
    DeliveryException.DAMAGED,
    DeliveryException.REFUSED,
    DeliveryException.WRONG,
)
_HALF = Decimal("0.5")
_RETURNS_UNTIL = date(2026, 7, 31)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """So much of one order line."""

    line_no: int
    quantity: Decimal
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Shipment:
    """One delivery of an order, or what came back of it.

    Amounts are positive either way.
    """

    number: str = ""
    sale: Sale
    pieces: tuple[Piece, ...]
    shipped: date
    signed: date | None
    back_from: "Shipment | None" = None
    reason: DeliveryException | None = None

    @property
    def kind(self) -> DeliveryKind:
        """Which way the goods went."""
        return DeliveryKind.RETURN if self.back_from else DeliveryKind.DELIVERY

    @property
    def amount(self) -> Decimal:
        """What it comes to."""
        return total(piece.amount for piece in self.pieces)


def shipments(sales: Iterable[Sale]) -> list[Shipment]:
    """Return all deliveries and returns up to the last day, numbered by date."""
    luck = dice("shipping")
    out = [one for sale in sales if not sale.is_void for one in _shipped(luck, sale)]
    # what came back left later, so that it finds the number of what it came from
    both = sorted([*out, *_returns(out)], key=lambda one: one.shipped)
    return list(_numbered(both))


def _shipped(luck: Random, sale: Sale) -> Iterator[Shipment]:
    late = luck.choices((-1, 0, 1, 3), (34, 56, 6, 4))[0]
    day = later(sale.due, late) if late >= 0 else on_or_before(sale.due - _A_DAY)
    day = max(day, sale.day)
    halves = luck.random() < _IN_TWO
    for pieces in _loads(sale, halves=halves):
        if day > LAST:
            return
        signed = later(day, luck.randint(1, 4))
        yield Shipment(
            sale=sale,
            pieces=pieces,
            shipped=day,
            signed=signed if signed <= LAST else None,
            reason=DeliveryException.LATE if day > sale.due and not halves else None,
        )
        day = later(day, luck.randint(5, 10))


def _loads(sale: Sale, *, halves: bool) -> Iterator[tuple[Piece, ...]]:
    """Yield what goes on the lorry: everything, or one half after the other."""
    first = {
        number: _first_part(line) if halves else line.quantity
        for number, line in enumerate(sale.lines, 1)
    }
    yield tuple(_piece(sale, number, part) for number, part in first.items() if part)
    rest = {
        number: line.quantity - first[number]
        for number, line in enumerate(sale.lines, 1)
    }
    if any(rest.values()):
        yield tuple(
            _piece(sale, number, part, first[number])
            for number, part in rest.items()
            if part
        )


def _first_part(line: Line) -> Decimal:
    """Return about half a line in whole packs; freight and gifts go at once."""
    if line.kind is not LineType.GOODS:
        return line.quantity
    pack = PACKS[line.product]
    return rounded(line.quantity * _HALF / pack, 0) * pack


def _piece(sale: Sale, number: int, quantity: Decimal, before: Decimal = ZERO) -> Piece:
    """Return a part of a line: the difference of two running amounts."""
    whole, ordered = sale.shares[number - 1], sale.lines[number - 1].quantity
    until = rounded(whole * (before + quantity) / ordered)
    amount = until - rounded(whole * before / ordered)
    return Piece(line_no=number, quantity=quantity, amount=amount)


def _returns(out: Iterable[Shipment]) -> Iterator[Shipment]:
    """Yield a few returns of some packs, soon after the goods were signed for."""
    luck = dice("returns")
    for one in luck.sample([one for one in out if _may_come_back(one)], _RETURNS):
        first = one.pieces[0]
        pack = PACKS[one.sale.lines[first.line_no - 1].product]
        back = max(rounded(first.quantity / pack / 5, 0), Decimal(1)) * pack
        kept = _piece(one.sale, first.line_no, first.quantity - back)
        day = later(one.signed or one.shipped, luck.randint(2, 6))
        yield Shipment(
            sale=one.sale,
            pieces=(replace(first, quantity=back, amount=first.amount - kept.amount),),
            shipped=day,
            signed=day,
            back_from=one,
            reason=luck.choice(_REASONS),
        )


def _may_come_back(one: Shipment) -> bool:
    buyer, line = one.sale.buyer, one.sale.lines[0]
    return (
        not buyer.pays_first
        and not buyer.is_slow
        and one.signed is not None
        and one.signed <= _RETURNS_UNTIL
        and one.pieces[0].quantity == line.quantity > 2 * PACKS[line.product]
    )


def _numbered(shipments: Iterable[Shipment]) -> Iterator[Shipment]:
    """Yield them with numbers that count within the month: FH2610-001."""
    counts: defaultdict[str, Iterator[int]] = defaultdict(lambda: itertools.count(1))
    given: dict[int, Shipment] = {}
    for one in shipments:
        series = f"{'TH' if one.back_from else 'FH'}{one.shipped:%y%m}"
        origin = given[id(one.back_from)] if one.back_from else None
        number = f"{series}-{next(counts[series]):03d}"
        given[id(one)] = replace(one, number=number, back_from=origin)
        yield given[id(one)]

"""Targets: a year ago and somewhat more, for the firm, its people and regions."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from xlsales.demo.firm import MANAGER
from xlsales.demo.rows import Row
from xlsales.demo.shipping import Shipment
from xlsales.money import ZERO, rounded, split
from xlsales.periods import Period, period_of
from xlsales.sheets.targets import Measure, TargetDimension

_MONTHS = [Period(2025, 11).shift(number) for number in range(14)]
_MORE = Decimal("1.12")
_RECEIPTS = Decimal("0.95")
_STEP = Decimal(100000)  # a fen of what is split stands for a thousand yuan
_Sums = dict[str, Decimal]


def target_rows(shipments: Iterable[Shipment]) -> list[Row]:
    """Return the monthly targets; those of people and of regions sum to the firm's."""
    sold = [one for one in shipments if one.signed]
    people = _by_month(sold, lambda one: one.sale.buyer.salesperson)
    regions = _by_month(sold, lambda one: one.sale.buyer.place.region)
    return [row for month in _MONTHS for row in _rows(month, people, regions)]


def _rows(
    month: Period, people: dict[Period, _Sums], regions: dict[Period, _Sums]
) -> Iterator[Row]:
    year_ago = month.last_year()
    whole = rounded(sum(people[year_ago].values(), ZERO) * _MORE / _STEP)
    receipts = rounded(whole * _RECEIPTS)
    yield _row(month, Measure.SALES, TargetDimension.COMPANY, None, whole)
    yield _row(month, Measure.RECEIPTS, TargetDimension.COMPANY, None, receipts)
    shares = (
        (TargetDimension.SALESPERSON, people[year_ago]),
        (TargetDimension.REGION, regions[year_ago]),
    )
    for dimension, sums in shares:
        parts = split(whole, list(sums.values()))
        for key, part in zip(sums, parts, strict=True):
            yield _row(month, Measure.SALES, dimension, key, part)


def _row(
    month: Period,
    measure: Measure,
    dimension: TargetDimension,
    key: str | None,
    steps: Decimal,
) -> Row:
    return {
        "period": str(month),
        "measure": measure,
        "dimension": dimension,
        "key": key,
        "value": rounded(steps * _STEP, 0),
        "approved_by": MANAGER,
    }


def _by_month(
    sold: Iterable[Shipment], key: Callable[[Shipment], str]
) -> dict[Period, _Sums]:
    """Return what was sold in each month by a key, in the order of the keys."""
    sums: defaultdict[Period, defaultdict[str, Decimal]] = defaultdict(
        lambda: defaultdict(lambda: ZERO)
    )
    for one in sold:
        month = period_of(one.signed or date.max, 1)
        sign = -1 if one.back_from else 1
        sums[month][key(one)] += sign * one.amount
    return {month: dict(sorted(found.items())) for month, found in sums.items()}

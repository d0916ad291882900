"""Attainment: every target of a period beside what was reached of it (S-352)."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from xlsales.language import Text
from xlsales.reports.names import Names
from xlsales.reports.reached import Amounts, Reached, dimension_of
from xlsales.reports.target_figures import TargetRow, TargetTable
from xlsales.reports.targets import (
    ByPeriod,
    Promise,
    Targets,
    missing_parts,
    target_of,
)
from xlsales.sheets.targets import Measure, TargetDimension

_COMPANY = TargetDimension.COMPANY
_LEAST = Decimal(-1)


def target_tables(
    targets: Targets, reached: Reached, names: Names
) -> tuple[TargetTable, ...]:
    """Return a table for each measure and dimension with targets in the period."""
    found: dict[tuple[TargetDimension, Measure], list[Promise]] = defaultdict(list)
    for promise, given in targets.items():
        if promise.currency == reached.currency and _concerns(given, reached):
            found[promise.dimension, promise.measure].append(promise)
    return tuple(
        _table(promises, targets, reached, names)
        for dimension in TargetDimension
        for measure in Measure
        if (promises := found.get((dimension, measure)))
    )


def _concerns(given: ByPeriod, reached: Reached) -> bool:
    """Whether a target speaks of the period or of a part of it."""
    period = reached.window.period
    return target_of(given, period) is not None or any(
        one.start in period and one.end in period for one in given
    )


def _table(
    promises: Iterable[Promise], targets: Targets, reached: Reached, names: Names
) -> TargetTable:
    first, *_ = promises = list(promises)
    measure, dimension = first.measure, first.dimension
    actual = reached.by_key(measure, dimension)
    rows = [
        _row(one, targets[one], _name(one, names), actual, reached) for one in promises
    ]
    rows.sort(key=lambda row: (-_or(row.attainment, _LEAST), row.key))
    whole = None if actual is None else sum(actual.values(), Decimal(0))
    is_company = dimension is _COMPANY
    rest = None
    if whole is not None and not is_company:
        rest = whole - sum((row.actual or 0 for row in rows), Decimal(0))
    return TargetTable(
        measure=measure,
        dimension=dimension,
        rows=tuple(rows),
        rest=rest,
        total=whole,
    )


def _row(
    promise: Promise,
    given: ByPeriod,
    name: Text,
    actual: Amounts | None,
    reached: Reached,
) -> TargetRow:
    period = reached.window.period
    target = target_of(given, period)
    missing = () if target is not None else tuple(missing_parts(given, period))
    return TargetRow(
        key=promise.key,
        name=name,
        target=target,
        actual=None if actual is None else actual.get(promise.key, Decimal(0)),
        missing=missing,
    )


def _name(promise: Promise, names: Names) -> Text:
    if promise.dimension is _COMPANY:
        return promise.measure.label
    return dimension_of(promise.dimension).name(names, promise.key)


def _or(value: Decimal | None, other: Decimal) -> Decimal:
    return other if value is None else value

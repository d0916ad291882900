"""Target figures: what was promised and what was reached, key by key."""

from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.money import ratio
from xlsales.periods import Period
from xlsales.sheets.targets import Measure, TargetDimension


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """What one key was to reach, and what it reached.

    Attributes:
        key: "" is the company, or all keys without a target together.
        target: none where part of the period has none.
        actual: none where the measure is not kept by this dimension.
        missing: the parts of the period that have no target.
    """

    key: str
    name: Text
    target: Decimal | None
    actual: Decimal | None
    missing: tuple[Period, ...] = ()

    @property
    def gap(self) -> Decimal | None:
        """Actual less target."""
        if self.target is None or self.actual is None:
            return None
        return self.actual - self.target

    @property
    def attainment(self) -> Decimal | None:
        """目标完成率: actual ÷ target (S-352)."""
        if self.target is None or self.actual is None:
            return None
        return ratio(self.actual, self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTable:
    """The targets of one measure by one dimension.

    Attributes:
        rows: the keys with a target, the best attainment first.
        rest: what keys without a target reached; none of the company.
        total: what all reached together; none where it is not kept.
    """

    measure: Measure
    dimension: TargetDimension
    rows: tuple[TargetRow, ...]
    rest: Decimal | None
    total: Decimal | None

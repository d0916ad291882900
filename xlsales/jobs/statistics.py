"""Statistics: the sales of a period, shown in every way."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from xlsales.language import Language
from xlsales.ledger.sales import Basis
from xlsales.periods import Period
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.sheets.book import Book
from xlsales.workbook.reported import Reported, report_into

if TYPE_CHECKING:  # pandas is not loaded until statistics are asked for
    from xlsales.reports.figures import Statistics


def stats(
    book: Book,
    period: Period,
    *,
    by: Iterable[str] = (),
    basis: Basis = Basis.DELIVERY,
    as_of: dt.date,
) -> "Statistics":
    """Return the statistics of a period, by the dimensions named or by all.

    Raises:
        UnknownName: a dimension that there is not.
    """
    from xlsales.reports.statistics import statistics  # noqa: PLC0415 - loads pandas

    wanted = list(by) or [dimension.key for dimension in DIMENSIONS]
    return statistics(book, period, wanted, basis, as_of)


def statistics_workbook(statistics: "Statistics", language: Language = "zh") -> bytes:
    """Return statistics as a workbook with charts."""
    from xlsales.reports.statistics_workbook import (  # noqa: PLC0415
        build_statistics,
    )

    return build_statistics(statistics, language)


def statistics_into(
    content: bytes, name: str, statistics: "Statistics", language: Language = "zh"
) -> Reported:
    """Put the sheets of statistics into a workbook, each named with its period.

    Args:
        content: the workbook's bytes.
        name: its name, for messages.
        statistics: what was added up.
        language: of the sheets.

    Raises:
        CannotRead: the bytes are no .xlsx or .xlsm.
        CannotPatch: the workbook cannot take them without harm.
    """
    made = statistics_workbook(statistics, language)
    return report_into(content, name, made, f"{statistics.period} ")


def statistics_json(
    statistics: "Statistics", language: Language = "zh"
) -> dict[str, object]:
    """Return statistics as what ``json.dumps`` takes."""
    from xlsales.reports.statistics_json import to_json  # noqa: PLC0415

    return to_json(statistics, language)

"""Dimension sheets: every customer, region, product … of the period, largest first."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from xlsales.language import Language, say
from xlsales.money import ratio
from xlsales.reports.columns import Column, Kind, Value
from xlsales.reports.dimensions import dimensions_of
from xlsales.reports.figures import CurrencyStatistics, Figures, Row
from xlsales.reports.page import Report
from xlsales.reports.sentences import Told, name_of
from xlsales.reports.table import Table


def write_dimension(report: Report, told: Told, key: str, suffix: str) -> None:
    """Write the sheet of one dimension in one currency."""
    language = report.language
    by = _by(key, language) + suffix
    sheet = report.add_sheet(by)
    unit = say("report", "table_unit", language, unit=told.unit.small)
    note = say(
        "report", "note_order" if key == "salesperson" else "note_master", language
    )
    lines = (f"{report.head_line()} · {unit}", say("report", "note", language), note)
    head = report.write_head(sheet, f"{by} · {report.period()}", *lines)
    columns = list(_columns(told.one, key, language))
    names = [one.heading for one in columns].index(say("report", "name", language))
    table = Table(report, sheet, (head, names), columns)
    table.write()
    table.set_widths()
    table.freeze()


def _by(key: str, language: Language) -> str:
    title = dimensions_of([key])[0].title(language)
    return say(
        "report", "by", language, dimension=title if language == "zh" else title.lower()
    )


def _columns(one: CurrencyStatistics, key: str, language: Language) -> Iterator[Column]:
    rows = one.by[key]

    def column(
        heading: str, kind: Kind, of: Callable[[Row], Value], total: Value = None
    ) -> Column:
        values = [of(row) for row in rows]
        title = say("report", heading, language)
        return Column(heading=title, kind=kind, values=values, total=total)

    ranks = range(1, len(rows) + 1)
    yield Column(heading=say("report", "rank", language), kind="number", values=ranks)
    if any(row.key != row.name.zh for row in rows):
        yield column("code", "words", lambda row: row.key)
    yield column("name", "words", lambda row: name_of(row, language))
    yield column("this_period", "money", lambda row: row.sales, one.now.sales)
    yield column("share", "bar", lambda row: row.share, _whole(one.now))
    yield column("cumulative_share", "share", lambda row: row.cumulative_share)
    yield column("previous", "money", lambda row: row.previous, one.previous.sales)
    yield column("growth_pop", "growth", lambda row: row.growth_pop, one.growth_pop)
    yield column("last_year", "money", lambda row: row.last_year, one.last_year.sales)
    yield column("growth_yoy", "growth", lambda row: row.growth_yoy, one.growth_yoy)


def _whole(now: Figures) -> Decimal | None:
    return ratio(now.sales, now.sales)

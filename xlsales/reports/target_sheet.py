"""The target sheet: every measure and dimension of 目标, and what was reached."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say, text
from xlsales.money import ratio, total
from xlsales.periods import Period
from xlsales.reports.charts import Charts
from xlsales.reports.columns import Column, Kind, width_of
from xlsales.reports.page import Report
from xlsales.reports.page_charts import attainment_chart
from xlsales.reports.page_sentences import target_title
from xlsales.reports.sentences import Told
from xlsales.reports.table import Table
from xlsales.reports.target_figures import TargetRow, TargetTable
from xlsales.sheets.targets import Measure, TargetDimension

_MOST_CHARTS = 4
_CHART = {"width": 470, "height": 290}
_CHART_ROWS = 15
_BESIDE = {"object_position": 2, "x_offset": 14}
_KINDS: dict[Measure, Kind] = {Measure.SALES: "money", Measure.RECEIPTS: "money"}


def write_targets(report: Report, told: Told, charts: Charts, suffix: str) -> None:
    """Write the sheet: the company, then each dimension with its picture beside."""
    language = report.language
    title = say("pages", "targets", language) + suffix
    sheet = report.add_sheet(title)
    unit = say("report", "table_unit", language, unit=told.unit.small)
    lines = f"{report.head_line()} · {unit}", say("pages", "targets_note", language)
    row = report.write_head(sheet, f"{title} · {report.period()}", *lines)
    if not told.one.targets:
        sheet.write_string(row, 0, say("pages", "targets_none", language))
        return
    company, others = _apart(told.one.targets)
    shown = slice(None if _has_missing(told.one.targets) else -1)
    made = []
    if company:
        made.append(_company(company, language)[shown])
        row = _write(report, sheet, row, TargetDimension.COMPANY.label(language), made)
    drawn = 0
    for one in others:
        made.append(_columns(one, language)[shown])
        top, row = row + 2, _write(report, sheet, row, target_title(told, one), made)
        if drawn < _MOST_CHARTS and _is_drawn(one):
            chart = attainment_chart(charts, one)
            chart.set_size(_CHART)
            sheet.insert_chart(top, len(made[-1]), chart, _BESIDE)
            row, drawn = max(row, top + _CHART_ROWS), drawn + 1
    for index, columns in enumerate(zip(*made, strict=True)):
        sheet.set_column(index, index, max(map(width_of, columns)))


def _has_missing(tables: Sequence[TargetTable]) -> bool:
    """Whether a target is incomplete, so that the last column says something."""
    return any(row.missing for one in tables for row in one.rows)


def _apart(
    tables: Sequence[TargetTable],
) -> tuple[list[TargetTable], list[TargetTable]]:
    """Return the company's tables, a row each, and those of dimensions."""
    company = [one for one in tables if one.dimension is TargetDimension.COMPANY]
    return company, [one for one in tables if one not in company]


def _write(
    report: Report,
    sheet: Worksheet,
    row: int,
    title: str,
    made: Sequence[Sequence[Column]],
) -> int:
    """Write the last of the tables made under its title; return the row after it."""
    bold = report.formats.get(bold=True, font_size=11)
    sheet.write_string(row + 1, 0, title, bold)
    has_total = any(column.total is not None for column in made[-1])
    place = row + 1 + has_total, 1
    table = Table(report, sheet, place, made[-1], has_total=has_total)
    table.write()
    return table.after + 1


def _is_drawn(one: TargetTable) -> bool:
    return sum(row.attainment is not None for row in one.rows) > 1


class _Whole(NamedTuple):
    """What all keys together were to reach, and reached.

    They are compared only where every key has a target: the sum of some targets
    says nothing of what all sold.
    """

    target: Decimal | None = None
    actual: Decimal | None = None
    is_complete: bool = False

    @property
    def gap(self) -> Decimal | None:
        if self.target is None or self.actual is None or not self.is_complete:
            return None
        return self.actual - self.target

    @property
    def attainment(self) -> Decimal | None:
        if self.target is None or self.actual is None or not self.is_complete:
            return None
        return ratio(self.actual, self.target)


def _company(tables: Sequence[TargetTable], language: Language) -> list[Column]:
    rows = [row for one in tables for row in one.rows]
    kinds = [_KINDS.get(one.measure, "count") for one in tables for _ in one.rows]
    return list(_facts(rows, kinds, language, _Whole()))


def _columns(one: TargetTable, language: Language) -> list[Column]:
    rows = list(one.rows)
    if one.rest:
        name = text("pages", "without_target")
        rows.append(TargetRow(key="", name=name, target=None, actual=one.rest))
    known = [row.target for row in rows if row.target is not None]
    target = total(known) if known else None
    kind = _KINDS.get(one.measure, "count")
    whole = _Whole(target, one.total, is_complete=len(known) == len(rows))
    return list(_facts(rows, [kind] * len(rows), language, whole))


def _facts(
    rows: Sequence[TargetRow],
    kinds: Sequence[Kind],
    language: Language,
    whole: _Whole,
) -> Iterator[Column]:

    def amount(
        key: str, values: list[Decimal | None], total: Decimal | None, *, summed: bool
    ) -> Column:
        return Column(
            heading=say("pages", key, language),
            kind=kinds[0],
            kinds=kinds,
            values=values,
            total=total,
            is_summed=summed,
        )

    def words(key: str, values: list[str]) -> Column:
        return Column(heading=say("pages", key, language), kind="words", values=values)

    yield words("code", [row.key if row.key != row.name.zh else "" for row in rows])
    yield words("name", [row.name(language) for row in rows])
    yield amount("target", [row.target for row in rows], whole.target, summed=True)
    yield amount("actual", [row.actual for row in rows], whole.actual, summed=True)
    yield amount("gap", [row.gap for row in rows], whole.gap, summed=False)
    yield Column(
        heading=say("pages", "attainment", language),
        kind="bar",
        values=[row.attainment for row in rows],
        total=whole.attainment,
    )
    yield words("missing", [_runs(row.missing) for row in rows])


def _runs(periods: Sequence[Period]) -> str:
    """Return periods, those that follow one another as one: 2025-01–2025-10."""
    runs: list[list[Period]] = []
    for one in periods:
        if runs and one.previous() == runs[-1][-1]:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join("–".join(dict.fromkeys(map(str, (r[0], r[-1])))) for r in runs)

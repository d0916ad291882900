"""Charts: native charts that answer a question in their title.

The same thing has the same colour in all of them: this period the accent,
last year grey, a running share amber.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.chart import Chart

from xlsales.language import say
from xlsales.money import total
from xlsales.reports.chart_data import Block, ChartData
from xlsales.reports.chart_parts import (
    add_legend,
    amount_labels,
    labels_at,
    new_chart,
    series,
    set_axes,
    set_lying_axes,
    set_share_axis,
)
from xlsales.reports.figures import MonthSales, Row
from xlsales.reports.page import Report
from xlsales.reports.sentences import (
    Told,
    customers_of_most,
    name_of,
    pareto_sentence,
    rank_sentence,
    sales_sentence,
    target_sentence,
)
from xlsales.reports.target_figures import TargetRow
from xlsales.workbook.style import ACCENT, GREY, LAST_YEAR, WARNING, display_width

_MOST_BARS = 7
_PARETO_BARS = 30
_NAME_WIDTH = 13
_BRACKET = re.compile(r"[((]")
Columns = list[tuple[str, Sequence[Decimal | str | None]]]


class Charts:
    """Makes the charts of one currency; their data go to a sheet of its own."""

    def __init__(self, report: Report, told: Told, data: ChartData) -> None:
        self.book = report.book
        self.told = told
        self.data = data

    def trend(self) -> Chart:
        """Twelve months, last year thin and grey behind this year."""
        months = self.told.one.trend
        then, now = [m.last_year for m in months], [m.sales for m in months]
        columns: Columns = [
            (self._word("month_title"), [str(one.month) for one in months]),
            (self._word("last_year"), self.in_unit(then)),
            (self._word("this_year"), self.in_unit(now)),
        ]
        block = self.data.add(sales_sentence(self.told), columns)
        chart = new_chart(self.book, "line", block)
        chart.add_series(series(block, 1, line={"color": LAST_YEAR, "width": 1.5}))
        drawn = {"fill": {"color": ACCENT}, "border": {"color": ACCENT}}
        facts = {
            "line": {"color": ACCENT, "width": 2.5},
            "marker": {"type": "circle", "size": 5, **drawn},
            "data_labels": labels_at(
                self._named(months), num_format=self.told.unit.format
            ),
        }
        chart.add_series(series(block, 2, **facts))
        set_axes(chart, block, self.told.unit)
        add_legend(chart)
        return chart

    def pareto(self, rows: tuple[Row, ...]) -> Chart:
        """The customers that make most of the sales, the others as one bar."""
        drawn = rows[: min(customers_of_most(rows), _PARETO_BARS)]
        others = rows[len(drawn) :]
        names = [self.short(row) for row in drawn]
        amounts = [row.sales for row in drawn]
        shares = [row.cumulative_share for row in drawn]
        if others:
            count = sum(row.sales > 0 for row in others)
            names.append(say("report", "pareto_rest", self.told.language, count=count))
            amounts.append(total(row.sales for row in others))
            shares.append(rows[-1].cumulative_share)
        columns: Columns = [
            (self._word("name"), names),
            (self._word("this_period"), self.in_unit(amounts)),
            (self._word("cumulative"), shares),
        ]
        sentence = pareto_sentence(self.told, rows, len(drawn))
        block = self.data.add(sentence, columns, frozenset({2}))
        chart = new_chart(self.book, "column", block)
        points = [{"fill": {"color": ACCENT}} for _ in drawn]
        points += [{"fill": {"color": LAST_YEAR}} for _ in names[len(drawn) :]]
        chart.add_series(series(block, 1, points=points, gap=40))
        chart.combine(self._running_share(block, len(drawn)))
        set_axes(chart, block, self.told.unit, turned=True)
        return chart

    def rank(self, title: str, rows: tuple[Row, ...]) -> Chart:
        """The largest of a dimension, this period over a year ago."""
        columns = self._largest(title, rows)
        block = self.data.add(rank_sentence(self.told, rows), columns)
        chart = new_chart(self.book, "bar", block)
        labels = amount_labels(self.told.unit)
        fill = {"fill": {"color": ACCENT}, "data_labels": labels}
        chart.add_series(series(block, 1, gap=45, overlap=-5, **fill))
        chart.add_series(series(block, 2, fill={"color": LAST_YEAR}))
        set_lying_axes(chart, block, self.told.unit)
        add_legend(chart)
        return chart

    def target(self) -> Chart:
        """What was promised, what was sold, what was sold a year ago."""
        one = self.told.one
        bars = [
            ("target", one.now.target, GREY),
            ("this_period", one.now.sales, ACCENT),
            ("last_year", one.last_year.sales, LAST_YEAR),
        ]
        return self._bars(target_sentence(self.told), bars)

    def comparison(self) -> Chart:
        """This period, the one before, and a year ago."""
        one = self.told.one
        bars = [
            ("this_period", one.now.sales, ACCENT),
            ("previous", one.previous.sales, GREY),
            ("last_year", one.last_year.sales, LAST_YEAR),
        ]
        return self._bars(sales_sentence(self.told), bars)

    def _bars(
        self, sentence: str, bars: Sequence[tuple[str, Decimal | None, str]]
    ) -> Chart:
        keys, amounts, colours = zip(*bars, strict=True)
        columns: Columns = [
            (self._word("name"), [self._word(key) for key in keys]),
            (self._word("sales"), self.in_unit(amounts)),
        ]
        block = self.data.add(sentence, columns)
        chart = new_chart(self.book, "bar", block)
        points = [{"fill": {"color": colour}} for colour in colours]
        labels = amount_labels(self.told.unit)
        chart.add_series(series(block, 1, points=points, gap=60, data_labels=labels))
        set_lying_axes(chart, block, self.told.unit)
        return chart

    def _running_share(self, block: Block, named: int) -> Chart:
        """The running share, labelled where it passes 80 % or breaks off."""
        line = self.book.add_chart({"type": "line"})
        places = [at == named for at in range(1, len(block.columns[2][1]) + 1)]
        stroke = {"color": WARNING, "width": 1.75}
        labels = labels_at(places, num_format="0.0%")
        line.add_series(series(block, 2, line=stroke, y2_axis=True, data_labels=labels))
        set_share_axis(line, self._word("cumulative"), WARNING)
        return line

    def _largest(self, title: str, rows: tuple[Row, ...]) -> Columns:
        """Return at most seven rows; what comes after them is one row, 其他."""
        kept = rows if len(rows) <= _MOST_BARS else rows[: _MOST_BARS - 1]
        names = [name_of(row, self.told.language) for row in kept]
        now = [row.sales for row in kept]
        then = [row.last_year for row in kept]
        if rest := rows[len(kept) :]:
            names.append(self._word("rest"))
            now.append(total(row.sales for row in rest))
            then.append(total(row.last_year for row in rest))
        return [
            (title, names),
            (self._word("this_period"), self.in_unit(now)),
            (self._word("last_year"), self.in_unit(then)),
        ]

    def _named(self, months: Sequence[MonthSales]) -> list[bool]:
        """Label the months of the period; of a whole year, the last one sold in."""
        period = self.told.stats.period
        begun = [one.month for one in months if one.sales is not None]
        named = [month for month in begun if month.start in period]
        if len(named) > _MOST_BARS:
            named = named[-1:]
        return [one.month in named for one in months]

    def short(self, row: Row | TargetRow) -> str:
        """Return a name that fits under a column, without what is in brackets."""
        name = _BRACKET.split(name_of(row, self.told.language))[0].strip()
        if display_width(name) <= _NAME_WIDTH:
            return name
        while display_width(name) > _NAME_WIDTH - 1:
            name = name[:-1]
        return name + "…"

    def in_unit(self, amounts: Sequence[Decimal | None]) -> list[Decimal | None]:
        """Return amounts in the unit of the page."""
        unit = self.told.unit
        return [None if one is None else unit.of(one) for one in amounts]

    def _word(self, key: str) -> str:
        return say("report", key, self.told.language)

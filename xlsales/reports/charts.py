"""Charts: native charts that answer a question in their title.

The same thing has the same colour in all of them: this period the accent,
last year grey, a running share amber.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from xlsxwriter.chart import Chart

from xlsales.money import total
from xlsales.reports.chart_data import Block, ChartData
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
from xlsales.reports.shown import percent
from xlsales.reports.wording import word
from xlsales.workbook.style import (
    ACCENT,
    FONT,
    GREY,
    GREY_LINE,
    INK,
    LAST_YEAR,
    WARNING,
    display_width,
)

_MOST_BARS = 7
_PARETO_BARS = 15
_NAME_WIDTH = 13
_SMALL = {"name": FONT, "size": 8, "color": GREY}
_LABEL = {"name": FONT, "size": 9, "color": INK}
_TITLE = {"name": FONT, "size": 10, "bold": True, "color": INK}
_LINE = {"color": GREY_LINE, "width": 0.75}
Columns = list[tuple[str, Sequence[Decimal | str | None]]]


class Charts:
    """Makes the charts of one currency; their data go to a sheet of its own."""

    def __init__(self, report: Report, told: Told, data: ChartData) -> None:
        self.report = report
        self.told = told
        self.data = data

    def trend(self) -> Chart:
        """Twelve months, last year thin and grey behind this year."""
        months = self.told.one.trend
        block = self.data.add(
            sales_sentence(self.told),
            [
                (self._word("month_title"), [str(one.month) for one in months]),
                (self._word("last_year"), [self._in_unit(m.last_year) for m in months]),
                (self._word("this_year"), [self._in_unit(m.sales) for m in months]),
            ],
        )
        chart = self._chart("line", block)
        chart.add_series(_series(block, 1, line={"color": LAST_YEAR, "width": 1.5}))
        dots = {"type": "circle", "size": 5, "fill": {"color": ACCENT}}
        marker = {**dots, "border": {"color": ACCENT}}
        labels = self._period_labels(months)
        line = {"color": ACCENT, "width": 2.5}
        chart.add_series(
            _series(block, 2, line=line, marker=marker, data_labels=labels)
        )
        self._axes(chart)
        chart.set_legend({"position": "bottom", "font": _SMALL})
        return chart

    def pareto(self, rows: tuple[Row, ...]) -> Chart:
        """The largest customers, and how soon they make most of the sales."""
        largest = [row for row in rows if row.sales > 0][:_PARETO_BARS]
        shares: list[Decimal | str | None] = [row.cumulative_share for row in largest]
        columns: Columns = [
            (self._word("name"), [self._short(r) for r in largest]),
            (self._word("this_period"), [self._in_unit(r.sales) for r in largest]),
            (self._word("cumulative"), shares),
        ]
        sentence = pareto_sentence(self.told, rows)
        block = self.data.add(sentence, columns, frozenset({2}))
        chart = self._chart("column", block)
        chart.add_series(_series(block, 1, fill={"color": ACCENT}, gap=40))
        chart.combine(self._running_share(block, customers_of_most(rows)))
        self._axes(chart, turned=True)
        chart.set_legend({"none": True})
        return chart

    def rank(self, title: str, rows: tuple[Row, ...]) -> Chart:
        """The largest of a dimension, this period over a year ago."""
        block = self.data.add(
            rank_sentence(self.told, rows), self._largest(title, rows)
        )
        chart = self._chart("bar", block)
        now = {"fill": {"color": ACCENT}, "gap": 45, "overlap": -5}
        chart.add_series(_series(block, 1, data_labels=self._amount_labels(), **now))
        chart.add_series(_series(block, 2, fill={"color": LAST_YEAR}))
        self._lying_axes(chart)
        chart.set_legend({"position": "bottom", "font": _SMALL})
        return chart

    def target(self) -> Chart:
        """What was promised, and what was sold."""
        now = self.told.one.now
        return self._bars(
            target_sentence(self.told),
            [
                ("target", now.target, GREY),
                ("this_period", now.sales, ACCENT),
                ("last_year", self.told.one.last_year.sales, LAST_YEAR),
            ],
        )

    def comparison(self) -> Chart:
        """This period, the one before, and a year ago."""
        one = self.told.one
        return self._bars(
            sales_sentence(self.told),
            [
                ("this_period", one.now.sales, ACCENT),
                ("previous", one.previous.sales, GREY),
                ("last_year", one.last_year.sales, LAST_YEAR),
            ],
        )

    def _bars(
        self, sentence: str, bars: Sequence[tuple[str, Decimal | None, str]]
    ) -> Chart:
        block = self.data.add(
            sentence,
            [
                (self._word("name"), [self._word(key) for key, _, _ in bars]),
                (self._word("sales"), [self._in_unit(value) for _, value, _ in bars]),
            ],
        )
        chart = self._chart("bar", block)
        points = [{"fill": {"color": colour}} for _, _, colour in bars]
        labels = self._amount_labels()
        chart.add_series(_series(block, 1, points=points, gap=60, data_labels=labels))
        self._lying_axes(chart)
        chart.set_legend({"none": True})
        return chart

    def _running_share(self, block: Block, most: int) -> Chart:
        """The running share, labelled where it passes 80 %."""
        shares = block.columns[2][1]
        named = min(most, len(shares))
        labels = [
            {"value": percent(Decimal(str(share)))} if at == named else {"delete": True}
            for at, share in enumerate(shares, start=1)
        ]
        line = self.report.book.add_chart({"type": "line"})
        shown = {"value": True, "position": "above", "font": _LABEL, "custom": labels}
        stroke = {"color": WARNING, "width": 1.75}
        line.add_series(_series(block, 2, line=stroke, y2_axis=True, data_labels=shown))
        line.set_y2_axis(
            {
                "name": self._word("cumulative"),
                "name_font": {**_SMALL, "bold": False, "color": WARNING},
                "min": 0,
                "max": 1,
                "major_unit": 0.2,
                "num_format": "0%",
                "num_font": _SMALL,
                "line": {"none": True},
                "major_gridlines": {"visible": False},
            }
        )
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
            (self._word("this_period"), list(map(self._in_unit, now))),
            (self._word("last_year"), list(map(self._in_unit, then))),
        ]

    def _period_labels(self, months: Sequence[MonthSales]) -> dict[str, Any]:
        """Label the months of the period; of a whole year, the last one sold in."""
        begun = [one.month for one in months if one.sales is not None]
        named = [month for month in begun if month.start in self.told.stats.period]
        if len(named) > _MOST_BARS:
            named = named[-1:]
        custom = [{} if one.month in named else {"delete": True} for one in months]
        facts = {"num_format": self.told.unit.format, "font": {**_LABEL, "bold": True}}
        if not named:
            return {}
        return {"value": True, "position": "above", "custom": custom, **facts}

    def _chart(self, kind: str, block: Block) -> Chart:
        chart = self.report.book.add_chart({"type": kind})
        place = {"x": 0.02, "y": 0.03}
        chart.set_title({"name": block.sentence, "name_font": _TITLE, "layout": place})
        chart.set_chartarea({"border": {"color": GREY_LINE}})
        chart.show_blanks_as("gap")
        return chart

    def _axes(self, chart: Chart, *, turned: bool = False) -> None:
        font = {**_SMALL, "rotation": -45} if turned else _SMALL
        chart.set_x_axis({"num_font": font, "line": _LINE, "major_tick_mark": "none"})
        chart.set_y_axis(self._amounts())

    def _lying_axes(self, chart: Chart) -> None:
        names = {"num_font": _LABEL, "line": _LINE, "major_tick_mark": "none"}
        every = {"interval_unit": 1, "reverse": True, "label_position": "low"}
        chart.set_y_axis({**names, **every})
        chart.set_x_axis({**self._amounts(), "label_position": "high"})

    def _amount_labels(self) -> dict[str, Any]:
        shown = self.told.unit.format
        return {"value": True, "num_format": shown, "font": _LABEL}

    def _short(self, row: Row) -> str:
        """Return a name that fits under a column, without what is in brackets."""
        name = re.split(r"[((]", name_of(row, self.told.language))[0].strip()
        if display_width(name) <= _NAME_WIDTH:
            return name
        while display_width(name) > _NAME_WIDTH - 1:
            name = name[:-1]
        return name + "…"

    def _amounts(self) -> dict[str, Any]:
        unit = {"name": self.told.unit.label, "name_font": {**_SMALL, "bold": False}}
        return {
            **unit,
            "num_format": "#,##0",
            "num_font": _SMALL,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": _LINE},
            "major_tick_mark": "none",
            **({"min": 0} if self._is_positive() else {}),
        }

    def _is_positive(self) -> bool:
        """Whether the axis can begin at zero: no returns exceed what was sold."""
        columns = (values for _, values in self.data.blocks[-1].columns)
        return not any(
            isinstance(value, Decimal) and value < 0
            for values in columns
            for value in values
        )

    def _in_unit(self, amount: Decimal | None) -> Decimal | None:
        return None if amount is None else self.told.unit.of(amount)

    def _word(self, key: str) -> str:
        return word(key, self.told.language)


def _series(block: Block, column: int, **facts: object) -> dict[str, object]:
    return {
        "name": block.heading(column),
        "categories": block.area(0),
        "values": block.area(column),
        **{key: fact for key, fact in facts.items() if fact},
    }

"""Page charts: the pictures of ageing and of targets, on the pages they belong to."""

from xlsxwriter.chart import Chart

from xlsales.language import say
from xlsales.money import total
from xlsales.reports.chart_parts import (
    amount_labels,
    new_chart,
    series,
    set_axes,
    set_lying_shares,
    share_labels,
)
from xlsales.reports.charts import Charts, Columns
from xlsales.reports.page_sentences import (
    ageing_sentence,
    attainment_sentence,
    due_buckets,
)
from xlsales.reports.target_figures import TargetRow, TargetTable
from xlsales.workbook.style import ACCENT, LAST_YEAR, WARNING

_MOST_TARGETS = 12


def ageing_chart(charts: Charts, edges: tuple[int, ...]) -> Chart:
    """What is open by days past due; what is late in amber."""
    rows = charts.told.one.ageing
    titles = due_buckets(edges, charts.told.language)
    sums = [total(row.by_due[at] for row in rows) for at in range(len(titles))]
    columns: Columns = [
        (say("pages", "by_due", charts.told.language), titles),
        (say("pages", "gross", charts.told.language), charts.in_unit(sums)),
    ]
    block = charts.data.add(ageing_sentence(charts.told), columns)
    chart = new_chart(charts.book, "column", block)
    colours = [ACCENT, *[WARNING] * (len(titles) - 1)]
    points = [{"fill": {"color": colour}} for colour in colours]
    labels = amount_labels(charts.told.unit)
    chart.add_series(series(block, 1, points=points, gap=45, data_labels=labels))
    set_axes(chart, block, charts.told.unit)
    return chart


def attainment_chart(charts: Charts, one: TargetTable) -> Chart:
    """How far each came towards its target; who reached it in the accent."""
    known = _ends([row for row in one.rows if row.attainment is not None])
    shares = [row.attainment for row in known]
    columns: Columns = [
        (
            one.dimension.label(charts.told.language),
            [charts.short(row) for row in known],
        ),
        (say("pages", "attainment", charts.told.language), shares),
    ]
    sentence = attainment_sentence(charts.told, one)
    block = charts.data.add(sentence, columns, frozenset({1}))
    chart = new_chart(charts.book, "bar", block)
    met = [ACCENT if (share or 0) >= 1 else LAST_YEAR for share in shares]
    points = [{"fill": {"color": colour}} for colour in met]
    labels = share_labels()
    chart.add_series(series(block, 1, points=points, gap=45, data_labels=labels))
    set_lying_shares(chart)
    return chart


def _ends(rows: list[TargetRow]) -> list[TargetRow]:
    """Return as many rows as can be drawn: of many, the best and the worst."""
    if len(rows) <= _MOST_TARGETS:
        return rows
    half = _MOST_TARGETS // 2
    return rows[:half] + rows[-half:]

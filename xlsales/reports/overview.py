"""Overview: the first page, key figures and at most four charts."""

from collections.abc import Iterator
from itertools import islice

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from xlsales.language import say
from xlsales.reports.cards import Card, cards_of
from xlsales.reports.charts import Charts
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.reports.left_out import left_out_sentence
from xlsales.reports.page import Report
from xlsales.reports.sentences import Told, customers_of_most, unit_sentence
from xlsales.reports.shown import UNDEFINED
from xlsales.workbook.style import ACCENT, GREY, GREY_FILL, WARNING

_CARDS = 6
_CARD, _GAP = 20.57, 1.29
_CARD_PIXELS, _GAP_PIXELS = 149, 14
_CHART_WIDTH = 3 * _CARD_PIXELS + 2 * _GAP_PIXELS
_CHART_HEIGHT, _CHART_ROWS = 290, 15
_MOST, _LEAST = 4, 3
_RANKED = ("region", "category", "channel", "salesperson", "product")


def write_overview(report: Report, told: Told, charts: Charts, name: str) -> None:
    """Write the first page: what happened, in six figures and four pictures."""
    sheet = report.add_sheet(name)
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    top = report.write_head(sheet, report.title(), *_lines(report, told)) + 1
    if report.stats.left_out:
        _write_left_out(report, sheet, top - 1)
        top += 1
    for index, card in enumerate(cards_of(told)):
        column = 2 * index
        sheet.set_column(column, column, _CARD)
        sheet.set_column(column + 1, column + 1, _GAP)
        _write_card(report, sheet, (top, column), card)
    below = top + 5
    for index, chart in enumerate(_chosen(told, charts)):
        down, right = divmod(index, 2)
        chart.set_size({"width": _CHART_WIDTH, "height": _CHART_HEIGHT})
        row, column = below + down * _CHART_ROWS, right * _CARDS
        sheet.insert_chart(row, column, chart, {"object_position": 2})
    sheet.print_area(0, 0, below + 2 * _CHART_ROWS - 1, 2 * _CARDS - 2)


def _lines(report: Report, told: Told) -> list[str]:
    lines = [report.head_line(), unit_sentence(told)]
    if report.stats.is_open:
        lines[0] += " · " + say("report", "same_day", told.language)
    return lines


def _write_left_out(report: Report, sheet: Worksheet, row: int) -> None:
    """Say on the first page that something is not counted; 口径 says what."""
    amber = report.formats.get(font_color=WARNING, bold=True)
    sheet.write_string(
        row, 0, left_out_sentence(report.stats.left_out, report.language), amber
    )


def _write_card(
    report: Report, sheet: Worksheet, at: tuple[int, int], card: Card
) -> None:
    row, column = at
    formats = report.formats
    face = {"bg_color": GREY_FILL, "indent": 1}
    title = formats.get(font_color=GREY, top=2, top_color=ACCENT, **face)
    large = formats.get(
        font_size=20,
        bold=True,
        font_color=ACCENT,
        align="left",
        num_format=card.format,
        **face,
    )
    sheet.set_row(row, 20)
    sheet.write_string(row, column, card.title, title)
    sheet.set_row(row + 1, 30)
    if card.value is None:
        sheet.write_string(row + 1, column, UNDEFINED, large)
    else:
        sheet.write_number(row + 1, column, card.value, large)
    for down in range(2):
        sheet.set_row(row + 2 + down, 17)
        line = card.lines[down] if down < len(card.lines) else None
        small = formats.get(
            font_size=9, font_color=line.colour if line else GREY, **face
        )
        sheet.write_string(row + 2 + down, column, line.text if line else "", small)


def _chosen(told: Told, charts: Charts) -> list[Chart]:
    """Return three or four charts, from what the statistics hold."""
    chosen = [charts.trend()]
    by = told.one.by
    customers = by.get("customer", ())
    if customers_of_most(customers):
        chosen.append(charts.pareto(customers))
    has_target = told.one.now.target is not None
    room = _MOST - len(chosen) - has_target
    chosen.extend(islice(_ranks(told, charts), room))
    if has_target:
        chosen.append(charts.target())
    if len(chosen) < _LEAST:
        chosen.append(charts.comparison())
    return chosen


def _ranks(told: Told, charts: Charts) -> Iterator[Chart]:
    titles = {one.key: one.title(told.language) for one in DIMENSIONS}
    for key in _RANKED:
        if rows := told.one.by.get(key):
            yield charts.rank(titles[key], rows)

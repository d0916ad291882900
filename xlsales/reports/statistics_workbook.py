"""The statistics workbook: a page to look at, tables to look up, definitions.

Pure and deterministic: the same statistics give the same bytes.
"""

import io

from xlsales.language import Language, say
from xlsales.reports.ageing_sheet import write_ageing
from xlsales.reports.chart_data import ChartData
from xlsales.reports.charts import Charts
from xlsales.reports.definitions import write_definitions
from xlsales.reports.dimension_sheet import write_dimension
from xlsales.reports.figures import CurrencyStatistics, Statistics
from xlsales.reports.ledger_sheet import write_ledger
from xlsales.reports.overview import write_overview
from xlsales.reports.page import Report
from xlsales.reports.plan_sheet import write_plan
from xlsales.reports.sentences import Told, unit_sentence
from xlsales.reports.shown import period_name, unit_of
from xlsales.reports.target_sheet import write_targets
from xlsales.reports.topic_sheet import write_topic
from xlsales.workbook.style import formats_of, new_workbook


def build_statistics(stats: Statistics, language: Language) -> bytes:
    """Return statistics as a workbook, in one language.

    Each currency has an overview, a sheet for each dimension asked for, the
    targets, every topic of REPORTS, the ageing, of a month the collection plan,
    the ledger and the data of its charts; the definitions stand once, at the end.
    """
    target = io.BytesIO()
    title = say("report", "title", language, period=period_name(stats, language))
    book = new_workbook(target, title)
    report = Report(
        book=book,
        formats=formats_of(book),
        firm=stats.firm,
        language=language,
        stats=stats,
    )
    for currency, one in stats.currencies.items():
        suffix = f" {currency}" if len(stats.currencies) > 1 else ""
        _write_currency(report, currency, one, suffix)
    if not stats.currencies:
        _write_nothing(report)
    write_definitions(report)
    book.close()
    return target.getvalue()


def _write_currency(
    report: Report, currency: str, one: CurrencyStatistics, suffix: str
) -> None:
    language = report.language
    unit = unit_of(one, currency, language)
    told = Told(report.stats, one, currency, unit, language)
    data = ChartData(report, suffix)
    charts = Charts(report, told, data)
    write_overview(report, told, charts, say("report", "overview", language) + suffix)
    for key in one.by:
        write_dimension(report, told, key, suffix)
    write_targets(report, told, charts, suffix)
    for topic in filter(None, one.topics.values()):
        write_topic(report, told, topic, suffix)
    write_ageing(report, told, charts, suffix)
    if report.stats.plan:
        write_plan(report, report.stats.plan, currency, suffix)
    write_ledger(report, told, suffix)
    data.write(unit_sentence(told))


def _write_nothing(report: Report) -> None:
    sheet = report.add_sheet(say("report", "overview", report.language))
    nothing = say("report", "nothing", report.language, period=report.period())
    report.write_head(sheet, report.title(), report.head_line(), nothing)

"""The ageing sheet: what is owed, by how long, on both bases (账龄表)."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.ledger.ageing_table import CustomerAgeing
from xlsales.money import total
from xlsales.reports.charts import Charts
from xlsales.reports.columns import Column, Kind, Value
from xlsales.reports.page import Report
from xlsales.reports.page_charts import ageing_chart
from xlsales.reports.page_sentences import due_buckets, origin_buckets
from xlsales.reports.sentences import Told
from xlsales.reports.table import CONTROL, Table
from xlsales.workbook.style import GREY

_CHART = {"width": 980, "height": 250}
_CHART_ROWS = 13


def write_ageing(report: Report, told: Told, charts: Charts, suffix: str) -> None:
    """Write the sheet: a picture of the buckets, then every customer."""
    language, rows = report.language, told.one.ageing
    title = say("pages", "ageing", language)
    sheet = report.add_sheet(title + suffix)
    as_of = min(report.stats.period.end, report.stats.as_of)
    unit = say("report", "table_unit", language, unit=told.unit.small)
    first = say("pages", "ageing_head", language, as_of=as_of)
    note = say("pages", "ageing_note", language)
    heading = f"{title}{suffix} · {report.period()}"
    top = report.write_head(sheet, heading, f"{first} · {unit}", note)
    if not rows:
        sheet.write_string(top, 0, say("pages", "ageing_none", language))
        return
    chart = ageing_chart(charts, report.stats.edges)
    chart.set_size(_CHART)
    sheet.insert_chart(top, 0, chart, {"object_position": 2, "y_offset": 6})
    columns = list(_columns(rows, report.stats.edges, language))
    table = Table(report, sheet, (top + _CHART_ROWS + 1, 1), columns)
    table.write()
    table.set_widths()
    table.repeat()
    sheet.freeze_panes(0, 2)
    _write_proofs(report, sheet, table, len(report.stats.edges))


def _columns(
    rows: Sequence[CustomerAgeing], edges: tuple[int, ...], language: Language
) -> Iterator[Column]:
    def money(
        title: str, of: Callable[[CustomerAgeing], Decimal], band: str = ""
    ) -> Column:
        values = [of(row) for row in rows]
        return Column(
            heading=title, kind="money", values=values, total=total(values), band=band
        )

    def fact(key: str, kind: Kind, of: Callable[[CustomerAgeing], Value]) -> Column:
        title = say("pages", key, language)
        return Column(heading=title, kind=kind, values=[of(row) for row in rows])

    yield fact("customer_code", "words", lambda row: row.customer.customer_code)
    yield fact("customer", "words", lambda row: row.customer.shown)
    yield money(say("pages", "gross", language), lambda row: row.gross)
    due, origin = (
        say("pages", "by_due", language),
        say("pages", "by_origin", language),
    )
    for index, title in enumerate(due_buckets(edges, language)):
        yield money(title, lambda row, at=index: row.by_due[at], due)  # type: ignore[misc]
    overdue = say("pages", "overdue", language)
    yield money(overdue, lambda row: row.overdue, due)
    yield fact("oldest", "days", lambda row: row.days_late)
    for index, title in enumerate(origin_buckets(language)):
        yield money(title, lambda row, at=index: row.by_origin[at], origin)  # type: ignore[misc]
    yield money(say("pages", "unallocated", language), lambda row: row.unallocated)
    yield money(say("pages", "closing", language), lambda row: row.closing)


def _write_proofs(report: Report, sheet: Worksheet, table: Table, edges: int) -> None:
    """Prove in the sheet that both bases make the gross, and the balance."""
    gross, first_due = 2, 3
    last_due = first_due + edges + 1
    first_origin = last_due + 3
    unallocated = first_origin + 4
    at = [xl_rowcol_to_cell(table.total, column) for column in range(unallocated + 2)]
    small = {"font_color": GREY, "font_size": 9}
    words = report.formats.get(**small)
    shown = report.formats.get(**small, num_format=CONTROL, align="right")
    proofs = {
        "proof_due": f"SUM({at[first_due]}:{at[last_due]})-{at[gross]}",
        "proof_origin": f"SUM({at[first_origin]}:{at[unallocated - 1]})-{at[gross]}",
        "proof_closing": f"{at[gross]}-{at[unallocated]}-{at[unallocated + 1]}",
    }
    for down, (key, difference) in enumerate(proofs.items()):
        row = table.after + 1 + down
        sheet.write_formula(row, gross, f"=ROUND({difference},2)", shown, 0)
        sheet.write_string(row, gross + 1, _proof(key, report.language), words)


def _proof(key: str, language: Language) -> str:
    return say("pages", key, language)

"""The sales ledger sheet: every line that makes the period's sales (销售台账)."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.ledger.sales_ledger import LedgerRow, SaleKind
from xlsales.money import total
from xlsales.reports.columns import MONEY, Column, Kind, Value
from xlsales.reports.names import Names
from xlsales.reports.page import Report
from xlsales.reports.sentences import Told
from xlsales.reports.shown import UNDEFINED
from xlsales.reports.table import CONTROL, Table
from xlsales.workbook.style import ACCENT_LIGHT, GREY

_MOST_ROWS = 1_000_000  # a sheet holds 1,048,576; its head is short
_KIND, _COUNT, _SUM, _PROOF = 1, 2, 3, 4


def write_ledger(report: Report, told: Told, suffix: str) -> None:
    """Write the sheet: a sum for each kind of line, then the lines by day."""
    language, rows = report.language, told.one.ledger[:_MOST_ROWS]
    title = say("pages", "ledger", language) + suffix
    sheet = report.add_sheet(title)
    unit = say("report", "table_unit", language, unit=told.unit.small)
    notes = [f"{report.head_line()} · {unit}", say("pages", "ledger_note", language)]
    if left := len(told.one.ledger) - len(rows):
        notes.append(say("pages", "ledger_cut", language, count=left))
    head = report.write_head(sheet, f"{title} · {report.period()}", *notes)
    if not rows:
        sheet.write_string(head, 0, say("pages", "ledger_none", language))
        return
    kinds = [kind for kind in SaleKind if any(row.kind is kind for row in rows)]
    columns = list(_columns(rows, report.stats.names, language))
    table = Table(report, sheet, (head + len(kinds) + 1, 0), columns, has_total=False)
    table.write()
    table.set_widths()
    table.freeze()
    table.filter()
    _Summary(report, sheet, rows, table).write(head, kinds, told.one.now.sales)


def kind_title(kind: SaleKind, language: Language) -> str:
    """Return what a kind of line is called."""
    return say("sale_kind", kind.value, language)


class _Summary:
    """Count and sum of each kind of line, each proved by a formula."""

    def __init__(
        self,
        report: Report,
        sheet: Worksheet,
        rows: Sequence[LedgerRow],
        table: Table,
    ) -> None:
        self.report = report
        self.sheet = sheet
        self.rows = rows
        last = len(table.columns) - 1
        self.kinds = xl_range_abs(table.first, _KIND, table.last, _KIND)
        self.amounts = xl_range_abs(table.first, last, table.last, last)

    def write(self, row: int, kinds: Sequence[SaleKind], sales: Decimal) -> None:
        """Write the total of the statistics, then a line for each kind."""
        language = self.report.language
        word = say("report", "total", language)
        self._write(row, word, len(self.rows), sales, f"SUM({self.amounts})")
        for at, kind in enumerate(kinds, start=row + 1):
            title = kind_title(kind, language)
            own = [one.amount for one in self.rows if one.kind is kind]
            summed = (
                f"SUMIF({self.kinds},{xl_rowcol_to_cell(at, _KIND)},{self.amounts})"
            )
            self._write(at, title, len(own), total(own), summed)

    def _write(
        self, row: int, title: str, count: int, amount: Decimal, summed: str
    ) -> None:
        formats = self.report.formats
        face = {"bg_color": ACCENT_LIGHT, "bold": True}
        self.sheet.write_string(row, _KIND, title, formats.get(**face))
        counted = formats.get(**face, num_format="#,##0", align="right")
        self.sheet.write_number(row, _COUNT, count, counted)
        money = formats.get(**face, num_format=MONEY, align="right")
        self.sheet.write_number(row, _SUM, amount, money)
        proof = formats.get(font_color=GREY, font_size=9, num_format=CONTROL)
        formula = f"=ROUND({summed}-{xl_rowcol_to_cell(row, _SUM)},2)"
        self.sheet.write_formula(row, _PROOF, formula, proof, 0)


def _columns(
    rows: Sequence[LedgerRow], names: Names, language: Language
) -> Iterator[Column]:
    def column(key: str, kind: Kind, of: Callable[[LedgerRow], Value]) -> Column:
        title = say("pages", key, language)
        return Column(heading=title, kind=kind, values=[of(row) for row in rows])

    def option(list_name: str, value: str | None) -> str:
        return names.option(list_name, value or "")(language)

    def of_customer(field: str, row: LedgerRow) -> str:
        return getattr(row.customer, field) or "" if row.customer else ""

    yield column("date", "date", lambda row: row.date)
    yield column("kind", "words", lambda row: kind_title(row.kind, language))
    yield column("document", "words", lambda row: row.document or UNDEFINED)
    yield column("order", "words", lambda row: row.order.order_no)
    yield column("line", "number", lambda row: row.line.line_no)
    yield column("customer_code", "words", lambda row: row.order.customer_code)
    yield column("customer", "words", lambda row: of_customer("shown", row))
    yield column(
        "channel", "words", lambda row: option("渠道", of_customer("channel", row))
    )
    yield column(
        "region", "words", lambda row: option("区域", of_customer("region", row))
    )
    yield column("salesperson", "words", lambda row: row.salesperson_name)
    yield column("product_code", "words", lambda row: row.line.product_code)
    product = names.product
    yield column(
        "product", "words", lambda row: product(row.line.product_code)(language)
    )
    yield column(
        "category",
        "words",
        lambda row: option("类别", row.product.category if row.product else ""),
    )
    yield column("quantity", "count", lambda row: row.quantity)
    yield column("unit", "mark", lambda row: option("单位", row.line.unit))
    yield column("unit_price", "price", lambda row: row.line.unit_price)
    yield column("discount", "share", lambda row: row.line.discount)
    yield column("ex_tax", "money", lambda row: row.ex_tax)
    yield column("cost", "money", lambda row: row.cost)
    yield column("margin", "money", lambda row: row.margin)
    yield column("on_credit", "money", lambda row: row.on_credit)
    yield column("amount", "money", lambda row: row.amount)

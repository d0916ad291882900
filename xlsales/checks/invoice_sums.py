"""Invoice sums: what the lines of each invoice come to, and the tax in them."""

from collections import defaultdict
from decimal import Decimal
from functools import cached_property

from xlsales.money import tax_in, total
from xlsales.sheets.book import Book
from xlsales.sheets.invoices import INVOICE_LINES, INVOICES, Invoice, InvoiceLine
from xlsales.sheets.orders import OrderLine


class InvoiceSums:
    """The invoices of a book and what 发票明细 says of them."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @cached_property
    def whole(self) -> list[Invoice]:
        """The invoices in force all of whose lines can be read."""
        table = self._book[INVOICE_LINES]
        numbers = table.values("invoice_no")
        half_read = {
            number
            for number, complete in zip(numbers, table.complete, strict=True)
            if not complete
        }
        return [
            row
            for row in self._book[INVOICES].records
            if not row.is_void and row.invoice_no not in half_read
        ]

    def amount(self, invoice: Invoice) -> Decimal:
        """Return what the lines of an invoice come to."""
        return total(line.amount for line in self._lines.get(invoice.invoice_no, ()))

    def count(self, invoice: Invoice) -> int:
        """Return how many lines it has."""
        return len(self._lines.get(invoice.invoice_no, ()))

    def tax(self, invoice: Invoice) -> Decimal | None:
        """Return the tax in the lines by their rates; none if a rate is not known."""
        lines = self._lines.get(invoice.invoice_no, ())
        rates = [self._rate(line) for line in lines]
        known = [
            tax_in(line.amount, rate)
            for line, rate in zip(lines, rates, strict=True)
            if rate is not None
        ]
        return total(known) if known and len(known) == len(lines) else None

    def _rate(self, line: InvoiceLine) -> Decimal | None:
        """Return the tax rate of the order line, else of its product."""
        ordered = self._order_lines.get((line.order_no, line.order_line))
        if ordered is None or ordered.tax_rate is not None:
            return ordered.tax_rate if ordered else None
        product = self._book.products.get(ordered.product_code)
        return product.tax_rate if product else None

    @cached_property
    def _order_lines(self) -> dict[tuple[str, int], OrderLine]:
        orders = {line.order_no for line in self._book[INVOICE_LINES].records}
        return {
            (order_no, line.line_no): line
            for order_no in orders
            for line in self._book.lines_of.get(order_no, ())
        }

    @cached_property
    def _lines(self) -> dict[str, list[InvoiceLine]]:
        found: dict[str, list[InvoiceLine]] = defaultdict(list)
        for line in self._book[INVOICE_LINES].records:
            found[line.invoice_no].append(line)
        return dict(found)

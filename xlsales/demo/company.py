"""Company: everything that stands in the workbook of the invented firm."""

from xlsales.demo.advances import paid_in_advance
from xlsales.demo.catalogue import product_rows
from xlsales.demo.customers import buyers
from xlsales.demo.days import calendar_rows
from xlsales.demo.faults import plant
from xlsales.demo.firm import option_rows, settings_rows, staff_rows
from xlsales.demo.masters import contact_rows, customer_rows
from xlsales.demo.orders import sales
from xlsales.demo.owing import debts, opening_rows, openings
from xlsales.demo.papers import delivery_rows, line_rows, order_rows
from xlsales.demo.paying import paid_on_credit
from xlsales.demo.pricing import PriceList
from xlsales.demo.receipts import deduction_rows, receipt_rows
from xlsales.demo.rows import Rows
from xlsales.demo.shipping import shipments
from xlsales.demo.targets import target_rows


def demo_rows(*, with_faults: bool = False) -> Rows:
    """Return the rows of every sheet by its key, the same ones every time.

    Without faults nothing is wrong with them; with faults exactly what
    ``PLANTED`` lists is.
    """
    rows = _clean_rows()
    if with_faults:
        plant(rows)
    return rows


def _clean_rows() -> Rows:
    customers = buyers()
    prices = PriceList(customers)
    sold = sales(customers, prices)
    shipped = shipments(sold)
    opening = openings(customers)
    paid, kept = paid_on_credit(debts(opening, shipped))
    payments = [*paid, *paid_in_advance(sold, shipped)]
    return {
        "settings": settings_rows(),
        "staff": staff_rows(),
        "customers": customer_rows(customers, sold),
        "contacts": contact_rows(customers),
        "products": product_rows(),
        "prices": prices.rows(),
        "targets": target_rows(shipped),
        "calendar": calendar_rows(),
        "options": option_rows(),
        "orders": order_rows(sold, shipped),
        "order_lines": line_rows(sold),
        "deliveries": delivery_rows(shipped),
        "receipts": receipt_rows(payments),
        "opening_items": opening_rows(opening),
        "deductions": deduction_rows(kept, customers),
    }

"""Company: everything that stands in the workbook of the invented firm."""

from xlsales.demo.advances import paid_in_advance
from xlsales.demo.agreements import contract_rows, term_rows
from xlsales.demo.amending import change_rows
from xlsales.demo.billing import (
    bills,
    invoice_line_rows,
    invoice_rows,
    mailing_rows,
    request_rows,
)
from xlsales.demo.catalogue import product_rows
from xlsales.demo.chasing import deferral_rows, dunning_rows
from xlsales.demo.clearing import settlement_rows
from xlsales.demo.customers import buyers
from xlsales.demo.days import calendar_rows
from xlsales.demo.faults import plant
from xlsales.demo.firm import option_rows, settings_rows, staff_rows
from xlsales.demo.heads import note_rows
from xlsales.demo.masters import contact_rows, customer_rows
from xlsales.demo.offers import offers, quote_line_rows, quote_rows
from xlsales.demo.orders import sales
from xlsales.demo.owing import debts, opening_rows, openings
from xlsales.demo.papers import delivery_rows, line_rows, order_rows
from xlsales.demo.paying import paid_on_credit
from xlsales.demo.pricing import PriceList
from xlsales.demo.rating import decision_rows
from xlsales.demo.receipts import deduction_rows, receipt_rows
from xlsales.demo.reconciling import Accounts, issued_statements, statement_rows
from xlsales.demo.register import register_rows
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
    owed = debts(opening, shipped)
    paid, kept = paid_on_credit(owed)
    payments = [*paid, *paid_in_advance(sold, shipped)]
    rows: Rows = {
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
    offered = offers(customers, sold, shipped, prices)
    rows |= {
        "credit_decisions": decision_rows(rows["customers"]),
        "quotes": quote_rows(offered),
        "quote_lines": quote_line_rows(offered),
        "order_changes": change_rows(sold, shipped),
        "contracts": contract_rows(customers, sold, shipped),
        "contract_terms": term_rows(customers),
        "delivery_notes": note_rows(shipped, rows["deliveries"]),
        "dunnings": dunning_rows(owed),
        "deferrals": deferral_rows(owed, paid),
    }
    items = [item for debt in owed for item in debt.items]
    issued = issued_statements(customers, Accounts(items, paid, kept))
    invoiced = bills(issued, shipped)
    rows |= {
        "statement_records": statement_rows(issued),
        "invoice_requests": request_rows(invoiced),
        "invoices": invoice_rows(invoiced),
        "invoice_lines": invoice_line_rows(invoiced),
        "mailings": mailing_rows(invoiced),
        "settlements": settlement_rows(
            rows["receipts"], [item.document for item in items]
        ),
    }
    rows["document_records"] = register_rows(rows)
    return rows

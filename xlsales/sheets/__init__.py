"""What is in the workbook? Every sheet, in the order of its tabs."""

from typing import Any

from xlsales.sheets.calendar import CALENDAR
from xlsales.sheets.changes import ORDER_CHANGES
from xlsales.sheets.contracts import CONTRACT_TERMS, CONTRACTS
from xlsales.sheets.credit import CREDIT_DECISIONS
from xlsales.sheets.customers import CONTACTS, CUSTOMERS
from xlsales.sheets.deliveries import DELIVERIES, DELIVERY_NOTES
from xlsales.sheets.documents import DOCUMENT_RECORDS
from xlsales.sheets.invoices import (
    INVOICE_LINES,
    INVOICE_REQUESTS,
    INVOICES,
    MAILINGS,
)
from xlsales.sheets.options import OPTIONS
from xlsales.sheets.orders import ORDER_LINES, ORDERS
from xlsales.sheets.overdue import DEFERRALS, DUNNINGS
from xlsales.sheets.products import PRICES, PRODUCTS
from xlsales.sheets.quotes import QUOTE_LINES, QUOTES
from xlsales.sheets.receivables import DEDUCTIONS, OPENING_ITEMS, RECEIPTS
from xlsales.sheets.results import FINDINGS, HOME
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.settlements import SETTLEMENTS, STATEMENT_RECORDS
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.staff import STAFF
from xlsales.sheets.targets import TARGETS

SHEETS: tuple[Sheet[Any], ...] = (
    HOME,
    SETTINGS,
    STAFF,
    CUSTOMERS,
    CONTACTS,
    CREDIT_DECISIONS,
    PRODUCTS,
    PRICES,
    TARGETS,
    CALENDAR,
    OPTIONS,
    QUOTES,
    QUOTE_LINES,
    ORDERS,
    ORDER_LINES,
    ORDER_CHANGES,
    CONTRACTS,
    CONTRACT_TERMS,
    DELIVERY_NOTES,
    DELIVERIES,
    INVOICE_REQUESTS,
    INVOICES,
    INVOICE_LINES,
    MAILINGS,
    RECEIPTS,
    SETTLEMENTS,
    OPENING_ITEMS,
    DEDUCTIONS,
    STATEMENT_RECORDS,
    DUNNINGS,
    DEFERRALS,
    FINDINGS,
    DOCUMENT_RECORDS,
)
INPUT_SHEETS = tuple(sheet for sheet in SHEETS if sheet.takes_input)

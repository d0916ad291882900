"""What is in the workbook? Every sheet, in the order of its tabs."""

from typing import Any

from xlsales.sheets.calendar import CALENDAR
from xlsales.sheets.customers import CONTACTS, CUSTOMERS
from xlsales.sheets.deliveries import DELIVERIES
from xlsales.sheets.options import OPTIONS
from xlsales.sheets.orders import ORDER_LINES, ORDERS
from xlsales.sheets.products import PRICES, PRODUCTS
from xlsales.sheets.receivables import DEDUCTIONS, OPENING_ITEMS, RECEIPTS
from xlsales.sheets.results import FINDINGS, HOME
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.staff import STAFF
from xlsales.sheets.targets import TARGETS

SHEETS: tuple[Sheet[Any], ...] = (
    HOME,
    SETTINGS,
    STAFF,
    CUSTOMERS,
    CONTACTS,
    PRODUCTS,
    PRICES,
    TARGETS,
    CALENDAR,
    OPTIONS,
    ORDERS,
    ORDER_LINES,
    DELIVERIES,
    RECEIPTS,
    OPENING_ITEMS,
    DEDUCTIONS,
    FINDINGS,
)
INPUT_SHEETS = tuple(sheet for sheet in SHEETS if sheet.takes_input)

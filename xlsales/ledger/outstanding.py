"""Days sales outstanding: how many days of sales customers still owe."""

import datetime as dt
from decimal import Decimal

from xlsales.ledger.receivables import Receivables
from xlsales.money import ratio, rounded, total


def days_sales_outstanding(
    open_amount: Decimal, sales: Decimal, days: int
) -> Decimal | None:
    """Return open ÷ sales × days, with two decimals; none without sales."""
    found = ratio(open_amount * days, sales)
    return None if found is None else rounded(found)


def gross_open(receivables: Receivables, currency: str, day: dt.date) -> Decimal:
    """Return all that is open at the end of a day; advances are not netted."""
    items = receivables.open_items(day)
    return total(one.open_amount for one in items if one.currency == currency)

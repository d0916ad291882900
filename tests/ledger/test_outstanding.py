"""Days sales outstanding: open ÷ sales × days."""

from datetime import date
from decimal import Decimal

import pytest

from checks.changes import book_with
from xlsales.ledger.outstanding import days_sales_outstanding, gross_open
from xlsales.ledger.receivables import Receivables


@pytest.mark.parametrize(
    ("owed", "sales", "days", "found"),
    [
        ("500", "180", 31, "86.11"),
        ("300", "300", 30, "30.00"),
        ("0", "300", 30, "0.00"),
        ("300", "0", 30, None),
        ("300", "-1", 30, None),
    ],
)
def test_days_sales_outstanding(owed, sales, days, found):
    answer = days_sales_outstanding(Decimal(owed), Decimal(sales), days)
    assert answer == (None if found is None else Decimal(found))


def test_advances_are_not_netted():
    """C1 owes 500 from before; C2 paid 180 in advance the day before delivery."""
    receivables = Receivables(book_with())
    assert gross_open(receivables, "CNY", date(2026, 10, 14)) == 500
    assert gross_open(receivables, "USD", date(2026, 10, 14)) == 0

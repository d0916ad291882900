"""Late charges: overdue × the contract's daily rate × days."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.late_charge import late_charge, late_rate

YEARLY = "| H1 | 年度购销合同 | C1 | | 2026-01-01 | | | 0.001 |"


def an_item(amount="1000.00", *, order_no="", due="2026-10-20"):
    return OpenItem(
        document="F1",
        order_no=order_no,
        customer_code="C1",
        currency="CNY",
        date=date(2026, 9, 20),
        due_date=due and date.fromisoformat(due),
        amount=Decimal(amount),
        open_amount=Decimal(amount),
    )


# S-171
@pytest.mark.parametrize(
    ("amount", "rate", "as_of", "charge"),
    [
        ("1000.00", "0.0005", "2026-10-20", "0.00"),  # due today
        ("1000.00", "0.0005", "2026-10-21", "0.50"),  # day 1
        ("1000.00", "0.0005", "2026-11-20", "15.50"),  # day 31
        ("1000.00", "0.0005", "2026-10-01", "0.00"),
        ("33.33", "0.0005", "2026-10-23", "0.05"),  # 0.049995
        ("1000.00", None, "2026-11-20", "0.00"),
        ("1000.00", "0", "2026-11-20", "0.00"),
    ],
)
def test_a_charge_is_overdue_times_rate_times_days(amount, rate, as_of, charge):
    found = late_charge(
        an_item(amount), rate and Decimal(rate), date.fromisoformat(as_of)
    )
    assert str(found) == charge


def test_what_has_no_due_date_costs_nothing():
    item = an_item(due=None)
    assert late_charge(item, Decimal("0.0005"), date(2026, 12, 1)) == 0


@pytest.mark.parametrize(
    ("rows", "order_no", "rate"),
    [
        ("", "A1", None),
        # number, kind, customer, order, from, to, currency, rate
        ("| H1 | 销售合同 | C1 | A1 | 2026-08-01 | | | 0.0005 |", "A1", "0.0005"),
        ("| H1 | 销售合同 | C1 | A1 | 2026-08-01 | | | 0.0005 |", "A2", None),
        ("| H1 | 销售合同 | C2 | A1 | 2026-08-01 | | | 0.0005 |", "A1", None),
        ("| H1 | 销售合同 | C1 | A1 | 2026-08-01 | | USD | 0.0005 |", "A1", None),
        # the yearly contract: in force on 20 September, the day the item arose
        ("| H1 | 年度购销合同 | C1 | | 2026-09-20 | | | 0.001 |", "A1", "0.001"),
        ("| H1 | 年度购销合同 | C1 | | 2026-09-21 | | | 0.001 |", "A1", None),
        (
            "| H1 | 年度购销合同 | C1 | | 2026-01-01 | 2026-09-20 | | 0.001 |",
            "A1",
            "0.001",
        ),
        (
            "| H1 | 年度购销合同 | C1 | | 2026-01-01 | 2026-09-19 | | 0.001 |",
            "A1",
            None,
        ),
        ("| H1 | 产品进场合同 | C1 | | 2026-01-01 | | | 0.001 |", "A1", None),
        # the contract of the order decides alone
        (
            f"{YEARLY}\n| H2 | 销售合同 | C1 | A1 | 2026-08-01 | | | |",
            "A1",
            None,
        ),
        # the latest of two
        (
            f"| H2 | 年度购销合同 | C1 | | 2026-06-01 | | | 0.002 |\n{YEARLY}",
            "A1",
            "0.002",
        ),
    ],
)
def test_the_rate_is_that_of_the_contract_in_force(rows, order_no, rate):
    head = "| 合同号 | 类型 | 客户 | 订单号 | 生效日 | 到期日 | 币种 | 逾期日利率 |"
    book = book_from(f"合同\n{head}\n{rows}" if rows else "")
    found = late_rate(book, an_item(order_no=order_no))
    assert (found and str(found)) == rate

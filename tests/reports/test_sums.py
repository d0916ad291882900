"""Sums: whatever is sold and brought back, the parts make the whole to the fen."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from xlsales.ledger.ageing_table import ageing_table
from xlsales.ledger.collection import Collection, collection
from xlsales.ledger.collection_plan import Standing, collection_plan
from xlsales.ledger.expected_parts import expected_parts
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.sales import Basis
from xlsales.money import line_amount
from xlsales.periods import Period, period_of
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.reports.statistics import statistics
from xlsales.sheets.book import book_of

ALL = [one.key for one in DIMENSIONS]
YEAR = Period(2026, 1, 12)
QUARTERS = [Period(2026, month, 3) for month in (1, 4, 7, 10)]
MASTER = {
    "customers": [
        {
            "customer_code": f"C{n}",
            "full_name": f"客户{n}",
            "status": "启用",
            "channel": channel,
            "region": region,
            "settlement_type": "购销月结",
            "payment_term": term,
        }
        for n, (channel, region, term) in enumerate(
            [
                ("商超", "华东", "月结30天"),
                ("商超", "华北", "预付30%,发货前70%"),
                ("电商", None, "预付20%,票到15天80%"),
                (None, None, "货到10天"),
            ]
        )
    ],
    "products": [
        {
            "product_code": f"P{n}",
            "name": f"产品{n}",
            "category": category,
            "unit": "件",
            "status": "启用",
            "tax_rate": Decimal("0.13"),
        }
        for n, category in enumerate(["卷纸", "抽纸", "抽纸", None])
    ],
}
DAYS = st.integers(0, 364).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
LINES = st.tuples(
    st.integers(0, 3),
    st.integers(1, 9).map(Decimal),
    st.decimals(Decimal("0.01"), 999, places=4),
    st.lists(st.tuples(DAYS, st.booleans(), st.integers(1, 3)), max_size=4),
)
RECEIPTS = st.tuples(
    st.integers(0, 3),
    DAYS,
    st.decimals(Decimal("0.01"), 5000, places=2),
    st.sampled_from([None, "A0", "A1", "FA0-1-0"]),
)
ORDERS = st.tuples(
    st.integers(0, 3),
    st.sampled_from(["S1", "S2", None]),
    DAYS,
    st.decimals(0, 5, places=2),
    st.lists(LINES, min_size=1, max_size=3),
)


@st.composite
def books(draw):
    """Draw a book of one year: orders, deliveries in pieces, returns, money."""
    rows = {**MASTER, "orders": [], "order_lines": [], "deliveries": []}
    for number, order in enumerate(draw(st.lists(ORDERS, max_size=6))):
        add_order(rows, f"A{number}", order)
    rows["receipts"] = [
        {
            "receipt_no": f"K{number}",
            "customer_code": f"C{customer}",
            "receipt_date": day,
            "cleared_date": day,
            "amount": amount,
            "named_doc": named,
            "method": "转账",
            "state": "已到账",
        }
        for number, (customer, day, amount, named) in enumerate(
            draw(st.lists(RECEIPTS, max_size=6))
        )
    ]
    return book_of(rows)


def add_order(rows, order_no, order):
    customer, salesperson, day, discount, lines = order
    rows["orders"].append(
        {
            "order_no": order_no,
            "order_date": day,
            "customer_code": f"C{customer}",
            "salesperson": salesperson,
            "order_discount": discount,
            "status": "已复核",
        }
    )
    for line_no, (product, quantity, price, moved) in enumerate(lines, start=1):
        key = {"order_no": order_no, "line_no": line_no}
        rows["order_lines"].append(
            {
                **key,
                "product_code": f"P{product}",
                "quantity": quantity,
                "unit": "件",
                "unit_price": price,
                "amount": line_amount(quantity, price, Decimal(0)),
            }
        )
        rows["deliveries"] += [
            {
                **key,
                "delivery_no": f"F{order_no}-{line_no}-{n}",
                "kind": "退货" if is_return else "发货",
                "ship_date": on,
                "sign_date": on,
                "quantity": Decimal(pieces),
            }
            for n, (on, is_return, pieces) in enumerate(moved)
        ]


def sales_of(book, basis, period):
    """Return total sales and sales by dimension and key; nothing without any."""
    made = statistics(book, period, ALL, basis, date(2027, 1, 1)).currencies
    if "CNY" not in made:
        return Decimal("0.00"), {key: {} for key in ALL}
    one = made["CNY"]
    by = {key: {row.key: row.sales for row in rows} for key, rows in one.by.items()}
    return one.now.sales, by


def added(parts):
    """Add sales by dimension and key."""
    found = {key: {} for key in ALL}
    for _, by in parts:
        for dimension, rows in by.items():
            for key, sales in rows.items():
                found[dimension][key] = found[dimension].get(key, Decimal(0)) + sales
    return without_zero(found)


def without_zero(by):
    return {
        dimension: {key: sales for key, sales in rows.items() if sales}
        for dimension, rows in by.items()
    }


# S-365
@pytest.mark.parametrize("basis", Basis)
@settings(max_examples=20)
@given(book=books())
def test_months_make_quarters_and_quarters_the_year(basis, book):
    quarters = [sales_of(book, basis, quarter) for quarter in QUARTERS]
    for quarter, (sales, by) in zip(QUARTERS, quarters, strict=True):
        months = [sales_of(book, basis, month) for month in quarter.parts()]
        assert sum(month for month, _ in months) == sales
        assert added(months) == without_zero(by)
    sales, by = sales_of(book, basis, YEAR)
    assert sum(quarter for quarter, _ in quarters) == sales
    assert added(quarters) == without_zero(by)


@pytest.mark.parametrize("basis", Basis)
@settings(max_examples=40)
@given(book=books())
def test_every_dimension_makes_the_total(basis, book):
    for period in (YEAR, *QUARTERS, *YEAR.parts()):
        sales, by = sales_of(book, basis, period)
        assert {sum(rows.values()) for rows in by.values()} <= {sales}


@settings(max_examples=40)
@given(book=books(), cut=DAYS)
def test_a_day_in_between_parts_no_fen_from_the_total(book, cut):
    made = statistics(book, YEAR, ALL, Basis.DELIVERY, cut).currencies
    for one in made.values():
        for rows in one.by.values():
            assert sum(row.sales for row in rows) == one.now.sales
        assert sum(m.sales for m in one.trend if m.sales is not None) == one.now.sales


@pytest.mark.parametrize("basis", Basis)
@settings(max_examples=30)
@given(book=books())
def test_the_ledger_makes_the_sales(basis, book):
    for period in (YEAR, *QUARTERS):
        made = statistics(book, period, ALL, basis, date(2027, 1, 1)).currencies
        for one in made.values():
            assert sum(row.amount for row in one.ledger) == one.now.sales


@settings(max_examples=60)
@given(book=books(), as_of=DAYS)
def test_the_buckets_less_the_credit_make_the_balance(book, as_of):
    """Of orders that are worth something; others the check never lets pass."""
    for order_no, order in book.orders.items():
        lines = book.lines_of[order_no]
        assume(order.order_discount <= sum(line.amount for line in lines))
    for row in ageing_table(Receivables(book), as_of).rows:
        assert sum(row.by_due) == sum(row.by_origin) == row.gross
        assert row.gross - row.unallocated == row.closing


@settings(max_examples=100)
@given(book=books(), as_of=DAYS, month=st.sampled_from(YEAR.parts()))
def test_the_plan_is_what_is_due_by_the_months_end_and_what_is_expected(
    book, as_of, month
):
    receivables = Receivables(book)
    day = min(as_of, month.end)
    lines = collection_plan(receivables, month, as_of).lines.get("CNY", ())
    for line in lines:
        assert line.at_start + line.change - line.received == line.open
        assert min(line.open, line.received, line.before, line.at_start) >= 0
    of = dict.fromkeys(Standing, 0)
    for line in lines:
        of[line.standing] += line.open
    items = receivables.open_items(day)
    due = [i for i in items if i.due_date and i.due_date <= month.end]
    assert of[Standing.DUE] == sum(item.open_amount for item in due)
    waiting = [item for item in items if item.due_date is None]
    assert of[Standing.UNINVOICED] == sum(item.open_amount for item in waiting)
    expected = [
        part
        for part in expected_parts(receivables, day)
        if part.due_date is None or part.due_date <= month.end
    ]
    assert of[Standing.EXPECTED] == sum(one.amount - one.received for one in expected)


@settings(max_examples=60)
@given(book=books(), as_of=DAYS, month=st.sampled_from(YEAR.parts()))
def test_what_is_due_and_received_is_the_collection_rate(book, as_of, month):
    receivables = Receivables(book)
    lines = collection_plan(receivables, month, as_of).lines.get("CNY", ())
    due = [line for line in lines if line.standing is Standing.DUE]
    if as_of < month.start:  # the plan then starts from the day, the rate does not
        return
    rate = collection(receivables, month, as_of).get("CNY", Collection())
    assert sum(one.at_start + one.change for one in due) == rate.collectible
    assert sum(one.received for one in due) == rate.received


@settings(max_examples=60)
@given(book=books(), as_of=DAYS)
def test_no_money_is_in_the_plan_twice(book, as_of):
    """What waits for an order is part of the credit, and never more than it."""
    receivables = Receivables(book)
    month = period_of(as_of, 1)
    credit = collection_plan(receivables, month, as_of).credit
    assert all(amount >= 0 for amount in credit.values())

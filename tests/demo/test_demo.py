"""The invented company: sums, references, numbers, payments and planted faults."""

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest

from xlsales.demo import PLANTED, demo_rows
from xlsales.demo.days import LAST, is_open
from xlsales.demo.firm import LIMITS
from xlsales.ledger.prices import Inquiry, PriceList
from xlsales.ledger.receivables import Receivables, days_late
from xlsales.money import line_amount, total
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book, book_of
from xlsales.sheets.deliveries import DELIVERIES, DeliveryKind
from xlsales.sheets.orders import ORDER_LINES, ORDERS, LineType, OrderStatus
from xlsales.sheets.products import PRICES
from xlsales.sheets.receivables import RECEIPTS, ReceiptState
from xlsales.sheets.staff import Status
from xlsales.sheets.targets import Measure, TargetDimension


@pytest.fixture(scope="module")
def rows():
    return demo_rows()


@pytest.fixture(scope="module")
def book(rows) -> Book:
    return book_of(rows)


def test_the_same_rows_come_out_every_time(rows):
    assert demo_rows() == rows
    assert demo_rows(with_faults=True) == demo_rows(with_faults=True)


def test_how_much_there_is(rows):
    counts = {key: len(found) for key, found in rows.items()}

    assert set(counts) == {sheet.key for sheet in INPUT_SHEETS}
    assert counts["customers"] == 60
    assert counts["products"] == 41
    assert counts["orders"] == 1500
    assert 4900 <= counts["order_lines"] <= 5200
    assert counts["deliveries"] > 5000
    assert counts["receipts"] > 1000


def test_every_row_stands_as_a_record(book):
    for sheet in INPUT_SHEETS:
        assert all(book[sheet].complete), sheet.key


def test_every_required_cell_is_filled_in(rows):
    for sheet in INPUT_SHEETS:
        for column in sheet.columns:
            if column.required and column.default is None:
                empty = [
                    row for row in rows[sheet.key] if row.get(column.key) in {None, ()}
                ]
                assert not empty, (sheet.key, column.key)


def test_every_reference_leads_somewhere(book):
    keys = {
        sheet.key: set(book[sheet].values(sheet.key_columns[0]))
        for sheet in INPUT_SHEETS
        if sheet.key_columns
    }
    for sheet in INPUT_SHEETS:
        for column in sheet.columns:
            if column.refers_to:
                named = set(book[sheet].values(column.key)) - {None}
                assert named <= keys[column.refers_to], (sheet.key, column.key)


def test_every_option_is_on_its_list(book, rows):
    lists = defaultdict(set)
    for row in rows["options"]:
        lists[row["list"]].add(row["value"])
    for sheet in INPUT_SHEETS:
        for column in sheet.columns:
            if column.option_list:
                named = set(book[sheet].values(column.key)) - {None}
                assert named <= lists[column.option_list], (sheet.key, column.key)


def test_no_key_stands_twice(book):
    for sheet in INPUT_SHEETS:
        if sheet.key_columns:
            assert set(book[sheet].known.values()) == {1}, sheet.key


def test_lines_and_totals_add_up(book):
    for order in book[ORDERS].records:
        lines = book.lines_of[order.order_no]
        for line in lines:
            amount = line_amount(line.quantity, line.unit_price, line.discount)
            assert line.amount == amount
        whole = total(line.amount for line in lines)
        assert order.total_typed == whole - order.order_discount


def test_order_numbers_count_without_a_gap_by_date(book):
    series = defaultdict(list)
    for order in book[ORDERS].records:
        found = re.fullmatch(r"([A-Z]{4,6})NO\.(\d{3})", order.order_no)
        assert found, order.order_no
        series[found[1]].append(int(found[2]))

    assert "LNSY" in series
    for numbers in series.values():
        assert numbers == list(range(1, len(numbers) + 1))


def test_days_people_and_products_of_orders(book):
    for order in book[ORDERS].records:
        assert is_open(order.order_date)
        assert is_open(order.delivery_date)
        assert order.order_date <= order.delivery_date
        assert order.maker != order.checker
        assert order.released_by is None
        assert book.customers[order.customer_code].status is Status.ACTIVE
        limit = LIMITS[order.salesperson]
        for line in book.lines_of[order.order_no]:
            product = book.products[line.product_code]
            assert product.status is Status.ACTIVE
            assert (line.unit, line.spec_typed) == (product.unit, product.spec)
            assert line.tax_rate == product.tax_rate
            assert line.discount <= limit


def test_packs_and_minimums_are_kept(book):
    for line in book[ORDER_LINES].records:
        product = book.products[line.product_code]
        if product.pack_size:
            assert line.quantity % product.pack_size == 0
            assert line.quantity >= product.min_order_qty


def test_every_price_is_the_one_in_force(book):
    prices = PriceList(book[PRICES].records)
    for line in book[ORDER_LINES].records:
        order = book.orders[line.order_no]
        product = book.products[line.product_code]
        if line.line_type is LineType.GIFT:
            assert line.amount == 0
        if line.line_type is not LineType.GOODS:
            continue
        inquiry = Inquiry(
            product=product,
            customer=book.customers[order.customer_code],
            currency="CNY",
            quantity=line.quantity,
            day=order.order_date,
        )
        price = prices.in_force(inquiry)
        kept = line.unit_price * (1 - line.discount)
        assert line.unit_price == price.unit_price
        assert kept >= price.floor_price
        assert kept / (1 + product.tax_rate) >= product.cost_ex_tax


def test_no_more_is_shipped_than_was_ordered(book):
    net = defaultdict(Decimal)
    for row in book[DELIVERIES].records:
        net[row.order_no, row.line_no] += (
            -row.quantity if row.kind is DeliveryKind.RETURN else row.quantity
        )
        assert row.ship_date <= LAST
        assert row.sign_date is None or row.ship_date <= row.sign_date <= LAST
    ordered = {
        (line.order_no, line.line_no): line.quantity
        for line in book[ORDER_LINES].records
    }
    assert all(0 <= net[key] <= ordered[key] for key in net)


def test_status_says_whether_anything_was_shipped(book):
    begun = {row.order_no for row in book[DELIVERIES].records}
    for order in book[ORDERS].records:
        assert (order.status is OrderStatus.RELEASED) == (order.order_no in begun)
        assert (order.contract_no is None) == (order.status is OrderStatus.CHECKED)


def test_nobody_with_an_open_order_is_late(book):
    shipped = defaultdict(Decimal)
    for row in book[DELIVERIES].records:
        sign = -1 if row.kind is DeliveryKind.RETURN else 1
        shipped[row.order_no, row.line_no] += sign * row.quantity
    waiting = {
        book.orders[line.order_no].customer_code
        for line in book[ORDER_LINES].records
        if shipped[line.order_no, line.line_no] < line.quantity
        and not book.orders[line.order_no].is_void
    }
    late = days_late(Receivables(book).open_items(LAST), LAST)

    assert set(late) == {"C014", "C019", "C023", "C028", "C033"}
    assert not waiting & set(late)
    assert min(late.values()) < 7
    assert max(late.values()) > 90


def test_what_is_left_unallocated_is_money_that_names_an_order(book):
    receivables = Receivables(book)
    for key in receivables.accounts:
        left = receivables.settled(key, LAST).unallocated
        if left:
            assert book.customers[key[0]].payment_term in {
                "款到发货",
                "预付30%,发货前70%",
            }


def test_money_comes_before_goods_where_it_was_agreed(book):
    came = defaultdict(Decimal)
    for receipt in book[RECEIPTS].records:
        if receipt.state is ReceiptState.CLEARED and receipt.named_doc in book.orders:
            came[receipt.named_doc] += receipt.amount
            assert receipt.cleared_date <= LAST
    for row in book[DELIVERIES].records:
        order = book.orders[row.order_no]
        if book.customers[order.customer_code].settlement_type.label.zh == "现采现结":
            first = book.customers[order.customer_code].payment_term != "货到付款"
            assert not first or came[order.order_no] == order.total_typed


# S-068
def test_a_dozen_faults_of_as_many_kinds():
    assert len(PLANTED) == 12
    assert len({fault.code for fault in PLANTED}) == 12


def test_faults_change_the_cells_they_name_and_no_other(rows):
    planted = demo_rows(with_faults=True)
    changed = {
        (key, number, column)
        for key in rows
        for number, (right, wrong) in enumerate(
            zip(rows[key], planted[key], strict=True), 2
        )
        for column in right
        if right[column] != wrong[column]
    }
    expected = set()
    orders = {row["order_no"]: number for number, row in enumerate(rows["orders"], 2)}
    for fault in PLANTED:
        row = rows[fault.sheet][fault.row - 2]
        expected |= {
            (fault.sheet, fault.row, column)
            for column, typed in fault.typed.items()
            if row[column] != typed
        }
        assert any(row[column] != typed for column, typed in fault.typed.items())
        order = orders[row["order_no"]] if fault.order else 0
        expected |= {("orders", order, column) for column in fault.order}

    assert changed == expected


def test_faults_stand_in_orders_of_which_nothing_was_shipped(rows):
    found = [
        rows[fault.sheet][fault.row - 2]["order_no"]
        for fault in PLANTED
        if fault.sheet != "customers"
    ]
    status = {row["order_no"]: row["status"] for row in rows["orders"]}

    assert len(set(found)) == 11
    assert all(status[number] is OrderStatus.CHECKED for number in found)


@pytest.mark.parametrize(
    ("code", "change"),
    [("price_off", Decimal("-77.28")), ("discount_over_limit", Decimal("-239.90"))],
)
def test_amount_and_total_follow_a_wrong_price_or_discount(rows, code, change):
    fault = next(fault for fault in PLANTED if fault.code == code)
    right = rows[fault.sheet][fault.row - 2]
    line = {**right, **fault.typed}
    order = next(row for row in rows["orders"] if row["order_no"] == line["order_no"])
    amount = line_amount(line["quantity"], line["unit_price"], line["discount"])

    assert line["amount"] == amount
    assert amount - right["amount"] == change
    assert fault.order["total_typed"] - order["total_typed"] == change


def test_the_last_three_years_are_covered(book):
    days = [order.order_date for order in book[ORDERS].records]

    assert days == sorted(days)
    assert days[0] <= date(2023, 11, 3)
    assert days[-1] == date(2026, 10, 30)


def test_targets_of_people_and_of_regions_sum_to_the_firms(rows):
    sums = defaultdict(Decimal)
    for row in rows["targets"]:
        sums[row["period"], row["measure"], row["dimension"]] += row["value"]
    months = {row["period"] for row in rows["targets"]}

    assert (min(months), max(months)) == ("2025-11", "2026-12")
    for month in months:
        whole = sums[month, Measure.SALES, TargetDimension.COMPANY]
        assert sums[month, Measure.SALES, TargetDimension.SALESPERSON] == whole
        assert sums[month, Measure.SALES, TargetDimension.REGION] == whole


def test_nobody_owes_more_than_the_limit(book):
    owed = defaultdict(Decimal)
    for item in Receivables(book).open_items(LAST):
        owed[item.customer_code] += item.open_amount
    signed = {row.order_no for row in book[DELIVERIES].records if row.sign_date}
    for order in book[ORDERS].records:
        customer = book.customers[order.customer_code]
        pays_first = customer.credit_limit == 0
        if order.order_no not in signed and not order.is_void and not pays_first:
            owed[order.customer_code] += order.total_typed
    for code, amount in owed.items():
        limit = book.customers[code].credit_limit
        assert limit is None or amount <= limit, (code, amount, limit)

"""The invented company from the quote to the letter: nothing contradicts the rest."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

import pytest

from harness import demo
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statements
from xlsales.money import total
from xlsales.periods import Period
from xlsales.sheets.book import book_of
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.invoices import INVOICE_LINES, INVOICES, MAILINGS
from xlsales.sheets.orders import OrderStatus
from xlsales.sheets.overdue import DunningStep
from xlsales.sheets.quotes import QuoteStatus
from xlsales.sheets.settlements import STATEMENT_RECORDS, Agreement

LAST = dt.date(2026, 10, 31)


@pytest.fixture(scope="module")
def rows():
    return demo.rows()


@pytest.fixture(scope="module")
def book(rows):
    return book_of(rows)


@pytest.fixture(scope="module")
def receivables(book):
    return Receivables(book)


@pytest.mark.parametrize("month", [6, 7, 8, 9])
def test_statements_issued_close_as_the_ledger_does(book, receivables, month):
    """S-143: what is on the register is what the statement says."""
    period = Period(2026, month)
    recorded = {
        one.customer_code: one.closing
        for one in book[STATEMENT_RECORDS].records
        if one.period == str(period)
    }
    computed = {
        one.customer.customer_code: one.closing
        for one in statements(receivables, period, LAST, recorded)
    }
    assert len(recorded) > 25
    assert recorded == computed


def test_statements_agreed_differing_and_not_returned(book):
    found = {one.agreement for one in book[STATEMENT_RECORDS].records}
    assert found == set(Agreement)
    for one in book[STATEMENT_RECORDS].records:
        assert (one.agreement is Agreement.WAITING) == (one.returned_on is None)
        assert (one.agreement is Agreement.DIFFERS) == (one.difference is not None)


def test_no_more_is_invoiced_than_was_delivered_and_kept(book, receivables):
    """S-127: red lines take off, and an order line is never over its deliveries."""
    net = defaultdict(Decimal)
    known = set()
    for one in receivables.movements:
        net[one.order.order_no, one.line.line_no] += one.amount
        known.add((one.delivery.delivery_no, one.order.order_no, one.line.line_no))
    invoiced = defaultdict(Decimal)
    for line in book[INVOICE_LINES].records:
        assert (line.delivery_no, line.order_no, line.order_line) in known
        invoiced[line.order_no, line.order_line] += line.amount
    assert all(amount <= net[key] for key, amount in invoiced.items())


def test_what_is_typed_as_invoiced_is_less_what_came_back(rows):
    """An order line of 672 at 9616.32, of which 136 came back for 1946.16."""
    (row,) = [
        row
        for row in rows["deliveries"]
        if (row["delivery_no"], row["line_no"]) == ("FH2407-032", 1)
    ]
    (back,) = [row for row in rows["deliveries"] if row["delivery_no"] == "TH2407-001"]
    assert (back["order_no"], back["kind"]) == (row["order_no"], DeliveryKind.RETURN)
    assert row["invoiced_amount"] == Decimal("7670.16")


def test_invoices_add_up_and_have_three_people(book):
    lines = defaultdict(list)
    for line in book[INVOICE_LINES].records:
        lines[line.invoice_no].append(line.amount)
    for one in book[INVOICES].records:
        assert one.amount == total(lines[one.invoice_no])
        assert len(one.invoice_no) == (20 if one.kind.is_digital else 8)
        assert len({one.maker, one.issuer, one.checker}) == 3
    (red,) = [one for one in book[INVOICES].records if one.amount < 0]
    assert red.red_of in {one.invoice_no for one in book[INVOICES].records}


def test_invoices_wait_for_the_statement(book):
    """S-128: nothing is invoiced before the customer agreed to its month."""
    agreed = {
        (one.customer_code, one.period): one.returned_on
        for one in book[STATEMENT_RECORDS].records
        if one.agreement is Agreement.AGREED
    }
    requests = {one["request_no"]: one for one in demo.rows()["invoice_requests"]}
    for one in book[INVOICES].records:
        if one.request_no:
            period = requests[one.request_no]["period"]
            assert agreed[one.customer_code, period] < one.invoice_date


def test_what_is_on_paper_was_sent(book):
    """S-137: a letter for every invoice on paper, and for no digital one."""
    paper = {
        one.invoice_no: one.amount
        for one in book[INVOICES].records
        if not one.kind.is_digital
    }
    sent = {one.invoice_no: one.amount for one in book[MAILINGS].records}
    assert paper == sent


def test_an_accepted_quote_has_the_prices_of_its_order(rows):
    won = {
        row["quote_no"]: row["order_no"]
        for row in rows["quotes"]
        if row["status"] is QuoteStatus.ACCEPTED
    }
    ordered = {
        (row["order_no"], row["product_code"], row["unit_price"])
        for row in rows["order_lines"]
    }
    lines = [row for row in rows["quote_lines"] if row["quote_no"] in won]
    assert len(won) == 5
    for row in lines:
        key = won[row["quote_no"]], row["product_code"], row["unit_price"]
        assert key in ordered
    kinds = {row["status"] for row in rows["quotes"]}
    assert {QuoteStatus.SENT, QuoteStatus.LOST, QuoteStatus.ACCEPTED} <= kinds


def test_changes_are_of_released_orders_and_say_what_stands_there(rows):
    orders = {row["order_no"]: row for row in rows["orders"]}
    quantity = {
        (row["order_no"], row["line_no"]): row["quantity"]
        for row in rows["order_lines"]
    }
    assert len(rows["order_changes"]) > 3
    for row in rows["order_changes"]:
        order = orders[row["order_no"]]
        assert order["status"] is OrderStatus.RELEASED
        assert row["requester"] != row["approver"]
        if row.get("line_no"):
            now = quantity[row["order_no"], row["line_no"]]
            assert Decimal(row["new_value"]) == now
        else:
            assert row["new_value"] == str(order["delivery_date"])


def test_only_who_is_late_was_dunned(rows, receivables):
    """C014 is five days late: a reminder. Over a month: a letter too."""
    late = {item.customer_code for item in receivables.open_items(LAST)}
    steps = defaultdict(set)
    for row in rows["dunnings"]:
        assert row["customer_code"] in late
        steps[row["customer_code"]].add(row["step"])
    assert set(steps) <= {"C014", "C019", "C023", "C028", "C033"}
    assert steps["C033"] == set(DunningStep)


def test_one_allocation_was_made_twice_and_undone(rows):
    undone = [row for row in rows["settlements"] if row.get("undone_on")]
    assert len(undone) == 1
    left = [row for row in rows["settlements"] if not row.get("undone_on")]
    receipts = {row["receipt_no"]: row for row in rows["receipts"]}
    assert len({row["receipt_no"] for row in left}) == len(left)
    for row in left:
        receipt = receipts[row["receipt_no"]]
        assert (row["document"], row["amount"]) == (
            receipt["named_doc"],
            receipt["amount"],
        )


def test_every_number_of_the_register_stands_once(rows):
    keys = [(row["series"], row["number"]) for row in rows["document_records"]]
    assert len(set(keys)) == len(keys)
    assert sum(bool(row.get("voided_on")) for row in rows["document_records"]) == 1

"""Laws: what holds of whole books, whatever is typed into them."""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings

from ledger.test_allocation import DAYS
from ledger.whole_books import LATE, whole_books
from xlsales.ledger.accounts import Entry
from xlsales.ledger.ageing_table import ageing_table
from xlsales.ledger.collection import collection
from xlsales.ledger.collection_plan import Standing, collection_plan
from xlsales.ledger.exposure import Exposures
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statements
from xlsales.periods import Period
from xlsales.sheets.book import book_of

FEW = settings(max_examples=60)
MONTHS = [Period(2025, 12).shift(n) for n in range(7)]


@given(whole_books(), DAYS)
@FEW
def test_allocation_neither_makes_nor_loses_a_fen(rows, as_of):
    """S-149: open items less free credit are the balance, account by account."""
    receivables = Receivables(book_of(rows))
    for key, account in receivables.accounts.items():
        found = receivables.settled(key, as_of)
        open_ = sum(item.open_amount for item in found.items)
        assert open_ - found.unallocated == account.balance(as_of)
        met = defaultdict(Decimal)
        for one in found.allocations:
            assert one.amount > 0
            met[id(one.item)] += one.amount
        for item in found.items:
            assert item.open_amount == item.amount - met[id(item)] >= 0
        owed = {item.document for item in receivables.open_items_of(key, as_of)}
        assert owed <= {one.document for one in account.postings}


@given(whole_books(), DAYS)
@FEW
def test_every_row_moves_its_own_account_once(rows, as_of):
    """The balances are the rows, added up by hand: nothing twice, nothing left out.

    Write-offs are all within the tolerance of the book or they move nothing, so
    they and what the bank refused are left out here; other laws hold them.
    """
    kinds = {"折让": -1, "退款": 1}
    settled = [one for one in rows["settlements"] if one["kind"] != "尾差核销"]
    receipts = [
        one | {"state": "已到账", "refused_date": None} for one in rows["receipts"]
    ]
    book = book_of(rows | {"settlements": settled, "receipts": receipts})
    receivables = Receivables(book)
    owed = defaultdict(Decimal)
    for one in receivables.movements:
        if one.delivery.sign_date and one.delivery.sign_date <= as_of:
            owed[one.order.customer_code, one.order.currency] += one.amount
    for one in rows["opening_items"]:
        owed[_key(one)] += one["amount"] if one["doc_date"] <= as_of else 0
    for one in receipts:
        counts = one["receipt_date" if one["method"] == "银票" else "cleared_date"]
        owed[_key(one)] -= one["amount"] if counts and counts <= as_of else 0
    for one in rows["deductions"]:
        has_paper = one["paper_state"] == "已到" and one["date"] <= as_of
        owed[_key(one)] -= one["amount"] if has_paper else 0
    for one in settled:
        undone = one["undone_on"] and one["undone_on"] <= as_of
        if one["date"] <= as_of and not undone:
            owed[_key(one)] += one["amount"] * kinds.get(one["kind"], 0)
    found = {key: of.balance(as_of) for key, of in receivables.accounts.items()}
    assert {k: v for k, v in found.items() if v} == {k: v for k, v in owed.items() if v}


def _key(row):
    return row["customer_code"], row["currency"]


@given(whole_books())
@FEW
def test_opening_and_movements_make_the_closing_of_every_customer_and_month(rows):
    """S-145, S-151: and the ageing less the free credit is the closing."""
    receivables = Receivables(book_of(rows))
    closing = dict.fromkeys(receivables.accounts, Decimal(0))
    for month in MONTHS:
        for one in statements(receivables, month, LATE):
            key = (one.customer.customer_code, one.currency)
            if key not in closing:
                assert (one.opening, one.closing) == (0, 0)
                continue
            assert one.opening == closing[key]
            assert one.closing == one.opening + sum(one.sums.values())
            assert sum(line.amount for line in one.lines) == sum(one.sums.values())
            gross = sum(bucket.amount for bucket in one.ageing)
            assert gross - one.unallocated == one.closing
            assert gross == sum(item.open_amount for item in one.open_items)
            closing[key] = one.closing
    last = {key: of.balance(LATE) for key, of in receivables.accounts.items()}
    assert closing == last


@given(whole_books(), DAYS)
@FEW
def test_both_ages_of_what_is_open_come_to_the_closing(rows, as_of):
    """S-156: by due date and by origin, of every account."""
    receivables = Receivables(book_of(rows))
    for row in ageing_table(receivables, as_of).rows:
        assert sum(row.by_due) == sum(row.by_origin) == row.gross
        assert row.gross - row.unallocated == row.closing


@given(whole_books(), DAYS)
@FEW
def test_the_plan_and_the_collection_rate_are_of_the_same_items(rows, as_of):
    """S-158, S-167: what is due in the plan is what the rate divides by.

    But for bills: one in hand closes an item, and is no money yet for the rate.
    """
    money = [one for one in rows["receipts"] if one["method"] != "银票"]
    receivables = Receivables(book_of(rows | {"receipts": money}))
    for month in MONTHS[1:4]:
        lines = collection_plan(receivables, month, max(as_of, month.start)).lines
        rates = collection(receivables, month, max(as_of, month.start))
        for currency, rate in rates.items():
            due = [
                one for one in lines.get(currency, ()) if one.standing is Standing.DUE
            ]
            assert sum(one.received for one in due) == rate.received
            assert sum(one.at_start + one.change for one in due) == rate.collectible


@given(whole_books(), DAYS)
@FEW
def test_undone_is_never_done_on_both_sides(rows, as_of):
    """S-149: items, credits, exposure and ageing are those of a book without it."""
    kept = [
        one
        for one in rows["settlements"]
        if one["undone_on"] is None or one["undone_on"] > as_of
    ]
    one, other = (Receivables(book_of(rows | of)) for of in ({}, {"settlements": kept}))
    for key in one.accounts:
        assert one.open_items_of(key, as_of) == other.open_items_of(key, as_of)
        mine, yours = one.settled(key, as_of), other.settled(key, as_of)
        assert mine.unallocated == yours.unallocated
        assert [(c.document, c.left) for c in mine.credits] == [
            (c.document, c.left) for c in yours.credits
        ]
        assert _exposure(one, key, as_of) == _exposure(other, key, as_of)


def _exposure(receivables, key, as_of):
    unshipped = {
        order_no
        for order_no, order in receivables.book.orders.items()
        if not order.is_void
    }
    return Exposures(receivables, unshipped, as_of).of(key).total


ON_CREDIT = "货到30天"


def _with_term(rows, term):
    orders = [one | {"payment_term": term} for one in rows["orders"]]
    return rows | {"orders": orders}


@given(whole_books(), DAYS)
@FEW
def test_exposure_is_the_same_wherever_the_goods_are(rows, as_of):
    """S-177: not shipped, on the way, signed for: the same goods count once.

    Of each order no more goes out than was ordered, and nothing comes back.
    """
    lines = {(one["order_no"], one["line_no"]): one for one in rows["order_lines"]}
    went = {}
    for one in rows["deliveries"]:
        key = (one["order_no"], one["line_no"])
        whole = {"kind": "发货", "quantity": lines[key]["quantity"]}
        went.setdefault(key, one | whole | {"ship_date": as_of})
    totals = []
    for signed in (None, as_of):
        goods = [one | {"sign_date": signed} for one in went.values()]
        of = _with_term(rows, ON_CREDIT) | {"deliveries": goods}
        totals.append(_all_exposures(of, as_of))
    totals.append(
        _all_exposures(_with_term(rows, ON_CREDIT) | {"deliveries": []}, as_of)
    )
    assert totals[0] == totals[1] == totals[2]


def _all_exposures(rows, as_of):
    receivables = Receivables(book_of(rows))
    keys = [("C1", "CNY"), ("C1", "USD"), ("C2", "CNY")]
    return [_exposure(receivables, key, as_of) for key in keys]


@given(whole_books(), DAYS)
@FEW
def test_what_is_paid_first_takes_no_credit(rows, as_of):
    """S-177: without goods out, orders paid for first add nothing at all.

    What names an order is held for it, and is no credit for anything else.
    """
    bare = rows | {"deliveries": []}
    nothing_named = {
        "receipts": [one | {"named_doc": None} for one in rows["receipts"]],
        "settlements": [one | {"document": None} for one in rows["settlements"]],
    }
    first = _with_term(bare, "款到发货") | nothing_named
    none = first | {"orders": [], "order_lines": []}
    assert _all_exposures(first, as_of) == _all_exposures(none, as_of)


@given(whole_books(), DAYS)
@FEW
def test_a_bill_is_a_risk_until_it_is_honoured(rows, as_of):
    """S-177: it closes an item and stays in the exposure; honoured it is out."""
    bill = {
        "receipt_no": "B",
        "receipt_date": as_of,
        "customer_code": "C1",
        "currency": "CNY",
        "method": "银票",
        "amount": Decimal(50),
        "state": "在手",
        "cleared_date": None,
    }
    day = as_of + timedelta(days=1)
    honoured = bill | {"state": "已到账", "cleared_date": day}
    before = _all_exposures(rows, day)
    in_hand = _all_exposures(rows | {"receipts": [*rows["receipts"], bill]}, day)
    paid = _all_exposures(rows | {"receipts": [*rows["receipts"], honoured]}, day)
    assert in_hand == before
    assert paid[0] == before[0] - 50
    assert paid[1] == before[1]


@given(whole_books())
@FEW
def test_money_that_was_never_good_leaves_no_trace(rows):
    """S-155: refused on the day it came, or on a day nobody knows."""
    refused = [
        one | {"state": "退票", "refused_date": None} for one in rows["receipts"]
    ]
    one = Receivables(book_of(rows | {"receipts": refused}))
    other = Receivables(book_of(rows | {"receipts": []}))
    for key in {*one.accounts, *other.accounts}:
        assert one.open_items_of(key, LATE) == other.open_items_of(key, LATE)
        kinds = {posting.entry for posting in one.account(key).postings}
        assert not kinds & {Entry.RECEIPT, Entry.BILL}

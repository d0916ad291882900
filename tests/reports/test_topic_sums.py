"""Sums of topics: months make quarters, keys make the total, to the fen."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.test_sums import DAYS, MASTER, ORDERS, QUARTERS, add_order
from xlsales.ledger.contract_deductions import deductions_of
from xlsales.ledger.contract_fees import ContractFees
from xlsales.ledger.sales import Basis
from xlsales.money import from_fen
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.reports.statistics import statistics
from xlsales.reports.topic import RATIOS
from xlsales.reports.topics import REPORTS
from xlsales.sheets.book import book_of
from xlsales.sheets.receivables import DeductionKind

ALL = [one.key for one in DIMENSIONS]
LATER = date(2027, 1, 31)
SUMMED = {
    topic.key: [one.key for one in topic.measures if one.kind not in RATIOS]
    for topic in REPORTS
}
# what is open is looked at on a day and not summed over days
FLOWS = {
    "margin": SUMMED["margin"],
    "stores": SUMMED["stores"],
    "deductions": SUMMED["deductions"],
    "turnover": ["sales", "on_credit"],
    "invoicing": ["invoiced", "red", "uninvoiced"],
}
FEN = st.integers(1, 100_000).map(from_fen)
KEPT = st.tuples(
    st.integers(0, 3),
    st.sampled_from([None, "N0", "N1"]),
    st.sampled_from(DeductionKind),
    DAYS,
    FEN,
    st.booleans(),
)
TERMS = st.tuples(
    st.sampled_from(["每月", "每季", "每年", "一次"]),
    st.sampled_from(["堆头陈列费", "返点返利"]),
    st.one_of(FEN, st.sampled_from([Decimal("0.03"), Decimal("0.015")])),
    st.sampled_from(["账扣", "票扣", "现付"]),
)


@st.composite
def desks(draw):
    """Draw a book of one year with costs, contracts, deductions and invoices."""
    products = [dict(one) for one in MASTER["products"]]
    for product in products:
        product["cost_ex_tax"] = draw(st.none() | st.decimals(0, 99, places=4))
    rows = {**MASTER, "products": products}
    rows |= {"orders": [], "order_lines": [], "deliveries": []}
    for number, order in enumerate(draw(st.lists(ORDERS, max_size=5))):
        add_order(rows, f"A{number}", order)
    rows["contracts"] = [
        {
            "contract_no": f"N{n}",
            "kind": "产品进场合同",
            "customer_code": f"C{n}",
            "valid_from": draw(DAYS),
            "valid_to": date(2026, 12, 31),
        }
        for n in range(2)
    ]
    rows["contract_terms"] = [
        {
            "contract_no": f"N{n % 2}",
            "line_no": n,
            "kind": kind,
            "every": every,
            "rate" if amount < 1 and kind == "返点返利" else "amount": amount,
            "deducted_by": by,
        }
        for n, (every, kind, amount, by) in enumerate(draw(st.lists(TERMS, max_size=4)))
    ]
    rows["deductions"] = [
        {
            "deduction_no": f"K{n}",
            "customer_code": f"C{customer}",
            "contract_no": contract,
            "kind": kind.label.zh,
            "date": day,
            "amount": amount,
            "paper_state": "已到" if has_paper else "待单据",
        }
        for n, (customer, contract, kind, day, amount, has_paper) in enumerate(
            draw(st.lists(KEPT, max_size=6))
        )
    ]
    rows["invoices"] = [
        {
            "invoice_no": f"V{n}",
            "invoice_date": day,
            "customer_code": f"C{customer}",
            "kind": "数电专票",
            "amount": amount if is_blue else -amount,
        }
        for n, (customer, day, amount, is_blue) in enumerate(
            draw(
                st.lists(
                    st.tuples(st.integers(0, 3), DAYS, FEN, st.booleans()), max_size=4
                )
            )
        )
    ]
    return book_of(rows)


def topics_of(book, period, as_of=LATER):
    """Return the figures of each topic that says something."""
    made = statistics(book, period, ALL, Basis.DELIVERY, as_of).currencies
    topics = made["CNY"].topics if "CNY" in made else {}
    return {key: one for key, one in topics.items() if one}


def totals(book, period):
    found = {
        (key, measure): one.total[measure]
        for key, one in topics_of(book, period).items()
        for measure in FLOWS.get(key, ())
    }
    if ("stores", "sales") not in found:  # no page, but nothing was lost either
        found = {at: one for at, one in found.items() if at[0] != "stores"}
    return {at: one for at, one in found.items() if one}


# S-365
@settings(max_examples=40, deadline=None)
@given(book=desks())
def test_months_make_the_quarter(book):
    for quarter in QUARTERS:
        months = [totals(book, month) for month in quarter.parts()]
        whole = totals(book, quarter)
        for at, amount in whole.items():
            if at[0] != "stores":
                assert sum(one.get(at, 0) for one in months) == amount, at


@settings(max_examples=40, deadline=None)
@given(book=desks())
def test_rebates_and_fees_of_months_make_those_of_the_quarter(book):
    """The page of a month without either is not there; its costs are none."""
    for quarter in QUARTERS:
        months = [totals(book, month) for month in quarter.parts()]
        whole = totals(book, quarter)
        for measure in ("rebates", "fees"):
            at = ("stores", measure)
            assert sum(one.get(at, 0) for one in months) == whole.get(at, 0)


@settings(max_examples=60, deadline=None)
@given(book=desks(), as_of=DAYS)
def test_every_dimension_and_the_rows_make_the_total(book, as_of):
    for quarter in QUARTERS:
        for key, one in topics_of(book, quarter, as_of).items():
            for measure in SUMMED[key]:
                whole = one.total[measure]
                sums = {
                    dimension: sum(row.values[measure] for row in rows)
                    for dimension, rows in one.by.items()
                }
                assert set(sums.values()) <= {whole}, (key, measure, sums)
                assert set(one.by) >= {"customer", "channel", "region"}


@settings(max_examples=60, deadline=None)
@given(book=desks(), as_of=DAYS)
def test_the_steps_and_what_is_disputed_make_what_is_overdue(book, as_of):
    for quarter in QUARTERS:
        made = statistics(book, quarter, ALL, Basis.DELIVERY, as_of).currencies
        for one in made.values():
            if found := one.topics["overdue"]:
                of = found.total
                steps = (of["reminder"], of["report"], of["letter"], of["disputed"])
                assert sum(steps) == of["overdue"]
                assert of["overdue"] == sum(row.overdue for row in one.ageing)
                assert of["open"] == sum(row.gross for row in one.ageing)


@settings(max_examples=60, deadline=None)
@given(book=desks())
def test_what_contracts_say_is_what_the_month_of_deductions_says(book):
    fees = ContractFees(book, LATER)
    for quarter in QUARTERS:
        for month in quarter.parts():
            found = deductions_of(book, fees, month)
            of = topics_of(book, month).get("deductions")
            for measure in ("expected", "real", "difference"):
                theirs = sum(getattr(one, measure) for one in found)
                assert theirs == (of.total[measure] if of else 0)


@settings(max_examples=60, deadline=None)
@given(book=desks())
def test_a_rebate_is_taken_off_once(book):
    """What is left of stores is the margin less rebates and fees, without tax."""
    for quarter in QUARTERS:
        topics = topics_of(book, quarter)
        if "stores" in topics:
            stores = topics["stores"].total
            margin = topics["margin"].total if "margin" in topics else None
            ex_tax, left = (
                (margin["ex_tax"], margin["margin"]) if margin else (Decimal(0),) * 2
            )
            rebates = ex_tax - stores["net_ex_tax"]
            assert stores["profit"] == left - rebates - stores["fees"]
            assert abs(rebates) <= abs(stores["rebates"])

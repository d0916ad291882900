"""Whole books: several customers and currencies, with everything a desk types.

Each account is a book of ``test_allocation`` under names of its own; what they
share is what accounts share in life: the numbers of deliveries, and the payer.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

from ledger.test_allocation import DAYS, START, books

ACCOUNTS = (("C1", "CNY"), ("C1", "USD"), ("C2", "CNY"))
LATE = date(2026, 12, 31)
_NUMBERS = {
    "orders": ("order_no",),
    "order_lines": ("order_no",),
    "deliveries": ("order_no",),
    "receipts": ("receipt_no",),
    "opening_items": ("doc_no",),
    "deductions": ("deduction_no",),
    "settlements": ("settlement_no", "receipt_no"),
}
_NAMES = {"receipts": "named_doc", "settlements": "document", "deferrals": "document"}
_WITH_CURRENCY = {"orders", "opening_items", "receipts", "deductions", "settlements"}
_WITH_CUSTOMER = {*_WITH_CURRENCY, "deferrals"}


@st.composite
def whole_books(draw):
    """Return the rows of a book with the accounts of ``ACCOUNTS``."""
    found = {}
    for n, (customer, currency) in enumerate(ACCOUNTS):
        rows = draw(books())
        rows["deferrals"] = [
            {
                "deferral_no": f"Y{n}{i}",
                "date": START,
                "kind": "延期",
                "document": draw(st.sampled_from(["Q0", "F00", "F01"])),
                "new_due": START + timedelta(days=draw(st.integers(30, 200))),
                "amount": draw(st.none() | st.integers(1, 200)),
                "requester": "E1",
                "approver": draw(st.sampled_from(["E1", "E2", "E2"])),
                "approved_on": draw(DAYS),
            }
            for i in range(draw(st.integers(0, 2)))
        ]
        for sheet, records in rows.items():
            if sheet in {"products", "settings"}:
                found[sheet] = records
                continue
            of = found.setdefault(sheet, [])
            of += [_renamed(sheet, row, n, (customer, currency)) for row in records]
    customers = {one["customer_code"]: one for one in found["customers"]}
    customers["C2"]["payer_code"] = draw(st.sampled_from([None, "C1"]))
    return found | {"customers": list(customers.values())}


def _renamed(sheet, row, n, account):
    row = dict(row)
    for column in _NUMBERS.get(sheet, ()):
        if row[column]:
            row[column] = f"{row[column]}-{n}"
    column = _NAMES.get(sheet)
    if column and (row[column] or "").startswith(("A", "Q")):
        row[column] = f"{row[column]}-{n}"
    if sheet in _WITH_CUSTOMER or sheet == "customers":
        row["customer_code"] = account[0]
    if sheet in _WITH_CURRENCY:
        row["currency"] = account[1]
    return row

"""What waits, counted by hand: one row of each thing that waits, and its like."""

import datetime as dt

import pytest

from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.orders import OrderStatus
from xlsales.sheets.receivables import PaperState, ReceiptState
from xlsales.workbook.home_waiting import WAITING

DAY = dt.date(2026, 10, 8)
DRAFT, CHECKED, VOID = OrderStatus.DRAFT, OrderStatus.CHECKED, OrderStatus.VOID
SHIPPED = {"delivery_no": "F1", "kind": DeliveryKind.DELIVERY}
ROWS = {
    "orders": [
        {"order_no": "A1", "status": DRAFT},
        {"order_no": "A2", "status": CHECKED, "checker": "E2"},
        {"order_no": "A3", "status": CHECKED, "checker": "E2"},
        {"order_no": "A4", "status": VOID, "special_requirement": "托盘"},
        {
            "order_no": "A5",
            "status": OrderStatus.RELEASED,
            "checker": "E2",
            "special_requirement": "托盘",
        },
        {
            "order_no": "A6",
            "status": OrderStatus.RELEASED,
            "checker": "E2",
            "special_requirement": "托盘",
            "confirmed_by": "王某",
        },
    ],
    "deliveries": [
        SHIPPED,
        {**SHIPPED, "sign_date": DAY},
        {**SHIPPED, "sign_date": DAY},
        {**SHIPPED, "sign_date": DAY, "slip_back": DAY},
        {"delivery_no": "F2", "kind": DeliveryKind.RETURN},
    ],
    "receipts": [
        {"receipt_no": "R1", "state": ReceiptState.IN_HAND},
        {"receipt_no": "R2", "state": ReceiptState.DEPOSITED},
        {"receipt_no": "R3"},
        {"receipt_no": "R4", "state": ReceiptState.BOUNCED},
        {"receipt_no": "R5", "state": ReceiptState.DISHONOURED},
        {"receipt_no": "R6", "state": ReceiptState.CLEARED, "cleared_date": DAY},
    ],
    "deductions": [
        {"deduction_no": "K1", "paper_state": PaperState.WAITING},
        {"deduction_no": "K2"},  # nothing said: it waits
        {"deduction_no": "K3", "paper_state": PaperState.ARRIVED},
    ],
}
BY_HAND = {
    "waiting_draft": 1,
    "waiting_unchecked": 1,
    "waiting_unreleased": 2,
    "waiting_unconfirmed": 1,
    "waiting_unsigned": 1,
    "waiting_slip_out": 2,
    "waiting_uncleared": 3,
    "waiting_paper_missing": 2,
}


# S-166, S-407
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_waits_is_counted(language):
    found = {one.key: one.tally.value(ROWS, {}, language) for one in WAITING}
    assert found == BY_HAND


def test_in_an_empty_workbook_nothing_waits():
    assert {one.tally.value({}, {}, "zh") for one in WAITING} == {0}

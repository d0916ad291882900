"""What waits today, on 首页: counted live, each with the way to its sheet."""

from dataclasses import dataclass

from xlsales.sheets.deliveries import DELIVERIES, DeliveryKind
from xlsales.sheets.orders import ORDERS, OrderStatus
from xlsales.sheets.receivables import DEDUCTIONS, RECEIPTS, PaperState, ReceiptState
from xlsales.workbook.tally import Tally, blank, filled, is_, is_not

_ALIVE = is_not("status", OrderStatus.VOID)
_SHIPPED = (filled("delivery_no"), is_("kind", DeliveryKind.DELIVERY))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: its name in the catalogue, and how many rows do."""

    key: str
    tally: Tally


WAITING = (
    Waiting("waiting_draft", Tally(ORDERS, (is_("status", OrderStatus.DRAFT),))),
    Waiting(
        "waiting_unchecked",
        Tally(ORDERS, (filled("order_no"), blank("checker"), _ALIVE)),
    ),
    Waiting("waiting_unreleased", Tally(ORDERS, (is_("status", OrderStatus.CHECKED),))),
    Waiting(
        "waiting_unconfirmed",
        Tally(ORDERS, (filled("special_requirement"), blank("confirmed_by"), _ALIVE)),
    ),
    Waiting("waiting_unsigned", Tally(DELIVERIES, (*_SHIPPED, blank("sign_date")))),
    Waiting(
        "waiting_slip_out",
        Tally(DELIVERIES, (*_SHIPPED, filled("sign_date"), blank("slip_back"))),
    ),
    Waiting(
        "waiting_uncleared",
        Tally(
            RECEIPTS,
            (
                filled("receipt_no"),
                blank("cleared_date"),
                is_not("state", ReceiptState.BOUNCED),
                is_not("state", ReceiptState.DISHONOURED),
            ),
        ),
    ),
    Waiting(
        "waiting_paper_missing",
        Tally(
            DEDUCTIONS,
            (filled("deduction_no"),),
            either=(is_("paper_state", PaperState.WAITING), blank("paper_state")),
        ),
    ),
)

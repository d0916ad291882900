"""A small desk: rows with something of everything that home counts."""

import datetime as dt
from decimal import Decimal

from xlsales.sheets.customers import SettlementType
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.orders import OrderStatus
from xlsales.sheets.receivables import Method, ReceiptState
from xlsales.sheets.staff import Status
from xlsales.sheets.targets import Measure, TargetDimension

AS_OF = dt.date(2026, 10, 20)


def day(month, number):
    return dt.date(2026, month, number)


def order(number, on, total, **more):
    facts = {"status": OrderStatus.RELEASED, **more}
    return {"order_no": number, "order_date": on, "total_typed": total, **facts}


def money(on, amount, state=ReceiptState.CLEARED, **more):
    facts = {"method": Method.TRANSFER, "state": state, **more}
    return {"receipt_no": "R", "cleared_date": on, "amount": amount, **facts}


def target(period, value, measure=Measure.RECEIPTS, of=TargetDimension.COMPANY):
    return {"period": period, "measure": measure, "dimension": of, "value": value}


ROWS = {
    "orders": [
        order("A1", day(10, 1), Decimal(100)),
        order("A2", day(10, 20), Decimal("50.50"), currency="CNY"),
        order("A3", day(10, 20), Decimal(999), currency="USD"),
        order("A4", day(10, 20), Decimal(777), status=OrderStatus.VOID),
        order("A5", day(10, 21), Decimal(888)),  # after the day
        order("A6", day(9, 20), Decimal(40)),
        order("A7", day(9, 21), Decimal(666)),  # after the same day of last month
    ],
    "deliveries": [
        {"kind": DeliveryKind.DELIVERY, "ship_date": day(10, 2)},
        {"kind": DeliveryKind.DELIVERY, "ship_date": day(10, 20)},
        {"kind": DeliveryKind.RETURN, "ship_date": day(10, 20)},
        {"kind": DeliveryKind.DELIVERY, "ship_date": day(9, 1)},
    ],
    "receipts": [
        money(day(10, 5), Decimal(300)),
        money(day(10, 6), Decimal(60), None),
        money(day(10, 6), Decimal(1000), ReceiptState.BOUNCED),
        money(day(10, 6), Decimal(2000), ReceiptState.DEPOSITED),
        money(day(10, 6), Decimal(4000), method=Method.BANK_BILL),
        money(None, Decimal(8000), ReceiptState.IN_HAND),
        money(day(9, 6), Decimal(90)),
    ],
    "customers": [
        {
            "customer_code": f"C{number}",
            "full_name": f"{name}商贸有限公司",
            "short_name": name,
            "status": Status.ACTIVE,
            "settlement_type": SettlementType.OUTRIGHT_MONTHLY,
            "payment_term": "月结30天",
            "first_deal": first_deal,
        }
        for number, (name, first_deal) in enumerate(
            [("北桥", day(10, 20)), ("南桥", day(10, 21)), ("西桥", None)], start=1
        )
    ],
    "opening_items": [
        {
            "customer_code": code,
            "doc_no": f"Q{number}",
            "doc_date": day(6, 1),
            "due_date": due,
            "amount": Decimal(amount),
            "currency": currency,
        }
        for number, (code, due, amount, currency) in enumerate(
            [
                ("C1", day(10, 1), "1000.10", "CNY"),
                ("C2", day(7, 1), "200.20", None),
                ("C2", day(10, 19), "30.00", None),
                ("C3", day(9, 1), "4000.00", "USD"),
                ("C3", day(12, 1), "5.00", None),
            ],
            start=1,
        )
    ],
    "settings": [{"name": "3M & 李四 <商贸>"}],
    "targets": [
        target("2026-10", Decimal(480)),
        target("2026-09", Decimal(200)),
        target("2026-10", Decimal(5), Measure.SALES),
        target("2026-10", Decimal(7), of=TargetDimension.REGION),
        target("2026-Q4", Decimal(9)),
    ],
}

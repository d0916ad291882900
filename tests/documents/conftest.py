"""What the tests of the documents share: a small synthetic book and account."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from xlsales.ledger.accounts import (
    AccountLine,
    AgeingBucket,
    Entry,
    Memo,
    OpenItem,
    Statement,
)
from xlsales.money import ZERO, line_amount
from xlsales.periods import Period
from xlsales.sheets.book import book_of

TEMPLATES = Path(__file__).parents[2] / "templates"
ORDER = "LNSYNO.001"
SELLER = {
    "name": "沈阳恒联电气设备有限公司",
    "uscc": "91210100MA0TEST01X",
    "address": "沈阳市铁西区建设东路18号",
    "phone": "024-25550118",
    "email": "dz@example.com",
    "bank": "示例银行沈阳铁西支行",
    "account": "2885000012345",
}
BUYER = {
    "customer_code": "C001",
    "uscc": "91210100MA0TEST02X",
    "bank_name": "示例银行沈阳支行",
    "bank_account": "9000001",
    "full_name": "大连华联超市有限公司",
    "short_name": "华联超市",
    "status": "启用",
    "address": "大连市中山区人民路55号",
    "phone": "0411-82220055",
    "settlement_type": "购销月结",
    "payment_term": "月结30天",
}
GOODS = {
    "product_code": "SY-001",
    "name": "断路器",
    "spec": "DZ47-63 C32",
    "category": "电气",
    "unit": "只",
    "status": "启用",
    "tax_rate": "13%",
}
STEEL = {
    **GOODS,
    "product_code": "GT-001",
    "name": "热轧钢板",
    "spec": "8×1500×6000",
    "grade": "Q235B",
    "unit": "张",
    "tax_rate": "9%",
    "pricing_basis": "重量",
}
HEAD = {
    "order_no": ORDER,
    "order_date": "2026-09-28",
    "delivery_date": "2026-10-15",
    "customer_code": "C001",
    "contact": "周敏",
    "phone": "13900000000",
    "delivery_address": "大连市甘井子区中华路2号",
    "salesperson": "E03",
    "sign_place": "沈阳市铁西区",
    "status": "已复核",
    "maker": "E01",
    "checker": "E02",
}
STAFF = [
    {"staff_code": code, "name": name, "status": "启用"}
    for code, name in (("E01", "王晓梅"), ("E02", "李建国"), ("E03", "陈立"))
]


def a_line(number, quantity="10", price="12.50", **facts):
    amount = line_amount(Decimal(quantity), Decimal(price), Decimal(0))
    return {
        "order_no": ORDER,
        "line_no": number,
        "product_code": "SY-001",
        "quantity": quantity,
        "unit": "只",
        "unit_price": price,
        "amount": amount,
        **facts,
    }


def a_gift(number):
    return a_line(number, price="0", line_type="赠品", name_typed="试电笔")


@pytest.fixture
def make_book():
    def make(lines=None, *, order=(), buyer=(), settings=()):
        return book_of(
            {
                "settings": [SELLER | dict(settings)],
                "staff": STAFF,
                "customers": [BUYER | dict(buyer)],
                "products": [GOODS, STEEL],
                "orders": [HEAD | dict(order)],
                "order_lines": [a_line(1)] if lines is None else lines,
            }
        )

    return make


@pytest.fixture
def line():
    return a_line


@pytest.fixture
def gift():
    return a_gift


@pytest.fixture
def contract_template():
    return (TEMPLATES / "contract.docx").read_bytes()


@pytest.fixture
def statement_template():
    return (TEMPLATES / "statement.xlsx").read_bytes()


@pytest.fixture
def make_statement(make_book):
    """Build an account whose lines add up to its closing balance."""

    def make(amounts=(), opening="1000.00", **facts):
        balance = Decimal(opening)
        lines, sums = [], defaultdict(Decimal)
        for number, typed in enumerate(amounts):
            amount = Decimal(typed)
            balance += amount
            lines.append(_account_line(number, amount, balance))
            sums[lines[-1].entry] += amount
        owed, credit = max(balance, ZERO), max(-balance, ZERO)
        edges = ((0, 0), (1, 30), (31, None))
        return Statement(
            **{
                "number": "DZ202609-C001",
                "customer": make_book().customers["C001"],
                "month": Period(2026, 9),
                "start": date(2026, 9, 1),
                "end": date(2026, 9, 30),
                "currency": "CNY",
                "opening": Decimal(opening),
                "closing": balance,
                "lines": tuple(lines),
                "sums": dict(sums),
                "open_items": (
                    OpenItem(
                        document="FH-001",
                        order_no=ORDER,
                        customer_code="C001",
                        currency="CNY",
                        date=date(2026, 9, 2),
                        due_date=date(2026, 10, 31),
                        amount=owed + 20,
                        open_amount=owed,
                    ),
                )
                if owed
                else (),
                "in_transit": (),
                "uncleared": (),
                "ageing": tuple(
                    AgeingBucket(since=low, until=high, amount=ZERO if low else owed)
                    for low, high in edges
                ),
                "unallocated": credit,
                "overdue": ZERO,
                "due_by": date(2026, 10, 31) if owed else None,
                "due_amount": owed,
            }
            | facts
        )

    return make


def _account_line(number, amount, balance):
    entry = Entry.DELIVERY if amount > 0 else Entry.RECEIPT
    return AccountLine(
        date=date(2026, 9, 1 + number % 30),
        entry=entry,
        document=f"FH-{number:03d}",
        amount=amount,
        balance=balance,
        order_no=ORDER,
        product="断路器" if amount > 0 else "",
    )


@pytest.fixture
def a_memo():
    return Memo(
        entry=Entry.DELIVERY,
        date=date(2026, 9, 29),
        document="FH-099",
        order_no=ORDER,
        text="断路器",
        amount=Decimal("880.00"),
    )

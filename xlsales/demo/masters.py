"""Masters: the invented customers and their people as rows of their sheets."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from xlsales.demo.customers import Buyer
from xlsales.demo.days import FIRST, on_or_before
from xlsales.demo.firm import social_credit_code
from xlsales.demo.rows import Row, dice
from xlsales.demo.sale import Sale
from xlsales.money import ZERO
from xlsales.sheets.customers import (
    ContactRole,
    CreditGrade,
    InvoiceKind,
    InvoiceTiming,
)
from xlsales.sheets.options import OPTION_LISTS
from xlsales.sheets.staff import Status

_GRADES = (CreditGrade.A, CreditGrade.B, CreditGrade.B, CreditGrade.C)
_NO_LIMIT = frozenset({"C001", "C007"})
_STEP = Decimal(10000)
_WINDOW = timedelta(days=120)
_LIMIT_SHARE = Decimal("1.3")
_OLD_DAYS = 2400


def customer_rows(buyers: Iterable[Buyer], sales: list[Sale]) -> list[Row]:
    """Return the customers; limits and first deals follow from the orders."""
    return [
        _customer_row(buyer, [sale for sale in sales if sale.buyer is buyer])
        for buyer in buyers
    ]


def _customer_row(buyer: Buyer, sales: list[Sale]) -> Row:
    return {
        **_who(buyer),
        **_conditions(buyer),
        "credit_limit": _limit(buyer, sales),
        "credit_grade": CreditGrade.C
        if buyer.is_slow
        else _GRADES[buyer.number % len(_GRADES)],
        "first_deal": _first_deal(buyer, sales),
    }


def _who(buyer: Buyer) -> Row:
    sources = OPTION_LISTS["客户来源"]
    return {
        "customer_code": buyer.code,
        "full_name": buyer.full_name,
        "short_name": buyer.short_name,
        "status": Status.STOPPED if buyer.is_stopped else Status.ACTIVE,
        "uscc": social_credit_code(f"91990000MA0D1{buyer.number:04d}"),
        "channel": buyer.channel,
        "sub_channel": buyer.kind.sub_channel,
        "region": buyer.place.region,
        "province": buyer.place.province,
        "city": buyer.place.city,
        "address": buyer.address,
        "phone": buyer.phone,
        "email": f"{buyer.code.lower()}@example.com",
        "industry": buyer.kind.industry,
        "source": sources[buyer.number % len(sources)],
        "salesperson": buyer.salesperson,
    }


def _conditions(buyer: Buyer) -> Row:
    timing = (
        InvoiceTiming.AFTER_RECEIPT
        if buyer.pays_first
        else InvoiceTiming.AFTER_STATEMENT
    )
    return {
        "settlement_type": buyer.settlement,
        "payment_term": buyer.term,
        "invoice_kind": InvoiceKind.ORDINARY
        if buyer.channel == "直销用户"
        else InvoiceKind.SPECIAL,
        "invoice_timing": timing,
        "bank_name": f"示例商业银行{buyer.place.city}支行",
        "bank_account": f"900000000001{buyer.number:04d}",
        "invoice_email": f"fapiao.{buyer.code.lower()}@example.com",
        "cutoff_day": buyer.cutoff,
        "fixed_pay_day": buyer.pay_day,
    }


def _limit(buyer: Buyer, sales: list[Sale]) -> Decimal | None:
    """Return room for four busy months; none at all for those who pay first."""
    if buyer.pays_first or buyer.is_stopped:
        return ZERO
    if buyer.code in _NO_LIMIT:
        return None
    busiest = max(
        sum(one.total for one in sales if sale.day <= one.day < sale.day + _WINDOW)
        for sale in sales
    )
    return (busiest * _LIMIT_SHARE // _STEP + 1) * _STEP + ZERO


def _first_deal(buyer: Buyer, sales: list[Sale]) -> date | None:
    """Return the first order, or a day long before for an old customer."""
    if not buyer.is_old:
        return min(sale.day for sale in sales)
    ago = dice(f"first deal of {buyer.code}").randint(60, _OLD_DAYS)
    return on_or_before(FIRST - timedelta(days=ago))


def contact_rows(buyers: Iterable[Buyer]) -> list[Row]:
    """Return who buys and who settles at each customer's."""
    return [row for buyer in buyers for row in _contacts(buyer)]


def _contacts(buyer: Buyer) -> tuple[Row, Row]:
    buys, settles = buyer.contacts
    email = buyer.code.lower()
    return (
        {
            "customer_code": buyer.code,
            "name": buys,
            "phone": buyer.mobile(1),
            "email": f"caigou.{email}@example.com",
            "delivery_address": buyer.warehouse,
            "role": ContactRole.BUYER,
            "is_default": True,
            "may_sign": True,
        },
        {
            "customer_code": buyer.code,
            "name": settles,
            "phone": buyer.mobile(2),
            "email": f"jiesuan.{email}@example.com",
            "delivery_address": buyer.warehouse,
            "role": ContactRole.SETTLEMENT,
            "may_sign": True,
            "confirms_statement": True,
        },
    )

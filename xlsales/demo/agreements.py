"""Agreements: contracts of orders, of a year and of stores, with their fees."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from xlsales.demo.customers import Buyer
from xlsales.demo.days import LAST, later, on_or_after
from xlsales.demo.firm import MAKERS, SUPERVISOR
from xlsales.demo.rows import Row
from xlsales.demo.sale import Sale
from xlsales.demo.shipping import Shipment
from xlsales.sheets.contracts import ContractKind, DeductedBy, FeeEvery, FeeKind
from xlsales.sheets.customers import SettlementType
from xlsales.sheets.receivables import Method

_SINCE = date(2026, 9, 1)
_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
_STORES = (date(2023, 7, 1), date(2026, 12, 31))
_LATE_RATE = Decimal("0.0005")
_INVOICE_DAYS = 10
# kind, how often, amount, rate, products, said
_FEES = (
    (FeeKind.REBATE, FeeEvery.MONTH, None, "0.015", None, "返利,按货款1.5%"),
    (FeeKind.DISPLAY, FeeEvery.MONTH, "600.00", None, None, "堆头陈列"),
    (FeeKind.POSTER, FeeEvery.QUARTER, "400.00", None, None, "海报"),
    (FeeKind.ENTRY, FeeEvery.ONCE, "200.00", None, 6, "新品进场,每个单品"),
)


def store_contract(buyer: Buyer) -> str:
    """Return the number of a store's entry contract."""
    return f"NK-{_STORES[0]:%Y}-{buyer.code}"


def is_store(buyer: Buyer) -> bool:
    """Whether it takes fees for what stands on its shelves."""
    return buyer.kind.sub_channel in {"KA连锁", "BC场"}


def contract_rows(
    buyers: Iterable[Buyer], sales: Iterable[Sale], shipments: Iterable[Shipment]
) -> list[Row]:
    """Return the contracts by the day they were signed."""
    buyers = list(buyers)
    begun = {one.sale.number for one in shipments}
    rows = [
        *(_store_row(buyer) for buyer in buyers if is_store(buyer)),
        *(_year_row(buyer) for buyer in buyers if _is_monthly(buyer)),
        *(
            _sale_row(one)
            for one in sales
            if one.day >= _SINCE and one.number in begun and not one.is_void
        ),
    ]
    return sorted(rows, key=lambda row: str(row["sign_date"]))


def term_rows(buyers: Iterable[Buyer]) -> list[Row]:
    """Return the fees of the stores' contracts."""
    return [row for buyer in buyers if is_store(buyer) for row in _fees(buyer)]


def _fees(buyer: Buyer) -> Iterator[Row]:
    for number, (kind, every, amount, rate, products, said) in enumerate(_FEES, 1):
        yield {
            "contract_no": store_contract(buyer),
            "line_no": number,
            "kind": kind,
            "every": every,
            "amount": None if amount is None else Decimal(amount),
            "rate": None if rate is None else Decimal(rate),
            "products": products,
            "deducted_by": DeductedBy.ACCOUNT,
            "remark": said,
        }


def _is_monthly(buyer: Buyer) -> bool:
    is_cash = buyer.settlement is SettlementType.SPOT_CASH
    return not is_cash and not buyer.is_stopped and buyer.until >= _YEAR[0]


def _year_row(buyer: Buyer) -> Row:
    signed = on_or_after(_YEAR[0])
    return {
        **_row(f"GX-2026-{buyer.code}", ContractKind.FRAME, buyer, signed),
        "valid_from": _YEAR[0],
        "valid_to": _YEAR[1],
        **_settling(buyer),
    }


def _store_row(buyer: Buyer) -> Row:
    signed = on_or_after(_STORES[0])
    return {
        **_row(store_contract(buyer), ContractKind.ENTRY, buyer, signed),
        "valid_from": _STORES[0],
        "valid_to": _STORES[1],
        **_settling(buyer),
    }


def _settling(buyer: Buyer) -> Row:
    return {
        "statement_day": buyer.cutoff,
        "invoice_day": _INVOICE_DAYS,
        "method": Method.TRANSFER,
        "late_rate": _LATE_RATE,
    }


def _sale_row(sale: Sale) -> Row:
    row = _row(f"HT-{sale.number}", ContractKind.SALE, sale.buyer, sale.day)
    return {
        **row,
        "order_no": sale.number,
        "valid_from": sale.day,
        "valid_to": later(sale.due, 60),
        "amount": sale.total,
    }


def _row(number: str, kind: ContractKind, buyer: Buyer, signed: date) -> Row:
    """Return what all contracts have; the latest are on their way back."""
    back, done = later(signed, 4), later(signed, 5)
    return {
        "contract_no": number,
        "kind": kind,
        "customer_code": buyer.code,
        "sign_date": signed,
        "settlement_type": buyer.settlement,
        "payment_term": buyer.term,
        "maker": MAKERS[buyer.number % len(MAKERS)],
        "checker": SUPERVISOR,
        "salesperson_signed": True,
        "stamped_on": signed,
        "returned_on": back if back <= LAST else None,
        "completed_on": done if done <= LAST else None,
    }

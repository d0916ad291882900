"""Papers: orders and deliveries as rows of their sheets."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from xlsales.demo.customers import Buyer
from xlsales.demo.days import LAST, later, on_or_before
from xlsales.demo.firm import ACCOUNTANT, DISPATCHER, MAKERS, STOREKEEPER, SUPERVISOR
from xlsales.demo.rows import Row, dice
from xlsales.demo.sale import Line, Sale
from xlsales.demo.shipping import Piece, Shipment
from xlsales.money import ZERO
from xlsales.sheets.orders import LineType, OrderStatus

_REQUESTS = ("托盘发货,限高1.5米", "送货前一天电话预约", "外箱贴门店标签", "上午送达")
_CARRIERS = ("榆里物流", "北桁货运", "示例快运")
_INVOICED_UNTIL = date(2026, 9, 30)
_VOID_REASON = "客户取消采购计划"
_SIGN_PLACE = "沈阳"
_A_WEEK = timedelta(days=7)


def order_rows(sales: Iterable[Sale], shipments: Iterable[Shipment]) -> list[Row]:
    """Return the orders; those of which nothing was shipped have no contract yet."""
    luck = dice("papers")
    begun = {one.sale.number for one in shipments}
    return [_order_row(luck, sale, begun) for sale in sales]


def _order_row(luck: Random, sale: Sale, begun: set[str]) -> Row:
    buyer = sale.buyer
    request = luck.choice(_REQUESTS) if luck.random() < 0.06 else None  # noqa: PLR2004
    status = _status(sale, begun)
    return {
        "order_no": sale.number,
        "customer_po": _customer_po(luck, sale),
        "contract_no": None if status is OrderStatus.CHECKED else f"HT-{sale.number}",
        "order_date": sale.day,
        "delivery_date": sale.due,
        "customer_code": buyer.code,
        **_whom_and_where(buyer),
        "salesperson": buyer.salesperson,
        "settlement_type": buyer.settlement,
        "payment_term": buyer.term if luck.random() < 0.5 else None,  # noqa: PLR2004
        "order_discount": sale.off,
        "total_typed": sale.total,
        "special_requirement": request,
        "confirmed_by": buyer.contacts[0] if request else None,
        "sign_place": _SIGN_PLACE,
        "status": status,
        "maker": luck.choice(MAKERS),
        "checker": SUPERVISOR,
        "checked_at": min(later(sale.day, luck.randint(0, 1)), LAST),
        "void_reason": _VOID_REASON if sale.is_void else None,
    }


def _status(sale: Sale, begun: set[str]) -> OrderStatus:
    if sale.is_void:
        return OrderStatus.VOID
    return OrderStatus.RELEASED if sale.number in begun else OrderStatus.CHECKED


def _whom_and_where(buyer: Buyer) -> Row:
    return {
        "contact": buyer.contacts[0],
        "phone": buyer.mobile(1),
        "delivery_address": buyer.warehouse,
    }


def _customer_po(luck: Random, sale: Sale) -> str | None:
    """Return a number of the customer's own; only shops and chains have them."""
    if sale.buyer.channel != "商超":
        return None
    place = sale.number.partition("NO.")
    return f"PO{sale.day:%y%m%d}{place[2]}{luck.randint(10, 99)}"


def line_rows(sales: Iterable[Sale]) -> list[Row]:
    """Return the lines of the orders, in their order."""
    return [
        _line_row(sale.number, number, line)
        for sale in sales
        for number, line in enumerate(sale.lines, 1)
    ]


def _line_row(order: str, number: int, line: Line) -> Row:
    return {
        "order_no": order,
        "line_no": number,
        "product_code": line.product,
        "name_typed": line.name,
        "spec_typed": line.spec,
        "quantity": line.quantity,
        "unit": line.unit,
        "unit_price": line.price,
        "discount": line.discount,
        "amount": line.amount,
        "tax_rate": line.tax,
        "line_type": line.kind,
    }


def delivery_rows(shipments: list[Shipment]) -> list[Row]:
    """Return every order line shipped or brought back."""
    luck = dice("slips")
    returned: defaultdict[tuple[str, int], Decimal] = defaultdict(lambda: ZERO)
    for one in shipments:
        if one.back_from:
            for piece in one.pieces:
                returned[one.sale.number, piece.line_no] += piece.amount
    rows = []
    for one in shipments:
        slip = _slip(luck, one)
        for piece in one.pieces:
            if one.sale.lines[piece.line_no - 1].kind is LineType.FREIGHT:
                continue  # it arises with the first delivery, and is not typed
            row = {**slip, **_part(one, piece)}
            if _is_invoiced(one):
                less = returned[one.sale.number, piece.line_no]
                row["invoiced_amount"] = piece.amount - less
            rows.append(row)
    return rows


def _is_invoiced(one: Shipment) -> bool:
    """Whether the invoice is out; what came back is left off the first one."""
    if one.back_from or one.signed is None:
        return False
    return one.signed <= _INVOICED_UNTIL


def _part(one: Shipment, piece: Piece) -> Row:
    return {
        "line_no": piece.line_no,
        "quantity": piece.quantity,
        "signed_qty": piece.quantity if one.signed else None,
    }


def _slip(luck: Random, one: Shipment) -> Row:
    """Return what all rows of one delivery have in common."""
    buyer = one.sale.buyer
    back = later(one.signed, luck.randint(1, 6)) if one.signed else None
    if back and back > LAST and one.signed and LAST - one.signed > _A_WEEK:
        back = on_or_before(LAST)
    return {
        "delivery_no": one.number,
        "order_no": one.sale.number,
        "kind": one.kind,
        "ship_date": one.shipped,
        "eta": later(one.shipped, 2),
        "carrier": luck.choice(_CARRIERS),
        "tracking_no": f"{one.number.replace('-', '')}00",
        "sign_date": one.signed,
        "signed_by": buyer.contacts[1] if one.signed else None,
        "slip_back": back if back and back <= LAST else None,
        "exception_type": one.reason,
        "finance_release": ACCOUNTANT if buyer.pays_first else None,
        "maker": STOREKEEPER,
        "checker": DISPATCHER,
    }

"""发货单: what goes out, in three copies (S-104, S-110, S-115).

The first copy is the carrier's and shows no prices; the second stays with the
sales clerk, the third goes to finance.
"""

from decimal import Decimal

from xlsales.documents.shown import (
    count,
    currency_shown,
    day,
    goods_name,
    goods_unit,
    language_of,
    listed,
    name_of,
    price,
    seller_facts,
    unit,
    words_of,
)
from xlsales.language import Language, Text
from xlsales.ledger.movements import Movement, movements
from xlsales.money import digits, total
from xlsales.sheets.book import Book
from xlsales.sheets.deliveries import DeliveryKind, DeliveryNote
from xlsales.sheets.orders import LineType

_COPIES = (
    (Text("第一联", "Copy 1"), Text("物流", "Carrier"), False),
    (Text("第二联", "Copy 2"), Text("销售内勤", "Sales desk"), True),
    (Text("第三联", "Copy 3"), Text("财务", "Finance"), True),
)
_GIFT = Text("赠品", "Gift")


def delivery_note_context(book: Book, note: DeliveryNote) -> dict[str, object]:
    """Return what the copies of a delivery note say, ready to print."""
    customer = book.customers[note.customer_code]
    language = language_of(customer)
    moved = _moved(book, note)
    goods = [one for one in moved if one.line.line_type is not LineType.FREIGHT]
    freight = total(one.amount for one in moved) - total(one.amount for one in goods)
    currency = moved[0].order.currency if moved else "CNY"
    worth = total(one.amount for one in moved)
    days = [one.delivery for one in moved]
    return {
        "copies": [
            {
                "number": number(language),
                "holder": holder(language),
                "has_prices": has_prices,
            }
            for number, holder, has_prices in _COPIES
        ],
        "number": note.delivery_no,
        "date": day(note.note_date, language),
        "ship_date": day(min((one.ship_date for one in days), default=None), language),
        "eta": day(max((one.eta for one in days if one.eta), default=None), language),
        "orders": listed((one.order.order_no for one in moved), language),
        "customer_pos": listed(
            (one.order.customer_po or "" for one in moved), language
        ),
        "seller": seller_facts(book.settings),
        "buyer": {
            "name": customer.full_name,
            "receiver": note.contact or "",
            "phone": note.phone or "",
            "address": note.delivery_address or "",
        },
        "carrier": note.carrier or "",
        "vehicle": note.vehicle or "",
        "lines": [
            {"number": str(n), **_line(book, one, language)}
            for n, one in enumerate(goods, 1)
        ],
        "quantity": count(sum((one.quantity for one in goods), Decimal(0))),
        "has_weight": any(one.delivery.weight for one in goods),
        "currency": currency_shown(currency, language),
        "unit": unit(currency, language),
        "freight": digits(freight) if freight else "",
        "total": digits(worth),
        "total_words": words_of(worth, currency, language),
        "remark": note.remark or "",
        "storekeeper": name_of(book, note.storekeeper),
        "maker": name_of(book, note.maker),
        "checker": name_of(book, note.checker),
    }


def note_total(book: Book, note: DeliveryNote) -> Decimal:
    """Return what the goods and the freight on a delivery note are worth."""
    return total(one.amount for one in _moved(book, note))


def _moved(book: Book, note: DeliveryNote) -> list[Movement]:
    return [one for one in movements(book) if _is_on(note, one)]


def _is_on(note: DeliveryNote, one: Movement) -> bool:
    is_out = one.delivery.kind is DeliveryKind.DELIVERY
    return is_out and one.delivery.delivery_no == note.delivery_no


def _line(book: Book, one: Movement, language: Language) -> dict[str, str]:
    line, product = one.line, one.product
    spec = line.spec_typed or product.spec or ""
    is_gift = line.line_type is LineType.GIFT
    return {
        "order_no": one.order.order_no,
        "code": line.product_code,
        "name": line.name_typed or goods_name(product, language),
        "spec": spec,
        "unit": goods_unit(book, line.unit or product.unit, language),
        "quantity": count(one.quantity),
        "weight": count(one.delivery.weight),
        "price": _GIFT(language) if is_gift else price(line.unit_price),
        "amount": digits(one.amount),
    }

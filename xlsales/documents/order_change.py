"""订单变更单: what of an order changes, for the customer to confirm (S-066)."""

from xlsales.documents.shown import (
    day,
    goods_name,
    language_of,
    name_of,
    seller_facts,
)
from xlsales.language import Language
from xlsales.sheets.book import Book
from xlsales.sheets.changes import OrderChange
from xlsales.sheets.orders import Order


def order_change_context(
    book: Book, change: OrderChange, order: Order
) -> dict[str, object]:
    """Return what the document of a change says, ready to print."""
    customer = book.customers[order.customer_code]
    language = language_of(customer)
    return {
        "number": change.change_no,
        "date": day(change.change_date, language),
        "seller": seller_facts(book.settings),
        "buyer": {
            "name": customer.full_name,
            "contact": order.contact or "",
            "phone": order.phone or "",
        },
        "order_no": order.order_no,
        "customer_po": order.customer_po or "",
        "order_date": day(order.order_date, language),
        "line_no": str(change.line_no or ""),
        "product": _product(book, change, language),
        "field": change.field.label(language),
        "old_value": change.old_value or "",
        "new_value": change.new_value or "",
        "reason": change.reason or "",
        "requester": name_of(book, change.requester),
        "approver": name_of(book, change.approver),
        "confirmed_on": day(change.confirmed_on, language),
        "salesperson": name_of(book, order.salesperson),
    }


def _product(book: Book, change: OrderChange, language: Language) -> str:
    """Return name and spec of the product of the line that changes."""
    for line in book.lines_of.get(change.order_no, []):
        product = book.products.get(line.product_code)
        if line.line_no == change.line_no and product:
            spec = line.spec_typed or product.spec or ""
            return f"{line.name_typed or goods_name(product, language)} {spec}".strip()
    return ""

"""报价单: what a quote says to the customer (S-035, S-036, S-050).

The market prices beside a line are ours to weigh, and are not printed (S-037).
"""

from decimal import Decimal

from xlsales.documents.shown import (
    count,
    currency_shown,
    day,
    goods_name,
    goods_unit,
    language_of,
    name_of,
    percent,
    price,
    seller_facts,
    term_shown,
    unit,
    words_of,
)
from xlsales.language import Language
from xlsales.ledger.movements import is_by_weight
from xlsales.money import digits, line_amount, total
from xlsales.sheets.book import Book
from xlsales.sheets.quotes import QUOTE_LINES, Quote, QuoteLine

_NO_DISCOUNT = Decimal(0)


def quote_context(book: Book, quote: Quote) -> dict[str, object]:
    """Return what the document of a quote says, ready to print."""
    customer = book.customers[quote.customer_code]
    language = language_of(customer)
    lines = lines_of(book, quote)
    worth = quote_total(book, quote)
    return {
        "number": quote.quote_no,
        "date": day(quote.quote_date, language),
        "valid_to": day(quote.valid_to, language),
        "seller": seller_facts(book.settings),
        "buyer": {
            "name": customer.full_name,
            "contact": quote.contact or "",
            "phone": quote.phone or "",
        },
        "lines": [
            {"number": str(n), **_line(book, line, quote, language)}
            for n, line in enumerate(lines, 1)
        ],
        "currency": currency_shown(quote.currency, language),
        "unit": unit(quote.currency, language),
        "total": "" if worth is None else digits(worth),
        "total_words": (
            "" if worth is None else words_of(worth, quote.currency, language)
        ),
        "payment_term": term_shown(
            book.settings, quote.payment_term or customer.payment_term or "", language
        ),
        "delivery_time": quote.delivery_time or "",
        "special_requirement": quote.special_requirement or "",
        "salesperson": name_of(book, quote.salesperson),
        "maker": name_of(book, quote.maker),
        "checker": name_of(book, quote.checker),
    }


def lines_of(book: Book, quote: Quote) -> list[QuoteLine]:
    """Return the lines of a quote, in the order of the sheet."""
    lines = book[QUOTE_LINES].records
    return [line for line in lines if line.quote_no == quote.quote_no]


def quote_total(book: Book, quote: Quote) -> Decimal | None:
    """Return what a quote comes to; nothing while a line has no amount yet."""
    amounts = [_amount(book, line) for line in lines_of(book, quote)]
    known = [amount for amount in amounts if amount is not None]
    return total(known) if known and len(known) == len(amounts) else None


def _line(
    book: Book, line: QuoteLine, quote: Quote, language: Language
) -> dict[str, str]:
    product = book.products.get(line.product_code)
    amount = _amount(book, line)
    parts = (product.grade, product.spec) if product else ()
    return {
        "code": line.product_code,
        "name": goods_name(product, language) if product else line.product_code,
        "spec": " ".join(part for part in parts if part),
        "unit": goods_unit(book, product.unit, language) if product else "",
        "quantity": count(line.quantity),
        "price": "" if line.unit_price is None else price(line.unit_price),
        "tax_rate": percent(product.tax_rate) if product else "",
        "amount": "" if amount is None else digits(amount),
        "delivery_time": line.delivery_time or quote.delivery_time or "",
        "remark": line.remark or "",
    }


def _amount(book: Book, line: QuoteLine) -> Decimal | None:
    """Return what a line comes to; goods priced by weight are not weighed yet."""
    by_weight = is_by_weight(book.products.get(line.product_code))
    if by_weight or line.unit_price is None:
        return None
    return line_amount(line.quantity, line.unit_price, _NO_DISCOUNT)

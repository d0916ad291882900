"""Approving: a draft order gets its number, in its row and wherever it is named.

Until then its key is a draft key such as 草稿-7, which 草稿号 keeps (S-052).
"""

from collections.abc import Iterator, Mapping, Sequence

from xlsales.jobs.books import known_orders
from xlsales.jobs.issued_papers import IssuedPaper
from xlsales.jobs.registering import Registration, registration
from xlsales.language import Text, both, text
from xlsales.ledger.given_numbers import given_numbers
from xlsales.ledger.movements import order_total
from xlsales.ledger.numbering import may_take
from xlsales.ledger.order_numbers import (
    NumberForm,
    city_initials,
    is_draft_key,
    next_number,
    number_form,
    province_letters,
)
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book
from xlsales.sheets.documents import Series
from xlsales.sheets.orders import ORDERS, Order
from xlsales.sheets.receivables import RECEIPTS
from xlsales.workbook.entries import Entries, NewValue

_ALSO_NAMED = ((RECEIPTS, "named_doc"),)


def drafts_due(book: Book) -> list[str]:
    """Return the draft orders that were checked by a second person."""
    return [
        one.order_no
        for one in book[ORDERS].records
        if is_draft_key(one.order_no)
        and not one.is_void
        and one.checker
        and one.checker != one.maker
    ]


def approval_registration(
    drafts: Sequence[str], typed: Mapping[str, str], book: Book
) -> Registration:
    """Return the numbers of draft orders, wherever their keys stand.

    Args:
        drafts: the keys; one that cannot get a number is said, with the reasons.
            None is all that were checked.
        typed: numbers that somebody wants for some of them.
        book: what was given so far.

    Raises:
        UnknownName: an order that the book does not have.
    """
    wanted = known_orders(book, drafts) or drafts_due(book)
    if not wanted:
        return Registration(said=(text("numbers", "none_due"),))
    taken = given_numbers(book, Series.ORDER)
    found = Registration()
    for draft in dict.fromkeys(wanted):
        order = book.orders.get(draft)
        reasons = list(_against(book, draft, order))
        if order and not reasons:
            form = _form(book, order)
            number = typed.get(draft) or next_number(taken, form)
            reasons += _against_number(number, form, taken)
        if order is None or reasons:
            found |= Registration(said=(_refused(draft, reasons),), is_whole=False)
            continue
        taken.add(number)
        found |= _numbered(book, order, number)
    return found


def _numbered(book: Book, order: Order, number: str) -> Registration:
    """Return what changes with the number of an order, and its row of 单据登记."""
    named = list(_named(book, order.order_no, number))
    values = (*named, NewValue(ORDERS, order.row, "draft_no", order.order_no))
    facts = {"draft": order.order_no, "number": number, "count": len(named) - 1}
    said = (both("numbers", "order_is", **facts),)
    paper = IssuedPaper(
        series=Series.ORDER,
        number=number,
        date=order.order_date,
        customer_code=order.customer_code,
        order_no=number,
        amount=order_total(order, book.lines_of.get(order.order_no, ())),
        maker=order.maker,
    )
    return Registration(Entries(values=values), said) | registration(book, [paper])


def _named(book: Book, draft: str, number: str) -> Iterator[NewValue]:
    """Yield every cell that names an order by its draft key."""
    places = [
        (sheet, column.key)
        for sheet in INPUT_SHEETS
        for column in sheet.columns
        if column.key == "order_no" or column.refers_to == ORDERS.key
    ]
    for sheet, key in (*places, *_ALSO_NAMED):
        table = book[sheet]
        for row, value in zip(table.rows, table.values(key), strict=True):
            if value == draft:
                yield NewValue(sheet, row, key, number)


def _against(book: Book, draft: str, order: Order | None) -> Iterator[Text]:
    """Yield why an order gets no number now."""
    if order is None:
        yield text("numbers", "unreadable")
        return
    if not is_draft_key(draft):
        yield text("numbers", "numbered")
    if book[ORDERS].known[draft] > 1:
        yield text("numbers", "key_twice")
    if order.is_void:
        yield text("numbers", "void_order")
    if not order.checker:
        yield text("numbers", "unchecked")
    elif order.checker == order.maker:
        yield text("numbers", "self_checked")
    yield from _against_customer(book, order)


def _against_customer(book: Book, order: Order) -> Iterator[Text]:
    customer = book.customers.get(order.customer_code)
    if customer is None:
        yield text("numbers", "no_customer")
        return
    letters = {
        "{province}": province_letters(customer.province or ""),
        "{city}": city_initials(customer.city or ""),
    }
    pattern = book.settings.order_number_pattern
    if any(part in pattern and not found for part, found in letters.items()):
        yield text("numbers", "no_city")


def _form(book: Book, order: Order) -> NumberForm:
    customer = book.customers[order.customer_code]
    return number_form(book.settings.order_number_pattern, customer, order.order_date)


def _against_number(number: str, form: NumberForm, taken: set[str]) -> list[Text]:
    """Return why a number may not be had: not of the form, or given before."""
    if may_take(number, form, taken):
        return []
    if number in taken:
        return [both("numbers", "taken", number=number)]
    facts = {"number": number, "example": form.example}
    return [both("numbers", "does_not_fit", **facts)]


def _refused(draft: str, reasons: Sequence[Text]) -> Text:
    why = Text("；".join(r.zh for r in reasons), "; ".join(r.en for r in reasons))
    return both("numbers", "refused", order=draft, why=why)

"""Registering: the buttons that type rows and numbers into the workbook."""

from xlsales.jobs.approving import approval_registration
from xlsales.jobs.dunnings import dunning_proposals, dunning_registration
from xlsales.jobs.registering import Registration
from xlsales.language import say
from xlsales.macros.asked import selected_keys, spoken
from xlsales.macros.macro import Desk
from xlsales.sheets.book import Book
from xlsales.sheets.orders import ORDERS
from xlsales.workbook.port import Workbook


def number(workbook: Workbook, desk: Desk, _: str) -> str:
    """Give the drafts selected their numbers, else all that were checked."""
    book = workbook.book()
    drafts = selected_keys(workbook, book, ORDERS, "order_no")
    found = approval_registration(drafts, {}, book)
    return "\n".join(_entered(workbook, desk, book, found))


def dun(workbook: Workbook, desk: Desk, _: str) -> str:
    """Put what is to be dunned today on 催收, and say what has to wait."""
    book = workbook.book()
    language = spoken(book, desk)
    due = dunning_proposals(book, desk.as_of)
    said = _entered(workbook, desk, book, dunning_registration(book, desk.as_of))
    for one in due:
        if one.against:
            name = book.customers[one.customer_code].shown
            facts = {"customer": name, "step": one.step.label, "why": one.against}
            said.append(say("dunning", "waiting", language, **facts))
    if not due:
        return say("dunning", "nothing", language, day=desk.as_of)
    return "\n".join([*said, say("dunning", "next", language)])


def _entered(
    workbook: Workbook, desk: Desk, book: Book, found: Registration
) -> list[str]:
    """Enter what there is to enter; return what is said of it."""
    if any(found.entries):
        workbook.enter(book, found.entries)
    return [one(spoken(book, desk)) for one in found.said]

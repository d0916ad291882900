"""The use cases that every shell calls: a book and values in, values out.

No file is read or written here and no clock is asked; templates come in as
bytes and documents go out as bytes.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from xlsales import project
from xlsales.checks import as_json
from xlsales.checks.problem import Severity
from xlsales.checks.run import Checked, Verdict, run_checks
from xlsales.documents import CONTRACT, STATEMENT, Document, render
from xlsales.documents.contract import contract_context
from xlsales.documents.contract_payment import payment_term
from xlsales.documents.open_points import is_consignment, open_points
from xlsales.documents.statement import statement_context, statement_number
from xlsales.errors import UnknownName
from xlsales.language import Language, Text, both, say, text
from xlsales.ledger.accounts import Statement
from xlsales.ledger.collection_plan import CollectionPlan, collection_plan
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.sales import Basis
from xlsales.ledger.statements import statements
from xlsales.ledger.terms import Event, Term, TermFault, explain, parse_term
from xlsales.periods import Period
from xlsales.reports.plan_json import plan_json as as_plan_json
from xlsales.reports.plan_workbook import build_plan
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import ORDERS, Order
from xlsales.workbook.build import Rows, book_as_built, build_master
from xlsales.workbook.findings import build_findings
from xlsales.workbook.marked import (
    Marked,
    Unmarked,
    marked_workbook,
    unmarked_workbook,
)
from xlsales.workbook.results_into import Placed, report_into

if TYPE_CHECKING:  # pandas is not loaded until statistics are asked for
    from xlsales.reports.figures import Statistics

CONTRACT_SERIES = "HT-"


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made: the parts of its file name, and its bytes."""

    name: tuple[str, ...]
    ending: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that can be made: the parts of its name, and what fills it."""

    document: Document
    name: tuple[str, ...]
    context: Mapping[str, object]

    @property
    def ending(self) -> str:
        """The ending of its file: that of its template."""
        return PurePath(self.document.template).suffix


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that was not made, and every reason why."""

    name: str
    reasons: tuple[Text, ...]


class FileNames:
    """The file names of one folder in one run: no two documents share one."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def take(self, one: Draft | Made) -> str | Refused:
        """Return a document's file name; one that is taken refuses it."""
        name = project.file_name(*one.name, ending=one.ending)
        if name in self.taken:
            return Refused(one.name[1], (text("reasons", "same_name"),))
        self.taken.add(name)
        return name


def new_workbook(
    rows: Rows | None = None,
    language: Language = "zh",
    as_of: dt.date | None = None,
) -> bytes:
    """Return a master workbook, empty or filled with rows by sheet key.

    As of a day, it is checked as well: 首页 shows that day's figures and what
    is overdue, 校验结果 what was found. Without one, 首页 goes by the day on
    which it is opened.
    """
    if as_of is None:
        return build_master(rows, language)
    checked = run_checks(book_as_built(rows, language), as_of)
    return build_master(rows, language, as_of, checked)


def check(book: Book, as_of: dt.date) -> Checked:
    """Check a book as of a day and give every order its verdict."""
    return run_checks(book, as_of)


def not_counted(book: Book) -> list[Text]:
    """Return what of a book could not be counted: sheets, incomplete rows."""
    missing = [both("cli", "no_sheet", sheet=one.title) for one in book.missing]
    incomplete = [
        both("cli", "left_out", sheet=one.name, count=one.left_out)
        for one in book.tables.values()
        if one.left_out
    ]
    return [*missing, *incomplete]


def findings(
    checked: Checked, language: Language = "zh", master: str | None = None
) -> bytes:
    """Return what a check found as a workbook.

    Its places lead to the cells of ``master``, the way to the workbook that was
    checked as seen from the folder this one is put in; by default beside it.
    """
    return build_findings(checked, language, master)


def checked_json(checked: Checked, language: Language = "zh") -> dict[str, object]:
    """Return what a check found as what ``json.dumps`` takes."""
    return as_json.checked_json(checked, language)


def mark(content: bytes, checked: Checked, language: Language = "zh") -> Marked:
    """Put what a check found into the workbook that was checked.

    Each cell is filled and has a note; 校验结果 lists everything. Whatever else
    the workbook holds stays as it is.

    Args:
        content: the workbook's bytes, as they were when it was checked.
        checked: what was found.
        language: of the notes and the list.

    Raises:
        CannotPatch: the workbook cannot take it without harm.
    """
    return marked_workbook(content, checked, language)


def unmark(content: bytes, name: str, language: Language = "zh") -> Unmarked:
    """Take the marks of a check out of a workbook, and empty 校验结果.

    Args:
        content: the workbook's bytes.
        name: its name, for messages.
        language: of the empty list.

    Raises:
        CannotPatch: the workbook cannot take it without harm.
    """
    return unmarked_workbook(content, name, language)


def of_orders(checked: Checked, order_nos: Iterable[str]) -> Checked:
    """Return what was found of some orders, readable in full or not.

    Raises:
        UnknownName: the book has no such order.
    """
    wanted = set(order_nos)
    for order_no in wanted:
        if order_no not in checked.book[ORDERS].known:
            raise _unknown_order(order_no)
    return checked.of_orders(wanted)


def known_orders(book: Book, order_nos: Iterable[str]) -> list[str]:
    """Return order numbers as they are, once all of them are known, readable or not.

    Raises:
        UnknownName: the book has no such order.
    """
    wanted = list(order_nos)
    for order_no in wanted:
        if order_no not in book[ORDERS].known:
            raise _unknown_order(order_no)
    return wanted


def _unknown_order(order_no: str) -> UnknownName:
    hint = text("hints", "order")
    return UnknownName(kind=text("names", "order"), name=order_no, hint=hint)


def contracts_due(checked: Checked) -> list[str]:
    """Return the orders that may have a contract now and have none.

    Not void, checked by a second person, verdict in order or released, and no
    contract number of their own. Goods on consignment are not sold by it.
    """
    book = checked.book
    orders = book.orders
    return [
        one.order_no
        for one in checked.verdicts
        if one.verdict is not Verdict.EXCEPTION
        and one.order_no in orders
        and orders[one.order_no].checker
        and not orders[one.order_no].contract_no
        and not is_consignment(
            orders[one.order_no],
            book.customers.get(orders[one.order_no].customer_code),
        )
    ]


def contract(checked: Checked, order_no: str, template: bytes) -> Made | Refused:
    """Make the contract of an order, or say everything that stands in its way.

    Raises:
        UnknownName: the book has no such order.
        BadTemplate: the template cannot be filled.
    """
    draft = contract_draft(checked, order_no)
    return draft if isinstance(draft, Refused) else made_of(draft, template)


def made_of(draft: Draft, template: bytes) -> Made:
    """Fill a template with a draft.

    Raises:
        BadTemplate: the template cannot be filled.
    """
    content = render(draft.document, template, draft.context)
    return Made(draft.name, draft.ending, content)


def contract_draft(checked: Checked, order_no: str) -> Draft | Refused:
    """Return what the contract of an order says, or what stands in its way.

    Refused while the order has an error, is void, or a point of the check
    before signing is open (S-076, S-079).

    Raises:
        UnknownName: the book has no such order.
    """
    book = checked.book
    known_orders(book, [order_no])
    order = book.orders.get(order_no)
    reasons = _against_contract(checked, order_no, order)
    if order is None or reasons:
        return Refused(order_no, reasons)
    customer = book.customers[order.customer_code]
    number = contract_number(order)
    term = parse_term(payment_term(order, customer))
    context = contract_context(
        book,
        order,
        number,
        signed_on=order.checked_at or order.order_date,
        payment_words=_in_words(term, book, customer),
    )
    return Draft(CONTRACT, (CONTRACT.title.zh, number, customer.shown), context)


def _in_words(term: Term | TermFault, book: Book, customer: Customer) -> str:
    """Return a term as the contract says it, with all that decides on due dates."""
    if isinstance(term, TermFault):
        return ""
    settings, cutoff = book.settings, customer.cutoff_day
    said = [explain(term, "zh", settings.monthly_reading)]
    if any(part.event is Event.STATEMENT for part in term.parts):
        basis = settings.delivery_basis.label.zh
        month = "calendar_month" if not cutoff else "cutoff_month"
        facts = {"first": (cutoff or 0) + 1, "last": cutoff, "basis": basis}
        said.append(say("terms", month, "zh", **facts))
    if customer.fixed_pay_day:
        said.append(say("terms", "pay_day", "zh", day=customer.fixed_pay_day))
    if settings.roll_due_date:
        said.append(say("terms", "rolled", "zh"))
    return "；".join(said)


def contract_number(order: Order) -> str:
    """Return an order's contract number: its own, else HT- and the order's."""
    return order.contract_no or f"{CONTRACT_SERIES}{order.order_no}"


def _against_contract(
    checked: Checked, order_no: str, order: Order | None
) -> tuple[Text, ...]:
    """Return what stands in the way; of an order that cannot be read, its errors."""
    if order and order.is_void:
        return (text("reasons", "void"),)
    errors = [
        Text(*(f"{one.place} {one.message(language)}" for language in ("zh", "en")))
        for one in checked.of_order(order_no)
        if one.severity is Severity.ERROR
    ]
    codes = open_points(checked.book, order) if order else []
    points = [text("open_points", code) for code in codes]
    return (*errors, *points)


def statements_due(
    book: Book, month: Period, customers: Iterable[str] = (), *, as_of: dt.date
) -> list[Statement]:
    """Return the statements of a month: of the customers named, or of all.

    While the month runs, a statement ends on ``as_of``.

    Raises:
        UnknownName: a customer code that the book does not have.
    """
    customers = tuple(customers)
    for code in customers:
        if code not in book.customers:
            hint = text("hints", "customer")
            raise UnknownName(kind=text("names", "customer"), name=code, hint=hint)
    return statements(Receivables(book), month, as_of, customers)


def statement(book: Book, due: Statement, template: bytes, as_of: dt.date) -> Made:
    """Make a customer's statement as a workbook.

    Raises:
        BadTemplate: the template cannot be filled.
    """
    return made_of(statement_draft(book, due, as_of), template)


def statement_draft(book: Book, due: Statement, as_of: dt.date) -> Draft:
    """Return what a customer's statement says."""
    context = statement_context(due, book.settings, as_of)
    number = statement_number(due)
    return Draft(STATEMENT, (STATEMENT.title.zh, number, due.customer.shown), context)


def plan(book: Book, month: Period, *, as_of: dt.date) -> CollectionPlan:
    """Return the collection plan of a month: what is due, received and open.

    What is dated after ``as_of`` is not counted.
    """
    return collection_plan(Receivables(book), month, as_of)


def plan_workbook(plan: CollectionPlan, language: Language = "zh") -> bytes:
    """Return a collection plan as a workbook, a sheet a currency."""
    return build_plan(plan, language)


def plan_json(plan: CollectionPlan) -> dict[str, object]:
    """Return a collection plan as what ``json.dumps`` takes."""
    return as_plan_json(plan)


def stats(
    book: Book,
    period: Period,
    *,
    by: Iterable[str] = (),
    basis: Basis = Basis.DELIVERY,
    as_of: dt.date,
) -> "Statistics":
    """Return the statistics of a period, by the dimensions named or by all.

    Raises:
        UnknownName: a dimension that there is not.
    """
    from xlsales.reports.frames import DIMENSIONS  # noqa: PLC0415 - loads pandas
    from xlsales.reports.statistics import statistics  # noqa: PLC0415

    wanted = list(by) or [dimension.key for dimension in DIMENSIONS]
    return statistics(book, period, wanted, basis, as_of)


def statistics_workbook(statistics: "Statistics", language: Language = "zh") -> bytes:
    """Return statistics as a workbook with charts."""
    from xlsales.reports.statistics_workbook import (  # noqa: PLC0415
        build_statistics,
    )

    return build_statistics(statistics, language)


def statistics_into(
    content: bytes, name: str, statistics: "Statistics", language: Language = "zh"
) -> Placed:
    """Put the sheets of statistics into a workbook, each named with its period.

    Args:
        content: the workbook's bytes.
        name: its name, for messages.
        statistics: what was added up.
        language: of the sheets.

    Raises:
        CannotRead: the bytes are no .xlsx or .xlsm.
        CannotPatch: the workbook cannot take them without harm.
    """
    made = statistics_workbook(statistics, language)
    return report_into(content, name, made, f"{statistics.period} ")


def statistics_json(
    statistics: "Statistics", language: Language = "zh"
) -> dict[str, object]:
    """Return statistics as what ``json.dumps`` takes."""
    from xlsales.reports.statistics_json import to_json  # noqa: PLC0415

    return to_json(statistics, language)

"""The index of a workbook: what functions ask of it, derived once.

It lasts as long as the workbook's content; what belongs to one day is kept for
the few days that were asked for last.
"""

import datetime as dt
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from xlsales.checks.look import Look
from xlsales.checks.problem import Problem
from xlsales.checks.run import Verdict, run_checks
from xlsales.functions.registry import Unanswered
from xlsales.functions.sales_index import SalesIndex
from xlsales.language import both, text
from xlsales.ledger.due_dates import DueRules
from xlsales.ledger.order_numbers import NumberForm, number_forms
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.postings import Account
from xlsales.ledger.prices import PriceList
from xlsales.ledger.quoted import price_list
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.sales import Basis
from xlsales.ledger.workdays import WorkCalendar, work_calendar
from xlsales.periods import Period, parse_period
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import ORDERS, Order
from xlsales.sheets.products import Product

T = TypeVar("T")
_DAYS_KEPT = 16


class OrdersChecked:
    """What a check found, by order."""

    def __init__(self, book: Book, as_of: dt.date) -> None:
        checked = run_checks(book, as_of)
        self.verdicts: dict[str, Verdict] = {
            one.order_no: one.verdict for one in checked.verdicts
        }
        self.problems: dict[str, list[Problem]] = defaultdict(list)
        for problem in checked.problems:
            self.problems[problem.order_no].append(problem)


class BookIndex:
    """A workbook as functions look into it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._days: OrderedDict[dt.date, None] = OrderedDict()
        self._looks: dict[dt.date, Look] = {}
        self._checked: dict[dt.date, OrdersChecked] = {}

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The firm's working days."""
        return work_calendar(self.book.calendar)

    @cached_property
    def due_rules(self) -> DueRules:
        """What decides on due dates besides the term."""
        return DueRules(self.book.settings, self.calendar)

    @cached_property
    def price_list(self) -> PriceList:
        """The prices, ready to be asked."""
        return price_list(self.book)

    @cached_property
    def number_form(self) -> Callable[[Customer, dt.date], NumberForm]:
        """From a customer and a day to the form of an order's number."""
        return number_forms(self.book.settings.order_number_pattern)

    @cached_property
    def order_numbers(self) -> list[str]:
        """Every order number in use, of void orders too."""
        return [str(one) for one in self.book[ORDERS].values("order_no") if one]

    @cached_property
    def customer_codes(self) -> dict[str, list[str]]:
        """The codes of the customers of a full or short name."""
        found: dict[str, list[str]] = defaultdict(list)
        for customer in self.book.customers.values():
            names = {customer.full_name, customer.short_name or customer.full_name}
            for name in names:
                found[name].append(customer.customer_code)
        return found

    @cached_property
    def _receivables(self) -> Receivables:
        return Receivables(self.book)

    @cached_property
    def sold(self) -> dict[Basis, SalesIndex]:
        """What was sold, by what makes a sale."""
        return {basis: SalesIndex(self.book, basis) for basis in Basis}

    def receivables(self, as_of: dt.date) -> Receivables:
        """Return the accounts, to be asked about a day."""
        self._keep(as_of)
        return self._receivables

    def look(self, as_of: dt.date) -> Look:
        """Return what the checks see of a day."""
        self._keep(as_of)
        if as_of not in self._looks:
            look = self._looks[as_of] = Look(self.book, as_of)
            look.receivables = self._receivables
        return self._looks[as_of]

    def checked(self, as_of: dt.date) -> OrdersChecked:
        """Return what a check of a day found."""
        self._keep(as_of)
        if as_of not in self._checked:
            self._checked[as_of] = OrdersChecked(self.book, as_of)
        return self._checked[as_of]

    def _keep(self, as_of: dt.date) -> None:
        """Remember a day as the last one asked for; let go of the oldest."""
        self._days[as_of] = None
        self._days.move_to_end(as_of)
        if len(self._days) > _DAYS_KEPT:
            oldest, _ = self._days.popitem(last=False)
            self._looks.pop(oldest, None)
            self._checked.pop(oldest, None)
            self._receivables.forget(oldest)

    def customer(self, code: str) -> Customer:
        """Return a customer by code."""
        return _known(self.book.customers.get(code), "customer", code)

    def product(self, code: str) -> Product:
        """Return a product by code."""
        return _known(self.book.products.get(code), "product", code)

    def order(self, order_no: str) -> Order:
        """Return an order by number."""
        return _known(self.book.orders.get(order_no), "order", order_no)

    def account(
        self, code: str, currency: str | None, as_of: dt.date
    ) -> tuple[AccountKey, Account]:
        """Return a customer's account, in its own currency if none is named."""
        key = (code, currency or self.customer(code).currency)
        self.customer(code)
        return key, self.receivables(as_of).account(key)

    def period(self, typed: str) -> Period:
        """Return a period of the firm's year."""
        found = parse_period(typed, self.book.settings.year_start)
        if found is None:
            raise Unanswered(both("function_faults", "not_a_period", typed=typed))
        return found


def _known(found: T | None, kind: str, key: str) -> T:
    if found is None:
        reason = both("function_faults", "unknown", kind=text("names", kind), name=key)
        raise Unanswered(reason)
    return found

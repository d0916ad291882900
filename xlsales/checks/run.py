"""Run the checks, and give every order its one verdict."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from xlsales.checks import CHECKS
from xlsales.checks.look import Look
from xlsales.checks.problem import Check, Kind, Problem, Severity
from xlsales.memory import collector_paused
from xlsales.sheets import SHEETS
from xlsales.sheets.book import Book
from xlsales.sheets.orders import ORDERS

_LOUDEST = {severity: n for n, severity in enumerate(Severity)}


class Verdict(Enum):
    """What becomes of an order: 无异常, 异常, 异常–已放行."""

    OK = "ok"
    EXCEPTION = "exception"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class OrderVerdict:
    """An order's verdict and where the order stands."""

    order_no: str
    sheet: str
    row: int
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A book with everything that was found in it.

    Attributes:
        problems: worst first, then in the order of sheets and rows.
        verdicts: one for every order that is not void, in the order of rows.
    """

    book: Book
    as_of: dt.date
    problems: tuple[Problem, ...]
    verdicts: tuple[OrderVerdict, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended or released."""
        return any(one.severity is Severity.ERROR for one in self.problems)

    def of_order(self, order_no: str) -> list[Problem]:
        """Return the problems of one order."""
        return [one for one in self.problems if one.order_no == order_no]

    def of_orders(self, order_nos: Collection[str]) -> "Checked":
        """Return what was found of some orders, and nothing of anything else."""
        return replace(
            self,
            problems=tuple(one for one in self.problems if one.order_no in order_nos),
            verdicts=tuple(one for one in self.verdicts if one.order_no in order_nos),
        )

    def since(self, day: dt.date) -> "Checked":
        """Return what was found of the orders of that day and later ones.

        An order whose date cannot be read may be one of them, and is kept.
        """
        orders = self.book.orders
        return self.of_orders(
            {
                one.order_no
                for one in self.verdicts
                if one.order_no not in orders or orders[one.order_no].order_date >= day
            }
        )

    def at_least(self, severity: Severity) -> "Checked":
        """Return the problems that are so severe, or worse; every verdict stays."""
        loud = tuple(
            one for one in self.problems if _LOUDEST[one.severity] <= _LOUDEST[severity]
        )
        return replace(self, problems=loud)


def run_checks(book: Book, as_of: dt.date) -> Checked:
    """Check a book as of a day: all checks, all findings, in one run."""
    with collector_paused():
        return _run_checks(book, as_of)


def _run_checks(book: Book, as_of: dt.date) -> Checked:
    look = Look(book, as_of)
    problems = found_by(look)
    position = {book[sheet].name: n for n, sheet in enumerate(SHEETS)}
    problems.sort(
        key=lambda one: (
            _LOUDEST[one.severity],
            position.get(one.place.sheet, 0),
            one.place.row,
        )
    )
    return Checked(
        book=book,
        as_of=as_of,
        problems=tuple(problems),
        verdicts=tuple(_verdicts(look, problems)),
    )


def found_by(look: Look) -> list[Problem]:
    """Return what all checks find, in the order of the list."""
    return problems_of(CHECKS, look)


def problems_of(checks: Iterable[Check], look: Look) -> list[Problem]:
    """Run some of the checks, for who needs no other."""
    return [one for check in checks for one in _problems(check, look)]


def _problems(check: Check, look: Look) -> list[Problem]:
    return [
        Problem(
            code=check.code,
            kind=check.kind,
            place=found.place,
            order_no=found.order_no,
            found=found.found,
            expected=found.expected,
            facts=found.facts,
            released=check.kind is Kind.BLOCK
            and found.order_no in look.properly_released,
        )
        for found in check.find(look)
    ]


def _verdicts(look: Look, problems: list[Problem]) -> list[OrderVerdict]:
    by_order: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_order[problem.order_no].append(problem)
    sheet = look.book[ORDERS].name
    rows = {order.order_no: order.row for order in look.orders} | look.half_read
    return [
        OrderVerdict(
            order_no,
            sheet,
            row,
            Verdict.EXCEPTION
            if order_no in look.half_read
            else _verdict(by_order[order_no]),
        )
        for order_no, row in sorted(rows.items(), key=lambda one: one[1])
    ]


def _verdict(found: list[Problem]) -> Verdict:
    """Nothing is released while a fault stands."""
    if any(one.severity is Severity.ERROR for one in found):
        return Verdict.EXCEPTION
    if any(one.released for one in found):
        return Verdict.RELEASED
    return Verdict.OK

"""Contracts: their dates and people, and the orders that need one."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from xlsales.checks.look import Findings, Look, as_percent
from xlsales.language import Text, text
from xlsales.ledger.contracts import is_in_force, needs_contract
from xlsales.sheets.contracts import CONTRACTS, Contract, ContractKind
from xlsales.sheets.orders import ORDERS

_USUAL_LATE_RATE = Decimal("0.001")
_DAYS_TO_RETURN = 10
_DAYS_OF_NOTICE = 30
_ONE_DAY = dt.timedelta(days=1)


def con_missing(look: Look) -> Findings:
    """An order settled by the month has no contract in force on its date (S-058)."""
    for order in look.orders:
        customer = look.customer_of(order)
        settlement = customer.settlement_type if customer else None
        if (
            order.is_confirmed
            and order.order_no in look.unshipped
            and needs_contract(order, settlement)
            and not look.contracts_in_force.covers(order)
        ):
            yield look.at(ORDERS, order, "customer_code", day=order.order_date)


def con_maker_is_checker(look: Look) -> Findings:
    """One person made and checked a contract (S-077, S-403)."""
    for one in look.book[CONTRACTS].records:
        if one.checker and one.checker == one.maker:
            yield look.at(CONTRACTS, one, "checker", expected=text("words", "other"))


def con_ends_before(look: Look) -> Findings:
    """A contract ends before it begins."""
    for one in look.book[CONTRACTS].records:
        if one.valid_to and one.valid_to < one.valid_from:
            yield look.at(CONTRACTS, one, "valid_to", expected=one.valid_from)


def con_frames_overlap(look: Look) -> Findings:
    """Two yearly contracts of a customer and currency hold on the same day."""
    frames = [
        one
        for one in look.book[CONTRACTS].records
        if one.kind is ContractKind.FRAME
        and (one.valid_to is None or one.valid_to >= one.valid_from)
    ]
    frames.sort(key=lambda one: (one.customer_code, one.currency, one.row))
    for first, later in combinations(frames, 2):
        if _of_one_customer(first, later) and _overlap(first, later):
            yield look.at(CONTRACTS, later, "valid_from", first=first.contract_no)


def con_late_rate_high(look: Look) -> Findings:
    """Late payment costs more than 0.1 % a day, which a court may well reduce."""
    for one in look.book[CONTRACTS].records:
        if one.late_rate is not None and one.late_rate > _USUAL_LATE_RATE:
            yield look.at(
                CONTRACTS,
                one,
                "late_rate",
                expected=_USUAL_LATE_RATE,
                rate=as_percent(one.late_rate),
                usual=as_percent(_USUAL_LATE_RATE),
            )


def con_unreturned(look: Look) -> Findings:
    """A sales contract is not signed, stamped and back ten days after its date.

    Writing it is not the end of it (S-078, S-081, S-082, S-083).
    """
    for one in look.book[CONTRACTS].records:
        days = (look.as_of - one.sign_date).days if one.sign_date else 0
        if one.kind is ContractKind.SALE and days > _DAYS_TO_RETURN:
            missing = [] if one.completed_on else list(_steps_missing(one))
            if missing:
                column = CONTRACTS.column[missing[0]].title
                yield look.at(CONTRACTS, one, missing[0], days=days, column=column)


def con_expiring(look: Look) -> Findings:
    """A contract ends within thirty days, and none of its kind follows it."""
    contracts = look.book[CONTRACTS].records
    last = look.as_of + dt.timedelta(days=_DAYS_OF_NOTICE)
    for one in contracts:
        if one.kind is ContractKind.SALE or one.valid_to is None or one.completed_on:
            continue
        if look.as_of <= one.valid_to <= last and not _is_followed(one, contracts):
            left = (one.valid_to - look.as_of).days
            yield look.at(CONTRACTS, one, "valid_to", days=left, name=_named(look, one))


def _overlap(one: Contract, other: Contract) -> bool:
    return is_in_force(one, other.valid_from) or is_in_force(other, one.valid_from)


def _of_one_customer(one: Contract, other: Contract) -> bool:
    return (one.customer_code, one.currency) == (other.customer_code, other.currency)


def _steps_missing(one: Contract) -> Iterator[str]:
    """Yield the columns of the steps that are still to be taken, in their order."""
    if not one.salesperson_signed:
        yield "salesperson_signed"
    if one.stamped_on is None:
        yield "stamped_on"
    if one.returned_on is None:
        yield "returned_on"


def _is_followed(one: Contract, contracts: list[Contract]) -> bool:
    return one.valid_to is not None and any(
        is_in_force(other, one.valid_to + _ONE_DAY)
        for other in contracts
        if other.kind is one.kind and _of_one_customer(one, other)
    )


def _named(look: Look, one: Contract) -> str | Text:
    customer = look.book.customers.get(one.customer_code)
    return customer.shown if customer else one.customer_code

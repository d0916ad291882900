"""Contracts: which one an order stands on, and whether it was in force that day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from xlsales.ledger.order_numbers import contract_number
from xlsales.sheets.book import Book, first_by
from xlsales.sheets.contracts import (
    CONTRACT_TERMS,
    CONTRACTS,
    Contract,
    ContractKind,
    ContractTerm,
)
from xlsales.sheets.customers import SettlementType
from xlsales.sheets.orders import Order


def contracts_by_number(book: Book) -> dict[str, Contract]:
    """Return the contracts of a book by number."""
    return first_by(book[CONTRACTS].records, lambda one: one.contract_no)


def terms_by_contract(book: Book) -> dict[str, list[ContractTerm]]:
    """Return the terms of each contract, in the order of their line numbers."""
    found: dict[str, list[ContractTerm]] = defaultdict(list)
    for term in sorted(book[CONTRACT_TERMS].records, key=lambda one: one.line_no):
        found[term.contract_no].append(term)
    return dict(found)


def is_in_force(contract: Contract, day: dt.date) -> bool:
    """Whether a contract holds on a day; without an end it holds from its start on."""
    ended = contract.valid_to is not None and contract.valid_to < day
    return contract.valid_from <= day and not ended


def sale_contract_number(book: Book, order: Order) -> str:
    """Return the number of an order's contract: that of 合同, else the order's own."""
    registered = book.sale_contracts.get(order.order_no)
    return registered.contract_no if registered else contract_number(order)


class ContractsInForce:
    """What customers agreed with us, ready to be asked by many orders."""

    def __init__(self, contracts: Iterable[Contract]) -> None:
        self._of: dict[str, list[Contract]] = defaultdict(list)
        self._numbered: dict[str, Contract] = {}
        for one in contracts:
            self._of[one.customer_code].append(one)
            self._numbered.setdefault(one.contract_no, one)

    def covers(self, order: Order) -> bool:
        """Whether an order stands on a contract in force on its date.

        A sales contract covers its own order and no other. A number that the
        order was given and 合同 does not have is that of a contract on paper.
        """
        named = self._numbered.get(order.contract_no or "")
        if order.contract_no and named is None:
            return True
        return any(
            is_in_force(one, order.order_date)
            for one in self._of.get(order.customer_code, ())
            if one.kind is not ContractKind.SALE
            or order.order_no == one.order_no
            or order.contract_no == one.contract_no
        )


def needs_contract(order: Order, settlement: SettlementType | None) -> bool:
    """Whether an order may go out on a contract only: goods settled by the month.

    Args:
        order: the order; its own settlement type decides where it has one.
        settlement: the settlement type of its customer.
    """
    return (order.settlement_type or settlement) is SettlementType.OUTRIGHT_MONTHLY

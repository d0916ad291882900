"""Store contracts: which are to be written, and what stands in the way (S-093)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from xlsales.checks import CONTRACT_CHECKS
from xlsales.checks.look import look_at
from xlsales.documents import ENTRY_CONTRACT
from xlsales.documents.entry_contract import agreed_term, entry_contract_context
from xlsales.jobs.contracts import in_words
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.people import against_operator
from xlsales.jobs.row_errors import row_errors
from xlsales.language import Text, both, text
from xlsales.ledger.contracts import contracts_by_number
from xlsales.ledger.terms import TermFault, parse_term
from xlsales.sheets.book import Book
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.contracts import (
    CONTRACT_TERMS,
    CONTRACTS,
    Contract,
    ContractKind,
)
from xlsales.sheets.customers import InvoiceKind, SettlementType
from xlsales.sheets.receivables import Method
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.staff import Role

_FACTS = ("sign_date", "valid_to", "statement_day", "method", "maker", "checker")
_OURS = ("name", "uscc", "address", "phone", "bank", "account")


def entry_contracts_due(book: Book, as_of: dt.date) -> Sequence[str]:
    """Return the store contracts that were checked, not stamped and have not ended."""
    return [
        one.contract_no
        for one in contracts_by_number(book).values()
        if one.kind is ContractKind.ENTRY
        and one.checker
        and not one.stamped_on
        and (one.valid_to is None or one.valid_to >= as_of)
    ]


def entry_contract_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what the contract of a store says, or all that stands in its way.

    Refused while a fact is missing, a cell cannot be read, or a check of the
    contract or its terms has an error (S-077, S-093).
    """
    contract = contracts_by_number(book).get(number)
    reasons = [
        *against_operator(book, Role.MAKER),
        *_unreadable(book, number),
        *_errors(book, number, as_of),
        *(_open_points(book, contract) if contract else ()),
    ]
    if contract is None or reasons:
        return Refused(number, tuple(reasons or [text("entry_points", "unreadable")]))
    customer = book.customers[contract.customer_code]
    words = in_words(parse_term(agreed_term(contract, customer)), book, customer)
    context = entry_contract_context(book, contract, payment_words=words)
    name = (ENTRY_CONTRACT.title.zh, number, customer.shown)
    return Draft(ENTRY_CONTRACT, name, context)


def _unreadable(book: Book, number: str) -> Iterator[Text]:
    """Yield each cell of the contract or its terms that a contract cannot leave out."""
    sheets: tuple[Sheet[Any], ...] = (CONTRACTS, CONTRACT_TERMS)
    for sheet in sheets:
        table = book[sheet]
        numbers = table.values("contract_no")
        mine = [n for n, value in enumerate(numbers) if value == number]
        for column in sheet.columns:
            values = table.values(column.key)
            for n in mine:
                lacks = column.essential and values[n] is None
                if lacks or isinstance(values[n], Unreadable):
                    place = f"{table.name}!{table.cell(column.key, table.rows[n])}"
                    facts = {"place": place, "column": column.title}
                    yield both("entry_points", "cell", **facts)


def _errors(book: Book, number: str, as_of: dt.date) -> Iterator[Text]:
    rows = {
        (book[CONTRACTS].name, one.row)
        for one in book[CONTRACTS].records
        if one.contract_no == number
    } | {
        (book[CONTRACT_TERMS].name, one.row)
        for one in book[CONTRACT_TERMS].records
        if one.contract_no == number
    }
    yield from row_errors(look_at(book, as_of), rows, CONTRACT_CHECKS)


def _open_points(book: Book, contract: Contract) -> Iterator[Text]:
    if contract.kind is not ContractKind.ENTRY:
        yield both("entry_points", "other_kind", kind=contract.kind.label)
    numbers = book[CONTRACT_TERMS].values("contract_no")
    if contract.contract_no not in numbers:
        yield text("entry_points", "terms_missing")
    for key in _missing(book, contract):
        column = CONTRACTS.column[key].title
        yield both("entry_points", "fact_missing", column=column)
    if not all(getattr(book.settings, name) for name in _OURS):
        yield text("open_points", "seller_incomplete")
    yield from _against_store(book, contract)


def _missing(book: Book, contract: Contract) -> Iterator[str]:
    yield from (key for key in _FACTS if getattr(contract, key) is None)
    customer = book.customers.get(contract.customer_code)
    is_invoiced = customer is None or customer.invoice_kind is not InvoiceKind.NONE
    if is_invoiced and contract.invoice_day is None:
        yield "invoice_day"
    if contract.method is Method.CHEQUE and contract.cheque_days is None:
        yield "cheque_days"


def _against_store(book: Book, contract: Contract) -> Iterator[Text]:
    customer = book.customers.get(contract.customer_code)
    if customer is None:
        yield text("open_points", "customer_unknown")
        return
    settlement = contract.settlement_type or customer.settlement_type
    if settlement is SettlementType.CONSIGNMENT:
        yield text("open_points", "consignment")
    if not (customer.address and customer.uscc and customer.salesperson):
        yield text("entry_points", "store_incomplete")
    if isinstance(parse_term(agreed_term(contract, customer)), TermFault):
        yield text("open_points", "term_unreadable")

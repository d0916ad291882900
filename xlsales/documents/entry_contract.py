"""产品进场合同: what the contract of a store says (S-093, S-156)."""

from decimal import Decimal

from xlsales.documents.contract import buyer_facts
from xlsales.documents.entry_contract_terms import clauses
from xlsales.documents.shown import day, name_of, percent, seller_facts
from xlsales.ledger.contracts import terms_by_contract
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import Contract, ContractTerm, FeeEvery, FeeKind
from xlsales.sheets.customers import Customer, InvoiceKind
from xlsales.sheets.settings import Settings


def entry_contract_context(
    book: Book, contract: Contract, *, payment_words: str
) -> dict[str, object]:
    """Return what the contract of a store says, ready to print.

    Args:
        book: the master; it knows the contract's customer.
        contract: the contract.
        payment_words: the payment term, explained in a sentence.
    """
    customer = book.customers[contract.customer_code]
    terms = terms_by_contract(book).get(contract.contract_no, [])
    return {
        "number": contract.contract_no,
        "date": day(contract.sign_date),
        "seller": seller_facts(book.settings),
        "buyer": buyer_facts(customer),
        "start": day(contract.valid_from),
        "end": day(contract.valid_to),
        "clauses": clauses(contract, customer, terms),
        **_what_is_counted(book.settings, terms),
        **_settlement(contract, customer, payment_words),
        "late_rate": percent(late_rate(book.settings, contract) or None),
        **_people(book, contract, customer),
    }


def agreed_term(contract: Contract, customer: Customer) -> str:
    """Return the payment term as written: the contract's, else the customer's."""
    return contract.payment_term or customer.payment_term or ""


def late_rate(settings: Settings, contract: Contract) -> Decimal:
    """Return what late payment costs a day: the contract's, else that of 参数."""
    return settings.late_rate if contract.late_rate is None else contract.late_rate


def _what_is_counted(
    settings: Settings, terms: list[ContractTerm]
) -> dict[str, object]:
    """Return what decides which sentences on amounts, rates and years are said."""
    entered = [one.products or 0 for one in terms if one.kind is FeeKind.ENTRY]
    start = settings.year_start
    return {
        "products": str(sum(entered) or ""),
        "has_rates": any(one.rate is not None for one in terms),
        "has_tiers": any(one.rate is not None and one.sales_from for one in terms),
        "has_periods": any(
            one.amount is not None and one.every is not FeeEvery.ONCE for one in terms
        ),
        "year_start": str(start),
        "basis": settings.delivery_basis.label.zh,
    }


def _settlement(
    contract: Contract, customer: Customer, words: str
) -> dict[str, object]:
    kind = customer.invoice_kind
    settlement = contract.settlement_type or customer.settlement_type
    return {
        "settlement_type": settlement.label.zh,
        "payment_term": agreed_term(contract, customer),
        "payment_words": words,
        "statement_day": str(contract.statement_day or ""),
        "invoice_day": str(contract.invoice_day or ""),
        "invoice_kind": "" if kind is InvoiceKind.NONE else kind.label.zh,
        "method": contract.method.label.zh if contract.method else "",
        "cheque_days": str(contract.cheque_days or ""),
    }


def _people(book: Book, contract: Contract, customer: Customer) -> dict[str, str]:
    return {
        "salesperson": name_of(book, customer.salesperson),
        "maker": name_of(book, contract.maker),
        "checker": name_of(book, contract.checker),
    }

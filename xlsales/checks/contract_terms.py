"""Contract terms: what each fee says, and what stores kept back beside it."""

from collections.abc import Iterator

from xlsales.checks.look import Findings, Look, as_percent
from xlsales.language import text
from xlsales.ledger.contract_deductions import (
    FROM_CONTRACT,
    Account,
    agreed_kinds,
    excesses,
)
from xlsales.ledger.contract_fees import ContractFees
from xlsales.ledger.contract_terms import is_one_ladder
from xlsales.ledger.contracts import contracts_by_number, terms_by_contract
from xlsales.ledger.order_numbers import contract_number
from xlsales.money import ZERO
from xlsales.sheets.contracts import (
    CONTRACT_TERMS,
    ContractTerm,
    FeeEvery,
    FeeKind,
)
from xlsales.sheets.receivables import DEDUCTIONS, Deduction


def con_fee_missing(look: Look) -> Findings:
    """A fee has neither an amount nor a rate (S-093)."""
    for term in look.book[CONTRACT_TERMS].records:
        if term.amount is None and term.rate is None:
            either = text("contract_checks", "amount_or_rate")
            yield look.at(CONTRACT_TERMS, term, "amount", expected=either)


def con_fee_twice(look: Look) -> Findings:
    """A fee has an amount and a rate: which of them holds?"""
    for term in look.book[CONTRACT_TERMS].records:
        if term.amount is not None and term.rate is not None:
            facts = {"amount": term.amount, "rate": as_percent(term.rate)}
            yield look.at(CONTRACT_TERMS, term, "rate", **facts)


def con_rate_once(look: Look) -> Findings:
    """A rate is of the sales of a period, and the fee has none."""
    for term in look.book[CONTRACT_TERMS].records:
        if term.rate is not None and term.every is FeeEvery.ONCE:
            period = text("contract_checks", "a_period")
            yield look.at(CONTRACT_TERMS, term, "every", expected=period)


def con_start_without_rate(look: Look) -> Findings:
    """Sales are named from which a rate would hold, and there is no rate."""
    for term in look.book[CONTRACT_TERMS].records:
        if term.sales_from is not None and term.rate is None and term.amount:
            yield look.at(CONTRACT_TERMS, term, "sales_from", amount=term.amount)


def con_products_missing(look: Look) -> Findings:
    """An entry fee does not say for how many products (S-093)."""
    for term in look.book[CONTRACT_TERMS].records:
        is_entry = term.kind is FeeKind.ENTRY and term.amount is not None
        if is_entry and (term.products or 0) <= 0:
            above = text("words", "above_zero")
            yield look.at(CONTRACT_TERMS, term, "products", expected=above)


def con_tier_twice(look: Look) -> Findings:
    """Two rates of one fee and period begin at the same sales."""
    for first, later in _steps(look):
        if (first.sales_from or ZERO) == (later.sales_from or ZERO):
            yield look.at(CONTRACT_TERMS, later, "sales_from", first=first.row)


def con_tier_falls(look: Look) -> Findings:
    """A rate for more sales stands before, or is not above, that for fewer."""
    for before, after in _steps(look):
        start, next_start = before.sales_from or ZERO, after.sales_from or ZERO
        if next_start < start:
            yield look.at(CONTRACT_TERMS, after, "sales_from", first=before.row)
        elif next_start > start and (after.rate or ZERO) <= (before.rate or ZERO):
            yield look.at(CONTRACT_TERMS, after, "rate", first=before.row)


def con_term_outside(look: Look) -> Findings:
    """A fee begins before its contract, ends after it, or before it begins."""
    contracts = contracts_by_number(look.book)
    for term in look.book[CONTRACT_TERMS].records:
        contract = contracts.get(term.contract_no)
        if contract is None:
            continue
        first, last = term.valid_from, term.valid_to
        if first and first < contract.valid_from:
            bound = contract.valid_from
            yield look.at(CONTRACT_TERMS, term, "valid_from", expected=bound)
        elif last and contract.valid_to and last > contract.valid_to:
            bound = contract.valid_to
            yield look.at(CONTRACT_TERMS, term, "valid_to", expected=bound)
        elif last and last < (first or contract.valid_from):
            bound = first or contract.valid_from
            yield look.at(CONTRACT_TERMS, term, "valid_to", expected=bound)


def con_deduction_unknown(look: Look) -> Findings:
    """A deduction names a contract that this customer does not have (S-094)."""
    for row in _strangers(look):
        yield look.at(DEDUCTIONS, row, "contract_no")


def con_deduction_not_agreed(look: Look) -> Findings:
    """A store kept back what no term of its contract speaks of (S-094)."""
    contracts = contracts_by_number(look.book)
    agreed = agreed_kinds(contracts, terms_by_contract(look.book))
    for row in look.book[DEDUCTIONS].records:
        contract = contracts.get(row.contract_no or "")
        is_own = contract is not None and contract.customer_code == row.customer_code
        if is_own and row.kind in FROM_CONTRACT and Account.of(row) not in agreed:
            contract_no = row.contract_no
            yield look.at(DEDUCTIONS, row, "kind", contract_no=contract_no)


def con_deduction_above(look: Look) -> Findings:
    """A store kept back more than its contract has made due until that month."""
    if not look.book[CONTRACT_TERMS].records or not look.book[DEDUCTIONS].records:
        return
    last = max(row.date for row in look.book[DEDUCTIONS].records)
    for row, allowed in excesses(look.book, ContractFees(look.book, last)):
        facts = {"contract_no": row.contract_no}
        yield look.at(DEDUCTIONS, row, "amount", expected=allowed, **facts)


def _steps(look: Look) -> Iterator[tuple[ContractTerm, ContractTerm]]:
    """Yield each step of every ladder with the one above it in the sheet."""
    for terms in terms_by_contract(look.book).values():
        for number, after in enumerate(terms):
            before = [one for one in terms[:number] if is_one_ladder(one, after)]
            if before:
                yield before[-1], after


def _strangers(look: Look) -> Iterator[Deduction]:
    """Yield the deductions whose contract is none of their customer's."""
    named = [one for one in look.book[DEDUCTIONS].records if one.contract_no]
    if not named:
        return
    known = {
        (one.customer_code, one.contract_no)
        for one in contracts_by_number(look.book).values()
    }
    known |= {
        (one.customer_code, contract_number(one)) for one in look.book.orders.values()
    }
    for row in named:
        if (row.customer_code, row.contract_no) not in known:
            yield row

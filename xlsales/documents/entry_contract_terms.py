"""The eight terms of a store's contract, in words people read (S-093).

The contract is Chinese whatever the desk speaks, as its template is.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from xlsales.documents.shown import day, percent
from xlsales.ledger.contract_terms import amount_each, next_start
from xlsales.money import ZERO, currency_name, digits
from xlsales.sheets.contracts import (
    Contract,
    ContractTerm,
    DeductedBy,
    FeeEvery,
    FeeKind,
)
from xlsales.sheets.customers import Customer, InvoiceKind
from xlsales.sheets.receivables import Method

_FEES: dict[str, tuple[FeeKind, ...]] = {
    "合同费用": (FeeKind.CONTRACT,),
    "新品进场费用": (FeeKind.ENTRY,),
    "合作时间": (),
    "季度性费用": (FeeKind.PERIODIC,),
    "结算周期和方式": (),
    "费用扣除方式": (),
    "返点返利": (FeeKind.REBATE,),
    "卖场特殊支持": (FeeKind.SUPPORT, FeeKind.DISPLAY, FeeKind.POSTER),
}
_NONE = "无"
_AMOUNT = {
    FeeEvery.ONCE: "一次性",
    FeeEvery.MONTH: "每月",
    FeeEvery.QUARTER: "每季",
    FeeEvery.YEAR: "每年",
}
_RATE = {
    FeeEvery.MONTH: "按月结算",
    FeeEvery.QUARTER: "按季结算",
    FeeEvery.YEAR: "按年结算",
}
_DEDUCTED = {
    DeductedBy.ACCOUNT: "账扣（对账后从应付货款中扣除）",
    DeductedBy.INVOICE: "票扣（凭发票或红字发票冲减货款）",
    DeductedBy.CASH: "现付（乙方另行支付，不从货款中扣除）",
    DeductedBy.GOODS: "货补（乙方以货物抵付，不从货款中扣除）",
}
_TEN_THOUSAND = Decimal(10_000)


def clauses(
    contract: Contract, customer: Customer, terms: Sequence[ContractTerm]
) -> list[dict[str, object]]:
    """Return the eight terms, each with its number, title and lines of words."""
    said = {
        "合作时间": [f"自 {day(contract.valid_from)} 起至 {day(contract.valid_to)} 止"],
        "结算周期和方式": list(_settlement(contract, customer)),
        "费用扣除方式": _deducted(terms),
    }
    return [
        {
            "number": str(number),
            "title": title,
            "words": said.get(title) or _fees(contract, terms, kinds) or [_NONE],
        }
        for number, (title, kinds) in enumerate(_FEES.items(), 1)
    ]


def fee_words(
    contract: Contract, term: ContractTerm, terms: Sequence[ContractTerm]
) -> str:
    """Return one fee in words: 按季结算，全年累计销售额超过 100 万元的部分 3%."""
    if term.rate is None:
        words = _fixed(contract, term)
    else:
        part = _part_of_sales(contract, term, terms)
        words = f"{_RATE.get(term.every, '')}，{part} {percent(term.rate)}"
    said = [words, *_days(term), *([term.remark] if term.remark else [])]
    return f"{term.kind.label.zh}：{'；'.join(said)}"


def money_words(amount: Decimal, currency: str) -> str:
    """Return an amount of sales as people say it: 100 万元, 12,500.00 元."""
    if amount and amount % _TEN_THOUSAND == 0:
        return f"{int(amount / _TEN_THOUSAND):,} 万{_unit(currency)}"
    return f"{digits(amount)} {_unit(currency)}"


def _fees(
    contract: Contract, terms: Sequence[ContractTerm], kinds: Sequence[FeeKind]
) -> list[str]:
    return [fee_words(contract, one, terms) for one in terms if one.kind in kinds]


def _fixed(contract: Contract, term: ContractTerm) -> str:
    unit, every = _unit(contract.currency), _AMOUNT[term.every]
    amount = digits(term.amount or ZERO)
    if term.kind is not FeeKind.ENTRY:
        return f"{every} {amount} {unit}"
    whole = digits(amount_each(term) or ZERO)
    count = term.products or 0
    return f"每个单品 {amount} {unit}，共 {count} 个单品，{every} {whole} {unit}"


def _part_of_sales(
    contract: Contract, term: ContractTerm, terms: Sequence[ContractTerm]
) -> str:
    top = next_start(term, terms)
    above = term.sales_from and money_words(term.sales_from, contract.currency)
    up_to = top and money_words(top, contract.currency)
    if above:
        until = f"至 {up_to}" if up_to else ""
        return f"全年累计销售额超过 {above}{until}的部分"
    return f"全年累计销售额不超过 {up_to}的部分" if up_to else "当期销售额的"


def _days(term: ContractTerm) -> Iterator[str]:
    """Say from when until when, where that is not as the contract has it."""
    since = f"自 {day(term.valid_from)} 起" if term.valid_from else ""
    until = f"至 {day(term.valid_to)} 止" if term.valid_to else ""
    if since or until:
        yield since + until


def _settlement(contract: Contract, customer: Customer) -> Iterator[str]:
    settlement = contract.settlement_type or customer.settlement_type
    term = contract.payment_term or customer.payment_term
    yield f"{settlement.label.zh}，付款条件：{term}"
    yield f"每月 {contract.statement_day} 日对账"
    if customer.invoice_kind is not InvoiceKind.NONE:
        yield f"每月 {contract.invoice_day} 日前交付发票"
    if contract.method:
        yield f"以{contract.method.label.zh}结算{_cheque(contract)}"


def _cheque(contract: Contract) -> str:
    is_cheque = contract.method is Method.CHEQUE
    return f"，支票周期 {contract.cheque_days} 天" if is_cheque else ""


def _deducted(terms: Sequence[ContractTerm]) -> list[str]:
    """Say of each way in which a store takes fees which of them it takes so."""
    found: dict[DeductedBy, dict[str, None]] = defaultdict(dict)
    for term in terms:
        found[term.deducted_by][term.kind.label.zh] = None
    return [
        f"{'、'.join(found[way])}：{words}"
        for way, words in _DEDUCTED.items()
        if way in found
    ]


def _unit(currency: str) -> str:
    return "元" if currency == "CNY" else currency_name(currency)

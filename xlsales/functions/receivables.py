"""Receivables: what a customer owes, is late with, and may still buy on credit."""

import datetime as dt
from decimal import Decimal

from xlsales.functions import arguments as given
from xlsales.functions.categories import RECEIVABLES
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import Text, both
from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.exposure import payer_of
from xlsales.ledger.limitation import limitation_date as limitation_of
from xlsales.ledger.rating import payment_record, proposed_grade
from xlsales.ledger.receivables import days_late, overdue
from xlsales.money import total
from xlsales.sheets.receivables import DEDUCTIONS, DeductionKind


@function(
    RECEIVABLES,
    Text(
        "客户某日末的应收余额：发货和期初减退货、到账回款、承兑和已到单据的扣款；负数是预付",
        "What a customer owes at the end of a day; credit is negative",
    ),
    given.CUSTOMER,
    given.AS_OF,
    given.ITS_CURRENCY,
    examples=(
        ('"C1","2026-10-20"', 500.0),
        ('"C2","2026-10-14"', -180.0),
        ('"C2","2026-10-15"', 0.0),
    ),
    reads_book=True,
)
def open_balance(
    index: BookIndex, customer_code: str, as_of: dt.date, currency_code: str | None
) -> Decimal:
    """Return the balance of an account."""
    _, account = index.account(customer_code, currency_code, as_of)
    return account.balance(as_of)


@function(
    RECEIVABLES,
    Text(
        "客户已逾期的金额（到期次日起算）",
        "What a customer is late with, from the day after the due date on",
    ),
    given.CUSTOMER,
    given.AS_OF,
    given.ITS_CURRENCY,
    examples=(
        ('"C1","2026-10-20"', 0.0),
        ('"C1","2026-10-21"', 500.0),
    ),
    reads_book=True,
)
def overdue_balance(
    index: BookIndex, customer_code: str, as_of: dt.date, currency_code: str | None
) -> Decimal:
    """Return what is overdue."""
    return overdue(_items(index, customer_code, as_of, currency_code), as_of)


@function(
    RECEIVABLES,
    Text(
        "客户最早一笔未收款逾期多少天；没有逾期是 0",
        "How many days late a customer's oldest open item is; 0: none is",
    ),
    given.CUSTOMER,
    given.AS_OF,
    given.ITS_CURRENCY,
    examples=(
        ('"C1","2026-10-20"', 0.0),
        ('"C1","2026-10-27"', 7.0),
    ),
    reads_book=True,
)
def customer_days_late(
    index: BookIndex, customer_code: str, as_of: dt.date, currency_code: str | None
) -> int:
    """Return how long a customer is late."""
    items = _items(index, customer_code, as_of, currency_code)
    return days_late(items, as_of).get(customer_code, 0)


def _items(
    index: BookIndex, code: str, as_of: dt.date, currency: str | None
) -> tuple[OpenItem, ...]:
    key, _ = index.account(code, currency, as_of)
    return index.receivables(as_of).open_items_of(key, as_of)


@function(
    RECEIVABLES,
    Text(
        "占用的信用：应收、在途、未兑承兑、已确认未发货订单的赊销部分，减未核销回款；按付款单位",
        "Exposure: what is owed, in transit, bills in hand, the credit part of "
        "confirmed orders, less unallocated money; of the payer",
    ),
    given.CUSTOMER,
    given.AS_OF,
    given.ITS_CURRENCY,
    examples=(
        ('"C1","2026-10-20"', 1926.7),
        ('"C2","2026-10-14"', 0.0),
    ),
    reads_book=True,
)
def exposure(
    index: BookIndex, customer_code: str, as_of: dt.date, currency_code: str | None
) -> Decimal:
    """Return the exposure of who pays for a customer."""
    key, _ = index.account(customer_code, currency_code, as_of)
    return index.look(as_of).exposures.of(key).total


@function(
    RECEIVABLES,
    Text(
        "信用额度还剩多少（付款单位的额度减占用，负数是超额）；不限额的为空",
        "What is left of the payer's credit limit; negative: beyond it; blank: no "
        "limit",
    ),
    given.CUSTOMER,
    given.AS_OF,
    examples=(
        ('"C3","2026-10-20"', ""),
        ('"C1","2026-10-20"', ""),
    ),
    reads_book=True,
)
def credit_left(index: BookIndex, customer_code: str, as_of: dt.date) -> Decimal | None:
    """Return what a customer may still buy on credit."""
    payer = payer_of(index.book, index.customer(customer_code))
    limit = index.look(as_of).limits.limit(payer)
    if limit is None:
        return None
    key = (payer.customer_code, payer.currency)
    return limit - index.look(as_of).exposures.of(key).total


@function(
    RECEIVABLES,
    Text(
        "建议的信用等级 A–D：按近一年付款逾期天数、逾期占比和合作年数；由人批准",
        "The credit grade proposed, A–D: by how late money came over a year, what is "
        "overdue, and the years; a person decides",
    ),
    given.CUSTOMER,
    given.AS_OF,
    given.ITS_CURRENCY,
    examples=(
        ('"C1","2026-10-20"', "C"),
        ('"C1","2026-10-21"', "D"),
    ),
    reads_book=True,
)
def credit_grade(
    index: BookIndex, customer_code: str, as_of: dt.date, currency_code: str | None
) -> Text:
    """Return the grade that a customer's record proposes."""
    key, _ = index.account(customer_code, currency_code, as_of)
    record = payment_record(index.receivables(as_of), key, as_of)
    return proposed_grade(record).label


@function(
    RECEIVABLES,
    Text(
        "单据的诉讼时效届满日：到期日、客户盖章的对账单、有送达凭证的函、部分付款中最晚的一天起三年；"
        "没有未收款的为空",
        "Until when a document can be claimed at court: three years from the latest "
        "of due date, agreed statement, proved letter and part payment; blank: "
        "nothing of it is open",
    ),
    given.CUSTOMER,
    given.code("document_no", "发货单号或期初单号", "A delivery or opening item"),
    given.AS_OF,
    given.ITS_CURRENCY,
    examples=(
        ('"C1","QC-1","2026-10-20"', dt.date(2029, 10, 20)),
        ('"C1","QC-9","2026-10-20"', ""),
    ),
    reads_book=True,
)
def limitation_date(
    index: BookIndex,
    customer_code: str,
    document_no: str,
    as_of: dt.date,
    currency_code: str | None,
) -> dt.date | None:
    """Return the earliest end of limitation among the open parts of a document."""
    receivables = index.receivables(as_of)
    found = [
        limitation_of(receivables, one, as_of)
        for one in _items(index, customer_code, as_of, currency_code)
        if one.document == document_no
    ]
    return min((end for end in found if end), default=None)


@function(
    RECEIVABLES,
    Text(
        "客户在一个期间的扣款（单据已到的），可只看一个合同或一个类别",
        "What a customer kept back in a period, once its paper is there; of one "
        "contract or kind where named",
    ),
    given.CUSTOMER,
    given.SPAN,
    given.code(
        "contract_no", "合同号，不填=全部", "The contract; left out: all", default=None
    ),
    given.words(
        "deduction_kind",
        "返利、服务费、索赔、手续费、尾差，不填=全部",
        "Rebate, service fee, claim, bank charge, rounding; left out: all",
        default=None,
    ),
    given.ITS_CURRENCY,
    examples=(
        ('"C1","2026-10"', 0.0),
        ('"C2","2026-10",,"返利"', 0.0),
    ),
    reads_book=True,
)
def deductions(
    index: BookIndex,
    customer_code: str,
    period_text: str,
    contract: str | None,
    kind_typed: str | None,
    currency_code: str | None,
) -> Decimal:
    """Return the deductions of a customer."""
    currency = currency_code or index.customer(customer_code).currency
    kind, period = _kind(kind_typed), index.period(period_text)
    index.customer(customer_code)
    return total(
        one.amount
        for one in index.book[DEDUCTIONS].records
        if one.has_paper
        and (one.customer_code, one.currency) == (customer_code, currency)
        and one.date in period
        and contract in {None, one.contract_no}
        and kind in {None, one.kind}
    )


def _kind(typed: str | None) -> DeductionKind | None:
    if typed is None:
        return None
    for one in DeductionKind:
        if typed.lower() in {word.lower() for word in one.label}:
            return one
    raise Unanswered(both("function_faults", "not_a_kind", typed=typed[:20]))

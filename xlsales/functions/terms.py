"""Terms: what a payment term means, and when it is due."""

import datetime as dt

from xlsales.functions import arguments as given
from xlsales.functions.categories import TERMS
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import LANGUAGES, Text, both
from xlsales.ledger.due_dates import statement_month as month_of
from xlsales.ledger.terms import Term, explain, parse_term
from xlsales.sheets.customers import Customer, SettlementType
from xlsales.sheets.staff import Status

_DELIVERED = given.day(
    "delivery_date",
    "发货或签收的日期（按「参数」的发货确认依据）",
    "The day that counts: signed for, or shipped, as on Settings",
)
_CUTOFF = given.whole(
    "cutoff_day",
    "对账截止日，不填=月末",
    "The cutoff day; left out: month end",
    (1, 31),
    default=None,
)


def _understood(typed: str) -> Term:
    found = parse_term(typed)
    if not isinstance(found, Term):
        raise Unanswered(both("function_faults", found.why, found=found.found[:20]))
    return found


@function(
    TERMS,
    Text(
        "把付款条件讲成一句完整的话，和合同上的一样",
        "A payment term in full words, as a contract says it",
    ),
    given.TERM,
    examples=(
        ('"30/70"', "订单确认时预付 30%；发货前付 70%"),
        ('"货到30天"', "货到后 30 日内付 100%"),
        ('"预付30%"', "#付款条件合计 30%，不是 100%"),
    ),
    reads_book=True,
)
def term(index: BookIndex, term_text: str) -> Text:
    """Return what was understood."""
    reading = index.book.settings.monthly_reading
    term = _understood(term_text)
    return Text(*(explain(term, one, reading) for one in LANGUAGES))


@function(
    TERMS,
    Text(
        "付款条件能不能看懂（各部分合计 100%，定金不超过 20%）",
        "Whether a payment term is understood: its parts sum to 100 %, 定金 ≤ 20 %",
    ),
    given.TERM,
    examples=(('"月结60天"', True), ('"30/60"', False), ('"定金30%,发货前70%"', False)),
)
def term_valid(term_text: str) -> bool:
    """Return whether it is a term."""
    return isinstance(parse_term(term_text), Term)


@function(
    TERMS,
    Text(
        "付款条件的到期日；分几部分的取最后一笔，或指明第几部分。遇休息日按「参数」顺延",
        "When a term is due: of several parts the last, or the one named; a closed day "
        "moves on as on Settings",
    ),
    given.TERM,
    _DELIVERED,
    given.whole(
        "part_no",
        "第几部分，不填=最后到期的",
        "Which part; left out: the last one due",
        (1, 99),
        default=None,
    ),
    _CUTOFF,
    given.whole(
        "pay_day",
        "每月固定付款日",
        "The day of the month on which they pay",
        (1, 31),
        default=None,
    ),
    examples=(
        ('"月结30天","2026-10-12"', dt.date(2026, 11, 30)),
        ('"货到30天","2026-10-12"', dt.date(2026, 11, 11)),
        ('"月结","2026-10-26",,25', dt.date(2026, 11, 25)),
        ('"票到15天","2026-10-12"', "#待开票"),
    ),
    reads_book=True,
)
def due_date(
    index: BookIndex,
    term_text: str,
    delivery_date: dt.date,
    part_no: int | None,
    cutoff_day: int | None,
    pay_day: int | None,
) -> dt.date:
    """Return the due date of a term for nobody in particular."""
    nobody = _nobody(term_text, cutoff_day, pay_day)
    return _due(index, nobody, term_text, delivery_date, part_no)


@function(
    TERMS,
    Text(
        "发给某客户的货什么时候到期：按他的付款条件、对账截止日和付款日",
        "When a delivery to a customer is due: by the customer's term, cutoff day and "
        "pay day",
    ),
    given.CUSTOMER,
    _DELIVERED,
    given.words(
        "term_text",
        "订单自己的付款条件，不填=客户的",
        "The order's own term; left out: the customer's",
        default=None,
    ),
    examples=(
        ('"C1","2026-10-12"', dt.date(2026, 11, 30)),
        ('"C3","2026-10-12"', dt.date(2026, 11, 11)),
        ('"C3","2026-10-12","月结"', dt.date(2026, 10, 31)),
    ),
    reads_book=True,
)
def customer_due_date(
    index: BookIndex, customer_code: str, delivery_date: dt.date, term_text: str | None
) -> dt.date:
    """Return when a delivery to a customer is due."""
    customer = index.customer(customer_code)
    typed = term_text or customer.payment_term
    return _due(index, customer, typed, delivery_date, None)


def _due(
    index: BookIndex,
    customer: Customer,
    typed: str,
    delivered: dt.date,
    part_no: int | None,
) -> dt.date:
    parts = _understood(typed).parts
    if part_no and part_no > len(parts):
        raise Unanswered(both("function_faults", "no_such_part", count=len(parts)))
    wanted = parts[part_no - 1 : part_no] if part_no else parts
    dates = [index.due_rules.due_date(part, customer, delivered) for part in wanted]
    known = [one for one in dates if one]
    if len(known) < len(dates):
        raise Unanswered(both("function_faults", "not_invoiced"))
    return max(known)


def _nobody(term: str, cutoff_day: int | None, pay_day: int | None) -> Customer:
    """Return a customer of whom no more is known than decides on due dates."""
    return Customer(
        row=0,
        customer_code="",
        full_name="",
        status=Status.ACTIVE,
        settlement_type=SettlementType.OUTRIGHT_MONTHLY,
        payment_term=term,
        cutoff_day=cutoff_day,
        fixed_pay_day=pay_day,
    )


@function(
    TERMS,
    Text(
        "日期归入哪个对账月；截止日 25 表示上月 26 日至本月 25 日",
        "The statement month of a day; cutoff 25 is the 26th to the 25th",
    ),
    given.day("on_date", "日期", "The day"),
    _CUTOFF,
    examples=(
        ('"2026-10-25",25', "2026-10"),
        ('"2026-10-26",25', "2026-11"),
        ('"2026-10-31"', "2026-10"),
    ),
)
def statement_month(on_date: dt.date, cutoff_day: int | None) -> str:
    """Return the statement month of a cutoff day."""
    return str(month_of(on_date, cutoff_day))


@function(
    TERMS,
    Text(
        "日期归入某客户的哪个对账月，按他的对账截止日",
        "The statement month of a day by a customer's cutoff day",
    ),
    given.CUSTOMER,
    given.day("on_date", "日期", "The day"),
    examples=(
        ('"C1","2026-10-31"', "2026-10"),
        ('"C2","2026-11-01"', "2026-11"),
    ),
    reads_book=True,
)
def customer_statement_month(
    index: BookIndex, customer_code: str, on_date: dt.date
) -> str:
    """Return a customer's statement month."""
    return str(month_of(on_date, index.customer(customer_code).cutoff_day))

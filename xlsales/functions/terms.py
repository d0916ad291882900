"""Terms: what a payment term means, when it is due, and what is done when late."""

import datetime as dt

from xlsales.functions import arguments as given
from xlsales.functions.categories import TERMS
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import LANGUAGES, Text, both
from xlsales.ledger.ageing import DEFAULT_EDGES, bounds_of, bucket_of, edges_of
from xlsales.ledger.due_dates import statement_month as month_of
from xlsales.ledger.ladder import NOTICE_DAYS, days_past_due
from xlsales.ledger.ladder import ladder_step as step_at
from xlsales.ledger.terms import Term, explain, parse_term
from xlsales.sheets.customers import Customer, SettlementType
from xlsales.sheets.staff import Status

_DUE = given.day("due_date", "到期日", "The due date")
_DELIVERED = given.day(
    "delivery_date",
    "发货或签收的日期（按「参数」的发货确认依据）",
    "The day that counts: signed for, or shipped, as on Settings",
)
_NOTICE = given.whole(
    "notice_days",
    "到期前几天开始提醒，不填=3",
    "Days before the due date from which to remind; left out: 3",
    (0, 3650),
    default=NOTICE_DAYS,
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
        "逾期天数：到期当天是 0，次日是 1，未到期为负",
        "Days past due: 0 on the due date, 1 the day after, before it negative",
    ),
    _DUE,
    given.AS_OF,
    examples=(
        ('"2026-10-20","2026-10-20"', 0.0),
        ('"2026-10-20","2026-10-27"', 7.0),
        ('"2026-10-20","2026-10-17"', -3.0),
    ),
)
def days_late(due: dt.date, as_of: dt.date) -> int:
    """Return days past due."""
    return days_past_due(due, as_of)


@function(
    TERMS,
    Text(
        "催款到第几步：0 还不用，1 提醒业务员，2 未回款报告单（逾期 7 天起），"
        "3 逾期回款函（满一个月）",
        "The step of the overdue ladder: 0 none, 1 remind, 2 report (7 days late), "
        "3 letter (a month)",
    ),
    _DUE,
    given.AS_OF,
    _NOTICE,
    examples=(
        ('"2026-10-20","2026-10-16"', 0.0),
        ('"2026-10-20","2026-10-17"', 1.0),
        ('"2026-10-20","2026-10-27"', 2.0),
        ('"2026-10-20","2026-11-20"', 3.0),
    ),
)
def ladder_step(due: dt.date, as_of: dt.date, notice_days: int) -> int:
    """Return the step as a number."""
    return int(step_at(due, as_of, notice_days))


@function(
    TERMS,
    Text(
        "催款这一步要做什么；还不用做的为空",
        "What the overdue ladder asks for now; blank: nothing yet",
    ),
    _DUE,
    given.AS_OF,
    _NOTICE,
    examples=(
        ('"2026-10-20","2026-10-26"', "提醒业务员"),
        ('"2026-10-20","2026-10-27"', "未回款报告单"),
        ('"2026-01-31","2026-02-28"', "逾期回款函和对账单"),
    ),
)
def ladder(due: dt.date, as_of: dt.date, notice_days: int) -> Text | None:
    """Return the step in words."""
    step = step_at(due, as_of, notice_days)
    return step.words if step else None


@function(
    TERMS,
    Text(
        "账龄段，按逾期天数",
        "The ageing bucket, by days past due",
    ),
    _DUE,
    given.AS_OF,
    given.words(
        "ageing_edges",
        "分段，不填=30/60/90/180/365",
        "The edges; left out: 30/60/90/180/365",
        default="",
    ),
    examples=(
        ('"2026-10-20","2026-10-20"', "未到期"),
        ('"2026-10-20","2026-11-20"', "逾期 31–60 天"),
        ('"2026-10-20","2026-11-20","10/20"', "逾期 20 天以上"),
    ),
)
def ageing(due: dt.date, as_of: dt.date, ageing_edges: str) -> Text:
    """Return the bucket in words."""
    edges = edges_of(ageing_edges) if ageing_edges else DEFAULT_EDGES
    place = bucket_of(days_past_due(due, as_of), edges)
    since, until = bounds_of(edges)[place]
    if place == 0:
        return both("home", "not_due")
    if until is None:
        return both("home", "over_days", days=since - 1)
    return both("home", "to_days", since=since, until=until)


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

"""Statistics: sales and receipts of a period, growth, shares and what is collected."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from xlsales import money
from xlsales.functions import arguments as given
from xlsales.functions.categories import STATISTICS
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.functions.sales_index import dimension_named
from xlsales.language import Text, both, text
from xlsales.ledger import collection
from xlsales.ledger import shares as shares_of
from xlsales.ledger.outstanding import days_sales_outstanding, gross_open
from xlsales.ledger.sales import Basis
from xlsales.money import ZERO
from xlsales.periods import Period
from xlsales.reports.dimensions import DIMENSIONS

NONE_SIGN = "—"
"""What is not defined: growth on nothing, a share of nothing."""
_BASES = {"发货": Basis.DELIVERY, "订单": Basis.ORDER}
_UNTIL = given.day(
    "as_of",
    "按哪一天看，之后的不计；不填=整个期间",
    "What is dated later is not counted; left out: the whole period",
    default=None,
)
_AMOUNTS = given.numbers("amounts", "一个区域的金额", "A range of amounts")
Amounts = list[list[Decimal | None]]
Answers = list[list[Decimal | str | None]]
T = TypeVar("T")


def _or_sign(found: Decimal | None) -> Decimal | str:
    return NONE_SIGN if found is None else found


def _until(period: Period, as_of: dt.date | None) -> dt.date:
    return min(period.end, as_of) if as_of else period.end


@function(
    STATISTICS,
    Text(
        "一个期间的销售额（含税，减退货，运费除外），可只看一个维度的一个对象",
        "Sales of a period, with tax, less returns, without freight; of one key of a "
        "dimension where named",
    ),
    given.SPAN,
    given.words(
        "dimension",
        "维度：客户、渠道、区域、客户来源、业务员、产品、类别；不填=全部",
        "customer, channel, region, source, salesperson, product or category; left "
        "out: all",
        default=None,
    ),
    given.code(
        "dimension_key",
        "对象，如客户编码、区域名；不填=未填的那些",
        "Whose: a code or a name; left out: where it is not filled in",
        default="",
    ),
    _UNTIL,
    given.words(
        "sales_basis",
        "发货 或 订单，不填=发货",
        "delivery or order; left out: delivery",
        default=Basis.DELIVERY.value,
    ),
    given.CURRENCY,
    examples=(
        ('"2026-10"', 180.0),
        ('"2026-Q4","区域","华东"', 180.0),
        ('"2026-10","customer","C1",,"订单"', 1426.7),
        ('"2026-10",,,"2026-10-14"', 0.0),
    ),
    reads_book=True,
)
def sales(  # noqa: PLR0913, PLR0917 - as many as the formula has
    index: BookIndex,
    period_text: str,
    dimension: str | None,
    key: str,
    as_of: dt.date | None,
    basis: str,
    currency: str,
) -> Decimal:
    """Return the sales of a period."""
    period, sold = index.period(period_text), index.sold[_basis(basis)]
    end = _until(period, as_of)
    if dimension is None:
        return sold.between(period.start, end, currency)
    found = dimension_named(dimension)
    if found is None:
        known = tuple(one.title for one in DIMENSIONS)
        raise Unanswered(
            both("function_faults", "no_dimension", typed=dimension[:20], known=known)
        )
    return sold.between(period.start, end, currency, found, key)


def _basis(typed: str) -> Basis:
    word = typed.strip().lower()
    for basis in Basis:
        if basis is _BASES.get(word) or word == basis.value:
            return basis
    raise Unanswered(both("function_faults", "not_a_basis", typed=typed[:20]))


@function(
    STATISTICS,
    Text(
        "一个期间到账的回款，可只看一个客户",
        "Money cleared in a period; of one customer where named",
    ),
    given.SPAN,
    given.code(
        "customer_code",
        "客户编码，不填=全部",
        "The customer; left out: all",
        default=None,
    ),
    _UNTIL,
    given.CURRENCY,
    examples=(('"2026-10"', 180.0), ('"2026-10","C1"', 0.0), ('"2026-09"', 0.0)),
    reads_book=True,
)
def receipts(
    index: BookIndex,
    period_text: str,
    customer_code: str | None,
    as_of: dt.date | None,
    currency: str,
) -> Decimal:
    """Return the receipts of a period."""
    period = index.period(period_text)
    until = _until(period, as_of)
    if customer_code is None:
        books = index.receivables(until)
        return collection.receipts(books, period, until).get(currency, ZERO)
    _, account = index.account(customer_code, currency, until)
    return collection.received_by(account, period, until)


@function(
    STATISTICS,
    Text(
        "回款率：期内到账核销的 ÷ 期内应收回的；没有应收回的为 —",
        "Collected ÷ collectible of a period; — where nothing was collectible",
    ),
    given.SPAN,
    _UNTIL,
    given.CURRENCY,
    examples=(('"2026-10"', 0.2647058823529412), ('"2026-09"', "—")),
    reads_book=True,
)
def collection_rate(
    index: BookIndex, period_text: str, as_of: dt.date | None, currency: str
) -> Decimal | str:
    """Return how much of what was collectible came in."""
    period = index.period(period_text)
    until = _until(period, as_of)
    found = collection.collection(index.receivables(until), period, until)
    one = found.get(currency, collection.Collection())
    return _or_sign(money.ratio(one.received, one.collectible))


@function(
    STATISTICS,
    Text(
        "应收周转天数：期末未收款（不减预收）÷ 期内销售额 × 天数；没有销售为 —",
        "Days sales outstanding: gross open items ÷ sales of the period × its days; — "
        "without sales",
    ),
    given.SPAN,
    given.AS_OF,
    given.CURRENCY,
    examples=(('"2026-10","2026-10-31"', 86.11), ('"2026-09","2026-10-31"', "—")),
    reads_book=True,
)
def dso(
    index: BookIndex, period_text: str, as_of: dt.date, currency: str
) -> Decimal | str:
    """Return days sales outstanding."""
    period = index.period(period_text)
    until = min(period.end, as_of)
    sold = index.sold[Basis.DELIVERY].between(period.start, until, currency)
    still_open = gross_open(index.receivables(until), currency, until)
    days = max(0, (until - period.start).days + 1)
    return _or_sign(days_sales_outstanding(still_open, sold, days))


@function(
    STATISTICS,
    Text(
        "增长率：本期÷基期−1（环比、同比都用它）；基期不大于 0 为 —",
        "Growth: this ÷ that − 1, on the period before or a year ago; — where the base "
        "is not above 0",
    ),
    given.number("this_amount", "本期", "This period's"),
    given.number("base_amount", "上期或去年同期", "The one before, or a year ago"),
    examples=(("150,120", 0.25), ("90,120", -0.25), ("100,0", "—")),
)
def growth(this_amount: Decimal, base_amount: Decimal) -> Decimal | str:
    """Return growth."""
    return _or_sign(money.growth(this_amount, base_amount))


@function(
    STATISTICS,
    Text(
        "完成率：实际÷目标；目标不大于 0 为 —",
        "Attainment: actual ÷ target; — where the target is not above 0",
    ),
    given.number("actual_amount", "实际", "What was reached"),
    given.number("target_amount", "目标", "What was promised"),
    examples=(("90,120", 0.75), ("150,120", 1.25), ("90,0", "—")),
)
def attainment(actual_amount: Decimal, target_amount: Decimal) -> Decimal | str:
    """Return attainment."""
    return _or_sign(money.ratio(actual_amount, target_amount))


@function(
    STATISTICS,
    Text(
        "区域里每格占合计的比例；合计不大于 0 为 —",
        "Each cell's share of the sum of a range; — where that is not above 0",
    ),
    _AMOUNTS,
    examples=(
        ("{60;30;10}", [[0.6], [0.3], [0.1]]),
        ("{0,0}", [["—", "—"]]),
    ),
)
def share(amounts: Amounts) -> Answers:
    """Return shares."""
    return _in_place(amounts, list(map(_or_sign, shares_of.shares(_flat(amounts)))))


@function(
    STATISTICS,
    Text(
        "累计占比：从大到小排到这一格为止的比例；区域不必先排序",
        "Cumulative share: of each cell and all larger ones; the range need not be "
        "sorted",
    ),
    _AMOUNTS,
    examples=(
        ("{30;60;10}", [[0.9], [0.6], [1.0]]),
        ("{50,50}", [[0.5, 1.0]]),
    ),
)
def cumulative_share(amounts: Amounts) -> Answers:
    """Return cumulative shares."""
    found = shares_of.cumulative_shares(_flat(amounts))
    return _in_place(amounts, list(map(_or_sign, found)))


@function(
    STATISTICS,
    Text(
        "从大到小累计到 80% 的几格标「主」，其余为空",
        "Marks the fewest cells that make 80 % of the sum; the others stay blank",
    ),
    _AMOUNTS,
    examples=(
        ("{30;60;10}", [["主"], ["主"], [""]]),
        ("{80,10,10}", [["主", "", ""]]),
    ),
)
def main(amounts: Amounts) -> list[list[Text | None]]:
    """Return the marks."""
    flat = _flat(amounts)
    order = shares_of.largest_first(flat)
    running = shares_of.shares_so_far([flat[place] for place in order])
    most = set(order[: shares_of.count_of_most(running)])
    mark = text("function_answers", "main")
    return _in_place(amounts, [mark if n in most else None for n in range(len(flat))])


def _flat(amounts: Amounts) -> list[Decimal]:
    return [one for row in amounts for one in row if one is not None]


def _in_place(amounts: Amounts, found: Sequence[T]) -> list[list[T | None]]:
    """Return answers in the cells of the amounts; a blank stays blank."""
    left = iter(found)
    return [[None if one is None else next(left) for one in row] for row in amounts]

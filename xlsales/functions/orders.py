"""Orders: their numbers, and what the check says of them."""

import datetime as dt
from decimal import Decimal

from xlsales.functions import arguments as given
from xlsales.functions.categories import ORDERS
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import LANGUAGES, Text, both, text
from xlsales.ledger import movements, order_numbers
from xlsales.ledger.contracts import sale_contract_number
from xlsales.ledger.order_numbers import NumberForm, sequence_of
from xlsales.ledger.progress import progress

_NUMBER = given.code("order_no", "订单号", "The number")
_ORDER_DATE = given.day("order_date", "订货日期", "The order date")


@function(
    ORDERS,
    Text(
        "省份的字母代码（GB/T 2260），订单号的前两位",
        "The letters of a province (GB/T 2260), which order numbers begin with",
    ),
    given.words("province", "省、自治区或直辖市", "The province"),
    examples=(('"辽宁省"', "LN"), ('"陕西"', "SN"), ('"火星"', "#不认识的省份：火星")),
)
def province_letters(province: str) -> str:
    """Return the letters of a province."""
    found = order_numbers.province_letters(province)
    if not found:
        reason = both("function_faults", "unknown_place", typed=province[:20])
        raise Unanswered(reason)
    return found


@function(
    ORDERS,
    Text("城市名每个字的拼音首字母", "The pinyin initials of a city's syllables"),
    given.words("city", "市", "The city"),
    examples=(('"沈阳市"', "SY"), ('"湖州"', "HZ")),
)
def city_initials(city: str) -> str:
    """Return the initials of a city."""
    return order_numbers.city_initials(city)


@function(
    ORDERS,
    Text(
        "订单号在本系列里的流水号",
        "The running number of an order number in its series",
    ),
    _NUMBER,
    given.CUSTOMER,
    _ORDER_DATE,
    examples=(
        ('"LNSYNO.017","C1","2026-10-12"', 17.0),
        ('"ZJHZNO.017","C1","2026-10-12"', "#不是 LNSYNO.001 这样的订单号"),
    ),
    reads_book=True,
)
def order_sequence(
    index: BookIndex, order_no: str, customer_code: str, order_date: dt.date
) -> int:
    """Return a number's place in its series."""
    form = _form(index, customer_code, order_date)
    found = sequence_of(order_no, form)
    if found is None:
        raise Unanswered(both("function_faults", "not_of_form", example=form.example))
    return found


@function(
    ORDERS,
    Text(
        "订单号是不是「参数」里订单号规则的样子",
        "Whether an order number is of the form that Settings asks for",
    ),
    _NUMBER,
    given.CUSTOMER,
    _ORDER_DATE,
    examples=(
        ('"LNSYNO.017","C1","2026-10-12"', True),
        ('"LNSYNO.17","C1","2026-10-12"', False),
    ),
    reads_book=True,
)
def order_no_valid(
    index: BookIndex, order_no: str, customer_code: str, order_date: dt.date
) -> bool:
    """Return whether a number is of the form."""
    form = _form(index, customer_code, order_date)
    return sequence_of(order_no, form) is not None


@function(
    ORDERS,
    Text(
        "这个客户的下一个订单号；作废的号不再用",
        "The next order number for a customer; void orders keep theirs",
    ),
    given.CUSTOMER,
    _ORDER_DATE,
    examples=(
        ('"C1","2026-10-12"', "LNSYNO.002"),
        ('"C3","2026-10-12"', "ZJHZNO.002"),
    ),
    reads_book=True,
)
def next_order_no(index: BookIndex, customer_code: str, order_date: dt.date) -> str:
    """Return the number after the last of the series."""
    form = _form(index, customer_code, order_date)
    if not form.is_gapless:
        raise Unanswered(both("function_faults", "no_series"))
    return order_numbers.next_number(index.order_numbers, form)


def _form(index: BookIndex, customer_code: str, order_date: dt.date) -> NumberForm:
    return index.number_form(index.customer(customer_code), order_date)


@function(
    ORDERS,
    Text(
        "订单的合同号；没有填的是 HT- 加订单号",
        "An order's contract number: its own, else HT- and the order's",
    ),
    given.ORDER_NO,
    examples=(
        ('"LNSYNO.001"', "HT-LNSYNO.001"),
        ('"LNSYNO.009"', "#没有订单 LNSYNO.009"),
    ),
    reads_book=True,
)
def contract_no(index: BookIndex, order_no: str) -> str:
    """Return the contract number of an order."""
    return sale_contract_number(index.book, index.order(order_no))


@function(
    ORDERS,
    Text(
        "订单接下来该办的一步：合同回传、货款到账、发货、签收、开票、客户收票；办完的为空",
        "The next step of an order: contract back, shipped, signed for, invoiced, "
        "invoice received, paid; blank: completed",
    ),
    given.ORDER_NO,
    given.AS_OF,
    examples=(
        ('"LNSYNO.001","2026-10-20"', "待发货"),
        ('"ZJHZNO.001","2026-10-12"', "待货款到账"),
        ('"ZJHZNO.001","2026-10-20"', ""),
    ),
    reads_book=True,
)
def order_step(index: BookIndex, order_no: str, as_of: dt.date) -> Text | None:
    """Return the first step of an order that is still to be taken."""
    found = progress(index.receivables(as_of), index.order(order_no), as_of).following
    return text("order_steps", found.value) if found else None


@function(
    ORDERS,
    Text(
        "订单总额：明细金额合计减整单优惠",
        "An order's total: its lines less the order discount",
    ),
    given.ORDER_NO,
    examples=(('"LNSYNO.001"', 1426.7), ('"ZJHZNO.001"', 180.0)),
    reads_book=True,
)
def order_total(index: BookIndex, order_no: str) -> Decimal:
    """Return the total of an order."""
    order = index.order(order_no)
    return movements.order_total(order, index.book.lines_of.get(order_no, ()))


@function(
    ORDERS,
    Text(
        "订单的结论：无异常、异常、异常–已放行",
        "An order's verdict: in order, exception, exception released",
    ),
    given.ORDER_NO,
    given.AS_OF,
    examples=(
        ('"LNSYNO.001","2026-10-20"', "无异常"),
        ('"LNSYNO.001","2026-10-27"', "异常"),
    ),
    reads_book=True,
)
def order_verdict(index: BookIndex, order_no: str, as_of: dt.date) -> Text:
    """Return an order's verdict."""
    found = index.checked(as_of).verdicts.get(order_no)
    if found is None:
        index.order(order_no)
        raise Unanswered(both("function_faults", "no_verdict"))
    return text("verdict", found.value)


@function(
    ORDERS,
    Text(
        "校验对订单说的第一句话，最重的在前；没有问题的为空",
        "The first finding of an order's check, the worst first; blank: none",
    ),
    given.ORDER_NO,
    given.AS_OF,
    examples=(
        ('"LNSYNO.001","2026-10-20"', ""),
        ('"LNSYNO.001","2026-10-27"', "客户 C1 逾期 7 天"),
    ),
    reads_book=True,
)
def order_finding(index: BookIndex, order_no: str, as_of: dt.date) -> Text | None:
    """Return the first finding of an order."""
    checked = index.checked(as_of)
    if order_no not in checked.verdicts:
        index.order(order_no)
    problems = checked.problems.get(order_no)
    if not problems:
        return None
    return Text(*(problems[0].message(language) for language in LANGUAGES))

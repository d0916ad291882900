"""Customers: names, codes, and the check sign of a social credit code."""

from xlsales.checks.parties import is_uscc
from xlsales.functions import arguments as given
from xlsales.functions.categories import PARTIES
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import Text, both, text


@function(
    PARTIES,
    Text(
        "统一社会信用代码的校验位对不对（GB 32100）",
        "Whether a social credit code agrees with its check sign (GB 32100)",
    ),
    given.code("credit_code", "18 位代码", "The code of 18 signs"),
    examples=(
        ('"91350100M000100Y43"', True),
        ('"91350100M000100Y44"', False),
        ('"9135"', False),
    ),
)
def uscc_valid(credit_code: str) -> bool:
    """Return whether a code is one."""
    return is_uscc(credit_code)


@function(
    PARTIES,
    Text("客户全称", "A customer's full name"),
    given.CUSTOMER,
    examples=(('"C1"', "沈阳北方商贸有限公司"), ('"C9"', "#没有客户 C9")),
    reads_book=True,
)
def customer_name(index: BookIndex, customer_code: str) -> str:
    """Return a customer's full name."""
    return index.customer(customer_code).full_name


@function(
    PARTIES,
    Text(
        "按全称或简称找客户编码",
        "A customer's code by full name or short name",
    ),
    given.words("customer_title", "客户全称或简称", "The full or short name"),
    examples=(('"北方"', "C1"), ('"杭州西湖食品有限公司"', "C2")),
    reads_book=True,
)
def customer_code(index: BookIndex, customer_title: str) -> str:
    """Return a customer's code by its name."""
    codes = index.customer_codes.get(customer_title, ())
    if len(codes) > 1:
        reason = both(
            "function_faults", "twice", count=len(codes), name=customer_title[:20]
        )
        raise Unanswered(reason)
    for found in codes:
        return found
    kind = text("names", "customer")
    raise Unanswered(
        both("function_faults", "unknown", kind=kind, name=customer_title[:20])
    )

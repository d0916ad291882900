"""Two worksheet functions to test with, whatever functions there are."""

from xlsales.functions.registry import Argument, Function
from xlsales.language import Text

CATEGORY = Text("销售助理", "Sales desk")
WORDS = Function(
    name="XLSALES_SAMPLE_WORDS",
    category=CATEGORY,
    about=Text("金额大写", "An amount in words"),
    arguments=(
        Argument("amount", Text("金额", "The amount")),
        Argument("cur", Text("币种", "The currency"), is_optional=True),
    ),
    examples=(("=XLSALES_SAMPLE_WORDS(1)", "壹元整"),),
    reads_book=False,
    run=str,
)
BALANCE = Function(
    name="XLSALES_SAMPLE_BALANCE",
    category=CATEGORY,
    about=Text("客户欠款", "What a customer owes"),
    arguments=(
        Argument("customer", Text("客户编码", "The code of the customer")),
        Argument("as_of", Text("哪一天", "The day"), is_optional=True),
        Argument("revision", Text("修订号", "The revision"), is_optional=True),
    ),
    examples=(),
    reads_book=True,
    run=str,
)
TODAY = Function(
    name="XLSALES_SAMPLE_NONE",
    category=CATEGORY,
    about=Text("无参数", "No arguments"),
    arguments=(),
    examples=(),
    reads_book=False,
    run=str,
)
SAMPLES = (WORDS, BALANCE, TODAY)

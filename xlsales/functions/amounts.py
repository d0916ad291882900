"""Amounts: words, tax, discounts, and parts that sum to the whole."""

from decimal import Decimal

from xlsales import money
from xlsales.functions import arguments as given
from xlsales.functions.categories import AMOUNTS
from xlsales.functions.registry import Unanswered, function
from xlsales.language import Text, both

_GROSS = given.number("gross_amount", "含税金额", "The amount with tax")
_NET = given.number("net_amount", "不含税金额", "The amount without tax")
_TAX_RATE = given.rate("tax_rate", "税率，如 13% 或 0.13", "The tax rate: 13% or 0.13")


@function(
    AMOUNTS,
    Text(
        "金额的中文大写，前面是币种",
        "An amount in capital Chinese digits, its currency in front",
    ),
    given.number("amount", "金额", "The amount"),
    given.currency(
        "currency_code", "币种，不填=CNY", "The currency; left out: CNY", default="CNY"
    ),
    examples=(
        ("1409.5", "人民币壹仟肆佰零玖元伍角整"),
        ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
        ('0.05,"USD"', "美元伍分"),
    ),
)
def words(amount: Decimal, currency_code: str) -> str:
    """Return an amount in words."""
    return money.in_words(amount, currency_code)


@function(
    AMOUNTS,
    Text(
        "中文大写金额还原成数字；也认 圆、正、可省的零",
        "The amount that capital Chinese digits say, as banks accept them",
    ),
    given.words("amount_words", "中文大写金额", "The amount in words"),
    examples=(
        ('"人民币壹仟肆佰零玖元伍角整"', 1409.5),
        ('"陆仟零柒圆壹角肆分"', 6007.14),
        ('"壹拾贰拾元"', "#不是大写金额：壹拾贰拾元"),
    ),
)
def from_words(amount_words: str) -> Decimal:
    """Return the amount that words say."""
    found = money.from_words(amount_words)
    if found is None:
        raise Unanswered(
            both("function_faults", "not_in_words", typed=amount_words[:20])
        )
    return found


@function(
    AMOUNTS,
    Text(
        "四舍五入（逢五远离零），按看到的数值算",
        "Rounded half away from zero, by the number that is seen",
    ),
    given.number("amount", "数值", "The number"),
    given.whole("places", "小数位，不填=2", "Decimals; left out: 2", (0, 8), default=2),
    examples=(("12.345", 12.35), ("-12.345", -12.35), ("1.005", 1.01)),
)
def round_money(amount: Decimal, places: int) -> Decimal:
    """Return a number, rounded."""
    return money.rounded(amount, places)


@function(
    AMOUNTS,
    Text(
        "一行的金额：数量×单价×（1−折扣），舍入到分",
        "The amount of a line: quantity × price × (1 − discount), to the fen",
    ),
    given.number(
        "order_qty", "数量（按重量计价的填重量）", "The quantity, or the weight"
    ),
    given.number("unit_price", "单价", "The unit price"),
    given.discount(
        "discount_off",
        "减去的比例：10% 或 9折，不填=0",
        "The reduction: 10%, or 9折; left out: none",
        default=Decimal(0),
    ),
    examples=(
        ('2,100,"9折"', 180.0),
        ("50.2,8.5", 426.7),
        ("432,9.08,0.1", 3530.3),
    ),
)
def line_amount(order_qty: Decimal, unit_price: Decimal, off: Decimal) -> Decimal:
    """Return the amount of a line."""
    return money.line_amount(order_qty, unit_price, off)


@function(
    AMOUNTS,
    Text("含税金额里的税额", "The tax inside an amount with tax"),
    _GROSS,
    _TAX_RATE,
    examples=(("113,0.13", 13.0), ('1000,"13%"', 115.04)),
)
def tax_in(gross_amount: Decimal, tax_rate: Decimal) -> Decimal:
    """Return the tax in a gross amount."""
    return money.tax_in(gross_amount, tax_rate)


@function(
    AMOUNTS,
    Text("含税金额减去税额", "What an amount with tax is without it"),
    _GROSS,
    _TAX_RATE,
    examples=(("113,0.13", 100.0), ('1000,"13%"', 884.96)),
)
def net(gross_amount: Decimal, tax_rate: Decimal) -> Decimal:
    """Return a gross amount less its tax."""
    return gross_amount - money.tax_in(gross_amount, tax_rate)


@function(
    AMOUNTS,
    Text("不含税金额应加的税额", "The tax that comes on top of a net amount"),
    _NET,
    _TAX_RATE,
    examples=(("100,0.13", 13.0), ("884.96,0.13", 115.04)),
)
def tax_on(net_amount: Decimal, tax_rate: Decimal) -> Decimal:
    """Return the tax on a net amount."""
    return money.tax_on(net_amount, tax_rate)


@function(
    AMOUNTS,
    Text("不含税金额加上税额", "A net amount with its tax"),
    _NET,
    _TAX_RATE,
    examples=(("100,0.13", 113.0), ("884.96,0.13", 1000.0)),
)
def gross(net_amount: Decimal, tax_rate: Decimal) -> Decimal:
    """Return a net amount and its tax."""
    return net_amount + money.tax_on(net_amount, tax_rate)


@function(
    AMOUNTS,
    Text(
        "折扣写法读成减去的比例：9折=0.1，95折=0.05",
        "A discount as people write it, as the reduction: 9折 is 0.1, 95折 is 0.05",
    ),
    given.discount(
        "discount_text", "9折、8.5折、95折 或 10%", "9折, 8.5折, 95折 or 10%"
    ),
    examples=(('"9折"', 0.1), ('"8.5折"', 0.15), ('"95折"', 0.05), ('"10%"', 0.1)),
)
def discount(off: Decimal) -> Decimal:
    """Return the reduction."""
    return off


@function(
    AMOUNTS,
    Text(
        "把总额按各格的比重分摊，各份之和正好等于总额",
        "A total split over the cells of a range; the parts sum to it exactly",
    ),
    given.number("total_amount", "要分摊的总额", "What is to be split"),
    given.numbers(
        "bases", "各份的依据，如各行金额", "What to go by, such as line amounts"
    ),
    examples=(
        ("450,{200;300}", [[180.0], [270.0]]),
        ("100,{1,1,1}", [[33.33, 33.34, 33.33]]),
    ),
)
def split(
    total_amount: Decimal, bases: list[list[Decimal | None]]
) -> list[list[Decimal | None]]:
    """Return the parts, in the cells of the bases; a blank stays blank."""
    flat = [one for row in bases for one in row if one is not None]
    if not sum(flat):
        raise Unanswered(both("function_faults", "nothing_to_go_by"))
    parts = iter(money.split(total_amount, flat))
    return [[None if one is None else next(parts) for one in row] for row in bases]

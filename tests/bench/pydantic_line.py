"""The peer of the checks: an order line as a pydantic v2 model, with our rules.

What a field can say is said by its type. Rules of one line stand in the model's
validator, with the other sheets in its context; rules that need the order's
other lines (its quantity of a product, what is still to be shipped) run over
the models once all are there.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from xlsales.checks.look import Look
from xlsales.ledger.prices import Inquiry, Tie
from xlsales.sheets.options import OPTIONS
from xlsales.sheets.orders import ORDER_LINES
from xlsales.sheets.products import PricingBasis, Product
from xlsales.sheets.staff import Status

Found = set[tuple[int, str]]
RULES = (
    "required_missing", "unreadable_value", "unknown_choice", "unknown_option",
    "unknown_reference", "duplicate_key", "product_stopped", "quantity_not_positive",
    "weight_missing", "amount_differs", "gift_priced", "discount_too_large",
    "discount_like_zhe", "discount_over_limit", "tax_rate_differs", "spec_differs",
    "unit_differs", "pack_broken", "below_minimum", "batch_before_order",
    "price_tie", "price_missing", "price_off", "price_below_floor", "price_below_cost",
)  # fmt: skip
_CODES = {"missing": "required_missing", "enum": "unknown_choice"}
_FEN, _FOUR = Decimal("0.01"), Decimal("0.0001")
_HALF = Decimal("0.5")
Number = Annotated[Decimal, Field(gt=-(10**15), lt=10**15)]


class Kind(Enum):
    """What a line is."""

    GOODS = "正常"
    GIFT = "赠品"
    FREIGHT = "运费"


class Known:
    """What a line is held against, looked up once."""

    def __init__(self, look: Look) -> None:
        book = look.book
        self.orders, self.products, self.staff = book.orders, book.products, book.staff
        self.customers, self.prices = book.customers, look.price_list
        self.shipped = look.shipped
        self.tolerance = book.settings.price_tolerance
        options = book[OPTIONS].records
        self.units = {one.value for one in options if one.list == "单位"}
        self.units |= {one.english for one in options if one.list == "单位"}


@dataclass
class Findings:
    """What was found so far: the rows, the rules and the sentences."""

    known: Known
    said: list[tuple[int, str, str]] = field(default_factory=list)
    keys: set[tuple[str, int]] = field(default_factory=set)
    lines: list["Line"] = field(default_factory=list)

    def say(self, row: int, rule: str, message: str) -> None:
        """Keep a finding."""
        self.said.append((row, rule, message))


class Line(BaseModel):
    """One line of an order."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    row: int
    order_no: str
    line_no: int
    product_code: str
    customer_item: str | None = None
    name_typed: str | None = None
    spec_typed: str | None = None
    quantity: Number
    unit: str
    weight: Number | None = None
    unit_price: Number
    discount: Number = Decimal(0)
    amount: Number
    tax_rate: Annotated[Decimal, Field(ge=0, le=1)] | None = None
    line_type: Kind = Kind.GOODS
    delivery_date: dt.date | None = None

    @model_validator(mode="after")
    def rules(self, info: ValidationInfo) -> "Line":
        """Hold the line against the other sheets."""
        findings: Findings = info.context
        key = (self.order_no, self.line_no)
        if key in findings.keys:
            findings.say(self.row, "duplicate_key", f"{key} stands twice")
            return self
        findings.keys.add(key)
        findings.lines.append(self)
        for rule, message in self.faults(findings.known):
            findings.say(self.row, rule, message)
        return self

    def faults(self, known: Known) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the line alone."""
        order = known.orders.get(self.order_no)
        product = known.products.get(self.product_code)
        if self.unit not in known.units:
            yield "unknown_option", f"{self.unit} is not on the list of units"
        if product is None:
            yield "unknown_reference", f"no product {self.product_code}"
        if order is None:
            yield "unknown_reference", f"no order {self.order_no}"
        if order is None or order.is_void:
            return
        yield from self.of_amount(product)
        yield from self.of_discount(known, order)
        if self.delivery_date and self.delivery_date < order.order_date:
            yield "batch_before_order", f"{self.delivery_date} is before the order"
        if product:
            yield from self.of_product(product)

    def of_amount(self, product: Product | None) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with quantity and amount."""
        if self.quantity <= 0:
            yield "quantity_not_positive", f"{self.quantity} is not above zero"
        if self.line_type is Kind.GIFT:
            if self.amount:
                yield "gift_priced", f"a gift costs {self.amount}"
            return
        measure = self.quantity
        if product and product.pricing_basis is PricingBasis.WEIGHT:
            if not self.weight:
                return
            measure = self.weight
        right = measure * self.unit_price * (1 - self.discount)
        right = right.quantize(_FEN, ROUND_HALF_UP)
        if self.amount != right:
            yield "amount_differs", f"{self.amount} should be {right}"

    def of_discount(self, known: Known, order: Any) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the discount."""
        if self.discount >= 1 or self.discount < 0:
            yield "discount_too_large", f"{self.discount} is not from 0 to 1"
        elif self.discount >= _HALF:
            yield "discount_like_zhe", f"{self.discount}: meant {1 - self.discount}?"
        person = known.staff.get(order.salesperson)
        limit = person.discount_limit if person else None
        if limit is not None and limit < self.discount < 1:
            yield "discount_over_limit", f"{self.discount} is over {limit}"

    def of_product(self, product: Product) -> Iterator[tuple[str, str]]:
        """Yield what differs from the product."""
        if self.tax_rate is not None and self.tax_rate != product.tax_rate:
            yield "tax_rate_differs", f"{self.tax_rate} should be {product.tax_rate}"
        if self.line_type is not Kind.GOODS:
            return
        if product.pricing_basis is PricingBasis.WEIGHT and not self.weight:
            yield "weight_missing", f"{product.name} is priced by weight"
        if self.spec_typed and product.spec and self.spec_typed != product.spec:
            yield "spec_differs", f"{self.spec_typed} should be {product.spec}"
        if self.unit != product.unit:
            yield "unit_differs", f"{self.unit} should be {product.unit}"
        pack = product.pack_size
        if pack and self.quantity > 0 and self.quantity % pack:
            yield "pack_broken", f"{self.quantity} is no multiple of {pack}"

    def kept(self) -> Decimal:
        """Return the price after the discount."""
        return (self.unit_price * (1 - self.discount)).quantize(_FOUR, ROUND_HALF_UP)


def check(grid: Sequence[Sequence[Any]], known: Known) -> Found:
    """Check the cells of the sheet; return which row breaks which rule."""
    findings = Findings(known)
    keys = [ORDER_LINES.key_of(title) for title in grid[0]]
    for number, cells in enumerate(grid[1:], start=2):
        row = {key: cell for key, cell in zip(keys, cells, strict=True) if cell != ""}
        row["row"] = number
        try:
            Line.model_validate(row, context=findings)
        except ValidationError as error:
            for one in error.errors():
                rule = _CODES.get(one["type"], "unreadable_value")
                findings.say(number, rule, one["msg"])
    _with_their_order(findings)
    return {(row, rule) for row, rule, _ in findings.said}


def _with_their_order(findings: Findings) -> None:
    """Apply the rules that need the other lines of the order."""
    known = findings.known
    goods, unshipped = [], set()
    ordered: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in findings.lines:
        order = known.orders.get(line.order_no)
        if order is None or order.is_void:
            continue
        shipped = known.shipped.get((line.order_no, line.line_no), 0)
        if line.line_type is not Kind.FREIGHT and shipped < line.quantity:
            unshipped.add(line.order_no)
        product = known.products.get(line.product_code)
        if product and line.line_type is Kind.GOODS:
            goods.append((line, order, product))
            ordered[line.order_no, line.product_code] += line.quantity
    for line, order, product in goods:
        quantity = ordered[line.order_no, line.product_code]
        if product.status is Status.STOPPED and line.order_no in unshipped:
            findings.say(line.row, "product_stopped", f"{product.name} was stopped")
        least = product.min_order_qty
        if least and 0 < quantity < least:
            findings.say(line.row, "below_minimum", f"{quantity} is below {least}")
        for rule, message in _of_price(line, order, product, quantity, known):
            findings.say(line.row, rule, message)


def _of_price(
    line: Line,
    order: Any,
    product: Product,
    quantity: Decimal,
    known: Known,
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the price, by the row of 价格 that is in force."""
    cost = product.cost_ex_tax
    if cost is not None:
        net = (line.kept() / (1 + product.tax_rate)).quantize(_FOUR, ROUND_HALF_UP)
        if net < cost:
            yield "price_below_cost", f"{net} is below the cost of {cost}"
    customer = known.customers.get(order.customer_code)
    if customer is None or line.quantity <= 0:
        return
    price = known.prices.in_force(
        Inquiry(product, customer, order.currency, quantity, order.order_date)
    )
    if price is None:
        yield "price_missing", f"no price of {product.name} is in force"
    elif isinstance(price, Tie):
        yield "price_tie", f"{len(price.rows)} prices stand equal"
    else:
        yield from _against(line, price, product, known.tolerance)


def _against(
    line: Line,
    price: Any,
    product: Product,
    tolerance: Decimal,
) -> Iterator[tuple[str, str]]:
    tax = 1 if price.tax_included else 1 + product.tax_rate
    right = (price.unit_price * tax).quantize(_FOUR, ROUND_HALF_UP)
    if abs(line.unit_price - right) > right * tolerance:
        yield "price_off", f"{line.unit_price} should be {right}"
    if price.floor_price is not None:
        floor = (price.floor_price * tax).quantize(_FOUR, ROUND_HALF_UP)
        if line.kept() < floor:
            yield "price_below_floor", f"{line.kept()} is below {floor}"

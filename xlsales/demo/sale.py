"""Sale: one order of the invented company and its lines."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.demo.catalogue import VAT
from xlsales.demo.customers import Buyer
from xlsales.money import line_amount, split, total
from xlsales.sheets.orders import LineType


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of an order."""

    product: str
    spec: str
    name: str
    unit: str
    quantity: Decimal
    price: Decimal
    discount: Decimal = Decimal(0)
    tax: Decimal = VAT
    kind: LineType = LineType.GOODS

    @property
    def amount(self) -> Decimal:
        """What the line comes to."""
        return line_amount(self.quantity, self.price, self.discount)


@dataclass(frozen=True, kw_only=True)
class Sale:
    """One order."""

    number: str
    buyer: Buyer
    day: date
    due: date
    lines: tuple[Line, ...]
    off: Decimal
    is_void: bool

    @property
    def total(self) -> Decimal:
        """What the order comes to."""
        return total(line.amount for line in self.lines) - self.off

    @property
    def shares(self) -> list[Decimal]:
        """The lines' amounts, each less its share of the order discount."""
        amounts = [line.amount for line in self.lines]
        return [a - b for a, b in zip(amounts, split(self.off, amounts), strict=True)]

"""Credit sales: what of a sale is due only after its goods are there (赊销, S-180).

The payment term decides, not when the money came: a part due before shipping, or
on the day of delivery, gives no credit. A term that cannot be read counts as due
on delivery, as it does for due dates.
"""

from decimal import Decimal
from functools import lru_cache

from xlsales.ledger.sales import Sale
from xlsales.ledger.terms import Event, Part, Term, parse_term
from xlsales.money import ZERO, split, total
from xlsales.sheets.customers import Customer


def on_credit(sale: Sale, customer: Customer | None) -> Decimal:
    """Return the parts of a sale due after delivery; those of a return negative."""
    typed = sale.order.payment_term or (customer.payment_term if customer else "")
    parts = _parts(typed or "")
    if not any(is_credit for _, is_credit in parts):
        return ZERO
    amounts = split(sale.amount, [percent for percent, _ in parts])
    pairs = zip(amounts, parts, strict=True)
    return total(amount for amount, (_, is_credit) in pairs if is_credit)


def gives_credit(part: Part) -> bool:
    """Whether a part is due after the day of delivery."""
    if part.event.is_before_delivery:
        return False
    return part.event is not Event.DELIVERY or part.days > 0


@lru_cache(maxsize=10_000)
def _parts(typed: str) -> tuple[tuple[Decimal, bool], ...]:
    term = parse_term(typed)
    if not isinstance(term, Term):
        return ()
    return tuple((part.percent, gives_credit(part)) for part in term.parts)

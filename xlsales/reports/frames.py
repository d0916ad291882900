"""Frames: sales as columns of integers, for the roll-ups to add up.

The only place where a DataFrame is born; none leaves this folder. Money is
integer fen: adding int64 is exact, and a hundred times faster than adding
``Decimal``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from xlsales.errors import UnknownName
from xlsales.language import LANGUAGES, Text, say, text
from xlsales.ledger.sales import Basis, sales
from xlsales.money import to_fen
from xlsales.sheets.book import Book
from xlsales.sheets.targets import TargetDimension

_FACTS = ("customer", "salesperson", "product")
_NUMBERS = ("day", "fen", "quantity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One way to break sales down.

    Attributes:
        key: its name in options, JSON and frames.
        title: what people call it.
        fact: what of a sale it is looked up by: customer, salesperson, product.
        member: from that fact's key to this dimension's, in the master as it is
            now; "" is a row that is not filled in.
        name: what people call a key.
    """

    key: str
    title: Text
    fact: str
    member: Callable[[Book, str], str]
    name: Callable[[Book, str], str]


def _itself(_: Book, key: str) -> str:
    return key


def _channel(book: Book, code: str) -> str:
    customer = book.customers.get(code)
    return (customer.channel or "") if customer else ""


def _region(book: Book, code: str) -> str:
    customer = book.customers.get(code)
    return (customer.region or "") if customer else ""


def _category(book: Book, code: str) -> str:
    product = book.products.get(code)
    return (product.category or "") if product else ""


def _customer_name(book: Book, code: str) -> str:
    customer = book.customers.get(code)
    return customer.shown if customer else code


def _person_name(book: Book, code: str) -> str:
    person = book.staff.get(code)
    return person.name if person else code


def _product_name(book: Book, code: str) -> str:
    product = book.products.get(code)
    return " ".join(filter(None, (product.name, product.spec))) if product else code


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension(
        key="customer",
        title=TargetDimension.CUSTOMER.label,
        fact="customer",
        member=_itself,
        name=_customer_name,
    ),
    Dimension(
        key="channel",
        title=TargetDimension.CHANNEL.label,
        fact="customer",
        member=_channel,
        name=_itself,
    ),
    Dimension(
        key="region",
        title=TargetDimension.REGION.label,
        fact="customer",
        member=_region,
        name=_itself,
    ),
    Dimension(
        key="salesperson",
        title=TargetDimension.SALESPERSON.label,
        fact="salesperson",
        member=_itself,
        name=_person_name,
    ),
    Dimension(
        key="product",
        title=TargetDimension.PRODUCT.label,
        fact="product",
        member=_itself,
        name=_product_name,
    ),
    Dimension(
        key="category",
        title=TargetDimension.CATEGORY.label,
        fact="product",
        member=_category,
        name=_itself,
    ),
)


def dimensions_of(keys: Sequence[str]) -> list[Dimension]:
    """Return dimensions by key, each once, in the order asked for.

    Raises:
        UnknownName: there is no such dimension.
    """
    known = {one.key: one for one in DIMENSIONS}
    for key in keys:
        if key not in known:
            hint = Text(
                *(
                    say("report", "dimension_hint", one, known=tuple(known))
                    for one in LANGUAGES
                )
            )
            raise UnknownName(kind=text("names", "dimension"), name=key, hint=hint)
    return [known[key] for key in dict.fromkeys(keys)]


def sales_frame(book: Book, basis: Basis) -> pd.DataFrame:
    """Return every sale as a row.

    Columns: ``day`` (proleptic ordinal),
    ``fen`` and ``quantity`` (ten-thousandths), both signed, ``currency``,
    ``order_no`` and one categorical column for each of ``DIMENSIONS``. The
    salesperson is the order's; what hangs on a customer or product is looked
    up in the master as it is now.
    """
    rows = [
        (
            sale.date.toordinal(),
            to_fen(sale.amount),
            int(sale.quantity.scaleb(4)),
            sale.order.currency,
            sale.order.order_no,
            sale.order.customer_code,
            sale.order.salesperson or "",
            sale.line.product_code,
        )
        for sale in sales(book, basis)
    ]
    columns = [*_NUMBERS, "currency", "order_no", *_FACTS]
    raw = pd.DataFrame.from_records(rows, columns=columns)
    numbers = {key: raw[key].astype(np.int64) for key in _NUMBERS}
    labels = {key: _coded(raw[key]) for key in ("currency", "order_no")}
    facts = {key: _coded(raw[key]) for key in _FACTS}
    grouped = {one.key: _grouped(book, one, facts[one.fact]) for one in DIMENSIONS}
    return pd.DataFrame({**numbers, **labels, **grouped})


def _coded(values: "pd.Series[str]") -> "pd.Categorical[str]":
    codes, keys = pd.factorize(values.to_numpy(dtype=object), sort=True)
    return pd.Categorical.from_codes(codes, categories=pd.Index(keys, dtype=object))


def _grouped(
    book: Book, dimension: Dimension, fact: "pd.Categorical[str]"
) -> "pd.Categorical[str]":
    """Look up each distinct key once, however many rows have it."""
    members = [dimension.member(book, key) for key in fact.categories]
    codes, keys = pd.factorize(np.array(members, dtype=object), sort=True)
    index = pd.Index(keys, dtype=object)
    return pd.Categorical.from_codes(codes[fact.codes], categories=index)

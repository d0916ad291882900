"""Frames: sales as columns of integers, for the roll-ups to add up.

The only place where a DataFrame is born; none leaves this folder. Money is
integer fen: adding int64 is exact, and a hundred times faster than adding
``Decimal``.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from xlsales.ledger.sales import Sale
from xlsales.money import to_fen
from xlsales.reports.dimensions import DIMENSIONS, Dimension
from xlsales.sheets.book import Book

_FACTS = ("customer", "salesperson", "product")
_NUMBERS = ("day", "fen", "quantity")


def sales_frame(book: Book, sold: Iterable[Sale]) -> pd.DataFrame:
    """Return sales as rows.

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
        for sale in sold
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

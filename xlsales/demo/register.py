"""Register: every number that was given to a paper since September 2026."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, cast

from xlsales.demo.firm import MAKERS
from xlsales.demo.rows import Row, Rows
from xlsales.sheets.documents import Series

_SINCE = date(2026, 9, 1)
_VOID = date(2026, 10, 30)


class _Source(NamedTuple):
    """Where the numbers of a series stand."""

    series: Series
    sheet: str
    number: str
    day: str
    amount: str = ""
    order: str = ""


_SOURCES = (
    _Source(Series.QUOTE, "quotes", "quote_no", "quote_date", "", "order_no"),
    _Source(Series.CHANGE, "order_changes", "change_no", "change_date", "", "order_no"),
    _Source(Series.DELIVERY, "delivery_notes", "delivery_no", "note_date"),
    _Source(
        Series.INVOICE_REQUEST,
        "invoice_requests",
        "request_no",
        "request_date",
        "amount",
    ),
    _Source(
        Series.STATEMENT, "statement_records", "statement_no", "issued_on", "closing"
    ),
)


def register_rows(rows: Rows) -> list[Row]:
    """Return the numbers by date and series, a void one among them."""
    found = [
        row
        for source in _SOURCES
        for row in _given(source, rows)
        if cast("date", row["date"]) >= _SINCE
    ]
    found.append(_void())
    order = {series: place for place, series in enumerate(Series)}
    return sorted(
        found,
        key=lambda row: (
            cast("date", row["date"]),
            order[cast("Series", row["series"])],
            str(row["number"]),
        ),
    )


def _given(source: _Source, rows: Rows) -> Iterator[Row]:
    for row in rows[source.sheet]:
        yield {
            "series": source.series,
            "number": row[source.number],
            "date": row[source.day],
            "customer_code": row.get("customer_code"),
            "order_no": row[source.order] if source.order else None,
            "amount": row[source.amount] if source.amount else None,
            "maker": row.get("maker", MAKERS[0]),
        }


def _void() -> Row:
    """Return a quote's number that was given and taken back the same day."""
    return {
        "series": Series.QUOTE,
        "number": "BJ202610-005",
        "date": _VOID,
        "customer_code": "C013",
        "maker": MAKERS[0],
        "voided_on": _VOID,
        "void_reason": "产品编码填错，重开",
    }

"""Books of any size: the demo company's trade, repeated under new numbers."""

import datetime as dt
import hashlib

from harness import demo
from harness.needs import CHECKOUT
from xlsales import new_workbook
from xlsales.disk import replace

KEPT = CHECKOUT / ".cache/bench"
ORDER_SHEETS = ("orders", "order_lines", "deliveries")
SMALL, LARGE = 10, 10_000
AS_OF = dt.date(2026, 10, 31)


def rows_with(lines: int) -> dict[str, list[dict[str, object]]]:
    """Return rows for a master with that many order lines.

    Each round of the demo's orders has numbers of its own, all of digits; the
    form that 参数 asks for is digits too.
    """
    rows = demo.rows()
    digits = {row["order_no"]: n for n, row in enumerate(rows["orders"], start=1)}
    rounds = -(-lines // len(rows["order_lines"]))
    for key in ORDER_SHEETS:
        rows[key] = [
            _again(row, digits[row["order_no"]], n)
            for n in range(rounds)
            for row in rows[key]
        ]
    _cut(rows, lines)
    rows["settings"][0]["order_number_pattern"] = "{seq}"
    return rows


def _again(row: dict[str, object], number: int, turn: int) -> dict[str, object]:
    """Return a row under the number it has in that round."""
    again = {**row, "order_no": f"{number + turn * 10_000}"}
    if "delivery_no" in row and turn:
        again["delivery_no"] = f"{row['delivery_no']}-{turn}"
    for key in ("customer_po", "contract_no"):
        if row.get(key) and turn:
            again[key] = f"{row[key]}-{turn}"
    return again


def _cut(rows: dict[str, list[dict[str, object]]], lines: int) -> None:
    """Keep the first so many lines, their orders, and what these customers owe."""
    rows["order_lines"] = rows["order_lines"][:lines]
    places = {(row["order_no"], row["line_no"]) for row in rows["order_lines"]}
    orders = {order_no for order_no, _ in places}
    rows["orders"] = [row for row in rows["orders"] if row["order_no"] in orders]
    rows["deliveries"] = [
        row for row in rows["deliveries"] if (row["order_no"], row["line_no"]) in places
    ]
    customers = {row["customer_code"] for row in rows["orders"]}
    for key in ("receipts", "opening_items", "deductions"):
        rows[key] = [row for row in rows[key] if row["customer_code"] in customers]


def workbook_with(lines: int) -> bytes:
    """Return such a master as a file; a large one is kept, for it takes a minute.

    What is kept is known by what a small one looks like now.
    """
    if lines < LARGE:
        return new_workbook(rows_with(lines))
    look = hashlib.sha256(new_workbook(rows_with(SMALL))).hexdigest()[:12]
    kept = KEPT / f"{lines}-{look}.xlsx"
    if not kept.is_file():
        content = new_workbook(rows_with(lines))
        for old in KEPT.glob(f"{lines}-*.xlsx"):
            old.unlink(missing_ok=True)
        replace(kept, content)
    return kept.read_bytes()

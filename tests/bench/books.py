"""Books of any size: the demo company's trade, repeated under new numbers."""

from xlsales.demo import demo_rows

ORDER_SHEETS = ("orders", "order_lines", "deliveries")


def rows_with(lines: int) -> dict[str, list[dict[str, object]]]:
    """Return rows for a master with that many order lines.

    Each round of the demo's orders has numbers of its own, all of digits; the
    form that 参数 asks for is digits too.
    """
    rows = demo_rows()
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
    """Keep the first so many lines, and the orders and deliveries that go with them."""
    rows["order_lines"] = rows["order_lines"][:lines]
    places = {(row["order_no"], row["line_no"]) for row in rows["order_lines"]}
    orders = {order_no for order_no, _ in places}
    rows["orders"] = [row for row in rows["orders"] if row["order_no"] in orders]
    rows["deliveries"] = [
        row for row in rows["deliveries"] if (row["order_no"], row["line_no"]) in places
    ]

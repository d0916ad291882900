"""Sales of Northwind by plain SQL over its CSV files: the figures to come out at.

Nothing of ours is used here. Money is whole cents: each line is rounded half-up
by a function that computes in Decimal, and SQL adds integers.
"""

import csv
import sqlite3
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

DIMENSIONS = {
    "total": "'total'",
    "customer": "Orders.CustomerID",
    "region": "Customers.Country",
    "salesperson": "Orders.EmployeeID",
    "product": "Products.ProductID",
    "category": "Categories.CategoryName",
}


def connect(folder: Path) -> sqlite3.Connection:
    """Return a database in memory with a table of text for each CSV file."""
    connection = sqlite3.connect(":memory:")
    connection.create_function("cents", 3, _cents, deterministic=True)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            titles, *rows = csv.reader(file)
        columns = ", ".join(f'"{title}" TEXT' for title in titles)
        places = ", ".join("?" * len(titles))
        connection.execute(f'CREATE TABLE "{path.stem}" ({columns})')
        connection.executemany(
            f'INSERT INTO "{path.stem}" VALUES ({places})',  # noqa: S608 - our files
            rows,
        )
    return connection


def sql_months(connection: sqlite3.Connection) -> list[str]:
    """Return every month that has an order: 1996-07, 1996-08 …"""
    rows = connection.execute(
        "SELECT DISTINCT substr(OrderDate, 1, 7) FROM Orders ORDER BY 1"
    )
    return [month for (month,) in rows]


def sql_quarters(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return every quarter that has an order, with its months: 1996-Q3 …"""
    quarters: dict[str, list[str]] = {}
    for month in sql_months(connection):
        year, number = month.split("-")
        quarter = f"{year}-Q{(int(number) + 2) // 3}"
        quarters.setdefault(quarter, []).append(month)
    return quarters


def sql_totals(
    connection: sqlite3.Connection, months: Iterable[str], dimension: str = "total"
) -> dict[str, Decimal]:
    """Return the sales of ``months`` by order date, for each key of ``dimension``.

    Args:
        months: such as 1996-07.
        dimension: one of ``DIMENSIONS``; "total" has the one key "total".
    """
    wanted = list(months)
    rows = connection.execute(
        f"""
        SELECT {DIMENSIONS[dimension]},
               SUM(cents(lines.Quantity, lines.UnitPrice, lines.Discount))
        FROM Order_Details AS lines
        JOIN Orders ON Orders.OrderID = lines.OrderID
        JOIN Customers ON Customers.CustomerID = Orders.CustomerID
        JOIN Products ON Products.ProductID = lines.ProductID
        JOIN Categories ON Categories.CategoryID = Products.CategoryID
        WHERE substr(OrderDate, 1, 7) IN ({", ".join("?" * len(wanted))})
        GROUP BY 1
        """,  # noqa: S608 - the dimension is one of ours
        wanted,
    )
    return {key: Decimal(cents).scaleb(-2) for key, cents in rows}


def _cents(quantity: str, price: str, discount: str) -> int:
    amount = Decimal(quantity) * Decimal(price) * (1 - Decimal(discount)) * 100
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))

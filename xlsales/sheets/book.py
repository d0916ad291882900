"""The book: every sheet of a master as it was read."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, cast

from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.calendar import CALENDAR, CalendarDay
from xlsales.sheets.contracts import CONTRACTS, Contract, ContractKind
from xlsales.sheets.customers import CUSTOMERS, Customer
from xlsales.sheets.orders import ORDER_LINES, ORDERS, Order, OrderLine
from xlsales.sheets.products import PRODUCTS, Product
from xlsales.sheets.settings import SETTINGS, Settings
from xlsales.sheets.sheet import R, Sheet
from xlsales.sheets.staff import STAFF, Person
from xlsales.sheets.table import Table, table_of


@dataclass(frozen=True, kw_only=True)
class Book:
    """One workbook in memory.

    Attributes:
        name: the file's name, for messages; no path.
        tables: the sheets that were found, by key.
    """

    name: str = ""
    tables: Mapping[str, Table[Any]] = field(default_factory=dict)

    def __getitem__(self, sheet: Sheet[R]) -> Table[R]:
        """Return the table of a sheet; one that is not in the file is empty."""
        found = self.tables.get(sheet.key)
        return found if found is not None else Table(sheet=sheet, name=sheet.title.zh)

    @cached_property
    def derived(self) -> dict[object, Any]:
        """What was computed from the book, kept by who computed it: asked for once."""
        return {}

    @cached_property
    def missing(self) -> list[Sheet[Any]]:
        """The sheets of a master that are not in the file."""
        return [sheet for sheet in INPUT_SHEETS if sheet.key not in self.tables]

    @cached_property
    def settings(self) -> Settings:
        """The settings; what is not filled in has its default."""
        found = self[SETTINGS].records
        return found[0] if found else Settings()

    @cached_property
    def customers(self) -> dict[str, Customer]:
        """Customers by code."""
        return first_by(self[CUSTOMERS].records, attrgetter("customer_code"))

    @cached_property
    def products(self) -> dict[str, Product]:
        """Products by code."""
        return first_by(self[PRODUCTS].records, attrgetter("product_code"))

    @cached_property
    def staff(self) -> dict[str, Person]:
        """Employees by code."""
        return first_by(self[STAFF].records, attrgetter("staff_code"))

    @cached_property
    def orders(self) -> dict[str, Order]:
        """Orders by number; of a number that stands twice, the first."""
        return first_by(self[ORDERS].records, attrgetter("order_no"))

    @cached_property
    def lines_of(self) -> dict[str, list[OrderLine]]:
        """The lines of each order, in the order of the sheet."""
        found: dict[str, list[OrderLine]] = defaultdict(list)
        for line in self[ORDER_LINES].records:
            found[line.order_no].append(line)
        return dict(found)

    @cached_property
    def sale_contracts(self) -> dict[str, Contract]:
        """The sales contract that was registered for each order that has one."""
        contracts = (
            one
            for one in self[CONTRACTS].records
            if one.kind is ContractKind.SALE and one.order_no
        )
        return first_by(contracts, lambda one: one.order_no or "")

    @cached_property
    def line_keys(self) -> Collection[tuple[str, int]]:
        """Order number and line number of every line, readable or not otherwise."""
        return cast("Collection[tuple[str, int]]", self[ORDER_LINES].known.keys())

    @cached_property
    def incomplete_orders(self) -> set[str]:
        """The orders with a line that could not be read in full."""
        table = self[ORDER_LINES]
        return {
            str(order_no)
            for order_no, complete in zip(
                table.values("order_no"), table.complete, strict=True
            )
            if not complete
        }

    @cached_property
    def calendar(self) -> list[CalendarDay]:
        """The firm's own closed and working days."""
        return self[CALENDAR].records


def book_of(rows: Mapping[str, Sequence[Mapping[str, object]]], name: str = "") -> Book:
    """Make a book from rows of values, as if they stood in a master.

    Raises:
        KeyError: a sheet or column that a master does not have.
    """
    if strangers := set(rows) - {sheet.key for sheet in INPUT_SHEETS}:
        raise KeyError(f"no such sheet: {sorted(strangers)}")
    tables = {s.key: table_of(s, rows.get(s.key, ())) for s in INPUT_SHEETS}
    return Book(name=name, tables=tables)


def first_by(records: Iterable[R], key: Callable[[R], str]) -> dict[str, R]:
    """Return records by key; of a key that stands twice, the first."""
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(key(record), record)
    return found

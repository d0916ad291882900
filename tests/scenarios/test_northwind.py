"""Northwind, from its CSV files to the figures that plain SQL gives."""

import datetime as dt
import json
from decimal import Decimal

import pytest

import xlsales
from scenarios.northwind import northwind_rows
from scenarios.northwind_sql import (
    DIMENSIONS,
    connect,
    sql_months,
    sql_quarters,
    sql_totals,
)
from xlsales import cli
from xlsales.ledger.sales import Basis
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import book_of
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.orders import ORDER_LINES

pytestmark = pytest.mark.northwind

TOTAL = Decimal("1265793.29")
LAST_DAY = dt.date(1998, 5, 6)


@pytest.fixture(scope="module")
def database(northwind):
    connection = connect(northwind)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def rows(northwind):
    rows, _ = northwind_rows(northwind)
    return rows


@pytest.fixture(scope="module")
def book(rows):
    return book_of(rows, "northwind.xlsx")


def test_sql_adds_up_to_the_known_total(database):
    assert sql_totals(database, sql_months(database)) == {"total": TOTAL}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_sql_adds_up_to_the_total_in_every_month(database, dimension):
    for month in sql_months(database):
        by = sql_totals(database, [month], dimension)
        assert sum(by.values()) == sql_totals(database, [month])["total"]


def test_there_are_23_months_in_8_quarters(database):
    assert len(sql_months(database)) == 23
    assert list(sql_quarters(database))[::7] == ["1996-Q3", "1998-Q2"]


def test_the_two_junk_customers_are_left_out_and_listed(northwind):
    rows, left_out = northwind_rows(northwind)
    assert [one["CustomerID"] for one in left_out] == ["Val2", "VALON"]
    assert len(rows["customers"]) == 91


@pytest.mark.parametrize(
    ("sheet", "number"),
    [
        ("staff", 9),
        ("products", 77),
        ("prices", 2154),
        ("orders", 830),
        ("order_lines", 2155),
        ("receipts", 809),
    ],
)
def test_nothing_is_lost_on_the_way(rows, sheet, number):
    assert len(rows[sheet]) == number


@pytest.mark.parametrize("sheet", INPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_every_row_is_a_record_with_all_that_is_required(book, sheet):
    table = book[sheet]
    assert table.left_out == 0
    for column in sheet.columns:
        values = table.values(column.key)
        assert not any(isinstance(value, Unreadable) for value in values), column.key
        assert not column.required or None not in values, column.key


@pytest.mark.parametrize("sheet", INPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_every_key_is_unique_and_every_reference_known(book, sheet):
    table = book[sheet]
    assert not sheet.key_columns or set(table.known.values()) <= {1}
    targets = {one.key: one for one in INPUT_SHEETS}
    for column in sheet.columns:
        if column.refers_to:
            known = book[targets[column.refers_to]].known
            assert {v for v in table.values(column.key) if v is not None} <= set(known)


def test_the_lines_add_up_to_what_sql_says(book, database):
    lines = book[ORDER_LINES].records
    months = sql_months(database)
    assert sum(line.amount for line in lines) == TOTAL
    for month in months:
        amounts = [
            line.amount
            for line in lines
            if f"{book.orders[line.order_no].order_date:%Y-%m}" == month
        ]
        assert sum(amounts) == sql_totals(database, [month])["total"]


@pytest.fixture(scope="module")
def workbook(rows, tmp_path_factory):
    """The 830 orders as a master workbook on disk, made through the public API."""
    path = tmp_path_factory.mktemp("northwind") / "northwind.xlsx"
    path.write_bytes(xlsales.new_workbook(rows))
    return path


@pytest.fixture(scope="module")
def read_back(workbook):
    return xlsales.open_book(workbook)


def test_what_is_read_back_is_what_was_written(book, read_back):
    for sheet in INPUT_SHEETS:
        assert read_back[sheet].records == book[sheet].records, sheet.key


def test_the_check_finds_no_error_and_nothing_unexplained(read_back):
    """Explained: every price row holds for one day, and that day has passed or come.

    A customer's price of the last order day, 1998-05-06, ends on it.
    """
    checked = xlsales.check(read_back, LAST_DAY)
    assert not checked.has_errors
    assert {problem.code for problem in checked.problems} <= {"price_expiring"}
    assert {one.verdict.value for one in checked.verdicts} == {"ok"}


@pytest.mark.parametrize("dimension", [one for one in DIMENSIONS if one != "total"])
def test_statistics_equal_sql_for_every_month_and_quarter(
    read_back, database, dimension
):
    months = {month: [month] for month in sql_months(database)}
    for period, within in (months | sql_quarters(database)).items():
        stats = xlsales.stats(
            read_back,
            xlsales.parse_period(period),
            by=[dimension],
            basis=Basis.ORDER,
            as_of=LAST_DAY,
        )
        ours = {r.key: r.sales for r in stats.currencies["USD"].by[dimension]}
        right = sql_totals(database, within, dimension)
        assert {key: sales for key, sales in ours.items() if sales} == right, period
        total = sql_totals(database, within)["total"]
        assert stats.currencies["USD"].now.sales == total, period


def test_the_command_prints_the_same_figures_as_sql(workbook, database, capsys):
    year = [month for month in sql_months(database) if month.startswith("1997")]
    arguments = ["stats", str(workbook), "--year", "1997", "--basis", "order", "--json"]
    assert cli.run([*arguments, "--as-of", "1998-05-06", "--by", "region"]) == 0
    printed = json.loads(capsys.readouterr().out)["currencies"]["USD"]
    regions = {row["key"]: Decimal(row["sales"]) for row in printed["by"]["region"]}
    assert {k: v for k, v in regions.items() if v} == sql_totals(
        database, year, "region"
    )
    assert Decimal(printed["total"]["sales"]) == sql_totals(database, year)["total"]


@pytest.mark.office
def test_a_contract_and_a_statement_of_a_real_customer_read_right(
    workbook, tmp_path, office
):
    """Order 10250 of Hanari Carnes: 10×7.7, 35×42.4 less 15 %, 15×16.8 less 15 %."""
    out = ["-o", str(tmp_path), "--as-of", "1998-05-06"]
    assert cli.run(["contract", str(workbook), "10250", *out]) == 0
    month = ["--month", "1996-07", "--customer", "HANAR"]
    assert cli.run(["statement", str(workbook), *month, *out]) == 0
    contract, statement = sorted(tmp_path.iterdir(), key=lambda path: path.suffix)

    said = office.text(contract)
    assert "Hanari Carnes" in said
    assert "1,552.60" in said
    assert "美元壹仟伍佰伍拾贰元陆角整" in said.replace(" ", "").replace("\n", "")

    said = office.text(statement)
    assert "Hanari Carnes" in said
    assert "10250" in said
    assert "1,552.60" in said

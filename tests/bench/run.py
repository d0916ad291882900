"""Benchmarks: ours, the peer and the floor in one run, as ratios.

``make bench`` prints one table. Seconds differ from machine to machine; the
ratios are what to compare.
"""

import argparse
import datetime as dt
import io
import itertools
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import python_calamine
from rich.console import Console
from rich.table import Table

import xlsales
from bench.batch import batch, regenerate
from bench.books import rows_with
from xlsales.demo import demo_rows
from xlsales.reports.rollup import Cube, rollup
from xlsales.sheets.book import book_of
from xlsales.workbook.read import read_book

AS_OF = dt.date(2026, 10, 31)
REPEATS = 3
MONTHS = [xlsales.Period(2023, 11).shift(n) for n in range(36)]


def main() -> None:
    """Run the benchmarks and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--sales", type=int, default=1_000_000)
    chosen = parser.parse_args()
    table = Table("job", "size", "ours s", "peer s", "ours ÷ peer", title="xlsales")
    for row in [
        *(reading_and_checking(lines) for lines in chosen.lines),
        rolling_up(chosen.sales),
        documents(),
        *regenerating(),
    ]:
        table.add_row(*row)
    Console(file=sys.stdout, width=110).print(table)


def seconds(job: Callable[[], object]) -> float:
    """Return the median time of a job, after one run that does not count."""
    job()
    taken = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        job()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def row(job: str, size: str, ours: float, peer: float) -> tuple[str, ...]:
    """Return a line of the table."""
    return job, size, f"{ours:.3f}", f"{peer:.3f}", f"{ours / peer:.2f}"


def reading_and_checking(lines: int) -> tuple[str, ...]:
    """Read, type and check a master, against calamine's bare reading of it."""
    content = xlsales.new_workbook(rows_with(lines))

    def ours() -> object:
        return xlsales.check(read_book(content, "bench.xlsx"), AS_OF)

    def bare() -> object:
        source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            source.get_sheet_by_name(name).to_python() for name in source.sheet_names
        ]

    return row(
        "read + check / calamine's read",
        f"{lines:,} lines",
        seconds(ours),
        seconds(bare),
    )


def rolling_up(sales: int) -> tuple[str, ...]:
    """Roll sales up by month and six dimensions, against pandas' groupby.

    Faster counts for nothing unless it is the same: every month and key of ours
    is compared with the peer's, to the fen.

    Raises:
        ArithmeticError: a sum differs.
    """
    frame, edges, keys = _sales_frame(sales)

    def ours() -> dict[str, Cube]:
        return rollup(frame, set(keys), edges)

    def naive() -> list["pd.Series[float]"]:
        month = pd.to_datetime(frame["date"]).dt.to_period("M")
        return [
            frame.assign(month=month)
            .groupby([frame[key].astype(str), "month"])["amount"]
            .sum()
            for key in keys
        ]

    _compare(ours(), dict(zip(keys, naive(), strict=True)))
    ours_taken, naive_taken = seconds(ours), seconds(naive)
    return row("roll-up / naive pandas", f"{sales:,} sales", ours_taken, naive_taken)


def _compare(ours: dict[str, Cube], naive: dict[str, "pd.Series[float]"]) -> None:
    """Compare every sum of both; a float's sum is taken to its nearest fen."""
    for dimension, cube in ours.items():
        for month in MONTHS:
            theirs = naive[dimension].xs(pd.Period(str(month), "M"), level=1)
            right = dict.fromkeys(cube.keys, 0)
            right |= {key: round(amount * 100) for key, amount in theirs.items()}
            sums = cube.between(month.start, month.end).tolist()
            if dict(zip(cube.keys, sums, strict=True)) != right:
                raise ArithmeticError(f"{dimension} of {month} differs")


def _sales_frame(count: int) -> tuple[pd.DataFrame, list[dt.date], list[str]]:
    chance = np.random.default_rng(7)
    first = dt.date(2023, 11, 1).toordinal()
    day = chance.integers(first, first + 1096, count)
    fen = chance.integers(-5_000, 500_000, count)
    sizes = {
        "customer": 60, "channel": 3, "region": 7,
        "salesperson": 10, "product": 40, "category": 6,
    }  # fmt: skip
    codes = {
        key: pd.Categorical.from_codes(
            chance.integers(0, size, count), [f"{key}-{n}" for n in range(size)]
        )
        for key, size in sizes.items()
    }
    frame = pd.DataFrame({"day": day, "fen": fen, **codes})
    frame["date"] = [dt.date.fromordinal(int(one)) for one in day]
    frame["amount"] = frame["fen"] / 100
    ends = [month.end for month in MONTHS]
    edges = [month.start for month in MONTHS]
    edges += [*ends, ends[-1] + dt.timedelta(days=1)]
    return frame, edges, list(sizes)


def documents() -> tuple[str, ...]:
    """Write the demo's statements of a month, against its contracts, per document."""
    book = book_of(demo_rows(), "bench.xlsx")
    checked = xlsales.check(book, AS_OF)
    orders = xlsales.contracts_due(checked)
    due = xlsales.statements_due(book, xlsales.Period(2026, 10), as_of=AS_OF)
    contract, statement = map(xlsales.template, ("contract.docx", "statement.xlsx"))

    def contracts() -> object:
        return [xlsales.contract(checked, order, contract) for order in orders]

    def statements() -> object:
        return [xlsales.statement(book, one, statement, AS_OF) for one in due]

    return row(
        "a statement / a contract",
        f"{len(due)} / {len(orders)} files",
        seconds(statements) / len(due),
        seconds(contracts) / len(orders),
    )


def regenerating() -> list[tuple[str, ...]]:
    """Regenerate a month of several workbooks: two processes, one, and again."""
    with batch() as (books, home):
        fresh = (home / str(number) for number in itertools.count())

        files = regenerate(books, home / "kept", 1)
        size = f"{len(books)} books, {files} files"
        one = seconds(lambda: regenerate(books, next(fresh), 1))
        two = seconds(lambda: regenerate(books, next(fresh), 2))
        kept = seconds(lambda: regenerate(books, home / "kept", 1))
    return [
        row("regenerate: two processes / one", size, two, one),
        row("regenerate: nothing changed / all", size, kept, one),
    ]


if __name__ == "__main__":
    main()

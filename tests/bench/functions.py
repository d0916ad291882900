"""Worksheet functions: ten thousand cells, against a loop of plain calls.

The floor is what Python needs to call a function that does nothing, once a cell.
A cell is asked alone, or all of them at once as a range; new, or remembered.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import cycle, islice
from pathlib import Path

from bench.books import AS_OF
from bench.measure import Job, Measure, Race
from harness import demo
from xlsales.functions import function_named
from xlsales.functions.calling import Calculator, State
from xlsales.language import Text
from xlsales.sheets.book import Book, book_of

CELLS = Text("格", "cells")
FLOOR = Text("调用一个什么也不做的函数", "calling a function that does nothing")
SIZE = 10_000
MICROSECONDS = 1e6
_CELL = 100
"""A plain call takes about 0.05 µs: so a cell is to take no more than 5 µs."""
Cells = list[tuple[object, ...]]


@cache
def demo_book() -> Book:
    """Return the demo company's book, read as a workbook is."""
    rows = demo.rows()
    return book_of(rows)


def words(count: int) -> Cells:
    """Return that many amounts, each another."""
    return [(n + 0.37,) for n in range(count)]


def prices(count: int) -> Cells:
    """Return products and customers of the demo, on days of its years."""
    book = demo_book()
    orders = cycle(book.orders.values())
    products = cycle(book.products)
    return [
        (product, order.customer_code, order.order_date, float(1 + n % 500))
        for n, order, product in zip(range(count), orders, products, strict=False)
    ]


def balances(count: int) -> Cells:
    """Return the customers of the demo, again and again, as of one day."""
    return [(code, AS_OF) for code in islice(cycle(demo_book().customers), count)]


def nothing(*_: object) -> None:
    """Do what the floor does."""


def asked(
    name: str, cells_of: Callable[[int], Cells], *, whole: bool, again: bool
) -> Callable[[int, Path], Race]:
    """Return what prepares a race of one function, one way of asking."""

    def prepare(count: int, _: Path) -> Race:
        function, cells = function_named(name), cells_of(count)
        state = State(demo_book(), 1)
        columns = [[[one] for one in column] for column in zip(*cells, strict=True)]
        known = Calculator(lambda _: state)

        def ours() -> list[object]:
            calculator = known if again else Calculator(lambda _: state)
            call = partial(calculator.call, function)
            if whole:
                return [row[0] for row in call(*columns)]
            return [call(*one) for one in cells]

        def floor() -> list[object]:
            return [nothing(*one) for one in cells]

        if again:
            ours()
        return Race(ours=ours, peer=floor, agree=_answered, count=count)

    return prepare


def _answered(ours: list[object], floor: list[object]) -> None:
    """Every cell has an answer; what the floor says is nothing."""
    assert len(ours) == len(floor)
    wrong = [one for one in ours if str(one).startswith("#")]
    assert not [one for one in wrong if one != "#没有有效价格"], wrong[:3]


_WAYS = (
    (Text("逐格", "a cell at a time"), False, False),
    (Text("逐格，再问", "a cell at a time, again"), False, True),
    (Text("整个区域", "as a range"), True, False),
    (Text("整个区域，再问", "as a range, again"), True, True),
)
_ASKED = (("WORDS", words), ("PRICE", prices), ("OPEN_BALANCE", balances))


def _jobs() -> Iterator[Job]:
    for name, cells_of in _ASKED:
        for way, whole, again in _WAYS:
            yield Job(
                title=Text(f"XLSALES_{name}，{way.zh}", f"XLSALES_{name}, {way.en}"),
                peer=FLOOR,
                unit=CELLS,
                sizes=(SIZE,),
                quick=50,
                measure=Measure.COST,
                target=_CELL if whole and again else None,
                prepare=asked(name, cells_of, whole=whole, again=again),
            )


FUNCTIONS = tuple(_jobs())


def main() -> None:
    """Print what a cell costs, in microseconds, beside the floor of the same run."""
    from bench.measure import Rounds, result_of

    for job in FUNCTIONS:
        found = result_of(job, SIZE, Path(), Rounds(5, 9))
        ours, floor = (
            found.seconds(side) / SIZE * MICROSECONDS for side in ("ours", "peer")
        )
        line = f"{job.title.en:50} {ours:8.2f} µs  floor {floor:.3f} µs"
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()

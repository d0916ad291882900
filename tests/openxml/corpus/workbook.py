"""A workbook of the corpus: its bytes, and what a change of it must not lose.

Most hold one table of five orders, ``订单!B3:F8``; each holds one trap besides.

    订单号 | 客户 | 数量 | 单价 | 金额 (a formula)
    A1     | 华联 | 10   | 2.5  | 25
    A2     | 大润 | 4    | 12.5 | 50
    A3     | 永辉 | 7    | 3    | 21
    A4     | 华联 | 1    | 99.9 | 99.9
    A5     | 步步 | 20   | 0.5  | 10      together 205.9
"""

import datetime as dt
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import xlsxwriter

SHEET, TABLE, AT, RANGE = "订单", "Orders", (2, 1), "B3:F8"
TITLES = ["订单号", "客户", "数量", "单价", "金额"]
ROWS = [
    ["A1", "华联", 10, 2.5, 25],
    ["A2", "大润", 4, 12.5, 50],
    ["A3", "永辉", 7, 3, 21],
    ["A4", "华联", 1, 99.9, 99.9],
    ["A5", "步步", 20, 0.5, 10],
]
AMOUNT = f"={TABLE}[[#This Row],[数量]]*{TABLE}[[#This Row],[单价]]"
AMOUNTS = {f"{SHEET}!F{row}": cells[4] for row, cells in enumerate(ROWS, start=4)}
WRITTEN = dt.datetime(2026, 10, 8, 8, 0, tzinfo=dt.UTC).replace(tzinfo=None)


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A workbook to be changed.

    Attributes:
        name: what the trap is, in a word or three; unique in the corpus.
        trap: the same in a line.
        make: makes its bytes, the same ones each time; slow ones keep them.
        sheet: the sheet that changes are made on.
        table: the table on it, by its display name; None where there is none.
        keeps: parts that stay byte for byte when cells are filled or rows added.
        computes: what formula cells give, by ``sheet!A1``, when computed anew.
        needs: marks of the tests that use it, such as ``office``.
        faults: what the validator says of it as it is, each part of a message.
        unread_by: ``openpyxl`` or ``calamine``, where that cannot open it.
        ending: of its file name.
    """

    name: str
    trap: str
    make: Callable[[], bytes]
    sheet: str = SHEET
    table: str | None = TABLE
    keeps: tuple[str, ...] = ()
    computes: Mapping[str, object] = field(default_factory=lambda: AMOUNTS)
    needs: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    unread_by: tuple[str, ...] = ()
    ending: str = ".xlsx"

    @property
    def content(self) -> bytes:
        """Its bytes, made once in a run of tests."""
        return _made(self.make)

    def __str__(self) -> str:
        return self.name


@cache
def _made(make):
    return make()


def entered_in(workbooks: list[Workbook]):
    """Return a decorator that enters a function in a list.

    Its name is the workbook's, the first line of its docstring the trap. What
    ``computes`` is given comes on top of the five amounts.
    """

    def workbook(*, computes=(), amounts=True, **facts):
        def enter(make):
            values = (AMOUNTS if amounts else {}) | dict(computes)
            line = (make.__doc__ or "").partition("\n")[0]
            facts.setdefault("name", make.__name__)
            made = Workbook(trap=line, make=make, computes=values, **facts)
            workbooks.append(made)
            return make

        return enter

    return workbook


def columns(**more):
    """Return the columns of the table, with what ``more`` says of some by title."""
    plain = [{"header": title} for title in TITLES]
    plain[4]["formula"] = AMOUNT
    return [one | more.get(one["header"], {}) for one in plain]


def orders(change=None, *, options=None, rows=ROWS, **table):
    """Return the book of orders by XlsxWriter.

    Args:
        change: does to the book and its sheet what the trap is.
        options: of ``xlsxwriter.Workbook``.
        rows: what stands in the table's body.
        table: other options of ``add_table``, among them ``at``, its range.
    """

    def filled(book, sheet):
        add_orders(sheet, rows=rows, **table)
        if change:
            change(book, sheet)

    return written(filled, options=options)


def written(change, *, title=SHEET, options=None):
    """Return a book by XlsxWriter whose one sheet ``change`` fills."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, options or {}) as book:
        book.set_properties({"author": "销售内勤", "created": WRITTEN})
        change(book, book.add_worksheet(title))
    return target.getvalue()


def add_orders(sheet, *, at=RANGE, rows=ROWS, **table):
    """Put the table on a sheet, with the values of its formulas."""
    sheet.add_table(at, {"name": TABLE, "columns": columns(), **table})
    for number, cells in enumerate(rows, start=AT[0] + 1):
        sheet.write_row(number, AT[1], cells[:4])
        if len(cells) > 4:
            sheet.write_formula(number, AT[1] + 4, AMOUNT, value=cells[4])

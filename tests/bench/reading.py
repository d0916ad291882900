"""Reading: a master read, typed and checked, against calamine's bare reading."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import python_calamine

import xlsales
from bench.books import AS_OF, workbook_with
from bench.measure import Job, Measure, Race
from xlsales.language import Text
from xlsales.sheets.book import Book
from xlsales.sheets.orders import ORDER_LINES
from xlsales.workbook.read import read_book

Grids = dict[str, list[list[Any]]]
BARE = Text("calamine 只读单元格", "calamine, the bare cells")
LINES = Text("行", "lines")


def reading(lines: int, _folder: Path) -> Race:
    """Read and type every sheet."""
    content = workbook_with(lines)
    return Race(
        ours=lambda: read_book(content, "bench.xlsx"),
        peer=lambda: bare(content),
        agree=same_lines,
    )


def reading_and_checking(lines: int, _folder: Path) -> Race:
    """Read, type and check: all that the command does before it prints."""
    content = workbook_with(lines)
    return Race(
        ours=lambda: xlsales.check(read_book(content, "bench.xlsx"), AS_OF),
        peer=lambda: bare(content),
        agree=lambda checked, grids: same_lines(checked.book, grids),
    )


def bare(content: bytes) -> Grids:
    """Return the cells of every sheet, as calamine gives them and no more."""
    source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {
        name: source.get_sheet_by_name(name).to_python() for name in source.sheet_names
    }


def same_lines(book: Book, grids: Grids) -> None:
    """Compare the order lines: number, product and amount of each."""
    head, *rows = grids[ORDER_LINES.title.zh]
    at = {ORDER_LINES.key_of(title): n for n, title in enumerate(head)}
    keys = ("order_no", "product_code", "amount")
    theirs = [tuple(row[at[key]] for key in keys) for row in rows]
    ours = [
        tuple(getattr(one, key) for key in keys) for one in book[ORDER_LINES].records
    ]
    assert ours == [(no, code, Decimal(str(amount))) for no, code, amount in theirs]


READING = Job(
    title=Text("读取工作簿", "Read a workbook"),
    peer=BARE,
    unit=LINES,
    sizes=(1_000, 10_000, 100_000),
    quick=30,
    measure=Measure.COST,
    target=None,
    prepare=reading,
)
READING_AND_CHECKING = Job(
    title=Text("读取并校验", "Read and check it"),
    peer=BARE,
    unit=LINES,
    sizes=(1_000, 10_000, 100_000),
    quick=30,
    measure=Measure.COST,
    target=2,
    prepare=reading_and_checking,
    linear=True,
)

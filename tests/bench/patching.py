"""Patching: the body of a table replaced, in a workbook and from nothing."""

import datetime as dt
import io
from functools import cache
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter

from bench.measure import Job, Measure, Race
from xlsales.language import Text
from xlsales.openxml.cells import Plain
from xlsales.patch.patch import Patch

COLUMNS = 10
TITLES = [f"列{number}" for number in range(1, COLUMNS + 1)]
SHEET, TABLE = "台账", "台账"
_FIRST_DAY = dt.date(2026, 1, 1)
Row = list[Plain]


@cache
def rows(count: int, of: str) -> list[Row]:
    """Return rows of text, numbers and days; ``of`` tells two sets apart."""
    every = range(COLUMNS)
    return [[_value(number, at, of) for at in every] for number in range(count)]


def _value(number: int, at: int, of: str) -> Plain:
    if at % 5 == 0:
        return f"{of}{number:06}-{at}"
    if at == 1:
        return _FIRST_DAY + dt.timedelta(days=number % 365)
    return round(number * 1.25 + at, 2) if at % 2 else f"华联超市（沈阳）{at}"


def written(count: int, of: str) -> bytes:
    """Write a workbook with one table."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    worksheet = book.add_worksheet(SHEET)
    for number, row in enumerate(rows(count, of), start=1):
        for at, value in enumerate(row):
            if isinstance(value, str):
                worksheet.write_string(number, at, value)
            elif isinstance(value, dt.date):
                worksheet.write_datetime(number, at, value, day)
            else:
                worksheet.write_number(number, at, value)
    headers = [{"header": title} for title in TITLES]
    facts = {"name": TABLE, "columns": headers}
    worksheet.add_table(0, 0, count, COLUMNS - 1, facts)
    book.close()
    return target.getvalue()


def patched(content: bytes, count: int) -> bytes:
    """Replace the body of the table in a workbook."""
    patch = Patch(content)
    patch.replace_rows(TABLE, TITLES, rows(count, "N"))
    return patch.to_bytes()


def saved(content: bytes, count: int) -> bytes:
    """Do the same through openpyxl: load, set every cell, save."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for number, row in enumerate(rows(count, "N"), start=2):
        for at, value in enumerate(row, start=1):
            book[SHEET].cell(number, at).value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def against_openpyxl(count: int, _folder: Path) -> Race:
    """Replace what stands in a workbook."""
    content = written(count, "A")
    return Race(
        ours=lambda: patched(content, count),
        peer=lambda: saved(content, count),
        agree=same,
    )


def against_xlsxwriter(count: int, _folder: Path) -> Race:
    """Replace what stands in a workbook; XlsxWriter writes the same from nothing."""
    content = written(count, "A")
    return Race(
        ours=lambda: patched(content, count),
        peer=lambda: written(count, "N"),
        agree=same,
    )


def same(ours: bytes, theirs: bytes) -> None:
    """Compare the values of two workbooks."""
    assert values(ours) == values(theirs)


def values(content: bytes) -> list[list[object]]:
    """Return the values of the sheet."""
    source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return source.get_sheet_by_name(SHEET).to_python()


LINES = Text("行 × 10 列", "lines × 10 columns")
PATCHING = Job(
    title=Text("换掉工作簿里一张表的全部内容", "Replace the body of a table"),
    peer=Text("openpyxl 读入、改写、保存", "openpyxl: load, set, save"),
    unit=LINES,
    sizes=(1_000, 10_000, 20_000, 100_000),
    quick=20,
    measure=Measure.SPEED,
    target=5,
    prepare=against_openpyxl,
    linear=True,
)
PATCHING_OR_WRITING = Job(
    title=Text("同上", "The same"),
    peer=Text("XlsxWriter 从头写同样的内容", "XlsxWriter: the same from nothing"),
    unit=LINES,
    sizes=(20_000,),
    quick=20,
    measure=Measure.COST,
    target=None,
    prepare=against_xlsxwriter,
)

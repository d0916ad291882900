"""Documents: the demo's contracts and statements, against the bare libraries."""

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import python_calamine
from docxtpl import DocxTemplate

import xlsales
from bench.books import AS_OF
from bench.measure import Job, Measure, Race
from harness.demo import rows
from xlsales.checks.run import Checked
from xlsales.documents.sandbox import environment
from xlsales.jobs import contract_draft
from xlsales.language import Text
from xlsales.sheets.book import book_of

FILES = Text("份", "files")
_TEXT = "word/document.xml"


@cache
def demo() -> Checked:
    """Return the demo's book with its findings."""
    return xlsales.check(book_of(rows(), "bench.xlsx"), AS_OF)


def contracts(count: int, _folder: Path) -> Race:
    """Write contracts; docxtpl is given what they say and fills the template."""
    checked, template = demo(), xlsales.template("contract.docx")
    orders = xlsales.contracts_due(checked)[:count]
    said = [contract_draft(checked, order).context for order in orders]

    def fill(context: dict[str, object]) -> bytes:
        document, filled = DocxTemplate(io.BytesIO(template)), io.BytesIO()
        document.render(context, environment(autoescape=True))
        document.save(filled)
        return filled.getvalue()

    return Race(
        ours=lambda: [
            xlsales.contract(checked, one, template).content for one in orders
        ],
        peer=lambda: [fill(context) for context in said],
        agree=lambda ours, theirs: same(ours, theirs, text_of),
        count=len(orders),
    )


def statements(count: int, _folder: Path) -> Race:
    """Write statements; openpyxl is given every cell and puts it in the template."""
    book, template = demo().book, xlsales.template("statement.xlsx")
    month = xlsales.Period(2026, 10)
    due = xlsales.statements_due(book, month, as_of=AS_OF)[:count]

    def ours() -> list[bytes]:
        return [xlsales.statement(book, one, template, AS_OF).content for one in due]

    said = [cells_of(one) for one in ours()]

    def fill(cells: list[list[Any]]) -> bytes:
        workbook, filled = openpyxl.load_workbook(io.BytesIO(template)), io.BytesIO()
        for merged in list(workbook.active.merged_cells.ranges):
            workbook.active.unmerge_cells(str(merged))
        for row, values in enumerate(cells, start=1):
            for column, value in enumerate(values, start=1):
                workbook.active.cell(row, column).value = value or None
        workbook.active.delete_rows(len(cells) + 1, workbook.active.max_row)
        workbook.save(filled)
        return filled.getvalue()

    return Race(
        ours=ours,
        peer=lambda: [fill(cells) for cells in said],
        agree=lambda ours, theirs: same(ours, theirs, cells_of),
        count=len(due),
    )


def same(
    ours: Sequence[bytes], theirs: Sequence[bytes], said: Callable[[bytes], object]
) -> None:
    """Compare what the files say, one by one."""
    assert ours
    assert list(map(said, ours)) == list(map(said, theirs))


def text_of(document: bytes) -> bytes:
    """Return the text part of a Word file."""
    with ZipFile(io.BytesIO(document)) as archive:
        return archive.read(_TEXT)


def cells_of(workbook: bytes) -> list[list[Any]]:
    """Return the values of a workbook's only sheet; nothing and zero are one."""
    source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    rows = source.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[cell or "" for cell in row] for row in rows]


CONTRACTS = Job(
    title=Text("写合同", "Write contracts"),
    peer=Text("docxtpl 只填模板", "docxtpl, filling alone"),
    unit=FILES,
    sizes=(40,),
    quick=2,
    measure=Measure.SPEED,
    target=40,
    prepare=contracts,
)
STATEMENTS = Job(
    title=Text("写对账单", "Write statements"),
    peer=Text("openpyxl 只填模板", "openpyxl, filling alone"),
    unit=FILES,
    sizes=(40,),
    quick=2,
    measure=Measure.SPEED,
    target=15,
    prepare=statements,
)

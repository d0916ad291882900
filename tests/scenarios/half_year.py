"""The half-year as a workbook that grows: what had been typed by any day."""

import datetime as dt
import io
import re
from functools import cache
from pathlib import Path

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph

from harness.tables import Rows, rows_from
from xlsales import jobs
from xlsales.jobs.desk_papers import PAPERS, desk_paper, papers_due
from xlsales.jobs.papers import Made, Refused
from xlsales.periods import Period, parse_period
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book, book_of

STORY = Path(__file__).with_name("half_year.txt")
TEMPLATES = Path(__file__).parents[2] / "templates"
KEYS = {sheet.key: sheet.key_columns for sheet in INPUT_SHEETS}
_CHAPTER = re.compile(r"^== (\d{4}-\d\d-\d\d) · (.*)$", re.MULTILINE)


@cache
def chapters() -> list[tuple[dt.date, str, Rows]]:
    """Return every chapter: its day, its heading, and the rows typed in it."""
    _, *parts = _CHAPTER.split(STORY.read_text(encoding="utf-8"))
    return [
        (dt.date.fromisoformat(day), heading, rows_from(text))
        for day, heading, text in zip(*[iter(parts)] * 3, strict=True)
    ]


@cache
def book_on(day: str) -> Book:
    """Return the book as it stood at the end of a day."""
    return book_of(rows_on(day))


def rows_on(day: str) -> dict[str, list[dict[str, object]]]:
    """Return the rows of every sheet as they stood then, as numbers and dates."""
    typed = _typed_by(day)
    read = book_of(typed)
    return {
        sheet.key: [
            dict(zip(sheet.column, cells, strict=True))
            for cells in zip(
                *(read[sheet].values(key) for key in sheet.column), strict=True
            )
        ]
        for sheet in INPUT_SHEETS
        if sheet.key in typed
    }


def _typed_by(day: str) -> Rows:
    rows: Rows = {}
    for since, _, typed in chapters():
        if since <= _date(day):
            for key, records in typed.items():
                for record in records:
                    _type(rows, key, record)
    return rows


def _type(rows: Rows, sheet: str, record: dict[str, str | None]) -> None:
    """Type a row: fill in the one with its key, or add it."""
    draft = record.get("draft_no") if sheet == "orders" else None
    if draft:
        _give_number(rows, draft, record["order_no"])
    own = rows.setdefault(sheet, [])
    key = _key(sheet, record)
    for earlier in own:
        if key and _key(sheet, earlier) == key:
            earlier.update({name: cell for name, cell in record.items() if cell})
            return
    own.append(dict(record))


def _key(sheet: str, record: dict[str, str | None]) -> tuple[str | None, ...]:
    return tuple(record.get(name) for name in KEYS[sheet])


def _give_number(rows: Rows, draft: str, number: str | None) -> None:
    """Let an order take the place of its draft, with its lines."""
    for sheet in ("orders", "order_lines"):
        for row in rows.get(sheet, []):
            if row["order_no"] == draft:
                row["order_no"] = number


def paper(key: str, number: str, day: str) -> list[str]:
    """Return the lines of a paper of the desk, or the reasons why there is none."""
    [kind] = [one for one in PAPERS if one.key == key]
    made = desk_paper(
        book_on(day), kind, number, _template(kind.document.template), _date(day)
    )
    return (
        [one.zh for one in made.reasons] if isinstance(made, Refused) else _lines(made)
    )


def papers_due_on(key: str, day: str) -> list[str]:
    """Return the numbers of the papers of a kind that are wanted on a day."""
    [kind] = [one for one in PAPERS if one.key == key]
    return list(papers_due(book_on(day), kind, as_of=_date(day)))


def contract_of(order_no: str, day: str) -> list[str]:
    """Return the lines of an order's contract."""
    checked = jobs.check(book_on(day), _date(day))
    return _lines(jobs.contract(checked, order_no, _template("contract.docx")))


def statement_paper(month: str, day: str) -> list[str]:
    """Return the lines of the customer's statement of a month, made on a day."""
    [due] = jobs.statements_due(book_on(day), month_of(month), as_of=_date(day))
    template = _template("statement.xlsx")
    return _lines(jobs.statement(book_on(day), due, template, _date(day)))


def month_of(typed: str) -> Period:
    """Return a month or a longer period."""
    found = parse_period(typed)
    assert isinstance(found, Period)
    return found


def _date(day: str) -> dt.date:
    return dt.date.fromisoformat(day)


def _template(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


def _lines(made: Made | Refused) -> list[str]:
    """Return what stands on a paper: each paragraph, each row of a table or sheet."""
    assert isinstance(made, Made), made
    if made.ending == ".xlsx":
        [sheet] = openpyxl.load_workbook(io.BytesIO(made.content)).worksheets
        rows = sheet.iter_rows(values_only=True)
        return [
            " | ".join(_said(cell) for cell in row if cell is not None) for row in rows
        ]
    document = docx.Document(io.BytesIO(made.content))
    return [
        line
        for block in document.iter_inner_content()
        for line in ([block.text] if isinstance(block, Paragraph) else _rows(block))
    ]


def _rows(table: Table) -> list[str]:
    """Return a table's rows; what is merged is said once."""
    return [
        " | ".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells))
        for row in table.rows
    ]


def _said(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return f"{cell:%Y-%m-%d}"
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)

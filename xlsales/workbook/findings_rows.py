"""Findings rows: what 校验结果 shows, for a program that holds the workbook open.

What a person put into columns of their own, beside a finding, is kept with the
row that means the same. What they changed in our columns is not: a command knows
it by what it remembers in a part of the file, which such a program cannot reach;
it writes our words anew. A remark whose finding is gone is said.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from xlsales.checks.problem import Place, Severity
from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.sheets.addresses import column_letter
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.findings_table import COLOURS, HEAD, finding
from xlsales.workbook.results_into import meaning_of_finding

OWN = len(FINDINGS.columns)
"""How many columns are ours; what stands beyond is a person's."""
FIRST = HEAD + 2
"""The row of the first finding, from 1."""
MOST_LINKS = 60_000
"""How many rows have a link: each is a formula that is computed at every change."""
C = TypeVar("C")
"""What is in a cell, as a program takes and gives it: values and its formulas."""


class SeverityRun(NamedTuple):
    """Rows below each other of one severity.

    Attributes:
        first, last: their numbers, from 1, as the sheet counts them.
        ink: the colour of the word, such as ``#9C2A10``.
        fill: the colour of its cell.
    """

    first: int
    last: int
    ink: str
    fill: str


def rows_of(checked: Checked | None, language: Language) -> list[list[str]]:
    """Return what is shown below the titles, a row a problem; the place as words."""
    problems = checked.problems if checked else ()
    return [list(finding(one, language)) for one in problems]


def links_of(checked: Checked | None) -> list[Place | None]:
    """Return the place that each row leads to; None: to none, its sheet is not there.

    A place without a cell is that of its sheet.
    """
    if checked is None:
        return []
    sheets = {table.name for table in checked.book.tables.values()}
    return [
        one.place if one.place.sheet in sheets and number < MOST_LINKS else None
        for number, one in enumerate(checked.problems)
    ]


def link_formula(place: Place) -> str:
    """Return a formula of Excel that leads to a place and shows it."""
    sheet = place.sheet.replace("'", "''")
    to = _quoted(f"#'{sheet}'!{place.cell or 'A1'}")
    return f"=HYPERLINK({to},{_quoted(str(place))})"


def remarks_beside(
    title: str,
    old_rows: Sequence[Sequence[C]],
    old_shown: Sequence[Sequence[object]],
    rows: Sequence[Sequence[object]],
) -> tuple[list[list[C]], list[Edit]]:
    """Return what stands beside each new row, and where every remark is now.

    Args:
        title: of the sheet.
        old_rows: what was typed into its rows below the titles, formulas included.
        old_shown: what these rows show.
        rows: those that take their place, see ``rows_of``.
    """
    known = [_meaning(row) for row in rows]
    beside: list[list[C]] = [[] for _ in rows]
    edits: list[Edit] = []
    for row, shown in zip(old_rows, old_shown, strict=True):
        remark = list(row[OWN:])
        if all(one in {None, ""} for one in remark):
            continue
        meaning = _meaning(shown)
        at = known.index(meaning) if meaning in known else -1
        if at >= 0:
            beside[at] = remark
            known[at] = ""  # the next of the same meaning goes to the next row
        number = FIRST + at if at >= 0 else 0
        edits += _edits(title, number, remark)
    return beside, edits


def _edits(title: str, number: int, remark: Sequence[object]) -> Iterator[Edit]:
    """Yield where each cell of a remark is now; its row is 0 where that is gone."""
    for column, value in enumerate(remark, start=OWN):
        if value not in {None, ""}:
            place = f"{title}!{column_letter(column)}{number}" if number else ""
            yield Edit(place, str(value))


def runs_of_severity(checked: Checked | None) -> list[SeverityRun]:
    """Return the rows whose severity is coloured alike, from the top."""
    runs = []
    first = FIRST
    problems = checked.problems if checked else ()
    for severity in Severity:
        count = sum(one.severity is severity for one in problems)
        if count:
            ink, fill = COLOURS[severity]
            runs.append(SeverityRun(first, first + count - 1, ink, fill))
        first += count
    return runs


def _meaning(row: Sequence[object]) -> str:
    cells = {at: str(one or "") for at, one in enumerate(row[:OWN], start=1)}
    return meaning_of_finding(FIRST, cells)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'

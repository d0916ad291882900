"""Live findings: 校验结果 in a workbook that is open, written in a few calls.

What a person put into columns of their own, beside a finding, is kept with the
row that means the same. What they changed in our columns is not: the command
knows it by what it remembers in a part of the file, which an open Excel cannot
reach; it writes our words anew. A remark whose finding is gone is said.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

import xlwings as xw

from xlsales.checks.problem import Place, Severity
from xlsales.checks.run import Checked
from xlsales.excel.journal import (
    Cell,
    Formula,
    Journal,
    colour_of,
    contents,
    paint,
    write,
)
from xlsales.excel.protection import unlocked
from xlsales.excel.seeing import used_area
from xlsales.language import Language
from xlsales.sheets.addresses import column_letter
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.findings_table import (
    COLOURS,
    HEAD,
    PLACE,
    finding,
    head_lines,
)
from xlsales.workbook.results_into import meaning_of_finding
from xlsales.workbook.style import ACCENT, GREY, GREY_LINE

_OWN = len(FINDINGS.columns)
_FIRST = HEAD + 2  # the row of the first finding, from 1
_MOST_LINKS = 60_000


def list_findings(
    sheet: xw.Sheet, checked: Checked | None, language: Language, journal: Journal
) -> list[Edit]:
    """Put what a check found on the sheet; without a check, empty it."""
    old = _Old(sheet)
    rows = _rows(checked, language)
    remarks, edits = old.remarks_for(sheet.name, rows)
    with unlocked(sheet):
        _show_all(sheet)
        _write_head(sheet, checked, language, journal)
        _write_rows(sheet, rows, remarks, old, journal)
        _resize(sheet, max(len(rows), 1), journal)
        _dress(sheet, rows, checked, partial(old.repaint, journal, len(rows)))
    return edits


def _show_all(sheet: xw.Sheet) -> None:
    """Let no filter hide what is found now: it was set over what was found before."""
    for table in sheet.tables:
        if any(one.type != "none" for one in table.autofilter.criteria):
            table.autofilter.clear()


class _Old:
    """What stands on the sheet now, below its headings."""

    def __init__(self, sheet: xw.Sheet) -> None:
        self.sheet = sheet
        height, width = used_area(sheet).shape
        self.count = max(height - _FIRST + 1, 0)
        self.width = max(width, _OWN)
        self.rows: list[list[Cell]] = []
        self.shown: list[list[object]] = []
        if self.count:
            area = _block(sheet, 1, self.count, self.width)
            self.rows = contents(area)
            self.shown = area.options(ndim=2, err_to_str=True, empty="").value

    def repaint(self, journal: Journal, count: int) -> None:
        """Write down the fills of the severities, before others come in their place.

        Rows of one severity below each other have the same.
        """
        at = _FIRST
        for _, run in groupby(self.shown, key=itemgetter(0)):
            end = at + len(list(run))
            area = self.sheet.range((at, 1), (end - 1, 1))
            journal.before(partial(paint, area, colour_of(area[0, 0])))
            at = end
        if count > self.count:
            area = self.sheet.range((at, 1), (_FIRST + count - 1, 1))
            journal.before(partial(paint, area, ""))

    def remarks_for(
        self, title: str, rows: Sequence[Sequence[Cell]]
    ) -> tuple[list[list[Cell]], list[Edit]]:
        """Return what stands beside each new row, and where every remark is now."""
        known = [_meaning(row) for row in rows]
        beside: list[list[Cell]] = [[] for _ in rows]
        edits = []
        for row, shown in zip(self.rows, self.shown, strict=True):
            remark = row[_OWN:]
            if not any(one not in {None, ""} for one in remark):
                continue
            meaning = _meaning(shown)
            at = known.index(meaning) if meaning in known else -1
            if at >= 0:
                beside[at] = remark
                known[at] = ""  # the next of the same meaning goes to the next row
            edits += [
                Edit(f"{title}!{column_letter(column)}{at + _FIRST}" if at >= 0 else "",
                     str(value))
                for column, value in enumerate(remark, start=_OWN)
                if value not in {None, ""}
            ]  # fmt: skip
        return beside, edits


def _meaning(row: Sequence[object]) -> str:
    cells = {at: str(one or "") for at, one in enumerate(row[:_OWN], start=1)}
    return meaning_of_finding(_FIRST, cells)


def _rows(checked: Checked | None, language: Language) -> list[list[Cell]]:
    if checked is None:
        return []
    sheets = {table.name for table in checked.book.tables.values()}
    rows: list[list[Cell]] = []
    for number, problem in enumerate(checked.problems):
        row: list[Cell] = list(finding(problem, language))
        if problem.place.sheet in sheets and number < _MOST_LINKS:
            row[PLACE] = _link(problem.place)
        rows.append(row)
    return rows


def _link(place: Place) -> Formula:
    """Return a formula that leads to a place and shows it."""
    sheet = place.sheet.replace("'", "''")
    to = f"#'{sheet}'!{place.cell or 'A1'}".replace('"', '""')
    said = str(place).replace('"', '""')
    return Formula(f'=HYPERLINK("{to}","{said}")')


def _block(sheet: xw.Sheet, first: int, rows: int, columns: int) -> xw.Range:
    """Return rows of findings, counted from 1, from the first column on."""
    top = _FIRST + first - 1
    return sheet.range((top, 1), (top + rows - 1, columns))


def _write_head(
    sheet: xw.Sheet, checked: Checked | None, language: Language, journal: Journal
) -> None:
    lines = head_lines(checked, language)
    area = sheet.range((1, 1), (len(lines), 1))
    journal.put(area, [[line] for line in lines])


def _write_rows(
    sheet: xw.Sheet,
    rows: Sequence[Sequence[Cell]],
    remarks: Sequence[Sequence[Cell]],
    old: _Old,
    journal: Journal,
) -> None:
    """Write what is found and clear what was below it, all in one call.

    Links that a command wrote are objects of their own, which only clearing the
    cells takes away.
    """
    count = max(len(rows), old.count, 1)
    width = old.width
    filled = [
        [*row, *beside, *[None] * (width - len(row) - len(beside))]
        for row, beside in zip(rows, remarks, strict=True)
    ]
    filled += [[None] * width for _ in range(count - len(rows))]
    journal.put(_block(sheet, 1, count, width), filled)
    links = [[row[PLACE]] for row in filled]
    area = sheet.range((_FIRST, PLACE + 1), (_FIRST + count - 1, PLACE + 1))
    area.clear()
    write(area, links)


def _resize(sheet: xw.Sheet, rows: int, journal: Journal) -> None:
    """Let the table reach as far as there are findings."""
    for table in sheet.tables:
        area = table.range
        if area.row == HEAD + 1 and area.shape[0] != rows + 1:
            to = sheet.range((HEAD + 1, area.column), (HEAD + 1 + rows, area.column
                             + area.shape[1] - 1))  # fmt: skip
            journal.before(partial(_grow, sheet, table, area))
            table.resize(to)


def _grow(sheet: xw.Sheet, table: xw.main.Table, area: xw.Range) -> None:
    with unlocked(sheet):
        table.resize(area)


def _dress(
    sheet: xw.Sheet,
    rows: Sequence[Sequence[Cell]],
    checked: Checked | None,
    remember: Callable[[], None],
) -> None:
    """Give the rows the look that the command gives them."""
    remember()
    if not checked or not rows:
        return
    block = _block(sheet, 1, len(rows), _OWN)
    block.wrap_text = True
    block.vertical_alignment = "top"
    block.borders.set(
        ["edge_bottom", "inside_horizontal"],
        line_style="continuous",
        weight="thin",
        color=GREY_LINE,
    )
    block[:, PLACE].font.color = ACCENT
    block[:, _OWN - 1].font.color = GREY
    block[:, 0].font.bold = True
    start = 0
    for severity in Severity:
        many = sum(one.severity is severity for one in checked.problems)
        if many:
            part = block[start : start + many, 0]
            ink, part.color = COLOURS[severity]
            part.font.color = ink
        start += many

"""Live findings: 校验结果 in a workbook that is open, written in a few calls.

What stands in the rows, and which remark goes where, is ``workbook.findings_rows``.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

import xlwings as xw

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
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.findings_rows import (
    FIRST,
    OWN,
    link_formula,
    links_of,
    remarks_beside,
    rows_of,
    runs_of_severity,
)
from xlsales.workbook.findings_table import HEAD, PLACE, head_lines
from xlsales.workbook.style import ACCENT, FONT, FONT_SIZE, GREY, GREY_LINE


def list_findings(
    sheet: xw.Sheet, checked: Checked | None, language: Language, journal: Journal
) -> list[Edit]:
    """Put what a check found on the sheet; without a check, empty it."""
    old = _Old(sheet)
    rows = _rows(checked, language)
    remarks, edits = remarks_beside(sheet.name, old.rows, old.shown, rows)
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
        self.count = max(height - FIRST + 1, 0)
        self.width = max(width, OWN)
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
        at = FIRST
        for _, run in groupby(self.shown, key=itemgetter(0)):
            end = at + len(list(run))
            area = self.sheet.range((at, 1), (end - 1, 1))
            journal.before(partial(paint, area, colour_of(area[0, 0])))
            at = end
        if count > self.count:
            area = self.sheet.range((at, 1), (FIRST + count - 1, 1))
            journal.before(partial(paint, area, ""))


def _rows(checked: Checked | None, language: Language) -> list[list[Cell]]:
    rows: list[list[Cell]] = [list(row) for row in rows_of(checked, language)]
    for row, place in zip(rows, links_of(checked), strict=True):
        if place:
            row[PLACE] = Formula(link_formula(place))
    return rows


def _block(sheet: xw.Sheet, first: int, rows: int, columns: int) -> xw.Range:
    """Return rows of findings, counted from 1, from the first column on."""
    top = FIRST + first - 1
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
    area = sheet.range((FIRST, PLACE + 1), (FIRST + count - 1, PLACE + 1))
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
    block = _block(sheet, 1, len(rows), OWN)
    block.wrap_text = True
    block.font.name, block.font.size = FONT, FONT_SIZE
    block.vertical_alignment = "top"
    block.borders.set(
        ["edge_bottom", "inside_horizontal"],
        line_style="continuous",
        weight="thin",
        color=GREY_LINE,
    )
    block[:, PLACE].font.color = ACCENT
    block[:, OWN - 1].font.color = GREY
    block[:, 0].font.bold = True
    for first, last, ink, fill in runs_of_severity(checked):
        part = sheet.range((first, 1), (last, 1))
        part.color, part.font.color = fill, ink

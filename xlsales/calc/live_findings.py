"""Live findings: 校验结果 in a workbook that is open in Calc, written in a few calls.

What stands there, and what becomes of a person's remarks, is worked out in
``workbook.findings_rows``.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from xlsales.calc.asking import Ask
from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.openxml.references import Area
from xlsales.sheets.addresses import column_letter
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

_BOLD, _TOP = (
    150.0,
    1,
)  # com.sun.star.awt.FontWeight, com.sun.star.table.CellVertJustify2
_NO_FILL = -1


class _Formula(NamedTuple):
    """A formula in a cell, or a number, and the number format that it is shown in."""

    formula: str
    format: int = 0

    def __str__(self) -> str:
        return self.formula


_Cell = str | float | _Formula


def list_findings(
    ask: Ask, title: str, checked: Checked | None, language: Language
) -> list[Edit]:
    """Put what a check found on the sheet; without a check, empty it."""
    (seen,) = ask("see", [[title]])
    table = _table(seen)
    if table:
        ask("show_all", [table["name"]])
    height, width = len(seen["grid"]), max(len(seen["grid"][0]), OWN)
    old, shown = _contents(ask, title, height, width)
    rows = rows_of(checked, language)
    beside, edits = remarks_beside(title, old, shown, rows)
    links = links_of(checked)
    filled = [
        [*row, *remark, *[None] * (width - OWN - len(remark))]
        for row, remark in zip(rows, beside, strict=True)
    ]
    for row, place in zip(filled, links, strict=True):
        row[PLACE] = _Formula(link_formula(place)) if place else row[PLACE]
    count = max(len(rows), height - FIRST + 1, 1)
    filled += [[None] * width for _ in range(count - len(rows))]
    ask("write", [title, "A1", [[line] for line in head_lines(checked, language)]])
    ask("write", [title, f"A{FIRST}", [list(map(_plain, row)) for row in filled]])
    if table:
        area = Area.of(table["ref"])
        last = HEAD + 1 + max(len(rows), 1)
        ask(
            "resize", [table["name"], Area(area.left, HEAD + 1, area.right, last).cells]
        )
    ask("dress", [title, _looks(checked, len(rows), count)])
    return edits


def _table(seen: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the table of the findings: the one that begins below the head."""
    for one in seen["tables"]:
        if Area.of(one["ref"]).top == HEAD + 1:
            found: Mapping[str, Any] = one
            return found
    return None


def _contents(
    ask: Ask, title: str, height: int, width: int
) -> tuple[list[list[_Cell]], list[list[object]]]:
    """Return what was typed into the rows of findings, and what they show."""
    if height < FIRST:
        return [], []
    told = ask("contents", [title, f"A{FIRST}:{column_letter(width - 1)}{height}"])
    rows = [
        [_Formula(**one) if isinstance(one, dict) else one for one in row]
        for row in told["rows"]
    ]
    return rows, told["shown"]


def _plain(cell: _Cell | None) -> object:
    return cell._asdict() if isinstance(cell, _Formula) else cell


def _looks(
    checked: Checked | None, rows: int, count: int
) -> Sequence[tuple[str, Mapping[str, object]]]:
    """Return the look of the rows, as the command gives it, by range."""
    first, last = FIRST, FIRST + rows - 1
    looks: list[tuple[str, Mapping[str, object]]] = [
        (f"A{first}:A{first + count - 1}", {"CellBackColor": _NO_FILL})
    ]
    if not rows:
        return looks
    ours = f"A{first}:{column_letter(OWN - 1)}{last}"
    lines = {"IsTextWrapped": True, "VertJustify": _TOP, "Line": _colour(GREY_LINE)}
    # Of letters and of characters the office knows a font each.
    fonts = dict.fromkeys(["CharFontName", "CharFontNameAsian"], FONT)
    sizes = dict.fromkeys(["CharHeight", "CharHeightAsian"], FONT_SIZE)
    bold = dict.fromkeys(["CharWeight", "CharWeightAsian"], _BOLD)
    place, own = column_letter(PLACE), column_letter(OWN - 1)
    looks += [
        (ours, {**lines, **fonts, **sizes}),
        (f"{place}{first}:{place}{last}", {"CharColor": _colour(ACCENT)}),
        (f"{own}{first}:{own}{last}", {"CharColor": _colour(GREY)}),
        (f"A{first}:A{last}", bold),
    ]
    for run in runs_of_severity(checked):
        fills = {"CharColor": _colour(run.ink), "CellBackColor": _colour(run.fill)}
        looks.append((f"A{run.first}:A{run.last}", fills))
    return looks


def _colour(said: str) -> int:
    return int(said.removeprefix("#"), 16)

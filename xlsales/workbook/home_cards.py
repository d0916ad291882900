"""The cards of 首页: each key figure with the month before and the change."""

from decimal import Decimal

from xlsxwriter.format import Format

from xlsales.language import say
from xlsales.money import rounded
from xlsales.workbook.home_canvas import FIRST, Canvas
from xlsales.workbook.home_figures import KEY_FIGURES, KeyFigure
from xlsales.workbook.style import ACCENT, ACCENT_LIGHT, GREY
from xlsales.workbook.tally import Days, Number, Ratio, Rows

_SPAN = 2
_LARGE = {"font_size": 18, "bold": True, "font_color": ACCENT}
_Value = Number | str | None
_GROWTH = '"▲ +"0.0%;"▼ −"0.0%;"= "0.0%'


def write_cards(page: Canvas, row: int, rows: Rows, days: Days | None) -> None:
    """Write the cards side by side: name, figure, month before and change."""
    for number, figure in enumerate(KEY_FIGURES):
        values = (
            one.value(rows, days, page.language) if days else None
            for one in (figure.now, figure.before)
        )
        _write_card(page, (row, number * _SPAN), figure, tuple(values))


def _write_card(
    page: Canvas, at: tuple[int, int], figure: KeyFigure, values: tuple[_Value, ...]
) -> None:
    row, column = at
    now, before = values
    language = page.language
    is_ratio = isinstance(figure.now, Ratio)
    shown = "0.0%" if is_ratio else "#,##0"
    label = _look(page, font_color=GREY, align="center")
    said = say("home", figure.key, language)
    page.merged(row, column, column + 1, said, label)
    large = _look(page, num_format=shown, align="center", **_LARGE)
    left, right = FIRST + column, FIRST + column + 1
    page.sheet.merge_range(row + 1, left, row + 1, right, "", large)
    page.computed(row + 1, column, figure.now.formula(language), large, now)
    shown = f'"{say("home", "before", language)} "{shown}'
    quiet = _look(page, num_format=shown, font_color=GREY, align="right")
    page.computed(row + 2, column, figure.before.formula(language), quiet, before)
    _write_change(page, (row, column), (now, before), is_ratio=is_ratio)


def _write_change(
    page: Canvas, at: tuple[int, int], values: tuple[_Value, _Value], *, is_ratio: bool
) -> None:
    """Write the change: in percent, of a percentage in points."""
    row, column = at
    now, before = page.cell(row + 1, column), page.cell(row + 2, column)
    if is_ratio:
        points = say("home", "points", page.language)
        shown = f'"▲ +"0.0" {points}";"▼ −"0.0" {points}";"= "0.0" {points}"'
        formula = (
            f"IF(AND(ISNUMBER({now}),ISNUMBER({before})),"
            f'ROUND(({now}-{before})*100,2),"–")'
        )
    else:
        shown = _GROWTH
        formula = f'IF({before}>0,ROUND({now}/{before}-1,4),"–")'
    look = _look(page, num_format=shown, font_color=GREY, align="left", indent=1)
    value = change(*values, is_ratio=is_ratio)
    page.computed(row + 2, column + 1, formula, look, value)


def change(now: _Value, before: _Value, *, is_ratio: bool) -> Decimal | str | None:
    """Return what the change formula gives; None where the figures are not known."""
    if now is None or before is None:
        return None
    if isinstance(now, str) or isinstance(before, str):
        return "–"
    if is_ratio:
        return rounded(Decimal(now - before) * 100)
    return rounded(Decimal(now) / Decimal(before) - 1, 4) if before > 0 else "–"


def _look(page: Canvas, **facts: object) -> Format:
    return page.formats.get(bg_color=ACCENT_LIGHT, **facts)

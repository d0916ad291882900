"""Chart parts: axes, labels and fonts, the same in every chart."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart

from xlsales.reports.chart_data import Block
from xlsales.reports.shown import Unit
from xlsales.workbook.style import FONT, GREY, GREY_LINE, INK

_SMALL = {"name": FONT, "size": 8, "color": GREY}
_LABEL = {"name": FONT, "size": 9, "color": INK}
_TITLE = {"name": FONT, "size": 10, "bold": True, "color": INK}
_LINE = {"color": GREY_LINE, "width": 0.75}
_TITLE_PLACE = {"x": 0.02, "y": 0.03}


def new_chart(book: xlsxwriter.Workbook, kind: str, block: Block) -> Chart:
    """Return a chart without series whose title is the block's sentence."""
    chart = book.add_chart({"type": kind})
    title = {"name": block.sentence, "name_font": _TITLE, "layout": _TITLE_PLACE}
    chart.set_title(title)
    chart.set_chartarea({"border": {"color": GREY_LINE}})
    chart.show_blanks_as("gap")
    chart.set_legend({"none": True})
    return chart


def add_legend(chart: Chart) -> None:
    """Name the series under the chart."""
    chart.set_legend({"position": "bottom", "font": _SMALL})


def series(block: Block, column: int, **facts: object) -> dict[str, object]:
    """Return a series of a block's column, named by its heading."""
    return {
        "name": block.heading(column),
        "categories": block.area(0),
        "values": block.area(column),
        **{key: fact for key, fact in facts.items() if fact},
    }


def set_axes(chart: Chart, block: Block, unit: Unit, *, turned: bool = False) -> None:
    """Set the axes of a chart whose amounts stand upright."""
    font = {**_SMALL, "rotation": -45} if turned else _SMALL
    axis = {"num_font": font, "line": _LINE, "major_tick_mark": "none"}
    chart.set_x_axis({**axis, "interval_unit": 1})
    chart.set_y_axis(_amounts(block, unit))


def set_lying_axes(chart: Chart, block: Block, unit: Unit) -> None:
    """Set the axes of a chart whose bars lie, the first on top."""
    names = {"num_font": _LABEL, "line": _LINE, "major_tick_mark": "none"}
    every = {"interval_unit": 1, "reverse": True, "label_position": "low"}
    chart.set_y_axis({**names, **every})
    chart.set_x_axis({**_amounts(block, unit), "label_position": "high"})


def set_lying_shares(chart: Chart) -> None:
    """Set the axes of lying bars that are shares, the first on top."""
    names = {"num_font": _LABEL, "line": _LINE, "major_tick_mark": "none"}
    every = {"interval_unit": 1, "reverse": True, "label_position": "low"}
    chart.set_y_axis({**names, **every})
    chart.set_x_axis(
        {
            "num_format": "0%",
            "num_font": _SMALL,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": _LINE},
            "label_position": "high",
        }
    )


def set_share_axis(chart: Chart, title: str, colour: str) -> None:
    """Set the axis on the right: 0 to 100 %, in the colour of its line."""
    chart.set_y2_axis(
        {
            "name": title,
            "name_font": {**_SMALL, "bold": False, "color": colour},
            "min": 0,
            "max": 1,
            "major_unit": 0.2,
            "num_format": "0%",
            "num_font": _SMALL,
            "line": {"none": True},
            "major_gridlines": {"visible": False},
        }
    )


def amount_labels(unit: Unit) -> dict[str, Any]:
    """Return labels for every amount of a series."""
    return {"value": True, "num_format": unit.format, "font": _LABEL}


def share_labels() -> dict[str, Any]:
    """Return labels for every share of a series."""
    return {"value": True, "num_format": "0.0%", "font": _LABEL}


def labels_at(places: Sequence[bool], **facts: object) -> dict[str, Any]:
    """Return labels above some points of a series; nothing where there are none."""
    if not any(places):
        return {}
    custom = [{} if named else {"delete": True} for named in places]
    font = {**_LABEL, "bold": True}
    return {
        "value": True,
        "position": "above",
        "font": font,
        "custom": custom,
        **facts,
    }


def _amounts(block: Block, unit: Unit) -> dict[str, Any]:
    """Begin at zero, unless returns exceed what was sold."""
    axis = {
        "name": unit.label,
        "name_font": {**_SMALL, "bold": False},
        "num_format": "#,##0",
        "num_font": _SMALL,
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": _LINE},
        "major_tick_mark": "none",
    }
    return axis if _falls_below_zero(block) else {**axis, "min": 0}


def _falls_below_zero(block: Block) -> bool:
    return any(
        isinstance(value, Decimal) and value < 0
        for _, values in block.columns
        for value in values
    )

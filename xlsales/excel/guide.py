"""函数: what worksheet functions there are, a row each, with an example to try.

The answer of an example stands beside it, so that it can be read where there is
no Python, and the formula itself to try it. One that looks into the sheets of the
workbook only shows how it is written.
"""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from xlsales.functions.registry import REVISION, Function
from xlsales.graft.graft import put_sheets
from xlsales.language import Language, Text, say, text
from xlsales.patch.names import names_of
from xlsales.patch.patch import Patch
from xlsales.workbook.paper import fit
from xlsales.workbook.style import (
    ACCENT,
    GREY,
    GREY_LINE,
    HEADER_HEIGHT,
    Formats,
    formats_of,
    new_workbook,
)

NAME: Final = "xlsales_guide"
_WIDTHS = (34, 14, 40, 44, 44, 24, 24)
_HEADINGS = (
    text("guide", "name"),
    text("guide", "category"),
    text("guide", "about"),
    text("guide", "arguments"),
    text("guide", "example"),
    text("guide", "answer"),
    text("guide", "live"),
)
_DAY, _EPOCH = "yyyy-mm-dd", dt.date(1899, 12, 30)


def put_guide(
    patch: Patch, functions: Sequence[Function], language: Language
) -> str | None:
    """Put the sheet in, in the place of an older one, and return its title.

    A sheet of a person's own that is called so stays, and there is no guide.
    """
    own = [one for one in names_of(patch) if one.name == NAME]
    there = own[0].refers_to.rpartition("!")[0].strip("'") if own else ""
    title = text("guide", "sheet")(language)
    taken = {one.casefold() for one in patch.parts}
    if not functions or (there not in patch.parts and title.casefold() in taken):
        return None
    replaces = [there] if there in patch.parts else []
    titles = {title: there} if replaces else None
    source = _sheet(title, functions, language)
    put_sheets(patch, source, titles=titles, replaces=replaces)
    return there or title


def _sheet(title: str, functions: Sequence[Function], language: Language) -> bytes:
    target = io.BytesIO()
    book = new_workbook(target, title)
    sheet, formats = book.add_worksheet(title), formats_of(book)
    sheet.hide_gridlines(2)
    for column, (key, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, key(language), formats.header())
    for row, function in enumerate(functions, start=1):
        _write_row(sheet, formats, row, function, language)
    sheet.set_row(0, HEADER_HEIGHT)
    sheet.freeze_panes(1, 1)
    sheet.set_paper(9)
    fit(sheet, 0, list(_WIDTHS))
    book.define_name(NAME, f"='{title}'!$A$1")
    book.close()
    return target.getvalue()


def _write_row(
    sheet: Worksheet,
    formats: Formats,
    row: int,
    function: Function,
    language: Language,
) -> None:
    line: dict[str, object] = {"bottom": 1, "bottom_color": GREY_LINE, "indent": 1}
    line |= {"valign": "top", "text_wrap": True, "align": "left"}
    plain = formats.get(**line)
    name = formats.get(bold=True, font_color=ACCENT, **line)
    sheet.write_string(row, 0, function.name, name)
    said = (function.category, function.about)
    for column, one in enumerate(said, start=1):
        sheet.write_string(row, column, one(language), plain)
    sheet.write_string(row, 3, _arguments(function, language), plain)
    if not function.examples:
        return
    formula, answer = function.examples[0]
    sheet.write_string(row, 4, formula, formats.get(font_color=GREY, **line))
    if function.reads_book:
        said_of_it = say("guide", "of_the_workbook", language)
        sheet.write_string(row, 5, said_of_it, formats.get(font_color=GREY, **line))
    elif isinstance(answer, list):
        sheet.write_string(row, 5, _listed(answer), plain)
        given, first = f"{{{formula}}}", answer[0][0]  # of many, a cell shows the first
        sheet.write_array_formula(row, 6, row, 6, given, plain, first)
    else:
        _write_answer(sheet, row, (formula, answer), formats, line)


def _write_answer(
    sheet: Worksheet,
    row: int,
    example: tuple[str, object],
    formats: Formats,
    line: Mapping[str, object],
) -> None:
    """Write an answer as it is known, and beside it the formula that gives it."""
    formula, answer = example
    shown = formats.get(**line)
    if isinstance(answer, dt.date):
        shown, answer = formats.get(num_format=_DAY, **line), (answer - _EPOCH).days
    sheet.write(row, 5, answer, shown)
    sheet.write_formula(row, 6, formula, shown, answer)


def _arguments(function: Function, language: Language) -> str:
    """Return a line an argument; one that may be left out stands in brackets."""
    lines = []
    for one in function.arguments:
        if one.name == REVISION.name:  # the wizard says what it is for
            continue
        name = f"[{one.name}]" if one.is_optional else one.name
        about: Text = one.about
        lines.append(f"{name}: {about(language)}")
    return "\n".join(lines)


def _listed(answer: Sequence[Sequence[object]]) -> str:
    return "; ".join(", ".join(map(str, row)) for row in answer)

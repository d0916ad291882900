"""Definitions: what every measure means, on a sheet of its own (口径)."""

from xlsales.reports.page import Report, lines_needed
from xlsales.reports.wording import DEFINITIONS, word
from xlsales.workbook.style import GREY_LINE

_NAME_WIDTH, _TEXT_WIDTH = 26, 96
_LINE_HEIGHT = 15


def write_definitions(report: Report) -> None:
    """Write the sheet of definitions."""
    language, formats = report.language, report.formats
    title = word("definitions", language)
    sheet = report.add_sheet(title)
    sheet.set_column(0, 0, _NAME_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    head = report.write_head(sheet, title, report.head_line()) + 1
    for column, key in enumerate(("measure", "definition")):
        sheet.write_string(head, column, word(key, language), formats.header())
    line = {"bottom": 1, "bottom_color": GREY_LINE, "text_wrap": True}
    name = formats.get(bold=True, **line)
    for row, (measure, meaning) in enumerate(DEFINITIONS, start=head + 1):
        text = meaning(language)
        lines = lines_needed(text, _TEXT_WIDTH)
        sheet.set_row(row, lines * _LINE_HEIGHT + 6)
        sheet.write_string(row, 0, measure(language), name)
        sheet.write_string(row, 1, text, formats.get(**line))
    sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(head)

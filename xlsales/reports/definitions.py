"""Definitions: what every measure means, on a sheet of its own (口径)."""

from collections.abc import Iterator

from xlsales.language import Language, catalogue, say
from xlsales.reports.left_out import left_out_sentence
from xlsales.reports.page import Report, lines_needed
from xlsales.reports.topics import REPORTS
from xlsales.workbook.style import GREY_LINE, WARNING

_NAME_WIDTH, _TEXT_WIDTH = 26, 96
_LINE_HEIGHT = 15


def write_definitions(report: Report) -> None:
    """Write the sheet of definitions."""
    language, formats = report.language, report.formats
    title = say("report", "definitions", language)
    sheet = report.add_sheet(title)
    sheet.set_column(0, 0, _NAME_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    head = report.write_head(sheet, title, report.head_line()) + 1
    for column, key in enumerate(("measure", "definition")):
        sheet.write_string(head, column, say("report", key, language), formats.header())
    line = {"bottom": 1, "bottom_color": GREY_LINE, "text_wrap": True}
    name = formats.get(bold=True, **line)
    for row, (title, meaning) in enumerate(_meanings(language), start=head + 1):
        lines = lines_needed(meaning, _TEXT_WIDTH)
        sheet.set_row(row, lines * _LINE_HEIGHT + 6)
        sheet.write_string(row, 0, title, name)
        sheet.write_string(row, 1, meaning, formats.get(**line))
    sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(head)
    if report.stats.left_out:
        warning = formats.get(font_color=WARNING, bold=True)
        sheet.write_string(
            head - 1, 0, left_out_sentence(report.stats.left_out, language), warning
        )


def _meanings(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the name of every measure, and how it is computed."""
    for key in catalogue()["definitions"]:
        yield (
            say("definition_titles", key, language),
            say("definitions", key, language),
        )
    for topic in REPORTS:
        yield (
            say("topics", topic.key, language),
            say("topic_definitions", topic.key, language),
        )

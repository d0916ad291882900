"""校验结果: what a check found, as a workbook to work through."""

import io
from collections import Counter
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from xlsales.checks.problem import Problem, Severity
from xlsales.checks.run import Checked
from xlsales.language import Language, say, show
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.style import (
    ACCENT,
    AREA_COLOURS,
    ERROR,
    ERROR_FILL,
    GREY,
    GREY_FILL,
    GREY_LINE,
    WARNING,
    WARNING_FILL,
    Formats,
    formats_of,
    new_workbook,
)

_WIDTHS = (9, 16, 14, 16, 38, 14, 16, 28, 32)
_HEAD = 2
_COLOURS = {
    Severity.ERROR: (ERROR, ERROR_FILL),
    Severity.WARNING: (WARNING, WARNING_FILL),
    Severity.NOTE: (GREY, GREY_FILL),
}


def build_findings(checked: Checked, language: Language) -> bytes:
    """Return a workbook with one row a problem, worst first, and a count on top."""
    target = io.BytesIO()
    book = new_workbook(target, FINDINGS.title(language))
    formats = formats_of(book)
    worksheet = book.add_worksheet(FINDINGS.title(language))
    worksheet.hide_gridlines(2)
    title = formats.get(bold=True, font_size=13, font_color=ACCENT)
    worksheet.write_string(0, 0, counts(checked, language), title)
    for index, width in enumerate(_WIDTHS):
        worksheet.set_column(index, index, width)
    if checked.problems:
        _write_table(worksheet, formats, checked.problems, language)
    else:
        nothing = say("findings", "none", language)
        worksheet.write_string(_HEAD, 0, nothing, formats.get())
    _set_up_page(worksheet)
    book.close()
    return target.getvalue()


def counts(checked: Checked, language: Language) -> str:
    """Return the line that counts the problems by severity."""
    number = Counter(problem.severity for problem in checked.problems)
    return say(
        "findings",
        "counts",
        language,
        file=checked.book.name,
        as_of=checked.as_of,
        errors=number[Severity.ERROR],
        warnings=number[Severity.WARNING],
        notes=number[Severity.NOTE],
    )


def finding(problem: Problem, language: Language) -> tuple[str, ...]:
    """Return the cells of one problem, in the order of the sheet's columns."""
    return (
        say("severity", problem.severity.value, language),
        str(problem.place),
        problem.order_no,
        problem.text.title(language),
        problem.message(language),
        show(problem.found, language),
        show(problem.expected, language),
        problem.why(language),
        problem.remedy(language),
    )


def _write_table(
    worksheet: Worksheet,
    formats: Formats,
    problems: Sequence[Problem],
    language: Language,
) -> None:
    plain = formats.get(text_wrap=True, valign="top", bottom=1, bottom_color=GREY_LINE)
    for row, problem in enumerate(problems, start=_HEAD + 1):
        ink, fill = _COLOURS[problem.severity]
        loud = formats.get(bold=True, font_color=ink, bg_color=fill, valign="top")
        for index, cell in enumerate(finding(problem, language)):
            worksheet.write_string(row, index, cell, loud if index == 0 else plain)
    columns = [
        {"header": column.title(language), "header_format": formats.header()}
        for column in FINDINGS.columns
    ]
    area = (_HEAD, 0, _HEAD + len(problems), len(columns) - 1)
    worksheet.add_table(*area, {"columns": columns, "style": "Table Style Light 1"})


def _set_up_page(worksheet: Worksheet) -> None:
    worksheet.freeze_panes(_HEAD + 1, 0)
    worksheet.set_tab_color(AREA_COLOURS[FINDINGS.area])
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(_HEAD)
    worksheet.set_footer("&C&9&P / &N")

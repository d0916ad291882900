"""The table of findings: one row a problem, in the master and in a file of its own.

The colour of a row's severity goes by the word in it, so that it stays right
when the list is sorted or filtered.
"""

from collections import Counter
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from xlsales.checks.problem import Place, Problem, Severity
from xlsales.checks.run import Checked
from xlsales.language import Language, say, show
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.input_table import table_name
from xlsales.workbook.paper import fit
from xlsales.workbook.style import (
    ACCENT,
    ERROR,
    ERROR_FILL,
    GREY,
    GREY_FILL,
    GREY_LINE,
    HEADER_HEIGHT,
    TABLE_STYLE,
    WARNING,
    WARNING_FILL,
    Formats,
)

HEAD = 2
_WIDTHS = (10, 17, 15, 18, 38, 20, 18, 28, 34, 24)
PLACE, _CODE = 1, 9
_LINE = {"valign": "top", "bottom": 1, "bottom_color": GREY_LINE}
_MOST_LINKS = 60_000  # a sheet holds 65 530
COLOURS = {
    Severity.ERROR: (ERROR, ERROR_FILL),
    Severity.WARNING: (WARNING, WARNING_FILL),
    Severity.NOTE: (GREY, GREY_FILL),
}


def write_findings(
    worksheet: Worksheet,
    formats: Formats,
    checked: Checked | None,
    language: Language,
    *,
    master: str | None = None,
) -> None:
    """Write the count on top and one row a problem, worst first.

    Args:
        worksheet: the sheet, still empty.
        formats: of its workbook.
        checked: what was found; None where no check has been run.
        language: of the sentences.
        master: the file the places are in, as seen from the file with this
            sheet, such as ``../../master.xlsx``; None where it is the same file.
    """
    problems = checked.problems if checked else ()
    title = formats.get(bold=True, font_size=13, font_color=ACCENT)
    hint = formats.get(font_color=GREY)
    for row, line in enumerate(head_lines(checked, language)):
        worksheet.write_string(row, 0, line, hint if row else title)
    for index, width in enumerate(_WIDTHS):
        worksheet.set_column(index, index, width)
    if problems or master is None:
        tables = checked.book.tables.values() if checked else ()
        links = _Links(formats, {table.name for table in tables}, master)
        _write_rows(worksheet, formats, problems, links, language)
        _write_table(worksheet, formats, len(problems), language)
    worksheet.freeze_panes(HEAD + 1, 0)
    fit(worksheet, HEAD, list(_WIDTHS))


def head_lines(checked: Checked | None, language: Language) -> tuple[str, str]:
    """Return what stands above the table: the count, and how to go about it."""
    if checked is None:
        return say("findings", "never", language), say("findings", "how", language)
    key = "how" if checked.problems else "none"
    return counts(checked, language), say("findings", key, language)


def lock_findings(worksheet: Worksheet) -> None:
    """Let the sheet be sorted and filtered and not typed into; without a password."""
    worksheet.protect("", {"autofilter": True, "sort": True})


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
        problem.code,
    )


class _Links:
    """The ways from places to cells."""

    def __init__(self, formats: Formats, sheets: set[str], master: str | None) -> None:
        self.look = formats.get(
            font_color=ACCENT,
            underline=1,
            valign="top",
            bottom=1,
            bottom_color=GREY_LINE,
        )
        self.sheets = sheets
        self.master = master

    def to(self, place: Place) -> str:
        """Return the way to a place; nothing for a sheet that is not there."""
        if place.sheet not in self.sheets:
            return ""
        sheet = place.sheet.replace("'", "''")
        cell = f"'{sheet}'!{place.cell or 'A1'}"
        if self.master is None:
            return f"internal:{cell}"
        # A number sign would end the file's name.
        return "" if "#" in self.master else f"external:{self.master}#{cell}"


def _write_rows(
    worksheet: Worksheet,
    formats: Formats,
    problems: Sequence[Problem],
    links: _Links,
    language: Language,
) -> None:
    common = {"valign": "top", "bottom": 1, "bottom_color": GREY_LINE}
    plain = formats.get(text_wrap=True, **common)
    bold, quiet = (
        formats.get(bold=True, **common),
        formats.get(font_color=GREY, **common),
    )
    for row, problem in enumerate(problems, start=HEAD + 1):
        for index, cell in enumerate(finding(problem, language)):
            look = {0: bold, _CODE: quiet}.get(index, plain)
            link = links.to(problem.place) if index == PLACE else ""
            if link and row <= _MOST_LINKS:
                worksheet.write_url(row, index, link, links.look, cell)
            else:
                worksheet.write_string(row, index, cell, look)


def _write_table(
    worksheet: Worksheet, formats: Formats, rows: int, language: Language
) -> None:
    columns = [
        {"header": column.title(language), "header_format": formats.header()}
        for column in FINDINGS.columns
    ]
    last = HEAD + max(rows, 1)
    name = table_name(FINDINGS, language)
    facts = {"columns": columns, "style": TABLE_STYLE, "name": name}
    worksheet.add_table(HEAD, 0, last, len(columns) - 1, facts)
    worksheet.set_row(HEAD, HEADER_HEIGHT)
    for severity, (ink, fill) in COLOURS.items():
        word = say("severity", severity.value, language)
        look = formats.changes(font_color=ink, bg_color=fill)
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        worksheet.conditional_format(HEAD + 1, 0, last, 0, rule)

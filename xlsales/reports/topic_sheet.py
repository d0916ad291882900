"""The sheet of a topic: its figures by each dimension, and the rows that make them."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.reports.columns import Column, Value, width_of
from xlsales.reports.dimensions import dimensions_of
from xlsales.reports.page import Report
from xlsales.reports.sentences import Told
from xlsales.reports.table import Table
from xlsales.reports.topic import RATIOS, Measure, Part, Values, added
from xlsales.reports.topic_figures import TopicFigures
from xlsales.workbook.style import ACCENT

_MOST_ROWS = 100_000


def write_topic(report: Report, told: Told, figures: TopicFigures, suffix: str) -> None:
    """Write the sheet of one topic in one currency."""
    language, key = report.language, figures.topic.key
    title = say("topics", key, language) + suffix
    sheet = report.add_sheet(title)
    unit = say("report", "table_unit", language, unit=told.unit.small)
    lines = [f"{report.head_line()} · {unit}", say("topic_notes", key, language)]
    if figures.topic.lists_parts and len(figures.parts) > _MOST_ROWS:
        lines.append(say("topics", "too_many", language, count=len(figures.parts)))
    row = report.write_head(sheet, f"{title} · {report.period()}", *lines) + 1
    tables = []
    for heading, columns in _tables(report, figures):
        table = _write(report, sheet, row, heading, columns)
        tables.append(table)
        row = table.after + 1
    for index in range(2 + len(figures.topic.measures)):
        widths = [width_of(table.columns[index]) for table in tables]
        sheet.set_column(index, index, max(widths))
    sheet.freeze_panes(0, 2)


def _write(
    report: Report,
    sheet: Worksheet,
    row: int,
    heading: str,
    columns: Sequence[Column],
) -> Table:
    bold = report.formats.get(bold=True, font_color=ACCENT, font_size=12)
    sheet.write_string(row, 0, heading, bold)
    table = Table(report, sheet, (row + 1, 1), columns)
    table.write()
    return table


def _tables(
    report: Report, figures: TopicFigures
) -> Iterator[tuple[str, list[Column]]]:
    """Yield a table for each dimension, then the rows that make them."""
    language = report.language
    for key, rows in figures.by.items():
        title = dimensions_of([key])[0].title(language)
        title = title if language == "zh" else title.lower()
        names = [row.name(language) or say("words", "blank", language) for row in rows]
        codes = [row.key if row.key != row.name.zh else "" for row in rows]
        yield (
            say("report", "by", language, dimension=title),
            list(
                _columns(language, figures, [row.values for row in rows], codes, names)
            ),
        )
    if not figures.by:
        names = [say("report", "total", language)]
        columns = _columns(language, figures, [figures.total], [""], names)
        yield say("topics", figures.topic.key, language), list(columns)
    if figures.topic.lists_parts and len(figures.parts) <= _MOST_ROWS:
        yield _details(report, figures)


def _details(report: Report, figures: TopicFigures) -> tuple[str, list[Column]]:
    language = report.language
    parts = sorted(figures.parts, key=_by_customer)
    names = [_said(report, part) for part in parts]
    values = [
        figures.topic.values(added([part.amounts]), figures.days) for part in parts
    ]
    documents = [part.document for part in parts]
    columns = _columns(language, figures, values, documents, names, of_parts=True)
    return say("topics", "parts", language), list(columns)


def _by_customer(part: Part) -> tuple[str, str, str]:
    return part.customer, str(part.date), part.document


def _said(report: Report, part: Part) -> str:
    """Return what a row is: its day, its customer and what it is."""
    customer = report.stats.names.customer(part.customer)(report.language)
    day = part.date.isoformat() if part.date else ""
    what = part.what(report.language) if part.what else ""
    return " ".join(filter(None, (day, customer, what)))


def _columns(
    language: Language,
    figures: TopicFigures,
    rows: Sequence[Values],
    codes: Sequence[Value],
    names: Sequence[Value],
    *,
    of_parts: bool = False,
) -> Iterator[Column]:
    """Yield the columns; a ratio is of sums, so the rows themselves have none."""
    code = ("pages", "document") if of_parts else ("report", "code")
    name = ("topics", "row") if of_parts else ("report", "name")
    yield Column(heading=say(*code, language), kind="words", values=codes)
    yield Column(heading=say(*name, language), kind="words", values=names)
    for measure in figures.topic.measures:
        yield _column(language, figures, rows, measure, of_parts=of_parts)


def _column(
    language: Language,
    figures: TopicFigures,
    rows: Sequence[Values],
    measure: Measure,
    *,
    of_parts: bool,
) -> Column:
    is_blank = of_parts and measure.kind in RATIOS
    return Column(
        heading=say("measures", measure.key, language),
        kind="words" if is_blank else measure.kind,
        values=["" if is_blank else row[measure.key] for row in rows],
        total=None if is_blank else figures.total[measure.key],
    )

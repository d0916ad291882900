"""The form: a sheet of one record, a value a row, under headings (参数)."""

from collections.abc import Iterator, Mapping

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.sheets.columns import Column
from xlsales.sheets.settings import SETTINGS
from xlsales.workbook.rules import add_rule
from xlsales.workbook.style import (
    ACCENT,
    ACCENT_LIGHT,
    GREY,
    GREY_FILL,
    GREY_LINE,
    WARNING_FILL,
    WHITE,
    Formats,
)
from xlsales.workbook.tally import quoted
from xlsales.workbook.values import write_value

WIDTHS = (24, 46, 66)
_HEADINGS = {
    "name": "group_firm",
    "default_tax_rate": "group_tax",
    "delivery_basis": "group_receivable",
    "price_tolerance": "group_tolerance",
    "late_rate": "group_contract",
    "order_number_pattern": "group_other",
    "operator": "group_desk",
}
"""The setting each heading stands above: one that is new falls under the last."""


def rows_of_settings() -> Iterator[tuple[int, str, Column | None]]:
    """Return what stands in each row below the titles: a heading or a setting."""
    row = 1
    for column in SETTINGS.columns:
        if heading := _HEADINGS.get(column.key):
            yield row, heading, None
            row += 1
        yield row, "", column
        row += 1


def setting_rows() -> dict[str, int]:
    """Return the row of every setting, counted from 0."""
    return {column.key: row for row, _, column in rows_of_settings() if column}


def place_of(key: str, language: Language) -> str:
    """Return the cell of a setting, as a formula names it."""
    return f"{quoted(SETTINGS.title(language))}!$B${setting_rows()[key] + 1}"


def write_form(
    worksheet: Worksheet,
    formats: Formats,
    values: Mapping[str, object],
    language: Language,
) -> None:
    """Write titles, headings, settings with what each means, and their rules."""
    for index, heading in enumerate(("setting", "value", "note")):
        title = say("form", heading, language)
        worksheet.write_string(0, index, title, formats.header())
        worksheet.set_column(index, index, WIDTHS[index])
    band = formats.get(bold=True, font_color=ACCENT, bg_color=ACCENT_LIGHT)
    for row, heading, column in rows_of_settings():
        if column is None:
            # In the value's column: what stands in the first is a setting's title.
            for index in range(len(WIDTHS)):
                worksheet.write_blank(row, index, None, band)
            said = say("form", heading, language)
            worksheet.write_string(row, 1, said, band)
        else:
            value = values.get(column.key, column.default)
            _write_setting(worksheet, formats, row, (column, value), language)
    worksheet.freeze_panes(1, 1)


def _write_setting(
    worksheet: Worksheet,
    formats: Formats,
    row: int,
    setting: tuple[Column, object],
    language: Language,
) -> None:
    column, value = setting
    box: dict[str, object] = {"border": 1, "border_color": GREY_LINE}
    underline = 1 if column.required else 0
    name = formats.get(bold=True, bg_color=GREY_FILL, underline=underline, **box)
    shown = formats.cell(column).num_format
    cell = formats.get(num_format=shown, align="left", bg_color=WHITE, **box)
    worksheet.write_string(row, 0, column.title(language), name)
    worksheet.write_blank(row, 1, None, cell)
    write_value(worksheet, row, 1, value, language, cell)
    note = formats.get(font_color=GREY, text_wrap=True, indent=1)
    worksheet.write_string(row, 2, _note(column, language), note)
    add_rule(worksheet, (row, 1, row, 1), column, language)
    if column.required:
        missing = {"type": "blanks", "format": formats.changes(bg_color=WARNING_FILL)}
        worksheet.conditional_format(row, 1, row, 1, missing)


def _note(column: Column, language: Language) -> str:
    """Return what a setting means, and that it is required where it is."""
    hint = column.hint(language) if column.hint else ""
    if not column.required:
        return hint
    return say("form", "required", language, hint=hint)

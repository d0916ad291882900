"""Standing: where the sheets, columns and settings of ours stand in a workbook.

As a reader finds them: by title, in either language, wherever a person put them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsales.language import LANGUAGES, Language, say
from xlsales.openxml.references import Area
from xlsales.patch.contents import contents
from xlsales.patch.opened import Opened
from xlsales.patch.table_columns import Grid
from xlsales.sheets.columns import Column
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import Sheet
from xlsales.workbook.form import rows_of_settings

_HEADER_ROWS = range(1, 11)


@dataclass(frozen=True, slots=True)
class Standing:
    """The columns of one of our sheets in a workbook.

    Attributes:
        sheet: which sheet.
        grid: where its records stand.
        letters: the numbers of its columns, from 1, by key.
    """

    sheet: Sheet[Any]
    grid: Grid
    letters: Mapping[str, int]

    @property
    def order(self) -> list[Column | None]:
        """Our columns from A to the last of the table; None is somebody else's."""
        found: list[Column | None] = [None] * self.grid.area.right
        for key, number in self.letters.items():
            found[number - 1] = self.sheet.column[key]
        return found

    @property
    def missing(self) -> list[Column]:
        """The columns that are not there."""
        return [one for one in self.sheet.columns if one.key not in self.letters]


def standing_of(patch: Opened, sheet: Sheet[Any], title: str) -> Standing | None:
    """Return where the columns of a sheet stand; None where it has none of them."""
    found = [
        Standing(sheet, Grid(title, Area.of(table.ref), table), letters)
        for table in patch.tables(title)
        if table.first > table.top
        and (letters := _letters(sheet, dict(enumerate(table.titles, table.left))))
    ]
    plain = None if found else _below_headings(patch, sheet, title)
    return max(found, key=lambda one: len(one.letters)) if found else plain


def _below_headings(patch: Opened, sheet: Sheet[Any], title: str) -> Standing | None:
    """Return columns below headings that are no table of Excel any more."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), said in contents(patch, title, _HEADER_ROWS).items():
        rows.setdefault(row, {})[column] = said
    found = {row: _letters(sheet, said) for row, said in rows.items()}
    top = max(found, key=lambda row: len(found[row]), default=0)
    if not found.get(top):
        return None
    bottom = max(patch.sheet(title).rows.last, top + 1)
    area = Area(min(rows[top]), top, max(rows[top]), bottom)
    return Standing(sheet, Grid(title, area, None), found[top])


def _letters(sheet: Sheet[Any], titles: Mapping[int, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, title in sorted(titles.items()):
        if key := sheet.key_of(title):
            found.setdefault(key, number)
    return found


def rows_of_form(patch: Opened, title: str) -> dict[str, int]:
    """Return the rows of settings, and of headings, on 参数 by their keys."""
    cells = contents(patch, title)
    headings = {
        say("form", heading, language): heading
        for _, heading, column in rows_of_settings()
        for language in LANGUAGES
        if column is None
    }
    found: dict[str, int] = {}
    for row in sorted({row for row, _ in cells}):
        key = SETTINGS.key_of(cells.get((row, 1), ""))
        if (row, 1) not in cells:
            key = headings.get(cells.get((row, 2), ""))
        if key:
            found.setdefault(key, row)
    return found


def named(columns: Sequence[Column], language: Language) -> list[str]:
    """Return the titles of columns."""
    return [one.title(language) for one in columns]

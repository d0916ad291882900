"""New columns: what the sheets of this version have, put into an older table.

A new column gets all that a new master gives it: heading, hint, width, format,
drop-down and signals. Of a column that is there, only the drop-down grows when
the program knows more choices than it offers.
"""

from collections.abc import Sequence

from lxml import etree

from xlsales.graft.cells import BroughtCells
from xlsales.graft.new_names import NewNames
from xlsales.graft.styles import BroughtStyles
from xlsales.language import Language, Text, both
from xlsales.openxml.cells import cells_of
from xlsales.openxml.package import Package
from xlsales.openxml.references import LAST_ROW, Area
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.styles import Styles
from xlsales.openxml.tabs import tabs_of
from xlsales.patch.notes import add_notes
from xlsales.patch.opened import Opened
from xlsales.patch.table_columns import NewColumn, add_columns
from xlsales.sheets.addresses import column_letter
from xlsales.sheets.columns import Column
from xlsales.upgrade.arranged import arranged
from xlsales.upgrade.drop_downs import renew_drop_down
from xlsales.upgrade.rules import BroughtRules
from xlsales.upgrade.standing import Standing, named

_NOT_LOOKS = {"min", "max"}


def bring_columns(patch: Opened, standing: Standing, language: Language) -> list[Text]:
    """Add the columns that a sheet lacks, and what its drop-downs lack.

    Returns:
        What was done, a line each.

    Raises:
        CannotPatch: there is no room at the table's right end.
    """
    missing = standing.missing
    grown = _grown(patch, standing, language)
    done = [
        both("upgrade", "drop_down", sheet=standing.sheet.title, column=one.title)
        for one, _ in grown
    ]
    if not (missing or grown):
        return []
    new = _NewSheet(patch, standing, language)
    new.signals([_said(standing, *one) for one in grown])
    if missing:
        new.columns(missing)
        titles = Text("、".join(named(missing, "zh")), ", ".join(named(missing, "en")))
        facts = {"sheet": standing.sheet.title, "columns": titles}
        done.insert(0, both("upgrade", "columns", **facts))
    return done


def _grown(
    patch: Opened, standing: Standing, language: Language
) -> list[tuple[Column, list[str]]]:
    """Return the columns whose drop-downs were renewed, each with what is new."""
    found = []
    for key, number in standing.letters.items():
        column = standing.sheet.column[key]
        cell = Area(number, standing.grid.area.top + 1, number, LAST_ROW)
        sheet = patch.sheet(standing.grid.title)
        if (new := renew_drop_down(sheet, cell, column, language)) is not None:
            found.append((column, new))
    return found


def _said(standing: Standing, column: Column, new: list[str]) -> list[str]:
    letter = column_letter(standing.letters[column.key] - 1)
    return [f'${letter}2="{label}"' for label in new]


class _NewSheet:
    """The sheet as this version makes it, with columns where the workbook has them."""

    def __init__(self, patch: Opened, standing: Standing, language: Language) -> None:
        self._patch, self._standing, self._language = patch, standing, language
        order = [*standing.order, *standing.missing]
        self._package = Package(arranged(standing.sheet, order, language))
        (tab,) = tabs_of(self._package)
        self._sheet = Worksheet(tab.title, tab.part, self._package.read(tab.part))
        self._styles = BroughtStyles(Styles(self._package), patch.styles)
        target = patch.sheet(standing.grid.title)
        self._rules = BroughtRules(self._sheet, target, self._styles)
        self._down = standing.grid.area.top - 1
        self._right = standing.grid.area.right

    def signals(self, speaking_of: Sequence[Sequence[str]]) -> None:
        """Bring the signals that speak of new choices."""
        nowhere = Area(LAST_ROW, LAST_ROW, LAST_ROW, LAST_ROW)
        words = [one for some in speaking_of for one in some]
        self._rules.signals(nowhere, self._down, words)

    def columns(self, missing: Sequence[Column]) -> None:
        """Bring columns, with everything that belongs to them."""
        grid = self._standing.grid
        names = NewNames()
        brought = BroughtCells(self._package, self._styles, names)
        head = cells_of(brought.rows(self._sheet.rows.raw(1)))
        first = self._right + 1
        new = [
            NewColumn(one.title(self._language), head[at], self._look(at))
            for at, one in enumerate(missing, first)
        ]
        add_columns(self._patch, grid, new)
        letters = [column_letter(at - 1) for at in range(first, first + len(new))]
        cells = Area(first, 2, first + len(new) - 1, LAST_ROW)
        self._rules.drop_downs(cells, self._down)
        self._rules.signals(cells, self._down, [f"${one}2" for one in letters])
        hints = {
            f"{letter}{grid.area.top}": one.hint(self._language)
            for letter, one in zip(letters, missing, strict=True)
            if one.hint
        }
        add_notes(self._patch, grid.title, hints, "")

    def _look(self, number: int) -> dict[str, str]:
        """Return width, format and outline of a column, as ``<col>`` says them."""
        of_all: list[etree._Element] = list(
            self._sheet.frame.iterfind("{*}cols/{*}col")
        )
        one = next(
            x for x in of_all if int(x.get("min")) <= number <= int(x.get("max"))
        )
        look = {str(k): str(v) for k, v in one.items() if k not in _NOT_LOOKS}
        if "style" in look:
            look["style"] = str(self._styles.cell(int(look["style"])))
        return look

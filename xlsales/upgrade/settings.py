"""New settings: rows of 参数 that this version has, put into an older form."""

from collections.abc import Iterator

from xlsales.graft.cells import BroughtCells
from xlsales.graft.new_names import NewNames
from xlsales.graft.styles import BroughtStyles
from xlsales.language import Language, Text, both
from xlsales.openxml.cells import cells_of
from xlsales.openxml.package import Package
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.styles import Styles
from xlsales.openxml.tabs import tabs_of
from xlsales.patch.inserted_rows import insert_rows
from xlsales.patch.opened import Opened
from xlsales.sheets.settings import SETTINGS
from xlsales.upgrade.arranged import plain_form
from xlsales.upgrade.drop_downs import renew_drop_down
from xlsales.upgrade.rules import BroughtRules
from xlsales.upgrade.standing import rows_of_form
from xlsales.workbook.form import rows_of_settings

_VALUE = 2
Rows = dict[int, list[int]]


def bring_settings(patch: Opened, title: str, language: Language) -> list[Text]:
    """Add the settings that the form lacks, each below the one it follows.

    Returns:
        What was done, a line each.

    Raises:
        CannotPatch: something would be torn when rows are inserted.
    """
    standing = rows_of_form(patch, title)
    done = _grown(patch, title, standing, language)
    rows = _missing(standing)
    if not rows:
        return done
    _bring(patch, title, rows, language)
    titles = [
        column.title
        for _, _, column in rows_of_settings()
        if column and column.key not in standing
    ]
    said = Text("、".join(x.zh for x in titles), ", ".join(x.en for x in titles))
    return [both("upgrade", "settings", sheet=SETTINGS.title, settings=said), *done]


def _grown(
    patch: Opened, title: str, standing: dict[str, int], language: Language
) -> list[Text]:
    found = []
    for column in SETTINGS.columns:
        if row := standing.get(column.key):
            cell = Area(_VALUE, row, _VALUE, row)
            new = renew_drop_down(patch.sheet(title), cell, column, language)
            if new is not None:
                facts = {"sheet": SETTINGS.title, "column": column.title}
                found.append(both("upgrade", "drop_down", **facts))
    return found


def _missing(standing: dict[str, int]) -> Rows:
    """Return the rows of a new form that are missing, by the row they follow.

    A heading comes with the first setting below it, if that is missing too.
    """
    found: Rows = {}
    after, heading = 1, 0
    for row, key, is_heading in _keys():
        if key in standing:
            after, heading = standing[key], 0
        elif is_heading:
            heading = row
        else:
            found.setdefault(after, []).extend([heading] * bool(heading) + [row])
            heading = 0
    return found


def _keys() -> Iterator[tuple[int, str, bool]]:
    """Yield the rows of a new form, from 1, with what stands in them."""
    for row, heading, column in rows_of_settings():
        yield row + 1, column.key if column else heading, column is None


def _bring(patch: Opened, title: str, rows: Rows, language: Language) -> None:
    package = Package(plain_form(language))
    (tab,) = tabs_of(package)
    origin = Worksheet(tab.title, tab.part, package.read(tab.part))
    styles = BroughtStyles(Styles(package), patch.styles)
    cells = BroughtCells(package, styles, NewNames())
    target = patch.sheet(title)
    rules = BroughtRules(origin, target, styles)
    for after in sorted(rows, reverse=True):  # from below: what is above stays
        insert_rows(patch, title, after + 1, len(rows[after]))
        for at, row in enumerate(rows[after], after + 1):
            brought = cells_of(cells.rows(origin.rows.raw(row)))
            target.put(at, {x: cell.at(at) for x, cell in brought.items()})
            target.widen(f"A{at}:C{at}")
            value = Area(_VALUE, row, _VALUE, row)
            rules.drop_downs(value, at - row)
            rules.signals(value, at - row)

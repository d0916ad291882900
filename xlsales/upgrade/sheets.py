"""New sheets and names: what a workbook lacks of a master of this version."""

import re
from collections.abc import Mapping
from typing import Any

from xlsales.graft.graft import put_sheets
from xlsales.language import Language, Text, both
from xlsales.openxml.book import defined_names
from xlsales.openxml.package import Package
from xlsales.patch.names import names_of, remove_name, set_name
from xlsales.patch.opened import Opened
from xlsales.sheets import SHEETS
from xlsales.sheets.results import HOME
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import Layout, Sheet
from xlsales.sheets.titles import title_by_key
from xlsales.upgrade.placing import Place, placed
from xlsales.upgrade.standing import rows_of_form, standing_of
from xlsales.workbook.build import build_master, build_sheets
from xlsales.workbook.form import setting_rows

_LOST = "#REF!"
_LISTED = re.compile('MATCH\\("([^"]*)"')


def bring_sheets(patch: Opened, language: Language) -> list[Text]:
    """Add the sheets that a workbook lacks, each behind the one it follows.

    Returns:
        What was done, a line each.

    Raises:
        CannotPatch: the list of sheets is locked, or a title is taken.
    """
    done = []
    for at, sheet in enumerate(SHEETS):
        there = title_by_key(patch.parts)
        if sheet.key in there:
            continue
        before = [there[one.key] for one in SHEETS[:at] if one.key in there]
        source = build_sheets([sheet], language)
        for one in _global_names(Package(source)):
            remove_name(patch, one)  # of a sheet that is gone, so it means nothing
        put_sheets(patch, source, after=before[-1] if before else None)
        if sheet.key == HOME.key:
            _place_formulas(patch, language)
        done.append(both("upgrade", "sheet", sheet=sheet.title))
    return done


def _global_names(package: Package) -> dict[str, str]:
    return {
        one.get("name", ""): one.text or ""
        for one in defined_names(package)
        if one.get("localSheetId") is None
    }


def _place_formulas(patch: Opened, language: Language) -> None:
    """Let 首页 count in the columns where this workbook has them."""
    title = title_by_key(patch.parts)[HOME.key]
    titles, places = _titles(patch, language), _places(patch)
    sheet = patch.sheet(title)
    for row, column, _, formula in list(sheet.formulas()):
        if (now := placed(formula, titles, places)) != formula:
            sheet.set_formula(row, column, now)


def bring_names(patch: Opened, language: Language) -> list[Text]:
    """Give the names that are missing, or that name nothing any more.

    Returns:
        What was done, a line each.
    """
    wanted = _global_names(Package(build_master(language=language)))
    there = {
        one.name.casefold(): one.refers_to
        for one in names_of(patch)
        if one.sheet is None
    }
    titles, places = _titles(patch, language), _places(patch)
    given = []
    for name, formula in wanted.items():
        said = there.get(name.casefold(), _LOST)
        if _LOST in said or _listed(said) != _listed(formula):
            set_name(patch, name, placed(formula, titles, places))
            given.append(name)
    if not given:
        return []
    patch.compute()
    return [both("upgrade", "names", names=tuple(given))]


def _listed(formula: str) -> str:
    """Return which list of 选项 a name counts; "" where it counts none."""
    found = _LISTED.search(formula)
    return found[1] if found else ""


def _titles(patch: Opened, language: Language) -> dict[str, str]:
    there = title_by_key(patch.parts)
    return {
        sheet.title(language): there[sheet.key]
        for sheet in SHEETS
        if sheet.key in there
    }


def _places(patch: Opened) -> dict[str, Place]:
    """Return where columns and settings stand, by the titles of the sheets."""
    there: Mapping[str, str] = title_by_key(patch.parts)
    found = {}
    for sheet in SHEETS:
        if title := there.get(sheet.key):
            found[title] = _place(patch, sheet, title)
    return found


def _place(patch: Opened, sheet: Sheet[Any], title: str) -> Place:
    if sheet.key == SETTINGS.key:
        rows = rows_of_form(patch, title)
        new = setting_rows()
        return Place(rows={new[key] + 1: rows[key] for key in new if key in rows})
    if sheet.layout is not Layout.TABLE or not sheet.takes_input:
        return Place()
    standing = standing_of(patch, sheet, title)
    if standing is None:
        return Place()
    columns = {
        at: standing.letters[one.key]
        for at, one in enumerate(sheet.columns, 1)
        if one.key in standing.letters
    }
    return Place(columns=columns, down=standing.grid.area.top - 1)

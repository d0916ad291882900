"""Removal: a sheet taken out of a workbook, with what only it uses."""

from collections.abc import Collection

from xlsales.errors import CannotPatch
from xlsales.graft.names import table_names
from xlsales.graft.new_names import names_in
from xlsales.graft.reach import reached, sweep
from xlsales.graft.sheet_titles import list_titles, worksheet_titles
from xlsales.graft.spoken_of import spoken_of
from xlsales.language import both
from xlsales.openxml.formulas import mentions
from xlsales.openxml.package import relations_name
from xlsales.openxml.tabs import drop_tab, is_structure_locked, tabs_of
from xlsales.patch.opened import Opened

# The workbook itself, or other sheets, speak of these.
_BOUND = {"pivotTable", "slicer", "timeline"}


def remove_sheet(patch: Opened, title: str) -> None:
    """Take a sheet out, with its drawings, tables and notes.

    Raises:
        CannotPatch: something elsewhere speaks of it, or of its tables; it is
            the only one to be seen; it holds a pivot table or a slicer; or the
            list of sheets is locked.
        KeyError: there is none of that title.
    """
    tabs = {tab.title: tab for tab in tabs_of(patch.package)}
    if not tabs[title].part:
        raise CannotPatch(place=title, reason=both("patch", "no_worksheet"))
    refuse_locked(patch, title)
    if not any(tab.is_visible for tab in tabs.values() if tab.title != title):
        raise CannotPatch(place=title, reason=both("patch", "last_visible"))
    refuse_bound(patch, title)
    tables = table_names(patch.package, of={title})
    refuse_spoken_of(patch, title, tables, apart_from={title}, by_title=True)
    before, titles = reached(patch.package), worksheet_titles(patch.package)
    drop_tab(patch.package, title)
    sweep(patch.package, before)
    list_titles(patch.package, titles)
    patch.forget(title)
    patch.compute()


def empty_sheets(patch: Opened, titles: Collection[str]) -> None:
    """Take out all that hangs on sheets; they themselves are to be written anew."""
    parts = patch.parts
    before = reached(patch.package)
    for title in titles:
        patch.package.remove(relations_name(parts[title]))
        patch.forget(title)
    sweep(patch.package, before)


def refuse_locked(patch: Opened, title: str) -> None:
    """Refuse to change the list of sheets if a person has locked it.

    Raises:
        CannotPatch: it is locked.
    """
    if is_structure_locked(patch.package):
        raise CannotPatch(place=title, reason=both("patch", "structure_locked"))


def refuse_bound(patch: Opened, title: str) -> None:
    """Refuse to take out what other sheets and the workbook speak of.

    Raises:
        CannotPatch: the sheet holds a pivot table, a slicer or a timeline.
    """
    for one in patch.package.relations(patch.parts[title]):
        if one.get("Type", "").rpartition("/")[2] in _BOUND:
            raise CannotPatch(place=title, reason=both("patch", "pivot_on_sheet"))


def refuse_spoken_of(
    patch: Opened,
    title: str,
    tables: Collection[str],
    *,
    apart_from: Collection[str],
    by_title: bool,
) -> None:
    """Refuse to let go what formulas elsewhere need.

    Args:
        patch: the workbook.
        title: the sheet that would go, or be another.
        tables: its tables that would be no more.
        apart_from: sheets whose formulas go too.
        by_title: whether the sheet itself goes.

    Raises:
        CannotPatch: a formula, name, chart or pivot table speaks of one.
    """
    if not (tables or by_title):
        return
    gone = {name.casefold() for name in tables}

    def is_meant(formula: str) -> bool:
        if by_title and mentions(formula, title):
            return True
        return bool(gone and gone & names_in(formula))

    if where := spoken_of(patch, is_meant, apart_from=apart_from):
        reason = both("patch", "spoken_of", where=where)
        raise CannotPatch(place=title, reason=reason)

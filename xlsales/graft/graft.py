"""Graft: whole sheets of one workbook, brought into another that is worked in.

The sheets come with their formats, tables, charts, pictures, notes, names and
print set-up; formulas among them follow what has to be renamed. A sheet may take
the place of one of an earlier time, so that doing it again leaves the workbook
as it was.
"""

from collections.abc import Collection, Mapping

from xlsales.errors import CannotPatch
from xlsales.graft.cells import BroughtCells, days_between
from xlsales.graft.coming import Coming, sheets_coming
from xlsales.graft.names import new_names, put_names, table_names
from xlsales.graft.new_names import NewNames
from xlsales.graft.parts import BroughtParts
from xlsales.graft.removal import (
    empty_sheets,
    refuse_spoken_of,
)
from xlsales.graft.sheet import brought_sheet
from xlsales.graft.sheet_titles import list_titles, worksheet_titles
from xlsales.graft.styles import BroughtStyles
from xlsales.language import both
from xlsales.openxml.book import counts_from_1904
from xlsales.openxml.package import Package
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.styles import Styles
from xlsales.openxml.tabs import add_tab, tabs_of
from xlsales.patch.opened import Opened

LAST = ""  # no sheet has this title


def put_sheets(
    patch: Opened,
    source: bytes,
    *,
    titles: Mapping[str, str] | None = None,
    replaces: Collection[str] = (),
    after: str | None = LAST,
) -> list[str]:
    """Bring every sheet of a workbook in, and return the titles they have now.

    A sheet that replaces another keeps its place among the tabs, and formulas
    that speak of it keep working; a new one comes after the one that it follows
    in its own workbook, or last. Formulas are computed when the workbook is next
    opened. Formulas that spill fill the cells they were given.

    Args:
        patch: the workbook they go into.
        source: the workbook they come from, as this program writes it.
        titles: new titles by the old ones; the others keep theirs.
        replaces: titles of sheets that are replaced if they are there.
        after: the sheet behind which the first comes, if it is new; None is none:
            it comes first.

    Raises:
        CannotPatch: a title is taken by another sheet; formulas elsewhere need a
            table that would be gone; the list of sheets is locked; or either
            workbook holds what cannot be brought or let go. The patch is then
            not to be used any more.
    """
    origin = Package(source)
    coming = sheets_coming(patch, origin, titles or {}, replaces)
    replaced = [one.title for one in coming if one.replaces]
    renamed = {one.tab.title: one.title for one in coming}
    names = new_names(origin, patch.package, renamed, replaced)
    _refuse_gone_tables(patch, origin, names, replaced)
    ids = _ids_of_tables(patch, replaced)
    empty_sheets(patch, replaced)
    before = worksheet_titles(patch.package)
    try:
        _write(patch, origin, coming, names, ids, after)
    except OverflowError as error:
        raise CannotPatch(place="", reason=both("patch", "formats_full")) from error
    put_names(origin, patch.package, names)
    list_titles(patch.package, before)
    patch.compute()
    return [one.title for one in coming]


def _refuse_gone_tables(
    patch: Opened, origin: Package, names: NewNames, replaced: Collection[str]
) -> None:
    staying = {names(name).casefold() for name in table_names(origin)}
    for title in replaced:
        gone = [
            name
            for name in table_names(patch.package, of={title})
            if name.casefold() not in staying
        ]
        refuse_spoken_of(patch, title, gone, apart_from=replaced, by_title=False)


def _ids_of_tables(patch: Opened, replaced: Collection[str]) -> dict[str, str]:
    return {
        table.name.casefold(): table.root.get("id", "")
        for title in replaced
        for table in patch.tables(title)
    }


def _write(
    patch: Opened,
    origin: Package,
    coming: list[Coming],
    names: NewNames,
    ids: Mapping[str, str],
    after: str | None,
) -> None:
    styles = BroughtStyles(Styles(origin), patch.styles)
    days = days_between(from_1904=counts_from_1904(origin), to_1904=patch.from_1904)
    cells = BroughtCells(origin, styles, names, days)
    parts = BroughtParts(origin, patch.package, styles, names, ids)
    for at, one in enumerate(coming):
        part = (
            patch.parts[one.title]
            if one.replaces
            else _new_part(patch, coming, at, after)
        )
        sheet = Worksheet(one.title, part, origin.read(one.tab.part))
        content = brought_sheet(sheet, cells, styles, names, one.replaces)
        patch.package.write(part, content)
        parts.relations(one.tab.part, part)


def _new_part(patch: Opened, coming: list[Coming], at: int, after: str | None) -> str:
    """Make room for a sheet among the tabs: after the one before it."""
    one = coming[at]
    titles = [tab.title for tab in tabs_of(patch.package)]
    before = coming[at - 1].title if at else after
    place = len(titles)
    if before != LAST:
        place = titles.index(before) + 1 if before else 0
    return add_tab(patch.package, one.title, place, one.tab.state)

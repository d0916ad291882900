"""Spoken of: where formulas, names, charts and pivot tables speak of something."""

from collections.abc import Callable, Collection, Iterator

from lxml import etree

from xlsales.graft.reach import reached
from xlsales.openxml.tabs import tabs_of
from xlsales.patch.opened import Opened
from xlsales.sheets.addresses import column_letter

_RULES = {"formula", "formula1", "formula2", "f"}
_CHARTS = ("chart+xml", "chartex+xml", "drawing+xml")


def spoken_of(
    patch: Opened, is_meant: Callable[[str], bool], *, apart_from: Collection[str] = ()
) -> str | None:
    """Return the first place whose formula is meant: a cell, a sheet or a name.

    Args:
        patch: the workbook.
        is_meant: tells it by the formula.
        apart_from: sheets not to look at, by title.
    """
    patch.settle()
    found = (
        place for place, formula in _formulas(patch, apart_from) if is_meant(formula)
    )
    return next(found, None)


def _formulas(patch: Opened, apart_from: Collection[str]) -> Iterator[tuple[str, str]]:
    yield from _names(patch, apart_from)
    for title in patch.parts:
        if title not in apart_from:
            yield from _cells(patch, title)
    owners = _owners(patch)
    for part in patch.package:
        place = owners.get(part, part)
        if place not in apart_from:
            yield from ((place, formula) for formula in _drawn(patch, part))


def _owners(patch: Opened) -> dict[str, str]:
    """Return the title of the sheet that a part hangs on; a slicer goes by its name."""
    package = patch.package
    kinds = ("worksheet", "chartsheet")
    sheets = [package.related(package.book, kind) for kind in kinds]
    owners = {
        name: package.tree(name).get("sourceName", name)
        for name in package.related(package.book, "slicerCache").values()
        if name in package
    }
    for tab in tabs_of(package):
        own = [parts[tab.key] for parts in sheets if tab.key in parts]
        owners |= dict.fromkeys(reached(package, own), tab.title)
    return owners


def _names(patch: Opened, apart_from: Collection[str]) -> Iterator[tuple[str, str]]:
    book = patch.package.tree(patch.package.book)
    sheets = enumerate(book.iterfind("{*}sheets/{*}sheet"))
    titles = {str(place): one.get("name", "") for place, one in sheets}
    for one in book.iterfind("{*}definedNames/{*}definedName"):
        if titles.get(one.get("localSheetId", "")) not in apart_from:
            yield one.get("name", ""), one.text or ""


def _cells(patch: Opened, title: str) -> Iterator[tuple[str, str]]:
    """Yield the formulas of cells, then those of rules and drop-downs."""
    sheet = patch.sheet(title)
    for row, column, _, formula in sheet.formulas():
        yield f"{title}!{column_letter(column - 1)}{row}", formula
    for one in sheet.frame.iter(etree.Element):
        if etree.QName(one).localname in _RULES and one.text:
            yield title, one.text


def _drawn(patch: Opened, part: str) -> Iterator[str]:
    """Yield what charts and shapes show, and what slicers and pivot tables read."""
    kind = patch.package.type_of(part)
    if kind.endswith(_CHARTS):
        for one in patch.package.tree(part).iter(etree.Element):
            formula = one.get("textlink")
            if etree.QName(one).localname == "f":
                formula = one.text
            if formula:
                yield formula
    if kind.endswith("pivotCacheDefinition+xml"):
        for one in patch.package.tree(part).iter("{*}worksheetSource"):
            sheet = one.get("sheet", "").replace("'", "''")
            source = f"'{sheet}'!{one.get('ref', 'A1')}" if sheet else ""
            yield source or one.get("name", "")
    if kind.endswith("slicerCache+xml"):
        tables = {
            table.root.get("id"): table.name
            for title in patch.parts
            for table in patch.tables(title)
        }
        for one in patch.package.tree(part).iter("{*}tableSlicerCache"):
            yield tables.get(one.get("tableId"), "")

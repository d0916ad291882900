"""Brought names: the tables and defined names that come along with sheets.

A name that another sheet of the workbook has already gets a number; one that
speaks of nothing but sheets which are replaced is theirs, and is used again.
"""

from collections.abc import Collection, Mapping

from lxml import etree

from xlsales.graft.new_names import NewNames, free_of
from xlsales.openxml.book import child_of_book, defined_names
from xlsales.openxml.formulas import mentions
from xlsales.openxml.package import Package
from xlsales.openxml.tables import tables_of
from xlsales.openxml.tabs import tabs_of

_BUILT_IN = "_xlnm."


def new_names(
    origin: Package,
    target: Package,
    titles: Mapping[str, str],
    replaced: Collection[str],
) -> NewNames:
    """Return what sheets, tables and names are called where they go.

    Args:
        origin: the workbook they come from.
        target: the workbook they go into.
        titles: the new title of each sheet, by its old one.
        replaced: the sheets of the target that make room, by title.
    """
    taken = {name.casefold() for name in table_names(target, apart_from=replaced)}
    taken |= {
        one.get("name", "").casefold()
        for one in _global(target)
        if not _is_theirs(target, one, replaced)
    }
    chosen: dict[str, str] = {}
    own = [one.get("name", "") for one in _global(origin)]
    for name in [*table_names(origin), *own]:
        chosen[name] = free_of(name, taken)
        taken.add(chosen[name].casefold())
    return NewNames(titles, chosen)


def table_names(
    package: Package,
    *,
    of: Collection[str] | None = None,
    apart_from: Collection[str] = (),
) -> list[str]:
    """Return the names of tables, of all sheets, of some, or apart from some."""
    return [
        table.name
        for tab in tabs_of(package)
        if tab.part and tab.title not in apart_from and (of is None or tab.title in of)
        for table in tables_of(package, tab.title, tab.part)
    ]


def put_names(origin: Package, target: Package, names: NewNames) -> None:
    """Bring print areas and titles, and all other names, of sheets put in.

    What Excel keeps for the sheets that they replace, such as the area to be
    printed, goes; names that a person gave there stay.
    """
    old = [tab.title for tab in tabs_of(origin)]
    places = {tab.title: str(place) for place, tab in enumerate(tabs_of(target))}
    own = {places[names.titles[title]] for title in old}
    coming: list[etree._Element] = []
    for name in defined_names(origin):
        twin = _twin(target, name)
        if (place := name.get("localSheetId")) is not None:
            twin.set("localSheetId", places[names.titles[old[int(place)]]])
        else:
            twin.set("name", names(name.get("name", "")))
        twin.text = names(name.text or "")
        coming.append(twin)
    stay = {_key(one) for one in coming}
    for one in defined_names(target):
        is_built_in = one.get("name", "").startswith(_BUILT_IN)
        if one.get("localSheetId") in own and is_built_in and _key(one) not in stay:
            one.getparent().remove(one)
    known = {_key(one): one for one in defined_names(target)}
    for twin in coming:
        if (there := known.get(_key(twin))) is not None:
            there.getparent().replace(there, twin)
        else:
            child_of_book(target, "definedNames").append(twin)
    _leave_no_empty_list(target)


def _is_theirs(
    package: Package, name: etree._Element, replaced: Collection[str]
) -> bool:
    formula = name.text or ""
    spoken = {tab.title for tab in tabs_of(package) if mentions(formula, tab.title)}
    return bool(spoken) and spoken <= set(replaced)


def _global(package: Package) -> list[etree._Element]:
    return [one for one in defined_names(package) if one.get("localSheetId") is None]


def _key(name: etree._Element) -> tuple[str, str | None]:
    return name.get("name", "").casefold(), name.get("localSheetId")


def _twin(package: Package, name: etree._Element) -> etree._Element:
    """Return a name with the same facts, to be put into another workbook."""
    space = etree.QName(package.tree(package.book)).namespace
    twin = etree.Element(f"{{{space}}}definedName")
    for fact, value in name.items():
        twin.set(fact, value)
    return twin


def _leave_no_empty_list(package: Package) -> None:
    found = package.tree(package.book).find("{*}definedNames")
    if found is not None and not len(found):
        found.getparent().remove(found)

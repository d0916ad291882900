"""Pivot tables: what they keep of cells that have changed is read anew."""

from collections.abc import Collection

from xlsales.openxml.book import defined_names
from xlsales.openxml.formulas import mentions
from xlsales.openxml.package import Package
from xlsales.openxml.tables import tables_of


def refresh_pivots(package: Package, changed: Collection[tuple[str, str]]) -> None:
    """Have pivot tables read their source when the workbook is opened.

    Args:
        package: the workbook.
        changed: title and part of the sheets whose cells have changed.
    """
    titles = {title.casefold() for title, _ in changed}
    titles |= {
        name.get("name", "").casefold()
        for name in defined_names(package)
        if any(mentions(name.text or "", title) for title, _ in changed)
    }
    titles |= {
        table.name.casefold()
        for title, part in changed
        for table in tables_of(package, title, part)
    }
    for part in package.related(package.book, "pivotCacheDefinition").values():
        root = package.tree(part)
        for source in root.iterfind("{*}cacheSource/{*}worksheetSource"):
            named = {source.get(fact, "").casefold() for fact in ("sheet", "name")}
            is_outside = any(str(fact).endswith("}id") for fact in source.attrib)
            if named & titles and not is_outside:
                root.set("refreshOnLoad", "1")

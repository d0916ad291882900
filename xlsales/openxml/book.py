"""The book: the part of a workbook that lists its sheets and names."""

from lxml import etree

from xlsales.openxml.package import Package

# What may stand in a workbook part, in the order of ISO 29500-1, 18.2.27.
_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews",
    "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr",
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
    "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip


def child_of_book(package: Package, name: str) -> etree._Element:
    """Return an element of the workbook part; made at its place where it is missing."""
    book = package.tree(package.book)
    found = book.find(f"{{*}}{name}")
    if found is None:
        found = etree.Element(f"{{{etree.QName(book).namespace}}}{name}")
        after = set(_ORDER[_ORDER.index(name) + 1 :])
        later = (
            at for at, one in enumerate(book) if etree.QName(one).localname in after
        )
        book.insert(next(later, len(book)), found)
    return found


def defined_names(package: Package) -> list[etree._Element]:
    """Return the names of a workbook as it lists them, those of single sheets too."""
    book = package.tree(package.book)
    return list(book.iterfind("{*}definedNames/{*}definedName"))


def counts_from_1904(package: Package) -> bool:
    """Whether a workbook counts days from 1904, as on an old Mac."""
    found = package.tree(package.book).find("{*}workbookPr")
    return found is not None and found.get("date1904") in {"1", "true"}


def compute_on_opening(package: Package) -> None:
    """Have formulas computed anew, and forget in which order they were before."""
    for key, part in package.related(package.book, "calcChain").items():
        package.unrelate(package.book, key)
        package.remove(part)
    child_of_book(package, "calcPr").set("fullCalcOnLoad", "1")

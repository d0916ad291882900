"""Code names: what macros call the workbook and its sheets, whatever their titles."""

from itertools import count

from lxml import etree

from xlsales.openxml.book import child_of_book
from xlsales.openxml.package import Package
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tabs import tabs_of

_BOOK = "ThisWorkbook"
_NAME = "codeName"


def name_book(package: Package) -> str:
    """Return the code name of the workbook; one without gets the usual."""
    facts = child_of_book(package, "workbookPr")
    if not facts.get(_NAME):
        facts.set(_NAME, _BOOK)
    return str(facts.get(_NAME))


def code_names(package: Package) -> dict[str, str]:
    """Return the code names of the worksheets that have one, by title."""
    found = {}
    for tab in tabs_of(package):
        if tab.part:
            facts = _frame(package, tab.title, tab.part).find("{*}sheetPr")
            if facts is not None and facts.get(_NAME):
                found[tab.title] = facts.get(_NAME, "")
    return found


def free_code_names(package: Package, taken: set[str]) -> dict[str, str]:
    """Return a code name for every worksheet that lacks one, by title.

    Args:
        package: the workbook.
        taken: names that no sheet may get, in small letters.
    """
    known = code_names(package)
    used = taken | {name.casefold() for name in known.values()}
    found = {}
    for place, tab in enumerate(tabs_of(package), start=1):
        if tab.part and tab.title not in known:
            tried = (f"Sheet{number}" for number in count(place))
            found[tab.title] = next(one for one in tried if one.casefold() not in used)
            used.add(found[tab.title].casefold())
    return found


def _frame(package: Package, title: str, part: str) -> etree._Element:
    return Worksheet(title, part, package.read(part)).frame

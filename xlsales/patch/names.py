"""Names: what formulas call a cell, a range or a constant by.

A formula that uses a name keeps the value it shows until it is computed again.
"""

import re
from typing import NamedTuple

from lxml import etree

from xlsales.openxml.book import child_of_book, defined_names
from xlsales.openxml.cells import column_number
from xlsales.patch.opened import Opened

_BUILT_IN = "_xlnm."
_LONGEST, _LONGEST_FORMULA = 255, 8192
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_USUAL = re.compile(r"[^\W\d][\w.\\?]*|\\[\w.\\?]*")
_CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_ROW_COLUMN = re.compile(r"R\d*C\d*|[RC]\d*", re.IGNORECASE)


class Name(NamedTuple):
    """A name and what it stands for.

    Attributes:
        name: as formulas write it; a built-in one begins with ``_xlnm.``.
        refers_to: a formula without ``=``.
        sheet: the title of the only sheet that knows it; None is the workbook.
        is_hidden: whether the list of names does not show it.
    """

    name: str
    refers_to: str
    sheet: str | None
    is_hidden: bool


def names_of(patch: Opened) -> list[Name]:
    """Return the names of a workbook in the order of the file."""
    titles = _titles(patch)
    return [
        Name(
            one.get("name", ""),
            one.text or "",
            _title(titles, one),
            one.get("hidden") in {"1", "true"},
        )
        for one in defined_names(patch.package)
    ]


def set_name(
    patch: Opened,
    name: str,
    refers_to: str,
    sheet: str | None = None,
    *,
    hidden: bool = False,
) -> None:
    """Give a name; one that is there already is given anew, its comment stays.

    Args:
        patch: the workbook.
        name: the name.
        refers_to: a formula, such as ``订单!$A$2:$A$99``.
        sheet: the title of the only sheet that is to know it.
        hidden: whether the list of names is not to show it.

    Raises:
        ValueError: Excel takes no such name, or no formula of that length.
        KeyError: there is no such sheet.
    """
    _check(name, refers_to)
    place = _place(patch, sheet)
    found = _find(patch, name, place)
    if found is None:
        found = _put_in(patch, name, place)
    found.set("name", name)
    found.text = refers_to.removeprefix("=")
    if hidden:
        found.set("hidden", "1")
    else:
        found.attrib.pop("hidden", None)


def remove_name(patch: Opened, name: str, sheet: str | None = None) -> bool:
    """Take a name away; whether there was one. A list without names goes too.

    Raises:
        KeyError: there is no such sheet.
    """
    found = _find(patch, name, _place(patch, sheet))
    if found is None:
        return False
    group = found.getparent()
    group.remove(found)
    if not len(group):
        group.getparent().remove(group)
    return True


def _check(name: str, refers_to: str) -> None:
    plain = name.removeprefix(_BUILT_IN)
    if not _USUAL.fullmatch(plain) or len(name) > _LONGEST or _is_address(plain):
        raise ValueError(f"{name!r} is no name that Excel takes")
    if not refers_to.removeprefix("=") or len(refers_to) > _LONGEST_FORMULA:
        raise ValueError(f"{name!r} refers to nothing, or to too much")


def _is_address(name: str) -> bool:
    """Whether Excel reads it as a cell: A1 or R1C1."""
    if _ROW_COLUMN.fullmatch(name):
        return True
    found = _CELL.fullmatch(name)
    return (
        found is not None
        and column_number(found[1].encode()) <= _LAST_COLUMN
        and 1 <= int(found[2]) <= _LAST_ROW
    )


def _put_in(patch: Opened, name: str, place: int | None) -> etree._Element:
    """Add a name at its place in the alphabet, as Excel sorts them."""
    group = child_of_book(patch.package, "definedNames")
    made = etree.Element(group.tag.removesuffix("s"), {"name": name})
    if place is not None:
        made.set("localSheetId", str(place))
    key = _sort_key(made)
    after = next((one for one in group if _sort_key(one) > key), None)
    if after is None:
        group.append(made)
    else:
        after.addprevious(made)
    return made


def _sort_key(element: etree._Element) -> tuple[str, int]:
    name = element.get("name", "").removeprefix(_BUILT_IN)
    return name.casefold(), int(element.get("localSheetId", "-1"))


def _find(patch: Opened, name: str, place: int | None) -> etree._Element | None:
    said = None if place is None else str(place)
    for one in defined_names(patch.package):
        is_named = one.get("name", "").casefold() == name.casefold()
        if is_named and one.get("localSheetId") == said:
            return one
    return None


def _titles(patch: Opened) -> list[str]:
    """Return the titles of all sheets, those of charts too: they count."""
    book = patch.package.tree(patch.package.book)
    return [one.get("name", "") for one in book.iterfind("{*}sheets/{*}sheet")]


def _title(titles: list[str], name: etree._Element) -> str | None:
    place = name.get("localSheetId")
    return titles[int(place)] if place and int(place) < len(titles) else None


def _place(patch: Opened, sheet: str | None) -> int | None:
    if sheet is None:
        return None
    titles = _titles(patch)
    if sheet not in titles:
        raise KeyError(sheet)
    return titles.index(sheet)

"""Places: the cells that a reference of a formula means."""

import re
from functools import cached_property
from typing import NamedTuple

from xlsales.functions.formula import NotOurs
from xlsales.openxml.references import Area
from xlsales.openxml.tables import Table
from xlsales.openxml.tokens import titles_of
from xlsales.patch.names import names_of
from xlsales.patch.opened import Opened

_SHEET = re.compile(r"(?P<sheet>(?:'(?:[^']|'')+'|[^'!]+)!)?(?P<rest>.+)", re.DOTALL)
_TABLE = re.compile(r"(?P<table>[^\[\]]*)\[(?P<inside>.*)\]", re.DOTALL)
_COLUMN = re.compile(r"\[?(?P<title>(?:[^\[\]#@']|'.)+)\]?", re.DOTALL)
_THIS_ROW = re.compile(r"(?:@|\[#This Row\],)(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_BODY = {"", "#Data", "[#Data]"}


class Place(NamedTuple):
    """Cells of one sheet."""

    title: str
    area: Area


class Places:
    """What references mean in a workbook."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def of(self, reference: str, at: Place) -> Place:
        """Return the cells of a reference that stands in a cell.

        Raises:
            NotOurs: it means no cells of one sheet of this workbook.
        """
        if found := _TABLE.fullmatch(reference):
            return self._of_table(found["table"], found["inside"], at)
        found = _SHEET.fullmatch(reference)
        if found is None:
            raise NotOurs(reference)
        title = at.title
        if found["sheet"]:
            (title,) = titles_of(found["sheet"]) or ("",)
        try:
            area = Area.of(found["rest"])
        except ValueError:
            return self._of_name(reference, at)
        if title not in self._opened.parts:
            raise NotOurs(reference)
        return Place(title, area)

    def _of_name(self, name: str, at: Place) -> Place:
        refers_to = self._names.get(name.casefold())
        if refers_to is None or "!" not in refers_to:
            raise NotOurs(name)
        return self.of(refers_to, at)

    def _of_table(self, name: str, inside: str, at: Place) -> Place:
        table = self._table(name, at)
        rows = (table.first, table.last)
        if found := _THIS_ROW.fullmatch(inside):
            inside, rows = found["rest"], (at.area.top, at.area.top)
            if at.title != table.sheet or not table.first <= rows[0] <= table.last:
                raise NotOurs(name)
        if inside in _BODY:
            return Place(table.sheet, Area(table.left, rows[0], table.right, rows[1]))
        column = table.left + _place_of(table, inside)
        return Place(table.sheet, Area(column, rows[0], column, rows[1]))

    def _table(self, name: str, at: Place) -> Table:
        """Return a table by its name; without one, that around the cell itself."""
        if name:
            try:
                return self._opened.table(name)
            except KeyError:
                raise NotOurs(name) from None
        for table in self._opened.tables(at.title):
            if Area.of(table.ref).covers(at.area):
                return table
        raise NotOurs(name)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            one.name.casefold(): one.refers_to
            for one in names_of(self._opened)
            if one.sheet is None
        }


def _place_of(table: Table, inside: str) -> int:
    """Return which column is named, from 0."""
    found = _COLUMN.fullmatch(inside)
    title = re.sub("'(.)", r"\1", found["title"]) if found else ""
    if title not in table.titles:
        raise NotOurs(inside)
    return table.titles.index(title)

"""Brought parts: what hangs on a sheet, copied from one workbook into another.

Drawings, charts, pictures, notes and tables come along with everything they
refer to, each once. What a printer left behind does not.
"""

import posixpath
import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from xlsales.errors import CannotPatch
from xlsales.graft.new_names import NewNames
from xlsales.graft.reach import reached
from xlsales.graft.styles import BroughtStyles
from xlsales.language import both
from xlsales.openxml.package import Package, relations_name
from xlsales.openxml.parts import resolved
from xlsales.openxml.tabs import free_name
from xlsales.openxml.xml import xml_bytes

_DROPPED = {"printerSettings"}
_WITH_FORMULAS = {"chart", "chartEx", "drawing", "chartUserShapes"}
_BROUGHT = {
    *_WITH_FORMULAS, "table", "image", "comments", "vmlDrawing", "chartStyle",
    "chartColorStyle", "themeOverride",
}  # fmt: skip
_FORMULAS = {"f", "calculatedColumnFormula", "totalsRowFormula"}
_NUMBERED = re.compile(r"\d*(?=\.\w+$)")


class BroughtParts:
    """Parts of one workbook, copied into another.

    Args:
        origin: the workbook they come from.
        target: the workbook they go into.
        styles: the formats of both.
        names: what sheets, tables and names are called where they go.
        ids: of tables that are replaced, by name in small letters: slicers
            elsewhere know them by it.
    """

    def __init__(
        self,
        origin: Package,
        target: Package,
        styles: BroughtStyles,
        names: NewNames,
        ids: Mapping[str, str],
    ) -> None:
        self._origin, self._target = origin, target
        self._styles, self._names = styles, names
        self._brought: dict[str, str] = {}
        self._kept = ids
        self._taken = set(ids.values()) | {
            target.tree(part).get("id", "")
            for part in target
            if target.type_of(part).endswith(".table+xml")
        }

    def relations(self, part: str, name: str) -> None:
        """Let a part refer to copies of all that it refers to where it comes from.

        Args:
            part: its name where it comes from.
            name: its name where it goes.
        """
        own = relations_name(part)
        if own not in self._origin:
            return
        root = deepcopy(self._origin.tree(own))
        for one in list(root):
            kind = one.get("Type", "").rpartition("/")[2]
            target = one.get("Target", "")
            if kind in _DROPPED:
                root.remove(one)
            elif target.startswith("#"):
                one.set("Target", "#" + self._names(target[1:]))
            elif one.get("TargetMode") != "External":
                old = resolved(posixpath.dirname(part), target)
                new = self._bring(old, kind)
                way = posixpath.relpath(f"/{new}", f"/{posixpath.dirname(name)}")
                one.set("Target", way)
        if len(root):
            self._target.write(relations_name(name), xml_bytes(root))

    def _bring(self, part: str, kind: str) -> str:
        """Copy a part and return its new name."""
        if part not in self._brought:
            name = free_name(self._target, _NUMBERED.sub("{}", part, count=1))
            self._brought[part] = name
            self._write(name, self._content(part, kind), self._origin.type_of(part))
            self.relations(part, name)
        return self._brought[part]

    def _write(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part; pictures and the like are declared by their ending."""
        ending = posixpath.splitext(name)[1][1:].lower()
        if ending != "xml":
            self._target.default_type(ending, content_type)
        self._target.write(name, content, content_type)

    def _content(self, part: str, kind: str) -> bytes:
        if kind == "table":
            return self._table(part)
        if self._names and kind in _WITH_FORMULAS:
            root = deepcopy(self._origin.tree(part))
            rename_formulas(root, self._names)
            return xml_bytes(root)
        return self._origin.read(part)

    def _table(self, part: str) -> bytes:
        """Return a table under an id, and a name, that no other has."""
        root = deepcopy(self._origin.tree(part))
        for fact in ("name", "displayName"):
            if said := root.get(fact):
                root.set(fact, self._names(said))
        name = root.get("displayName", "").casefold()
        root.set("id", self._kept.get(name) or self._new_id())
        self._styles.rules(root)
        for one in root.iter(etree.Element):
            for fact in [x for x in one.attrib if str(x).endswith("CellStyle")]:
                del one.attrib[fact]
        rename_formulas(root, self._names)
        return xml_bytes(root)

    def _new_id(self) -> str:
        number = 1
        while str(number) in self._taken:
            number += 1
        self._taken.add(str(number))
        return str(number)


def refuse_unbringable(origin: Package, title: str, part: str) -> None:
    """Refuse a sheet with something that is more than parts of its own.

    Raises:
        CannotPatch: it holds a pivot table, a slicer, an embedded file or the like.
    """
    known = _BROUGHT | _DROPPED
    for name in reached(origin, [part]):
        for one in origin.relations(name):
            kind = one.get("Type", "").rpartition("/")[2]
            is_part = one.get("TargetMode") != "External"
            is_part = is_part and not one.get("Target", "").startswith("#")
            if is_part and kind not in known:
                reason = both("patch", "sheet_holds", kind=kind)
                raise CannotPatch(place=title, reason=reason)


def rename_formulas(root: etree._Element, names: NewNames) -> None:
    """Let the formulas of a table, a chart or a drawing use the new names."""
    if not names:
        return
    for one in root.iter(etree.Element):
        if etree.QName(one).localname in _FORMULAS and one.text:
            one.text = names(one.text)
        if link := one.get("textlink"):
            one.set("textlink", names(link))

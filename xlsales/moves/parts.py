"""Moves in other parts: names, charts, and controls linked to cells.

A part in which nothing names the moved cells keeps its bytes.
"""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from xlsales.moves.carriers import Carrier, follow_all, local_name
from xlsales.moves.following import Follower
from xlsales.moves.refusals import not_followed
from xlsales.openxml.package import Package
from xlsales.openxml.references import LAST_COLUMN, CannotFollow, Move, Straddles

_PRINTED = {"_xlnm.Print_Area", "_xlnm.Print_Titles"}
_FILTERED = "_xlnm._FilterDatabase"
_CHARTED = {"f", "nf", "sqref"}
_LINKED = ("ctrlProp", "drawing")
# The attributes of controls and linked shapes, and which of them list ranges.
_LINKS = {
    "fmlaLink": False,
    "fmlaRange": True,
    "fmlaTxbx": False,
    "fmlaGroup": False,
    "textlink": False,
    "cellRange": False,
}


def follow_parts(package: Package, sheets: Mapping[str, str], move: Move) -> None:
    """Let names, charts and controls go along with a move.

    Args:
        package: the workbook.
        sheets: the titles of its worksheets, by the names of their parts.
        move: what changes its place.

    Raises:
        CannotPatch: something would mean nothing any more.
    """
    _follow_names(package.tree(package.book), move)
    for name in [one for one in package if "/charts/" in one and one[-4:] == ".xml"]:
        if b"!" in package.read(name):
            _follow_chart(package.tree(name), name, move)
    for part, title in sheets.items():
        for kind in _LINKED:
            for name in package.related(part, kind).values():
                if name in package:
                    _follow_links(package.tree(name), title, move)


def _follow_names(root: etree._Element, move: Move) -> None:
    for one in root.iterfind("{*}definedNames/{*}definedName"):
        carrier, name = Carrier(one), one.get("name", "")
        try:
            new = _moved_name(name, carrier.formula, move)
        except CannotFollow as error:
            raise not_followed(name, carrier.formula, error) from error
        carrier.put(new)


def _moved_name(name: str, formula: str, move: Move) -> str:
    """Return what a name stands for; what is relative in it means no fixed cell.

    Printed pages go with the rows even where they are wider than the table, and
    what Excel keeps of an old filter is no reason to refuse a change.
    """
    follower = Follower("", move, is_list=True)
    try:
        if name in _PRINTED:
            return follower(formula)
        return follower.rule(formula, 0, 0)
    except Straddles:
        if name not in {*_PRINTED, _FILTERED}:
            raise
        wide = replace(move, left=1, right=LAST_COLUMN)
        return Follower("", wide, is_list=True)(formula)
    except CannotFollow:
        if name != _FILTERED:
            raise
        return formula


def _follow_chart(root: etree._Element, name: str, move: Move) -> None:
    carriers = [
        Carrier(one, is_list=next(one.iterancestors("{*}tx"), None) is None)
        for one in root.iter(etree.Element)
        if local_name(one) in _CHARTED
    ]
    follow_all(carriers, "", move, name)


def _follow_links(root: etree._Element, title: str, move: Move) -> None:
    carriers = [
        Carrier(one, key, _LINKS[key])
        for one in root.iter(etree.Element)
        for key in one.attrib
        if key in _LINKS
    ]
    follow_all(carriers, title, move, title)

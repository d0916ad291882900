"""Brought rules: drop-downs and signals of new cells, taken from a new sheet.

The new sheet has its columns where the workbook has them and its titles in row 1;
what is taken moves down to the row in which the workbook has its titles.
"""

from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml import etree

from xlsales.graft.styles import BroughtStyles
from xlsales.openxml.formulas import translated
from xlsales.openxml.references import Area, areas_of, sqref_of
from xlsales.openxml.sheet import Worksheet

_FORMULAS = ("{*}formula", "{*}formula1", "{*}formula2")


class BroughtRules:
    """Rules of one sheet, written for another.

    Args:
        origin: the new sheet.
        target: the sheet of the workbook.
        styles: the formats of both workbooks.
    """

    def __init__(
        self, origin: Worksheet, target: Worksheet, styles: BroughtStyles
    ) -> None:
        self._origin, self._target, self._styles = origin, target, styles

    def drop_downs(self, cells: Area, down: int) -> None:
        """Bring what the cells of an area accept, and their hints.

        Args:
            cells: an area of the new sheet.
            down: how much lower it stands in the workbook.
        """
        for one in self._origin.frame.iterfind("{*}dataValidations/{*}dataValidation"):
            if parts := _within(areas_of(one.get("sqref", "")), cells):
                self._put_drop_down(one, parts, down)

    def signals(
        self, cells: Area, down: int, speaking_of: Collection[str] = ()
    ) -> None:
        """Bring the conditional formats of an area.

        Args:
            cells: an area of the new sheet.
            down: how much lower it stands in the workbook.
            speaking_of: what makes a rule new wherever it applies: ``$T2``.
        """
        for areas, rule in self._rules():
            formulas = [one.text or "" for one in rule.iterfind("{*}formula")]
            if any(word in text for text in formulas for word in speaking_of):
                self._put_signal(rule, areas, (down, 0))
            elif parts := _within(areas, cells):
                across = _left(parts) - _left(areas)
                self._put_signal(rule, parts, (down, across))

    def _rules(self) -> Iterator[tuple[list[Area], etree._Element]]:
        for one in self._origin.frame.iterfind("{*}conditionalFormatting"):
            areas = areas_of(one.get("sqref", ""))
            yield from ((areas, rule) for rule in one.iterfind("{*}cfRule"))

    def _put_drop_down(self, one: etree._Element, parts: list[Area], down: int) -> None:
        twin = deepcopy(one)
        twin.set("sqref", sqref_of(_lower(part, down) for part in parts))
        _translate(twin, down, 0)
        group = self._target.child("dataValidations")
        group.append(twin)
        group.set("count", str(len(group)))

    def _put_signal(
        self, rule: etree._Element, areas: list[Area], step: tuple[int, int]
    ) -> None:
        frame = self._target.frame
        there = list(frame.iterfind("{*}conditionalFormatting"))
        home = self._target.child("conditionalFormatting")
        if there:
            home = etree.Element(home.tag)
            there[-1].addnext(home)
        home.set("sqref", sqref_of(_lower(one, step[0]) for one in areas))
        twin = deepcopy(rule)
        _translate(twin, *step)
        if (number := twin.get("dxfId")) is not None:
            twin.set("dxfId", str(self._styles.rule(int(number))))
        said = (x.get("priority", "0") for x in frame.iter("{*}cfRule"))
        twin.set("priority", str(max(map(int, said), default=0) + 1))
        home.append(twin)


def _within(areas: list[Area], cells: Area) -> list[Area]:
    """Return what of areas lies in another."""
    return [
        Area(
            max(one.left, cells.left),
            max(one.top, cells.top),
            min(one.right, cells.right),
            min(one.bottom, cells.bottom),
        )
        for one in areas
        if one.meets(cells)
    ]


def _left(areas: list[Area]) -> int:
    return min(one.left for one in areas)


def _lower(area: Area, down: int) -> Area:
    return area._replace(top=area.top + down, bottom=area.bottom + down)


def _translate(element: etree._Element, down: int, across: int) -> None:
    for path in _FORMULAS:
        for one in element.iterfind(path):
            one.text = translated(one.text or "", down, across)

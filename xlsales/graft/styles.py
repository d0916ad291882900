"""Brought styles: the formats of one workbook's cells as another numbers them.

A format that the other workbook has already is found again, so bringing the
same cells twice adds nothing.
"""

from copy import deepcopy

from lxml import etree

from xlsales.openxml.styles import Styles

_FIRST_OWN = 164  # number formats below it mean the same in every workbook
_PARTS = (
    ("fontId", "fonts", "applyFont"),
    ("fillId", "fills", "applyFill"),
    ("borderId", "borders", "applyBorder"),
)


class BroughtStyles:
    """Numbers of formats in a workbook that something is brought into.

    Args:
        origin: the formats where it comes from.
        target: the formats where it goes; what is missing is added.
    """

    def __init__(self, origin: Styles, target: Styles) -> None:
        self._origin, self._target = origin, target
        self._codes = {
            one.get("numFmtId", ""): one.get("formatCode", "")
            for one in origin.root.iterfind("{*}numFmts/{*}numFmt")
        }
        self._cells: dict[int, int] = {}
        self._rules: dict[int, int] = {}

    def cell(self, style: int) -> int:
        """Return the number of a cell's format.

        Named styles are left behind: what they say stands in the format too.
        """
        if style not in self._cells:
            twin = deepcopy(self._origin.format(style))
            for fact, group, applies in _PARTS:
                number = self._part(group, twin.get(fact, "0"))
                twin.set(fact, str(number))
                if number:
                    twin.set(applies, "1")
            twin.set("numFmtId", self._code(twin.get("numFmtId", "0")))
            twin.set("xfId", "0")
            self._cells[style] = self._target.place("cellXfs", twin)
        return self._cells[style]

    def rule(self, number: int) -> int:
        """Return the number of what a rule, a table or a filter shows."""
        if number not in self._rules:
            rules = self._origin.group("dxfs")
            rule = etree.Element(rules.tag.removesuffix("s"))
            if number < len(rules):
                rule = deepcopy(rules[number])
            for one in rule.iterfind("{*}numFmt"):
                self._renumber(one)
            self._rules[number] = self._target.place("dxfs", rule)
        return self._rules[number]

    def rules(self, root: etree._Element) -> None:
        """Renumber what rules, tables and filters show, wherever it is said."""
        for one in root.iter(etree.Element):
            for fact, value in one.items():
                if str(fact).lower().endswith("dxfid"):
                    one.set(fact, str(self.rule(int(value))))

    def shows_days(self, style: int) -> bool:
        """Whether a format shows numbers as days."""
        return self._origin.shows_days(style)

    def _part(self, group: str, said: str) -> int:
        parts = self._origin.group(group)
        number = int(said)
        return self._target.place(group, parts[number if number < len(parts) else 0])

    def _code(self, said: str) -> str:
        code = self._codes.get(said)
        return said if code is None else str(self._target.number_format(code))

    def _renumber(self, one: etree._Element) -> None:
        if int(one.get("numFmtId", "0")) >= _FIRST_OWN:
            code = one.get("formatCode", "")
            one.set("numFmtId", str(self._target.number_format(code)))

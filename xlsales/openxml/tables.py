"""Tables: the part that says where a table of Excel stands and what computes it."""

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from xlsales.openxml.package import Package
from xlsales.sheets.addresses import column_letter, corners


@dataclass(frozen=True)
class Table:
    """A table of Excel. Rows and columns count from 1.

    Attributes:
        root: its XML, changed in place.
        part: the name of its part.
        sheet: the title of the sheet it stands on.
    """

    root: etree._Element
    part: str
    sheet: str

    @property
    def name(self) -> str:
        """The name that formulas know it by."""
        return str(self.root.get("displayName") or self.root.get("name", ""))

    @property
    def ref(self) -> str:
        """Its cells, headings and totals included."""
        return str(self.root.get("ref", ""))

    @property
    def left(self) -> int:
        """Its first column."""
        return corners(self.ref)[0][0]

    @property
    def right(self) -> int:
        """Its last column."""
        return corners(self.ref)[1][0]

    @property
    def top(self) -> int:
        """Its first row: the headings, where it shows them."""
        return corners(self.ref)[0][1]

    @property
    def first(self) -> int:
        """Its first row of data."""
        return self.top + int(self.root.get("headerRowCount", "1"))

    @property
    def last(self) -> int:
        """Its last row of data."""
        return corners(self.ref)[1][1] - self.totals

    @property
    def totals(self) -> int:
        """How many rows of totals it shows: none or one."""
        return int(self.root.get("totalsRowCount", "0"))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The headings of its columns as a person reads them."""
        names = self.root.iterfind("{*}tableColumns/{*}tableColumn")
        return tuple(_unescaped(one.get("name", "")) for one in names)

    @cached_property
    def computed(self) -> dict[int, str]:
        """The formulas of calculated columns, by their place from 0."""
        columns = self.root.iterfind("{*}tableColumns/{*}tableColumn")
        found = {
            at: one.findtext("{*}calculatedColumnFormula")
            for at, one in enumerate(columns)
        }
        return {at: formula for at, formula in found.items() if formula}

    def move(self, top: int, last: int) -> None:
        """Let it stand elsewhere: from its first row to its last row of data.

        What is filtered or sorted by stays; Excel hides the rows anew when the
        filter is next applied.
        """
        left, right = column_letter(self.left - 1), column_letter(self.right - 1)
        self.root.set("ref", f"{left}{top}:{right}{last + self.totals}")
        for one in self.root.iterfind("{*}autoFilter"):
            one.set("ref", f"{left}{top}:{right}{last}")
        first = top + int(self.root.get("headerRowCount", "1"))
        for one in self.root.iter("{*}sortState"):
            one.set("ref", f"{left}{first}:{right}{last}")
        for one in self.root.iter("{*}sortCondition"):
            (column, _), _ = corners(one.get("ref", "A1"))
            letter = column_letter(column - 1)
            one.set("ref", f"{letter}{first}:{letter}{last}")


def tables_of(package: Package, title: str, part: str) -> list[Table]:
    """Return the tables that stand on a sheet."""
    return [
        Table(package.tree(name), name, title)
        for name in package.related(part, "table").values()
    ]


def _unescaped(name: str) -> str:
    """Return a heading: a line break in it is written ``_x000a_``."""
    for code, letter in (("_x000a_", "\n"), ("_x000A_", "\n"), ("_x000D_", "\r")):
        name = name.replace(code, letter)
    return name.replace("_x005F_", "_").replace("_x005f_", "_")

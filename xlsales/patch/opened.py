"""Opened: a workbook while it is changed: its sheets, tables and formats."""

from functools import cached_property
from xml.sax.saxutils import escape

from xlsales.errors import CannotPatch
from xlsales.language import text
from xlsales.openxml.book import compute_on_opening, counts_from_1904
from xlsales.openxml.package import Package
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.styles import Styles
from xlsales.openxml.tables import Table, tables_of
from xlsales.openxml.tabs import tabs_of
from xlsales.patch.pivots import refresh_pivots

_SIGNED = "digital-signature/origin"


class Opened:
    """A workbook that is open to be changed; nothing is written before ``to_bytes``.

    Args:
        content: the bytes of an .xlsx or .xlsm.

    Raises:
        Damaged: the bytes are no sound workbook.
        CannotPatch: it is signed, or shared in the old way.
    """

    def __init__(self, content: bytes) -> None:
        self.package = Package(content)
        self._sheets: dict[str, Worksheet] = {}
        self._computes = False
        _refuse_sealed(self.package)

    @cached_property
    def styles(self) -> Styles:
        """The formats of its cells."""
        return Styles(self.package)

    @cached_property
    def from_1904(self) -> bool:
        """Whether it counts days from 1904, as on an old Mac."""
        return counts_from_1904(self.package)

    @property
    def parts(self) -> dict[str, str]:
        """The parts of its worksheets by title, in the order of the tabs."""
        return {tab.title: tab.part for tab in tabs_of(self.package) if tab.part}

    def sheet(self, title: str) -> Worksheet:
        """Return a worksheet.

        Raises:
            KeyError: there is none of that title.
        """
        if title not in self._sheets:
            part = self.parts[title]
            self._sheets[title] = Worksheet(title, part, self.package.read(part))
        return self._sheets[title]

    def sheets_naming(self, title: str) -> list[Worksheet]:
        """Return a sheet and all others whose XML names it, in a formula or link."""
        named = escape(title.replace("'", "''")).encode()
        return [
            self.sheet(one)
            for one, part in self.parts.items()
            if one in self._sheets or named in self.package.read(part)
        ]

    def tables(self, title: str) -> list[Table]:
        """Return the tables that stand on a sheet."""
        return tables_of(self.package, title, self.parts[title])

    def table(self, name: str) -> Table:
        """Return a table by the name that formulas know it by.

        Raises:
            KeyError: there is none of that name.
        """
        for title in self.parts:
            for table in self.tables(title):
                if table.name.casefold() == name.casefold():
                    return table
        raise KeyError(name)

    def forget(self, title: str) -> None:
        """Leave a sheet as its part now is, whatever was changed in it before."""
        self._sheets.pop(title, None)

    def settle(self) -> None:
        """Write what was changed in sheets into their parts."""
        for sheet in self._sheets.values():
            if sheet.is_changed:
                self.package.write(sheet.part, sheet.to_bytes())

    def compute(self) -> None:
        """Have every formula computed by the program that opens the workbook."""
        self._computes = True

    def to_bytes(self) -> bytes:
        """Return the workbook as it now is.

        Formulas are computed by the program that opens it, if any cell changed;
        cells that were not touched keep the values they show.
        """
        self.settle()
        if self._computes:
            changed = [one for one in self._sheets.values() if one.is_changed]
            refresh_pivots(self.package, [(one.title, one.part) for one in changed])
            compute_on_opening(self.package)
        return self.package.to_bytes()


def _refuse_sealed(package: Package) -> None:
    if any(one.get("Type", "").endswith(_SIGNED) for one in package.relations("")):
        raise CannotPatch(place="", reason=text("patch", "signed"))
    if package.related(package.book, "revisionHeaders"):
        raise CannotPatch(place="", reason=text("patch", "shared"))

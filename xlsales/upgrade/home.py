"""Renewed home: 首页 of an older workbook with this version and every sheet on it.

The page is kept as it is; what it lacks is put where there is room for it.
"""

from copy import deepcopy

from lxml import etree

from xlsales.graft.cells import BroughtCells
from xlsales.graft.new_names import NewNames
from xlsales.graft.styles import BroughtStyles
from xlsales.language import Language, Text, both
from xlsales.openxml.cells import Cell, cells_of
from xlsales.openxml.package import Package
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.styles import Styles
from xlsales.openxml.tabs import tabs_of
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch
from xlsales.sheets import SHEETS
from xlsales.sheets.addresses import column_and_row, column_letter
from xlsales.sheets.results import HOME
from xlsales.sheets.titles import title_by_key
from xlsales.workbook.build import build_sheets
from xlsales.workbook.home_canvas import FIRST, LAST
from xlsales.workbook.schema import version

_PROGRAM = "xlsales "
_TOP = range(1, 4)


def renew_version(patch: Patch, title: str) -> None:
    """Let 首页 show the version of this program where it showed an earlier one."""
    shown = f"{_PROGRAM}{version()}"
    for (row, column), said in contents(patch, title, _TOP).items():
        if said.startswith(_PROGRAM) and said != shown:
            patch.set_cells(title, {f"{column_letter(column - 1)}{row}": shown})


def bring_links(patch: Patch, title: str, language: Language) -> list[Text]:
    """Add the ways to sheets that 首页 does not lead to.

    Returns:
        What was done, a line each. A row of links that is full gets no more.
    """
    there = title_by_key(patch.parts)
    linked = {
        one.get("location", "").rpartition("!")[0].strip("'").replace("''", "'")
        for one in patch.sheet(title).frame.iterfind("{*}hyperlinks/{*}hyperlink")
    }
    lacking = [
        sheet
        for sheet in SHEETS
        if sheet.key != HOME.key and there.get(sheet.key, "") not in {"", *linked}
    ]
    if not lacking:
        return []
    new = _NewHome(patch, title, language)
    done = [sheet for sheet in lacking if new.bring(sheet.title, there[sheet.key])]
    return [both("upgrade", "link", sheet=one.title) for one in done]


class _NewHome:
    """首页 as this version makes it, from which links are taken."""

    def __init__(self, patch: Patch, title: str, language: Language) -> None:
        self._patch, self._title, self._language = patch, title, language
        self._package = Package(build_sheets([HOME], language))
        (tab,) = tabs_of(self._package)
        self._sheet = Worksheet(tab.title, tab.part, self._package.read(tab.part))
        styles = BroughtStyles(Styles(self._package), patch.styles)
        self._cells = BroughtCells(self._package, styles, NewNames())

    def bring(self, sheet: Text, target: str) -> bool:
        """Add the way to a sheet in the row of its area; whether there was room."""
        link = self._link(sheet(self._language))
        column, row = column_and_row(link.get("ref", "A1"))
        cells = cells_of(self._cells.rows(self._sheet.rows.raw(row)))
        place = self._room(cells[FIRST + 1])
        if place is None:
            return False
        there = self._patch.sheet(self._title)
        there.put(place[0], {place[1]: _put_at(cells[column], place)})
        twin = deepcopy(link)
        twin.set("ref", f"{column_letter(place[1] - 1)}{place[0]}")
        quoted = target.replace("'", "''")
        twin.set("location", f"'{quoted}'!A1")
        there.child("hyperlinks").append(twin)
        self._patch.compute()
        return True

    def _link(self, title: str) -> etree._Element:
        links = self._sheet.frame.iterfind("{*}hyperlinks/{*}hyperlink")
        found = [x for x in links if x.get("location", "") == f"'{title}'!A1"]
        return found[-1]  # the panels above lead to some sheets too

    def _room(self, area: Cell) -> tuple[int, int] | None:
        """Return the first free cell in the row of an area."""
        wanted = b"".join(area.inner.split())
        texts = contents(self._patch, self._title)
        merged = [Area.of(x) for x in self._patch.sheet(self._title).merged()]
        for (row, column), said in sorted(texts.items()):
            if column == FIRST + 1 and said and _shown(said) in wanted:
                for at in range(FIRST + 2, LAST + 2):
                    cell = Area(at, row, at, row)
                    is_free = not any(cell.meets(one) for one in merged)
                    if (row, at) not in texts and is_free:
                        return row, at
        return None


def _put_at(cell: Cell, place: tuple[int, int]) -> Cell:
    return cell._replace(column=place[1]).at(place[0])


def _shown(said: str) -> bytes:
    return b">" + "".join(said.split()).encode() + b"<"

"""Written: what xlsales last wrote into a workbook, remembered in the workbook.

A hidden part of the file (custom XML, ``urn:xlsales:written``) holds a short
hash of every cell that was written on a sheet of results, and what the shades
of the marks say. So a later run knows what a person changed since, and keeps it.
Excel and WPS keep such a part; a program that drops it makes us forget, and then
nothing counts as changed by hand. What an open Excel has to know as well stands
in hidden names too (see ``shared_names``); where the two differ, Excel wrote last.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from xlsales.openxml.parts import parse
from xlsales.openxml.xml import xml_bytes
from xlsales.patch import custom_xml
from xlsales.patch.marks import Before, Shades, solid_colour
from xlsales.patch.names import names_of, remove_name, set_name
from xlsales.patch.patch import Patch
from xlsales.workbook.shared_names import (
    BY_EXCEL,
    BY_FILE,
    SHADES,
    SHEETS,
    array_of,
    pairs_of,
)

NAMESPACE = "urn:xlsales:written"
_DIGEST = 4  # bytes; told apart within one cell only, so few will do
Rows = dict[str, dict[int, str]]


@dataclass
class Written:
    """What a workbook remembers of what was written into it.

    Attributes:
        shades: what the shades of its marks say.
        sheets: by title, the hash of each cell by the key of its row and by its
            column from 1.
        by_excel: titles of sheets that an open Excel wrote last, of whose cells
            nothing is remembered.
    """

    shades: Shades = field(default_factory=Shades)
    sheets: dict[str, Rows] = field(default_factory=dict)
    by_excel: set[str] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to remember."""
        return not (self.shades.meaning or self.sheets or self.by_excel)


def digest(value: str) -> str:
    """Return the short hash of what stands in a cell; "" of an empty one."""
    if not value:
        return ""
    return hashlib.blake2b(value.encode(), digest_size=_DIGEST).hexdigest()


def digests(rows: Mapping[str, Mapping[int, str]]) -> Rows:
    """Return the hashes of the cells of rows."""
    return {
        key: {column: digest(value) for column, value in cells.items()}
        for key, cells in rows.items()
    }


def read_written(patch: Patch) -> Written:
    """Return what a workbook remembers; nothing where it never was written to."""
    shared = _shared(patch)
    content = custom_xml.read(patch, NAMESPACE)
    written = Written() if content is None else _parsed(content)
    for colour, earlier in shared[SHADES].items():
        known = written.shades.meaning.get(colour)
        if known is None or solid_colour(etree.fromstring(known.fill)) != earlier:
            written.shades.meaning[colour] = _before(patch, earlier)
    for title, writer in shared[SHEETS].items():
        if writer == BY_EXCEL:
            written.sheets.pop(title, None)
            written.by_excel.add(title)
    return written


def _shared(patch: Patch) -> dict[str, dict[str, str]]:
    formulas = {one.name: one.refers_to for one in names_of(patch)}
    return {name: pairs_of(formulas.get(name, "")) for name in (SHADES, SHEETS)}


def _before(patch: Patch, colour: str) -> Before:
    """Return what a cell was of which only its earlier colour is known."""
    styles = patch.styles
    fill = styles.solid(colour) if colour else styles.no_fill()
    style = styles.with_fill(0, fill) if colour else 0
    return Before(style, was_there=True, fill=etree.tostring(fill, with_tail=False))


def _parsed(content: bytes) -> Written:
    root = parse(content)
    meaning = {
        one.get("colour", ""): Before(
            style=int(one.get("style", "0")),
            was_there=one.get("was_there") == "1",
            fill=etree.tostring(one[0], with_tail=False),
        )
        for one in root.iterfind("{*}shade")
    }
    sheets = {
        sheet.get("title", ""): {
            row.get("key", ""): _cells(row.text or "")
            for row in sheet.iterfind("{*}row")
        }
        for sheet in root.iterfind("{*}sheet")
    }
    return Written(Shades(meaning), sheets)


def write_written(patch: Patch, written: Written) -> None:
    """Let a workbook remember; with nothing to remember, part and names go."""
    _share(patch, written)
    if written.is_empty:
        custom_xml.remove(patch, NAMESPACE)
        return
    root = etree.Element(f"{{{NAMESPACE}}}written", nsmap={None: NAMESPACE})
    for colour, before in sorted(written.shades.meaning.items()):
        facts = {
            "colour": colour,
            "style": str(before.style),
            "was_there": str(int(before.was_there)),
        }
        shade = etree.SubElement(root, f"{{{NAMESPACE}}}shade", facts)
        shade.append(etree.fromstring(before.fill))
    for title, rows in sorted(written.sheets.items()):
        sheet = etree.SubElement(root, f"{{{NAMESPACE}}}sheet", title=title)
        for key, cells in rows.items():
            row = etree.SubElement(sheet, f"{{{NAMESPACE}}}row", key=key)
            row.text = " ".join(f"{at}:{one}" for at, one in sorted(cells.items()))
    custom_xml.write(patch, NAMESPACE, xml_bytes(root))


def _share(patch: Patch, written: Written) -> None:
    """Put what an open Excel has to know into the hidden names."""
    fills = {
        colour: solid_colour(etree.fromstring(before.fill))
        for colour, before in sorted(written.shades.meaning.items())
    }
    titles = dict.fromkeys(sorted(written.sheets), BY_FILE)
    titles |= dict.fromkeys(sorted(written.by_excel), BY_EXCEL)
    for name, pairs in ((SHADES, fills), (SHEETS, titles)):
        if pairs:
            set_name(patch, name, array_of(pairs), hidden=True)
        else:
            remove_name(patch, name)


def _cells(typed: str) -> dict[int, str]:
    cells = (one.partition(":") for one in typed.split())
    return {int(column): value for column, _, value in cells}

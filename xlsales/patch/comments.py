"""Comments: the part in which the notes of a sheet are kept.

Threaded comments, the newer kind, have a part of their own; in this one each has
a stand-in, whose author is ``tc={…}``, for programs that do not know them.
"""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from xlsales.openxml.cells import from_xml, in_xml
from xlsales.openxml.package import Package
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.xml import xml_bytes
from xlsales.sheets.addresses import column_and_row, column_letter

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_THREAD = "tc={"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Nine points, in the colour and font that Excel gives a note.
_FONT = (("sz", "9"), ("color", "81"), ("rFont", "Tahoma"), ("family", "2"))

Cell = tuple[int, int]  # row and column, from 1


class Comment(NamedTuple):
    """An entry of the part."""

    element: etree._Element
    cell: Cell
    author: str

    @property
    def address(self) -> str:
        """Its cell as a person reads it."""
        return _address(self.cell)

    @property
    def text(self) -> str:
        """What it says, in whatever fonts."""
        found = [
            one.text or ""
            for one in self.element.iterfind("{*}text//{*}t")
            if not str(one.getparent().tag).endswith("}rPh")
        ]
        return from_xml("".join(found))

    @property
    def is_thread(self) -> bool:
        """Whether it stands in for a threaded comment."""
        return self.author.startswith(_THREAD)


class Comments:
    """The comments of one sheet; the part is made when the first is put in."""

    def __init__(self, package: Package, sheet: Worksheet) -> None:
        self._package, self._sheet = package, sheet
        related = package.related(sheet.part, "comments").items()
        found = [(key, part) for key, part in related if part in package]
        self._key, self._part = found[0] if found else ("", "")

    def __iter__(self) -> Iterator[Comment]:
        if not self._part:
            return
        authors = [from_xml(one.text or "") for one in self._group("authors")]
        for element in self._group("commentList").iterfind("{*}comment"):
            number = int(element.get("authorId", "0"))
            author = authors[number] if number < len(authors) else ""
            yield Comment(element, _cell_of(element), author)

    def threads(self) -> set[Cell]:
        """Return the cells that have a threaded comment."""
        return {
            _cell_of(one)
            for part in self._package.related(
                self._sheet.part, "threadedComment"
            ).values()
            for one in self._package.tree(part).iterfind("{*}threadedComment")
        }

    def put_in(self, texts: Mapping[Cell, str], author: str) -> None:
        """Add comments, each before those of later rows and columns."""
        if not self._part:
            self._make()
        number = str(self._number_of(author))
        group = self._group("commentList")
        waiting = deque(sorted(texts))
        for one in list(group.iterfind("{*}comment")):
            while waiting and waiting[0] < _cell_of(one):
                cell = waiting.popleft()
                one.addprevious(self._made(cell, number, texts[cell]))
        group.extend(self._made(cell, number, texts[cell]) for cell in waiting)

    def take_out(self, cells: Collection[Cell]) -> None:
        """Take out the comments of cells."""
        for one in list(self):
            if one.cell in cells:
                one.element.getparent().remove(one.element)

    def forget(self, authors: Collection[str]) -> None:
        """Take out authors who have no comment left, and a part that has none."""
        used = {one.element.get("authorId") for one in self}
        if not used:
            self._package.unrelate(self._sheet.part, self._key)
            self._package.remove(self._part)
            return
        numbers: dict[str, str] = {}
        for at, one in enumerate(list(self._group("authors"))):
            if from_xml(one.text or "") in authors and str(at) not in used:
                one.getparent().remove(one)
            else:
                numbers[str(at)] = str(len(numbers))
        self._renumber(numbers)

    def _make(self) -> None:
        space = etree.QName(self._sheet.frame).namespace
        root = etree.Element(f"{{{space}}}comments", nsmap={None: space})
        self._part = self._package.new_name("xl/comments{}.xml")
        self._package.write(self._part, xml_bytes(root), _TYPE)
        self._key = self._package.relate(self._sheet.part, "comments", self._part)

    def _group(self, name: str) -> etree._Element:
        root = self._package.tree(self._part)
        found = root.find(f"{{*}}{name}")
        if found is None:
            found = etree.Element(f"{{{etree.QName(root).namespace}}}{name}")
            root.insert(0 if name == "authors" else 1, found)
        return found

    def _number_of(self, author: str) -> int:
        """Return the number of an author; a new one goes before those of no name.

        LibreOffice passes those over when it counts, so the notes of all that
        follow them get other authors.
        """
        group = self._group("authors")
        names = [from_xml(one.text or "") for one in group]
        if author in names:
            return names.index(author)
        number = names.index("") if "" in names else len(names)
        made = etree.Element(f"{{{etree.QName(group).namespace}}}author")
        made.text = in_xml(author)
        group.insert(number, made)
        later = range(number, len(names))
        self._renumber({str(at): str(at + 1) for at in later})
        return number

    def _renumber(self, numbers: Mapping[str, str]) -> None:
        for comment in self._group("commentList").iterfind("{*}comment"):
            said = comment.get("authorId", "0")
            comment.set("authorId", numbers.get(said, said))

    def _made(self, cell: Cell, author: str, text: str) -> etree._Element:
        space = f"{{{etree.QName(self._sheet.frame).namespace}}}"
        facts = {"ref": _address(cell), "authorId": author, "shapeId": "0"}
        made = etree.Element(f"{space}comment", facts)
        run = etree.SubElement(etree.SubElement(made, f"{space}text"), f"{space}r")
        font = etree.SubElement(run, f"{space}rPr")
        for name, value in _FONT:
            attribute = "indexed" if name == "color" else "val"
            etree.SubElement(font, f"{space}{name}", {attribute: value})
        said = etree.SubElement(run, f"{space}t", {_XML_SPACE: "preserve"})
        said.text = in_xml(text)
        return made


def _cell_of(element: etree._Element) -> Cell:
    column, row = column_and_row(element.get("ref", "A1").partition(":")[0])
    return row, column


def _address(cell: Cell) -> str:
    return f"{column_letter(cell[1] - 1)}{cell[0]}"

"""Packages: the parts of a workbook, what type they are and what they refer to.

A package is opened once. Parts are read when they are asked for; those that
were changed are packed anew, and all others keep their compressed bytes.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from xlsales.openxml.parts import Damaged, open_part, parse, resolved
from xlsales.openxml.xml import DECLARED, kept, xml_bytes
from xlsales.openxml.zipped import replace_parts

TYPES = "[Content_Types].xml"
_EMPTY = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"/>'
)
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, RuntimeError)
_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_BASE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Package:
    """A workbook's parts while some of them are changed.

    Raises:
        Damaged: the bytes are no sound zip file.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile as error:
            raise Damaged(str(error)) from error
        self._changed: dict[str, bytes | None] = {}
        self._trees: dict[str, etree._Element] = {}
        self._as_read: dict[str, tuple[bytes, bytes]] = {}

    def __contains__(self, name: str) -> bool:
        if name in self._trees:
            return True
        if name in self._changed:
            return self._changed[name] is not None
        return name in self._archive.NameToInfo

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the parts as they are now."""
        names = dict.fromkeys([*self._archive.NameToInfo, *self._changed])
        return (name for name in names if name in self and not name.endswith("/"))

    def read(self, name: str) -> bytes:
        """Return a part's content as it is now.

        Raises:
            Damaged: there is no such part, or it cannot be unpacked.
        """
        if name in self._trees:
            return self._written(name)
        if name in self._changed:
            if (changed := self._changed[name]) is None:
                raise Damaged(name)
            return changed
        return self.original(name)

    def original(self, name: str) -> bytes:
        """Return a part's content as it was when the package was opened.

        Raises:
            Damaged: there was none, or it cannot be unpacked.
            TooLarge: it says that it unpacks to more than any real part.
        """
        try:
            with open_part(self._archive, name) as stream:
                return stream.read()
        except _DAMAGED as error:
            raise Damaged(name) from error

    def write(self, name: str, content: bytes, content_type: str = "") -> None:
        """Replace a part, or add one; a new one needs its content type."""
        self._trees.pop(name, None)
        self._changed[name] = content
        if content_type:
            self.set_type(name, content_type)

    def remove(self, name: str) -> None:
        """Take a part out, with its own references and its content type."""
        for one in (name, relations_name(name)):
            if one in self:
                self._trees.pop(one, None)
                self._changed[one] = None
        self.set_type(name, "")

    def tree(self, name: str) -> etree._Element:
        """Return a part as XML, to be looked at or changed in place.

        A part whose tree is not changed keeps the bytes it has.

        Raises:
            Damaged: it is no sound XML.
        """
        if name not in self._trees:
            content = self.read(name)
            try:
                tree = parse(content)
            except etree.XMLSyntaxError as error:
                raise Damaged(name) from error
            self._trees[name], self._as_read[name] = tree, (content, xml_bytes(tree))
        return self._trees[name]

    def new_name(self, pattern: str) -> str:
        """Return the first name of a pattern such as ``xl/comments{}.xml`` not taken.

        A name that was taken out in this change is not given again.
        """
        taken = {*self._archive.NameToInfo, *self._changed, *self._trees}
        lower = {name.lower() for name in taken}
        number = 1
        while pattern.format(number).lower() in lower:
            number += 1
        return pattern.format(number)

    def type_of(self, name: str) -> str:
        """Return the content type of a part; "" where none is declared."""
        types = self.tree(TYPES)
        own = next((x for x in types if _is_override(x, name)), None)
        if own is None:
            ending = posixpath.splitext(name)[1][1:].lower()
            own = next((x for x in types if _is_default(x, ending)), None)
        return "" if own is None else own.get("ContentType", "")

    def set_type(self, name: str, content_type: str) -> None:
        """Declare a part's content type; none takes the declaration out."""
        own = [x for x in self.tree(TYPES) if _is_override(x, name)]
        if self.type_of(name) == content_type or not (own or content_type):
            return
        types = self.tree(TYPES)
        for one in [x for x in types if _is_override(x, name)]:
            types.remove(one)
        if content_type:
            tag = types.tag.replace("}Types", "}Override")
            facts = {"PartName": f"/{name}", "ContentType": content_type}
            etree.SubElement(types, tag, facts)

    def default_type(self, ending: str, content_type: str) -> None:
        """Declare the type of all parts whose names end so, such as ``vml``."""
        if not any(_is_default(x, ending) for x in self.tree(TYPES)):
            types = self.tree(TYPES)
            tag = types.tag.replace("}Types", "}Default")
            facts = {"Extension": ending, "ContentType": content_type}
            types.insert(0, etree.Element(tag, facts))

    def related(self, name: str, kind: str) -> dict[str, str]:
        """Return the parts of one kind that a part refers to, by relation id.

        Args:
            name: the part that refers; "" is the package itself.
            kind: the end of the relation's type, such as ``table``.
        """
        return {
            one.get("Id", ""): resolved(posixpath.dirname(name), one.get("Target", ""))
            for one in self.relations(name)
            if one.get("Type", "").rpartition("/")[2] == kind
            and one.get("TargetMode") != "External"
        }

    def relations(self, name: str) -> list[etree._Element]:
        """Return everything a part refers to, to be looked at."""
        own = relations_name(name)
        return list(self.tree(own)) if own in self else []

    def relate(self, name: str, kind: str, target: str) -> str:
        """Let a part refer to another and return the relation's id.

        Args:
            name: the part that refers.
            kind: ``table``, ``comments``, or a whole type with its address.
            target: the part it refers to.
        """
        own = relations_name(name)
        if own not in self:
            self.write(own, DECLARED + _EMPTY)
        root = self.tree(own)
        taken = {one.get("Id") for one in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        folder = posixpath.dirname(name)
        facts = {
            "Id": f"rId{number}",
            "Type": kind if ":" in kind else f"{self.base}/{kind}",
            "Target": posixpath.relpath(f"/{target}", f"/{folder}"),
        }
        etree.SubElement(root, root.tag.removesuffix("s"), facts)
        return f"rId{number}"

    def unrelate(self, name: str, key: str) -> None:
        """Let a part no longer refer to another; an empty list goes too."""
        root = self.tree(relations_name(name))
        for one in [x for x in root if x.get("Id") == key]:
            root.remove(one)
        if not len(root):
            self.remove(relations_name(name))

    @property
    def book(self) -> str:
        """The name of the workbook part.

        Raises:
            Damaged: there is none.
        """
        found = self.related("", "officeDocument")
        if not found:
            raise Damaged("officeDocument")
        return next(iter(found.values()))

    @property
    def is_strict(self) -> bool:
        """Whether it is written with the names of ISO 29500 Strict."""
        return any(
            x.get("Type", "").startswith(_STRICT_BASE) for x in self.relations("")
        )

    @property
    def base(self) -> str:
        """The namespace of ``r:id``, with which the types of relations begin."""
        return _STRICT_BASE if self.is_strict else _BASE

    def changes(self) -> dict[str, bytes | None]:
        """Return the parts that differ from what they were; None is taken out."""
        written = {name: self._written(name) for name in self._trees}
        return {
            name: content
            for name, content in {**self._changed, **written}.items()
            if not self._is_as_before(name, content)
        }

    def _is_as_before(self, name: str, content: bytes | None) -> bool:
        before = self._archive.NameToInfo.get(name)
        if content is None or before is None:
            return content is None and before is None
        # What differs in length need not be unpacked to be compared.
        return before.file_size == len(content) and content == self.original(name)

    def _written(self, name: str) -> bytes:
        content, as_read = self._as_read[name]
        now = xml_bytes(self._trees[name])
        return content if now == as_read else kept(content, as_read, now)

    def to_bytes(self) -> bytes:
        """Return the package; with nothing changed, the bytes it was opened with."""
        changes = self.changes()
        return replace_parts(self._content, changes) if changes else self._content


def relations_name(name: str) -> str:
    """Return the part that holds what a part refers to; "" is the package's own."""
    folder, plain = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{plain}.rels")


def _is_override(one: etree._Element, name: str) -> bool:
    return str(one.tag).endswith("}Override") and one.get("PartName") == f"/{name}"


def _is_default(one: etree._Element, ending: str) -> bool:
    is_default = str(one.tag).endswith("}Default")
    return is_default and one.get("Extension", "").lower() == ending

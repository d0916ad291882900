"""Shapes of notes: the boxes in the VML part of a sheet.

VML is often no well-formed XML, and each program gives its shapes other names
and prefixes. So it is changed as bytes: ours are put in before its end, and
those of a cell are found by the row and column they name.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from xlsales.openxml.parts import Damaged

VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_BLOCK = 1024  # shapes are numbered in blocks; no block is used in two parts

_ROOT = re.compile(rb"<xml(?:\s[^>]*)?>")
_END = re.compile(rb"</xml\s*>\s*\Z")
_SHAPE = re.compile(rb"<(\w*:?)shape\s(?:[^>]*[^>/])?>.*?</\1shape>", re.DOTALL)
_ROW = re.compile(rb"<(?:\w+:)?Row>\s*(\d+)\s*<")
_COLUMN = re.compile(rb"<(?:\w+:)?Column>\s*(\d+)\s*<")
_IS_NOTE = re.compile(rb"""\sObjectType=["']Note["']""")
_NUMBER = re.compile(rb"_x0000_s(\d+)")
_BLOCKS = re.compile(rb"""(<(?:\w+:)?idmap\s[^>]*?\bdata=["'])([\d,\s]*)""")
_DRAWN = re.compile(
    rb"<(?:\w+:)?(?:shape|rect|roundrect|oval|line|polyline|curve|arc|image|group)[\s/>]"
)
_KIND = b"_x0000_t202"
_USES_KIND = b"#_x0000_t202"
_SHAPETYPE = (
    b'<v:shapetype%b id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    b'<v:shape%b id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;'
    b"margin-left:59.25pt;margin-top:1.5pt;width:%.4gpt;height:%.4gpt;z-index:%d;"
    b'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    b'<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    b'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    b'<div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    b"<x:Anchor>%b</x:Anchor><x:AutoFill>False</x:AutoFill>"
    b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)


class Box(NamedTuple):
    """The box of a note.

    Attributes:
        row: of its cell, from 1.
        column: of its cell, from 1.
        size: width and height in pixels.
        anchor: where it stands.
    """

    row: int
    column: int
    size: tuple[int, int]
    anchor: str


def new_drawing(taken: set[int]) -> bytes:
    """Return a drawing without shapes, whose numbers no other part has."""
    spaces = b"".join(b' xmlns:%b="%b"' % one for one in _SPACES.items())
    return (
        b'<xml%b><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/>'
        b"</o:shapelayout></xml>" % (spaces, max(taken, default=0) + 1)
    )


def blocks_of(vml: bytes) -> set[int]:
    """Return which blocks of numbers a drawing uses."""
    return _used_blocks(vml) | set(_said_blocks(vml))


Shape = Callable[[int, bytes], bytes]
"""What writes a shape, given its number and the declarations of prefixes."""


def with_boxes(vml: bytes, boxes: Sequence[Box], taken: set[int]) -> bytes:
    """Return a drawing with boxes added to it.

    Args:
        vml: the drawing.
        boxes: what is added.
        taken: the blocks of numbers that other drawings use.

    Raises:
        Damaged: it is no drawing.
    """
    shapes = [partial(_box_xml, box) for box in boxes]
    return with_shapes(vml, shapes, (_KIND, _SHAPETYPE), taken)


def with_shapes(
    vml: bytes, shapes: Sequence[Shape], kind: tuple[bytes, bytes], taken: set[int]
) -> bytes:
    """Return a drawing with shapes added to it.

    Args:
        vml: the drawing.
        shapes: what is added.
        kind: the id of their type, and the type itself, should it be missing.
        taken: the blocks of numbers that other drawings use.

    Raises:
        Damaged: it is no drawing.
    """
    end = _END.search(vml)
    if end is None:
        raise Damaged("vmlDrawing")
    spaces = _missing_spaces(vml)
    made = [
        shape(number, spaces)
        for shape, number in zip(shapes, _free_numbers(vml, taken), strict=False)
    ]
    if made and b'id="%b"' % kind[0] not in vml:
        made.insert(0, kind[1] % spaces)
    changed = vml[: end.start()] + b"".join(made) + end[0]
    new = _used_blocks(changed) - blocks_of(vml)
    return _with_blocks(changed, [*_said_blocks(vml), *sorted(new)])


def without_boxes(vml: bytes, cells: set[tuple[int, int]]) -> bytes:
    """Return a drawing without the boxes of the notes of cells."""
    changed = _SHAPE.sub(
        lambda found: b"" if _cell_of(found[0]) in cells else found[0], vml
    )
    if len(changed) == len(vml):
        return vml
    if _USES_KIND not in changed:
        changed = changed.replace(_SHAPETYPE % _missing_spaces(vml), b"")
    emptied = _used_blocks(vml) - _used_blocks(changed)
    first, *others = _said_blocks(vml) or [0]
    return _with_blocks(
        changed, [first, *(one for one in others if one not in emptied)]
    )


def is_blank(vml: bytes) -> bool:
    """Whether nothing is drawn, neither a note nor a button."""
    return _DRAWN.search(vml) is None


def _box_xml(box: Box, number: int, spaces: bytes) -> bytes:
    width, height = (pixels * 0.75 for pixels in box.size)
    facts = (box.anchor.encode(), box.row - 1, box.column - 1)
    return _BOX % (spaces, number, width, height, number % _BLOCK, *facts)


def _cell_of(shape: bytes) -> tuple[int, int] | None:
    """Return row and column, from 1, of the cell that a shape is the note of."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if row is None or column is None or not _IS_NOTE.search(shape):
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _missing_spaces(vml: bytes) -> bytes:
    """Return the declarations of prefixes that the root does not make."""
    root = _ROOT.search(vml)
    known = root[0] if root else b""
    missing = (one for one in _SPACES.items() if b"xmlns:%b=" % one[0] not in known)
    return b"".join(b' xmlns:%b="%b"' % one for one in missing)


def _free_numbers(vml: bytes, taken: set[int]) -> Iterator[int]:
    """Yield numbers of shapes: first of the blocks that the drawing has already."""
    own = _said_blocks(vml) or sorted(_used_blocks(vml) - {0})
    last: dict[int, int] = {}
    for number in map(int, _NUMBER.findall(vml)):
        last[number // _BLOCK] = max(number, last.get(number // _BLOCK, 0))
    for block in own:
        yield from range(last.get(block, block * _BLOCK) + 1, (block + 1) * _BLOCK)
    for block in itertools.count(max({0, *own, *taken}) + 1):
        yield from range(block * _BLOCK + 1, (block + 1) * _BLOCK)


def _used_blocks(vml: bytes) -> set[int]:
    return {int(one) // _BLOCK for one in _NUMBER.findall(vml)}


def _said_blocks(vml: bytes) -> list[int]:
    found = _BLOCKS.search(vml)
    return [int(one) for one in found[2].split(b",") if one.strip()] if found else []


def _with_blocks(vml: bytes, blocks: list[int]) -> bytes:
    if blocks == _said_blocks(vml):
        return vml
    said = ",".join(map(str, blocks)).encode()
    return _BLOCKS.sub(lambda found: found[1] + said, vml, count=1)

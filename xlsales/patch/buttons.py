"""Buttons: what a person clicks on a sheet to run a macro.

A button of the forms kind is a shape in the VML part of its sheet, beside the
boxes of notes. One that is bound to the macro already, wherever a person has
moved it, is left alone: Excel keeps it in four parts once it has saved it.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from xlsales.patch.drawings import change_drawing, drawing_of
from xlsales.patch.note_places import Places, halves
from xlsales.patch.note_shapes import Shape, with_shapes
from xlsales.patch.opened import Opened

HEIGHT: Final = 24
_GAP, _LETTER, _SIDES = 8, 6, 18  # pixels: between two, a Latin letter, left and right
_NARROWEST = 72
_MACRO = re.compile(rb"<(?:\w+:)?FmlaMacro>\s*(?:\[0\]!)?(?:\w+\.)?([^<\s]+)")
_KIND: Final = b"_x0000_t201"
_SHAPETYPE = (
    b'<v:shapetype%b id="_x0000_t201" coordsize="21600,21600" o:spt="201" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" '
    b'o:connecttype="rect"/><o:lock v:ext="edit" shapetype="t"/></v:shapetype>'
)
_SHAPE = (
    b'<v:shape%b id="_x0000_s%d" type="#_x0000_t201" style="position:absolute;'
    b'width:%.4gpt;height:%.4gpt;z-index:%d;mso-wrap-style:tight" o:button="t" '
    b'fillcolor="buttonFace [67]" strokecolor="windowText [64]" o:insetmode="auto">'
    b'<v:fill color2="buttonFace [67]" o:detectmouseclick="t"/>'
    b'<o:lock v:ext="edit" rotation="t"/>'
    b'<v:textbox style="mso-direction-alt:auto" o:singleclick="f">'
    b'<div style="text-align:center"><font face="%b" size="200" color="#1F2A2E">%b'
    b"</font></div></v:textbox>"
    b'<x:ClientData ObjectType="Button"><x:MoveWithCells/><x:SizeWithCells/>'
    b"<x:Anchor>%b</x:Anchor><x:PrintObject>False</x:PrintObject>"
    b"<x:AutoFill>False</x:AutoFill><x:FmlaMacro>[0]!%b</x:FmlaMacro>"
    b"<x:TextHAlign>Center</x:TextHAlign><x:TextVAlign>Center</x:TextVAlign>"
    b"</x:ClientData></v:shape>"
)


class Button(NamedTuple):
    """A button: what is written on it, and the macro it runs."""

    label: str
    macro: str


def macros_of(patch: Opened, title: str) -> set[str]:
    """Return the macros that buttons and other shapes of a sheet are bound to."""
    part = drawing_of(patch, patch.sheet(title))
    found = _MACRO.findall(patch.package.read(part)) if part else []
    return {one.decode(errors="replace") for one in found}


def add_buttons(
    patch: Opened,
    title: str,
    buttons: Sequence[Button],
    column: int,
    font: str,
) -> None:
    """Put buttons into the first row of a sheet; none is printed.

    Where columns are wide enough each stands in one of its own, else side by side.

    Args:
        patch: the workbook.
        title: the sheet.
        buttons: from left to right; one whose macro has a button there is left out.
        column: where the first begins, from 1.
        font: of what is written on them.
    """
    known = macros_of(patch, title)
    sheet = patch.sheet(title)
    places = Places(sheet)
    longest = max((halves(one.label) for one in buttons), default=0)
    width = max(longest * _LETTER + _SIDES, _NARROWEST)
    shapes: list[Shape] = []
    for number, one in enumerate(buttons):
        if one.macro not in known:
            corner = _corner(places, column, number, width)
            anchor = places.in_row(1, corner, (width, HEIGHT))
            shapes.append(_shape(one, anchor, (width, font)))
    if shapes:
        change_drawing(
            patch,
            sheet,
            lambda vml, taken: with_shapes(vml, shapes, (_KIND, _SHAPETYPE), taken),
        )


def _corner(places: Places, column: int, number: int, width: int) -> tuple[int, int]:
    """Return where a button begins: a column, and pixels right of its left edge."""
    room = places.width(column + number) - width
    return (
        (column + number, room // 2) if room >= 0 else (column, number * (width + _GAP))
    )


def _shape(button: Button, anchor: str, look: tuple[int, str]) -> Shape:
    width, font = look

    def xml(number: int, spaces: bytes) -> bytes:
        return _SHAPE % (
            spaces,
            number,
            width * 0.75,
            HEIGHT * 0.75,
            number % 1024,
            _ascii(font),
            _ascii(button.label),
            anchor.encode(),
            button.macro.encode(),
        )

    return xml


def _ascii(text: str) -> bytes:
    """Return text that reads the same whatever alphabet VML is taken to be in."""
    return escape(text).encode("ascii", "xmlcharrefreplace")

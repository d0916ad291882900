"""Colours: what a colour of a format is on the screen.

A format names one outright, or as a place in the workbook's theme made lighter
or darker (ISO 29500-1, 18.8.3 and 18.8.19): the first rows of Excel's palette.
"""

import colorsys
from typing import Final

from lxml import etree

from xlsales.openxml.package import Package

# The order in which formats count the colours of a theme.
_PLACES: Final = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4",
    "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
_FULL = 255


def shown_fill(package: Package, fill: bytes) -> str:
    """Return the colour of a plain fill, such as ``D9D9D9``; "" of any other.

    Args:
        package: the workbook, for its theme.
        fill: as XML.
    """
    pattern = etree.fromstring(fill).find("{*}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    colour = pattern.find("{*}fgColor")
    if colour is None:
        return ""
    if rgb := colour.get("rgb"):
        return str(rgb)[-6:].upper()
    place = int(colour.get("theme", "-1"))
    base = _of_theme(package, place) if 0 <= place < len(_PLACES) else ""
    return _tinted(base, float(colour.get("tint", "0"))) if base else ""


def _of_theme(package: Package, place: int) -> str:
    for part in package.related(package.book, "theme").values():
        found = package.tree(part).find(f".//{{*}}clrScheme/{{*}}{_PLACES[place]}")
        if found is not None and len(found):
            return str(found[0].get("lastClr") or found[0].get("val", "")).upper()
    return ""


def _tinted(colour: str, tint: float) -> str:
    """Return a colour made lighter, or darker below 0, by a part of what is left."""
    red, green, blue = (one / _FULL for one in bytes.fromhex(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    found = colorsys.hls_to_rgb(hue, light, saturation)
    return bytes(round(one * _FULL) for one in found).hex().upper()

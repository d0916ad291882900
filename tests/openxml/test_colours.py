"""Colours of fills as a person sees them."""

import io

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from xlsales.openxml.colours import shown_fill
from xlsales.openxml.package import Package
from xlsales.openxml.styles import Styles


def saved(fill):
    """A workbook with one filled cell, and its fill."""
    book = openpyxl.Workbook()
    book.active["A1"].fill = fill
    target = io.BytesIO()
    book.save(target)
    package = Package(target.getvalue())
    return package, Styles(package).fill(1)


# Excel's own names of the theme "Office": what its palette shows when pointed at.
@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        (Color(rgb="FF00AA55"), "00AA55"),
        (Color(theme=0), "FFFFFF"),
        (Color(theme=1), "000000"),
        (Color(theme=4), "4F81BD"),
        (Color(theme=0, tint=-0.25), "BFBFBF"),
        (Color(theme=1, tint=0.5), "808080"),
        (Color(indexed=5), ""),
    ],
)
def test_a_plain_fill(colour, shown):
    from lxml import etree

    package, fill = saved(PatternFill("solid", fgColor=colour))
    assert shown_fill(package, etree.tostring(fill)) == shown


def test_a_pattern_is_no_colour():
    from lxml import etree

    package, fill = saved(PatternFill("darkGrid", fgColor="FF00AA55"))
    assert shown_fill(package, etree.tostring(fill)) == ""

"""Ranges: cells as addresses such as ``L2:L4``, and as the office counts them."""

from __future__ import annotations

import re

_PARTS = re.compile(r"([A-Z]+)([1-9][0-9]*)")


def letters(column):
    """Return the letters of a column counted from 0."""
    said = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def cell_name(column, row):
    """Return the address of a cell counted from 0: ``A1``."""
    return letters(column) + str(row + 1)


def area_name(address):
    """Return the address of a range of the office, which counts from 0."""
    first = cell_name(address.StartColumn, address.StartRow)
    last = cell_name(address.EndColumn, address.EndRow)
    return first if first == last else first + ":" + last


def place(name):
    """Return column and row, from 0, of the address of a cell."""
    found, row = _PARTS.fullmatch(name).groups()
    column = 0
    for letter in found:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(row) - 1

"""Shared names: what both a command and an open Excel remember in a workbook.

Hidden defined names with an array of texts, for a program that holds a workbook
open cannot reach the part in which a command remembers more (see ``written``):

- ``xlsales_shades``: what the shades of the marks say, as pairs of a shade and
  the colour the cell had before, "" for none: ``={"FAD8D0","";"FAD8D1","D9D9D9"}``.
- ``xlsales_sheets``: the sheets of results, as pairs of a title and of who wrote
  it last, ``file`` or ``excel``. Of one that Excel wrote, what a command
  remembers of its cells is out of date.
"""

import re
from collections.abc import Mapping

SHADES = "xlsales_shades"
SHEETS = "xlsales_sheets"
BY_FILE, BY_EXCEL = "file", "excel"
_TEXT = re.compile('"((?:[^"]|"")*)"')


def array_of(pairs: Mapping[str, str]) -> str:
    """Return pairs of texts as an array constant of a formula, without ``=``."""
    rows = (f"{_quoted(key)},{_quoted(value)}" for key, value in pairs.items())
    return "{" + ";".join(rows) + "}"


def pairs_of(formula: str) -> dict[str, str]:
    """Return the pairs of texts in an array constant, whatever parts its rows."""
    texts = [one.replace('""', '"') for one in _TEXT.findall(formula)]
    return dict(zip(texts[::2], texts[1::2], strict=False))


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'

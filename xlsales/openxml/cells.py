"""Cells: how a value stands in the XML of a sheet."""

import datetime as dt
import math
import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from xlsales.sheets.addresses import column_letter

LONGEST_TEXT = 32_767
Plain = str | bool | int | float | Decimal | dt.date | dt.time | None

_STYLE = re.compile(rb'\ss="(\d+)"')
_KIND = re.compile(rb'\st="(\w+)"')
_CELL = re.compile(rb"<c(?=[\s>/])([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_FORMAT = re.compile(
    rb'<c(?=[\s>/])(?=[^>]*?\sr="\$?([A-Za-z]+))(?:[^>]*?\ss="(\d+)")?'
)
_REFERENCE = re.compile(rb'\sr="\$?([A-Za-z]+)\$?\d+"')
# Excel reads _x0041_ as A; what only looks like it is told apart by an escape.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_F = re.compile(rb"<f(?=[\s>/])[^>]*?(?:/>|>.*?</f>)", re.DOTALL)
_ERROR = ' t="e"'
ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))
_DAY = 86_400
_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
# Excel counts a 29 February 1900 that never was.
_FIRST_SOUND_DAY = dt.date(1900, 3, 1)


class Formula(NamedTuple):
    """A formula as it stands in a file, without ``=``, and its value if known."""

    text: str
    value: Plain = None


Value = Plain | Formula


class Cell(NamedTuple):
    """A cell as it stands in the XML.

    Attributes:
        column: from 1.
        attributes: of ``<c``, as they stand.
        inner: what is between ``<c …>`` and ``</c>``.
    """

    column: int
    attributes: bytes
    inner: bytes

    @property
    def style(self) -> int:
        """The number of its format; 0 is the workbook's standard."""
        _, has_one, rest = self.attributes.partition(b' s="')
        return int(rest[: rest.index(b'"')]) if has_one else 0

    @property
    def kind(self) -> str:
        """What its value is: ``n``, ``s`` (shared), ``str``, ``b``, ``e``, ``d``."""
        found = _KIND.search(self.attributes)
        return found[1].decode() if found else "n"

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it, formats aside."""
        return b"<" not in self.inner

    @property
    def has_formula(self) -> bool:
        """Whether it is computed."""
        return b"<f" in self.inner

    def styled(self, style: int) -> "Cell":
        """Return it in another format."""
        plain = _STYLE.sub(b"", self.attributes)
        if style:
            found = _REFERENCE.search(plain)
            at = found.end() if found else 0
            plain = plain[:at] + b' s="%d"' % style + plain[at:]
        return self._replace(attributes=plain)

    def at(self, row: int) -> "Cell":
        """Return it in another row."""
        here = f' r="{column_letter(self.column - 1)}{row}"'.encode()
        return self._replace(attributes=_REFERENCE.sub(here, self.attributes, 1))

    def showing(self, value: Plain, *, from_1904: bool = False) -> "Cell":
        """Return it with another value; a formula in it stays."""
        formula = b"".join(found[0] for found in _F.finditer(self.inner))
        kind, shown = _plain(value, from_1904=from_1904)
        kind = _ERROR if value in ERRORS else kind
        plain = _KIND.sub(b"", self.attributes)
        inner = formula + f"<v>{shown}</v>".encode()
        return self._replace(attributes=plain + kind.encode(), inner=inner)

    def to_bytes(self) -> bytes:
        """Return it as XML."""
        if not self.inner:
            return b"<c%b/>" % self.attributes
        return b"<c%b>%b</c>" % (self.attributes, self.inner)


def formats_of(row: bytes) -> dict[int, int]:
    """Return the formats of the cells in the XML of a row, by column from 1."""
    return {
        column_number(letters): int(style or 0)
        for letters, style in _FORMAT.findall(row)
    }


def cells_of(row: bytes) -> dict[int, Cell]:
    """Return the cells in the XML of a row, by column from 1."""
    found = {}
    for attributes, inner in _CELL.findall(row):
        if reference := _REFERENCE.search(attributes):
            column = column_number(reference[1])
            found[column] = Cell(column, attributes, inner)
    return found


@cache
def column_number(letters: bytes) -> int:
    """Return the column, from 1, of letters such as ``AB``."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return column


def cell_xml(place: str, style: int, value: Value, *, from_1904: bool = False) -> str:
    """Return a cell as XML.

    Args:
        place: its address, such as ``B2``.
        style: the number of its format.
        value: what stands in it; None leaves the format only.
        from_1904: whether the workbook counts days from 1904.

    Raises:
        ValueError: no number, or a text longer than a cell holds.
        TypeError: a value of no kind a cell has.
    """
    head = f'<c r="{place}" s="{style}"' if style else f'<c r="{place}"'
    if value is None or value == "":
        return f"{head}/>" if style else ""
    if isinstance(value, str):
        return f'{head} t="inlineStr"><is>{_text(value)}</is></c>'
    if isinstance(value, Formula):
        return _formula(head, value, from_1904=from_1904)
    kind, number = _plain(value, from_1904=from_1904)
    return f"{head}{kind}><v>{number}</v></c>"


def _formula(head: str, formula: Formula, *, from_1904: bool) -> str:
    text = escape(in_xml(formula.text.removeprefix("=")))
    if formula.value is None:
        return f"{head}><f>{text}</f></c>"
    kind, value = _plain(formula.value, from_1904=from_1904)
    return f"{head}{kind}><f>{text}</f><v>{value}</v></c>"


def _plain(value: Plain, *, from_1904: bool) -> tuple[str, str]:
    """Return the kind of a value and how it is written."""
    match value:
        case bool():
            return ' t="b"', "1" if value else "0"
        case int():
            return "", str(value)
        case float() if math.isfinite(value):
            return "", repr(value)
        case Decimal() if value.is_finite():
            return "", f"{value:f}"
        case dt.date() | dt.time():
            serial = _serial(value, from_1904=from_1904)
            return ' t="str"' if serial is None else "", serial or value.isoformat()
        case str():
            return ' t="str"', escape(in_xml(value))
        case float() | Decimal():
            raise ValueError(f"{value} is no number a cell holds")
        case _:
            raise TypeError(f"a {type(value).__name__} does not fit into a cell")


def _serial(value: dt.date | dt.time, *, from_1904: bool) -> str | None:
    """Return the number of a day; none for days before a workbook begins."""
    if isinstance(value, dt.time):
        return repr(_seconds(value) / _DAY)
    day = value.date() if isinstance(value, dt.datetime) else value
    if day < (_EPOCH_1904 if from_1904 else _FIRST_SOUND_DAY):
        return None
    days = (day - (_EPOCH_1904 if from_1904 else _EPOCH)).days
    if isinstance(value, dt.datetime) and (seconds := _seconds(value.time())):
        return repr(days + seconds / _DAY)
    return str(days)


def _seconds(time: dt.time) -> float:
    whole = (time.hour * 60 + time.minute) * 60 + time.second
    return whole + time.microsecond / 1_000_000


def _text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{len(text)} letters are more than a cell holds")
    if text.isalnum():
        return f"<t>{text}</t>"
    plain = escape(in_xml(text))
    keeps = text[0].isspace() or text[-1].isspace() or "\n" in text
    return f'<t xml:space="preserve">{plain}</t>' if keeps else f"<t>{plain}</t>"


def in_xml(text: str) -> str:
    """Return text with what XML cannot hold, or would change, written as Excel does."""
    if text.isprintable() and "_x" not in text:
        return text
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def from_xml(text: str) -> str:
    """Return text as a person sees it: the way back from ``in_xml``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)

"""Cells of an Excel template: their text, and the typed value put in its place."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from xlsales.documents.sandbox import cleaned
from xlsales.documents.sheet_rows import Scope, Value, at, expression

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ONE_EXPRESSION = re.compile(r"\s*\{\{((?:(?!\{\{|\}\}).)+)\}\}\s*", re.DOTALL)
_HAS_TAG = re.compile(r"\{\{|\{%")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL_DATE = date(1900, 3, 1)
_LONGEST_TEXT = 32767


def shared_strings(part: bytes | None) -> list[str]:
    """Return the shared strings of a workbook as plain text."""
    if part is None:
        return []
    return [text_of(item) for item in etree.fromstring(part).findall(f"{S}si")]


def text_of(item: Any) -> str:  # noqa: ANN401 - lxml is untyped
    """Return the text of a string item, without its phonetic hints."""
    texts = [one.text or "" for one in item.findall(f"{S}t")]
    texts += [one.text or "" for one in item.findall(f"{S}r/{S}t")]
    return "".join(texts)


def cell_text(cell: Any, strings: list[str]) -> str:  # noqa: ANN401
    """Return the text of a cell of the template; a number or formula has none."""
    kind = cell.get("t")
    if kind == "inlineStr":
        item = cell.find(f"{S}is")
        return "" if item is None else text_of(item)
    number = cell.findtext(f"{S}v")
    return strings[int(number)] if kind == "s" and number else ""


def compiled(
    text: str, address: str, environment: SandboxedEnvironment
) -> Value | None:
    """Return what a cell's text comes to; none where it holds no tag.

    A cell that is one expression keeps the type of its value; a text with
    expressions in it is a text.
    """
    if not _HAS_TAG.search(text):
        return None
    if alone := _ONE_EXPRESSION.fullmatch(text):
        return expression(alone[1].strip(), address, environment)
    with at(address):
        template = environment.from_string(text)

    def value(scope: Scope) -> object:
        return template.render(scope)

    return value


def put(cell: Any, value: object) -> None:  # noqa: ANN401
    """Put a value into a cell; its style stays."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    number = _as_number(value)
    if number is not None:
        etree.SubElement(cell, f"{S}v").text = number
    elif isinstance(value, bool):
        cell.set("t", "b")
        etree.SubElement(cell, f"{S}v").text = str(int(value))
    elif isinstance(value, str):
        _put_text(cell, value)
    elif value is not None:
        raise TypeError(f"a {type(value).__name__} does not fit into a cell")


def _as_number(value: object) -> str | None:
    """Return the number in the file: of an amount itself, of a date its serial."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal | float | int):
        return f"{Decimal(str(value)):f}"
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return str((day - _EPOCH).days) if day >= _FIRST_SERIAL_DATE else None
    return None


def _put_text(cell: Any, text: str) -> None:  # noqa: ANN401
    if not text:
        return
    cell.set("t", "inlineStr")
    item = etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t")
    item.text = escaped(text)[:_LONGEST_TEXT]
    item.set(_SPACE, "preserve")


def escaped(text: str) -> str:
    """Return text that reads back as itself: Excel takes _x0041_ for an A."""
    return _ESCAPE_LIKE.sub("_x005F_", str(cleaned(text)))

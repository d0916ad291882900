"""Excel templates: ``{{ }}`` in cells, ``{%tr for x in xs %}`` in rows.

Only the sheets that hold tags are written anew; fonts, pictures and all other
parts pass through with their own bytes.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from xlsales.documents.agreement import refuse_disagreement
from xlsales.documents.sandbox import cleaned, environment
from xlsales.documents.sheet_cells import S, shared_strings
from xlsales.documents.sheet_fill import TemplateSheet, template_sheet
from xlsales.documents.sheet_moves import Moves, Place, moved_formula
from xlsales.errors import BadTemplate
from xlsales.language import text
from xlsales.openxml.zipped import read_parts, replace_parts

_WORKBOOK = "xl/workbook.xml"
_WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
_CONTENT_TYPES = "[Content_Types].xml"
_STRINGS = "xl/sharedStrings.xml"
_CALCULATION_ORDER = "xl/calcChain.xml"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BEFORE_CALC = ("definedNames", "externalReferences", "functionGroups", "sheets")


def render(template: bytes, context: Mapping[str, object], name: str = "") -> bytes:
    """Fill an Excel template.

    Args:
        template: the .xlsx file.
        context: values by the names the template may use.
        name: the template's file name, for the message.

    Raises:
        BadTemplate: a tag that cannot be read or filled, with its cell; a
            formula that would lose its meaning; or no Excel file.
    """
    try:
        parts = read_parts(template)
        return replace_parts(template, _filled(parts, context))
    except BadTemplate as fault:
        raise BadTemplate(template=name, reason=fault.facts["reason"]) from fault
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as fault:
        reason = text("template_faults", "no_workbook")
        raise BadTemplate(template=name, reason=reason) from fault


def _filled(
    parts: Mapping[str, bytes], context: Mapping[str, object]
) -> dict[str, bytes | None]:
    workbook = etree.fromstring(parts[_WORKBOOK])
    sheets = _sheets(parts, workbook)
    scope = _cleaned(context)
    plans = {part: sheet.plan(scope) for part, sheet in sheets.items()}
    moves = {sheet.name: sheet.moves(plans[part]) for part, sheet in sheets.items()}
    moving = any(one.is_moving for one in moves.values())
    filled = {
        part: sheet.filled(plans[part], moves, scope)
        for part, sheet in sheets.items()
        if moving or sheet.holds_tags()
    }
    for one in filled.values():
        refuse_disagreement(one)
    _move_names(workbook, moves)
    if any(b"<f" in one for one in filled.values()):
        _recalculate_on_opening(workbook)
    return {
        **filled,
        _WORKBOOK: _xml(workbook),
        **_without_calculation_order(parts),
    }


def _cleaned(context: Mapping[str, object]) -> dict[str, object]:
    return {name: cleaned(value) for name, value in context.items()}


def _sheets(parts: Mapping[str, bytes], workbook: Any) -> dict[str, TemplateSheet]:  # noqa: ANN401
    """Return the worksheets of the workbook by the name of their part."""
    strings = shared_strings(parts.get(_STRINGS))
    sandbox = environment(autoescape=False)
    relations = etree.fromstring(parts[_WORKBOOK_RELATIONS])
    targets = {one.get("Id"): one.get("Target") for one in relations}
    found = {}
    for sheet in workbook.iterfind(f"{S}sheets/{S}sheet"):
        target = targets[sheet.get(_RELATION_ID)]
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in part:
            title = sheet.get("name")
            found[part] = template_sheet(title, parts[part], strings, sandbox)
    return found


def _move_names(workbook: Any, moves: Mapping[str, Moves]) -> None:  # noqa: ANN401
    """Move print areas, print titles and the names of ranges."""
    for one in workbook.iterfind(f"{S}definedNames/{S}definedName"):
        one.text = moved_formula(one.text or "", moves, Place("", 0, 0))


def _recalculate_on_opening(workbook: Any) -> None:  # noqa: ANN401
    """Have formulas computed by the program that opens the file."""
    found = workbook.find(f"{S}calcPr")
    if found is None:
        before = next(_existing(workbook))
        found = etree.Element(f"{S}calcPr")
        before.addnext(found)
    found.set("fullCalcOnLoad", "1")


def _existing(workbook: Any) -> Iterator[Any]:  # noqa: ANN401
    for name in _BEFORE_CALC:
        if (found := workbook.find(f"{S}{name}")) is not None:
            yield found


def _without_calculation_order(parts: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Take out the list of formula cells: it names cells that have moved."""
    if _CALCULATION_ORDER not in parts:
        return {}
    return {
        _CALCULATION_ORDER: None,
        _CONTENT_TYPES: _without(parts[_CONTENT_TYPES], "PartName"),
        _WORKBOOK_RELATIONS: _without(parts[_WORKBOOK_RELATIONS], "Target"),
    }


def _without(part: bytes, attribute: str) -> bytes:
    root = etree.fromstring(part)
    for one in list(root):
        if re.search(r"(^|/)calcChain\.xml$", one.get(attribute) or ""):
            root.remove(one)
    return _xml(root)


def _xml(root: Any) -> bytes:  # noqa: ANN401
    return bytes(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )

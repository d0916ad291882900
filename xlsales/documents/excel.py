"""Excel templates: ``{{ }}`` in cells, ``{%tr for x in xs %}`` in rows.

Only the sheets that hold tags are written anew; fonts, pictures and all other
parts pass through with their own bytes.
"""

from collections.abc import Mapping
from functools import lru_cache

from xlsales.documents.agreement import refuse_disagreement
from xlsales.documents.sandbox import cleaned, environment
from xlsales.documents.sheet_cells import shared_strings
from xlsales.documents.sheet_fill import TemplateSheet, template_sheet
from xlsales.documents.sheet_moves import Moves, Place, moved_formula
from xlsales.errors import BadTemplate
from xlsales.language import text
from xlsales.openxml.book import compute_on_opening, defined_names
from xlsales.openxml.package import Package
from xlsales.openxml.parts import Damaged, TooLarge
from xlsales.openxml.tabs import tabs_of


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
        package = Package(template)
        _fill(package, _sheets(template), context)
        return package.to_bytes()
    except BadTemplate as fault:
        raise BadTemplate(template=name, reason=fault.facts["reason"]) from fault
    except (Damaged, TooLarge) as fault:
        reason = text("template_faults", "no_workbook")
        raise BadTemplate(template=name, reason=reason) from fault


def _fill(
    package: Package, sheets: Mapping[str, TemplateSheet], context: Mapping[str, object]
) -> None:
    scope = _cleaned(context)
    plans = {part: sheet.plan(scope) for part, sheet in sheets.items()}
    moves = {sheet.name: sheet.moves(plans[part]) for part, sheet in sheets.items()}
    moving = any(one.is_moving for one in moves.values())
    filled = {
        part: sheet.filled(plans[part], moves, scope)
        for part, sheet in sheets.items()
        if moving or sheet.holds_tags()
    }
    for part, content in filled.items():
        refuse_disagreement(content)
        package.write(part, content)
    _move_names(package, moves)
    if any(b"<f" in one for one in filled.values()):
        compute_on_opening(package)


def _cleaned(context: Mapping[str, object]) -> dict[str, object]:
    return {name: cleaned(value) for name, value in context.items()}


@lru_cache(maxsize=16)
def _sheets(template: bytes) -> Mapping[str, TemplateSheet]:
    """Return the worksheets of a template by the name of their part.

    A month fills one template for every customer; it is read and compiled once.
    """
    package = Package(template)
    shared = package.related(package.book, "sharedStrings").values()
    strings = shared_strings(next(map(package.read, shared), None))
    sandbox = environment(autoescape=False)
    return {
        tab.part: template_sheet(tab.title, package.read(tab.part), strings, sandbox)
        for tab in tabs_of(package)
        if tab.part
    }


def _move_names(package: Package, moves: Mapping[str, Moves]) -> None:
    """Move print areas, print titles and the names of ranges."""
    for one in defined_names(package):
        one.text = moved_formula(one.text or "", moves, Place("", 0, 0))

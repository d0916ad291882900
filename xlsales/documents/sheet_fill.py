"""One sheet of an Excel template: read once, filled into new sheet XML."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from xlsales.documents.faults import bad_template
from xlsales.documents.sandbox import cleaned
from xlsales.documents.sheet_cells import S, cell_text, compiled, put
from xlsales.documents.sheet_moves import Moves, Place, moved_formula
from xlsales.documents.sheet_ranges import letters_of, move_ranges, row_of
from xlsales.documents.sheet_rows import (
    TAG,
    Block,
    Copy,
    Scope,
    Steering,
    Value,
    at,
    copies,
)

_FORMULAS = {"formula", "formula1", "formula2"}
_ORDINARY = {None, "normal"}


@dataclass(frozen=True)
class TemplateSheet:
    """A sheet of the template.

    Attributes:
        name: the sheet's name, for messages and formulas.
        root: its XML.
        rows: its row elements by number.
        values: what the cells with tags come to, by address.
        block: its rows as they nest.
    """

    name: str
    root: Any
    rows: Mapping[int, Any]
    values: Mapping[str, Value]
    block: Block
    environment: SandboxedEnvironment

    @property
    def last(self) -> int:
        """The last row that the template's file has."""
        return max(self.rows, default=0)

    def holds_tags(self) -> bool:
        """Whether anything on the sheet is to be filled."""
        headers = self.root.iterfind(f"{S}headerFooter/*")
        return bool(self.values) or any("{{" in (one.text or "") for one in headers)

    def plan(self, scope: Scope) -> list[Copy]:
        """Return the rows to write."""
        return list(copies(self.block, scope))

    def moves(self, plan: Sequence[Copy]) -> Moves:
        """Return where the rows of a plan stand."""
        return Moves([copy.source for copy in plan], self.last)

    def filled(
        self, plan: Sequence[Copy], moves: Mapping[str, Moves], scope: Scope
    ) -> bytes:
        """Return the sheet's XML with its rows filled and all else moved along."""
        root = deepcopy(self.root)
        data = root.find(f"{S}sheetData")
        data[:] = self._written(plan, moves)
        _move_formulas(root, moves, self.name)
        move_ranges(root, moves[self.name])
        self._fill_headers(root, scope)
        return bytes(
            etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        )

    def _written(self, plan: Sequence[Copy], moves: Mapping[str, Moves]) -> list[Any]:
        found = []
        for number, copy in enumerate(plan, 1):
            if copy.source in self.rows:
                place = Place(self.name, copy.source, number)
                found.append(self._row(copy, place, moves))
        return found

    def _row(self, copy: Copy, place: Place, moves: Mapping[str, Moves]) -> Any:  # noqa: ANN401
        row = deepcopy(self.rows[copy.source])
        row.set("r", str(place.row))
        for cell in row.iterchildren(f"{S}c"):
            address = cell.get("r")
            if value := self.values.get(address):
                with at(f"{self.name}!{address}"):
                    put(cell, value(copy.scope))
            _move_cell_formula(cell, place, moves)
            cell.set("r", f"{letters_of(address)}{place.row}")
        return row

    def _fill_headers(self, root: Any, scope: Scope) -> None:  # noqa: ANN401
        """Fill the print header and footer; there ``&`` begins a code."""
        plain = {name: _doubled(one) for name, one in scope.items()}
        for part in root.iterfind(f"{S}headerFooter/*"):
            with at(f"{self.name}!{etree.QName(part).localname}"):
                part.text = self.environment.from_string(part.text or "").render(plain)


def template_sheet(
    name: str, part: bytes, strings: list[str], environment: SandboxedEnvironment
) -> TemplateSheet:
    """Read a sheet of a template."""
    root = etree.fromstring(part)
    rows = {int(row.get("r")): row for row in root.iterfind(f"{S}sheetData/{S}row")}
    values: dict[str, Value] = {}
    tags: dict[int, tuple[str, str]] = {}
    for number, row in rows.items():
        texts = {one.get("r"): cell_text(one, strings) for one in row.iterfind(f"{S}c")}
        if steering := _steering(name, texts):
            tags[number] = steering
            continue
        for address, text in texts.items():
            if value := compiled(text, f"{name}!{address}", environment):
                values[address] = value
    block = Steering(tags, environment).block(max(rows, default=0))
    return TemplateSheet(name, root, rows, values, block, environment)


def _steering(sheet: str, texts: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the tag of a steering row and where it stands."""
    found = {
        address: tag for address, text in texts.items() if (tag := TAG.search(text))
    }
    if not found:
        return None
    address, tag = next(iter(found.items()))
    if len([text for text in texts.values() if text.strip()]) > 1 or not TAG.fullmatch(
        texts[address]
    ):
        raise bad_template("not_alone", place=f"{sheet}!{address}", tag=tag[0].strip())
    return tag[1], f"{sheet}!{address}"


def _move_cell_formula(cell: Any, place: Place, moves: Mapping[str, Moves]) -> None:  # noqa: ANN401
    formula = cell.find(f"{S}f")
    if formula is None:
        return
    if formula.get("t") not in _ORDINARY:
        where = f"{place.sheet}!{cell.get('r')}"
        raise bad_template("formula_kind", place=where, kind=formula.get("t"))
    formula.text = moved_formula(formula.text or "", moves, place)
    for value in cell.findall(f"{S}v"):
        cell.remove(value)
    cell.attrib.pop("t", None)


def _move_formulas(root: Any, moves: Mapping[str, Moves], sheet: str) -> None:  # noqa: ANN401
    """Move the formulas of conditional formats and drop-downs."""
    for formula in root.iter(*(f"{S}{name}" for name in _FORMULAS)):
        place = _first_place(formula, moves[sheet], sheet)
        formula.text = moved_formula(formula.text or "", moves, place)


def _first_place(formula: Any, moves: Moves, sheet: str) -> Place:  # noqa: ANN401
    """Return the first row of the range that a format or drop-down is for."""
    rule = next(one for one in formula.iterancestors() if one.get("sqref"))
    source = row_of(rule.get("sqref"))
    spans = moves.runs(source, source)
    return Place(sheet, source, spans[0][0] if spans else 0)


def _doubled(value: object) -> object:
    if isinstance(value, str):
        return str(cleaned(value)).replace("&", "&&")
    if isinstance(value, Mapping):
        return {name: _doubled(one) for name, one in value.items()}
    return value

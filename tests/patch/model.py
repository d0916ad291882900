"""What Excel does when rows of a table come and go: a second, plain account of it.

It shares no code with the patcher: references are found by openpyxl's tokenizer,
facts are those of ``openxml.proof``, XML is walked attribute by attribute.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree
from openpyxl.formula import Tokenizer
from openpyxl.utils import column_index_from_string, get_column_letter

_CELLS = re.compile(
    r"(?:(?P<sheet>.*)!)?(?P<c1>\$?[A-Z]{1,3})(?P<r1>\$?\d+)"
    r"(?::(?P<c2>\$?[A-Z]{1,3})(?P<r2>\$?\d+))?"
)
_PLACES = {"ref", "sqref"}
_FORMULAS = {"f", "definedName", "calculatedColumnFormula", "totalsRowFormula"}
_RULES = {"formula", "formula1", "formula2"}
_LINKED = {"textlink", "fmlaLink", "fmlaRange", "location"}
LAST_ROW = 1_048_576
GONE = "#GONE!"


@dataclass(frozen=True)
class Body:
    """Where a table stands; rows and columns from 1."""

    sheet: str
    name: str
    left: int
    top: int
    right: int
    first: int
    last: int
    totals: int
    titles: tuple[str, ...]
    computed: frozenset[int]

    @property
    def columns(self):
        return range(self.left, self.right + 1)


@dataclass(frozen=True)
class Change:
    """How the rows of a table change.

    Attributes:
        body: where it stood.
        last: its last row of data afterwards.
        shifts: whether what stands below has to move.
        gone: rows that vanish.
        written: what is put into cells, by row and column.
        drops_filter: whether what was filtered by is forgotten.
    """

    body: Body
    last: int
    shifts: bool
    gone: frozenset[int] = frozenset()
    written: dict[tuple[int, int], object] = field(default_factory=dict)
    drops_filter: bool = False

    @property
    def shift(self):
        return self.last - self.body.last if self.shifts else 0

    def row(self, number):
        """Return where a row of the table's columns is afterwards; None if gone."""
        body = self.body
        if number < body.first:
            return number
        if number > body.last:
            return number + self.shift
        if number in self.gone:
            return None
        return number - sum(1 for one in self.gone if one < number)

    def place(self, row, column):
        return (self.row(row) if column in self.body.columns else row), column

    def area(self, left, top, right, bottom, *, grows=True):
        """Return the areas that an area of the table's sheet becomes."""
        body = self.body
        meets = right >= body.left and left <= body.right and bottom >= body.first
        if not meets:
            return [(left, top, right, bottom)]
        if left < body.left or right > body.right:
            inside = (max(left, body.left), top, min(right, body.right), bottom)
            moved = self.area(*inside)
            if moved == [inside]:
                return [(left, top, right, bottom)]
            outside = [(left, top, body.left - 1, bottom)] if left < body.left else []
            if right > body.right:
                outside.append((body.right + 1, top, right, bottom))
            return moved + outside
        if grows and top <= body.first and bottom == body.last:
            return [(left, top, right, self.last)]
        kept = [self.row(n) for n in range(top, min(bottom, body.last) + 1)]
        kept = [n for n in kept if n]
        if bottom > body.last:
            kept.append(LAST_ROW if bottom == LAST_ROW else bottom + self.shift)
        if top > body.last:
            kept.append(top + self.shift)
        return [(left, min(kept), right, max(kept))] if kept else []


def body_of(content, name):
    """Return where a table stands, read from its part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {
            one: archive.read(one)
            for one in archive.namelist()
            if one.endswith((".xml", ".rels"))
        }
    for part, xml in parts.items():
        if b"tableColumns" in xml and b"displayName" in xml:
            root = parsed(xml)
            if root.get("displayName") == name:
                return _body(root, name, _sheet_of(parts, part))
    raise KeyError(name)


def _body(root, name, sheet):
    left, top, right, bottom = area_of(root.get("ref"))
    columns = list(root.iterfind("{*}tableColumns/{*}tableColumn"))
    totals = int(root.get("totalsRowCount", 0))
    return Body(
        sheet=sheet,
        name=name,
        left=left,
        top=top,
        right=right,
        first=top + int(root.get("headerRowCount", 1)),
        last=bottom - totals,
        totals=totals,
        titles=tuple(one.get("name") for one in columns),
        computed=frozenset(
            at
            for at, one in enumerate(columns)
            if one.find("{*}calculatedColumnFormula") is not None
        ),
    )


def _sheet_of(parts, table):
    def targets(name):
        folder, _, plain = name.rpartition("/")
        rels = parts.get(f"{folder}/_rels/{plain}.rels".lstrip("/"))
        found = {} if rels is None else {x.get("Id"): x for x in parsed(rels)}
        return {k: x.get("Target").rpartition("/")[2] for k, x in found.items()}

    plain = table.rpartition("/")[2]
    for sheet in parsed(parts["xl/workbook.xml"]).iterfind("{*}sheets/{*}sheet"):
        key = next(v for k, v in sheet.items() if k.endswith("}id"))
        part = targets("xl/workbook.xml")[key]
        own = next(x for x in parts if x.endswith(f"/{part}") and "_rels" not in x)
        if plain in targets(own).values():
            return sheet.get("name")
    raise KeyError(table)


def area_of(ref):
    """Return left, top, right, bottom of ``B3:F8``."""
    found = _CELLS.fullmatch(ref)
    left, top = column_index_from_string(found["c1"].strip("$")), _number(found["r1"])
    if not found["c2"]:
        return left, top, left, top
    right = column_index_from_string(found["c2"].strip("$"))
    return left, top, right, _number(found["r2"])


def written_area(left, top, right, bottom):
    first = f"{get_column_letter(left)}{top}"
    last = f"{get_column_letter(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def _number(text):
    return int(text.strip("$"))


def moved_list(sqref, change):
    """Return the list of areas that a list becomes."""
    return " ".join(
        written_area(*new)
        for one in sqref.split()
        for new in change.area(*area_of(one))
    )


def moved_formula(formula, sheet, change, *, own_row=None, is_list=False, rule=None):
    """Return a formula after a change.

    Args:
        formula: with or without ``=``.
        sheet: the title of the sheet that a bare ``A1`` means; "" for none.
        change: the change.
        own_row: the row of the sheet that the formula stands in.
        is_list: whether a single cell stands for a body of one row.
        rule: by how many rows the first cell of a rule moves; relative rows
            then go along with it, and only absolute ones follow their cells.
    """
    sign = "=" if formula.startswith("=") else ""
    tokens = Tokenizer(f"={formula.removeprefix('=')}").items

    def moved(token):
        found = _CELLS.fullmatch(token.value) if token.subtype == "RANGE" else None
        if found is None:
            return token.value
        title = (found["sheet"] or sheet).strip("'").replace("''", "'")
        means = title.casefold() == change.body.sheet.casefold()
        if rule is None and not means:
            return token.value
        return _moved(found, change, own_row, is_list, rule, means=means)

    return sign + "".join(map(moved, tokens))


def _moved(found, change, own_row, is_list, rule, *, means):
    text = found[0].rpartition("!")[2]
    left, top, right, bottom = area_of(text)
    fixed = found["r1"][0] == "$", (found["r2"] or found["r1"])[0] == "$"
    if rule is not None:
        new = change.area(left, top, right, bottom) if means else [()]
        new_top = new[0][1] if means and fixed[0] else top + rule * (not fixed[0])
        new_bottom = new[0][3] if means and fixed[1] else bottom + rule * (not fixed[1])
    else:
        is_cell = not found["c2"] and not is_list
        ends_here = own_row == bottom == change.body.last and not fixed[1]
        new = change.area(left, top, right, bottom, grows=not (is_cell or ends_here))
        if not new:
            return GONE
        ((_, new_top, _, new_bottom),) = new
    prefix = found[0][: -len(text)]
    first = f"{prefix}{found['c1']}{'$' * fixed[0]}{new_top}"
    if not found["c2"] and new_top == new_bottom:
        return first
    return f"{first}:{found['c2'] or found['c1']}{'$' * fixed[1]}{new_bottom}"


def moved_facts(facts, change):
    """Return the facts of cells after a change, before anything is written."""
    own = change.body.sheet
    found = {}
    for (kind, place), fact in facts.items():
        title, _, cell = place.rpartition("!")
        new = fact
        if kind == "formula":
            new = _moved_array(fact, title, cell, change)
        if kind in CELL_KINDS and title == own:
            column, row, _, _ = area_of(cell)
            row, column = change.place(row, column)
            if row:
                found[kind, f"{title}!{get_column_letter(column)}{row}"] = new
        else:
            found[kind, place] = new
    return found


CELL_KINDS = ("value", "formula", "rich", "style", "note")


def _moved_array(formula, title, cell, change):
    column, row, _, _ = area_of(cell)
    is_own = title == change.body.sheet
    own_row = row if is_own else None
    if isinstance(formula, str):
        return moved_formula(formula, title, change, own_row=own_row)
    new = dict(formula)
    if "text" in formula:
        new["text"] = moved_formula(formula["text"], title, change, own_row=own_row)
    if is_own and column in change.body.columns:
        new["ref"] = moved_list(formula["ref"], change)
    return new


def moved_xml(xml, title, change):
    """Return a part without cells, with every reference in it where it now is."""
    root = parsed(xml)
    is_own = title.casefold() == change.body.sheet.casefold()
    for one in list(root.iter(etree.Element)):
        name = etree.QName(one).localname
        if name in {"dimension", "selection", "pane"}:
            continue
        for key in _PLACES & set(one.attrib) if is_own else ():
            if moved := moved_list(one.get(key), change):
                one.set(key, moved)
            else:
                one.set("gone", "1")
        for key in _LINKED & set(one.attrib):
            if "!" in one.get(key):
                new = moved_formula(one.get(key), title, change)
                # A link may lead nowhere, as it may in Excel.
                one.set(key, one.get(key) if key == "location" and GONE in new else new)
        if name == "sqref" and is_own:
            one.text = moved_list(one.text, change)
        if name in _FORMULAS and one.text and one.get("t") != "dataTable":
            is_list = name in {"f", "definedName"}
            rule = None if is_list else 0  # the first row's formula, for all rows
            how = {"is_list": is_list, "rule": rule}
            one.text = moved_formula(one.text, title, change, **how)
        if name in _RULES and one.text:
            text = one.text if name != "formula" or len(one) == 0 else ""
            one.text = moved_formula(text, title, change, rule=0)
    _take_out(root)
    return root


def _take_out(root):
    """Take out what has no place any more; a sparkline needs something to draw."""
    for one in root.iter("{*}sparkline"):
        if GONE in one.findtext("{*}f"):
            one.set("gone", "1")
    for one in [x for x in root.iter(etree.Element) if x.get("gone")]:
        parent = one.getparent()
        parent.remove(one)
        if not len(parent) and parent.tag.endswith("}sparklines"):
            group = parent.getparent()
            group.getparent().remove(group)


def parsed(xml):
    """Return XML; entities are left alone."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))

"""What an open workbook holds: read from a file once, and written to one."""

import copy
import datetime as dt
import io
import re
from dataclasses import dataclass, field
from functools import lru_cache

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook.defined_name import DefinedName

ERRORS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?%?")
_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_LINK = re.compile(r'=HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)', re.IGNORECASE)


@dataclass
class Table:
    name: str
    bounds: tuple  # first column, first row, last column, last row
    has_totals: bool = False
    criteria: list = field(default_factory=list)


@dataclass
class Sheet:
    """One worksheet: what stands at each row and column, from 1."""

    title: str
    values: dict = field(default_factory=dict)
    formulas: dict = field(default_factory=dict)
    fills: dict = field(default_factory=dict)
    patterned: set = field(default_factory=set)
    formats: dict = field(default_factory=dict)
    notes: dict = field(default_factory=dict)
    links: set = field(default_factory=set)
    tables: list = field(default_factory=list)
    merged: list = field(default_factory=list)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    visible: bool = True
    is_protected: bool = False
    lets_programs_write: bool = True
    password: str = ""
    changed: set = field(default_factory=set)

    def put(self, place, given):
        """Take what a program types into a cell as Excel takes it."""
        self.changed.add(place)
        self.formulas.pop(place, None)
        value = self._typed(place, given)
        if value is None:
            self.values.pop(place, None)
        else:
            self.values[place] = value

    def _typed(self, place, given):
        if not isinstance(given, str):
            return given
        if given.startswith("'"):
            return given[1:] or None
        if given.startswith("="):
            self.formulas[place] = given
            found = _LINK.fullmatch(given)
            return found[1].replace('""', '"') if found else 0.0
        if self.formats.get(place) == "@":
            return given or None
        if found := _DAY.fullmatch(given):
            return dt.datetime(*map(int, found.groups()))
        if given and _NUMBER.fullmatch(given):
            return float(given.replace(",", "").rstrip("%"))
        return {"TRUE": True, "FALSE": False}.get(given.upper(), given or None)


@dataclass
class Book:
    name: str
    fullname: str
    sheets: list
    names: dict
    active: str = ""
    selection: object = None
    properties: dict = field(default_factory=dict)
    content: bytes = b""
    saved: int = 0


def read(content, name, fullname):
    """Return an open workbook; the same bytes are read once."""
    book = copy.deepcopy(_read(content))
    book.name, book.fullname, book.content = name, fullname, content
    return book


@lru_cache(maxsize=8)
def _read(content):
    typed = openpyxl.load_workbook(io.BytesIO(content))
    shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    sheets = [_sheet(one, shown[one.title]) for one in typed.worksheets]
    names = {
        name: [one.attr_text, bool(one.hidden)]
        for name, one in typed.defined_names.items()
    }
    return Book("", "", sheets, names, active=typed.active.title)


def _sheet(typed, shown):
    sheet = Sheet(typed.title, visible=typed.sheet_state == "visible")
    for row in typed.iter_rows():
        for cell in row:
            place = cell.row, cell.column
            _take(sheet, cell, place, shown)
    sheet.merged = [one.bounds for one in typed.merged_cells.ranges]
    rows, columns = typed.row_dimensions, typed.column_dimensions
    sheet.hidden_rows = {number for number, one in rows.items() if one.hidden}
    for one in columns.values():
        if one.hidden:
            sheet.hidden_columns |= {*range(one.min, one.max + 1)}
    for one in typed.tables.values():
        filtered = one.autoFilter.filterColumn if one.autoFilter else ()
        sheet.tables.append(
            Table(
                one.displayName,
                range_boundaries(one.ref),
                bool(one.totalsRowCount),
                [column.colId for column in filtered],
            )
        )
    sheet.is_protected = bool(typed.protection.sheet)
    return sheet


def _take(sheet, cell, place, shown):
    if cell.value is not None:
        value = cell.value
        if cell.data_type == "f":
            text = value if isinstance(value, str) else value.text
            sheet.formulas[place] = text
            value = shown.cell(*place).value
        if value is not None:
            is_error = isinstance(value, str) and value in ERRORS
            if is_error and shown.cell(*place).data_type == "e":
                value = ERRORS[value]
            is_number = isinstance(value, int) and not isinstance(value, bool)
            sheet.values[place] = float(value) if is_number and not is_error else value
    if not cell.has_style and cell.comment is None:
        return
    fill = cell.fill
    if fill.patternType == "solid":
        sheet.fills[place] = str(fill.fgColor.rgb)[-6:].upper()
    if cell.number_format == "@":
        sheet.formats[place] = "@"
    if cell.comment is not None:
        sheet.notes[place] = [cell.comment.text, cell.comment.author]
    if cell.hyperlink is not None:
        sheet.links.add(place)


def written(book):
    """Return the bytes of a workbook as it is now, as a program would save it."""
    file = openpyxl.load_workbook(io.BytesIO(book.content), keep_vba=False)
    for title in set(file.sheetnames) - {one.title for one in book.sheets}:
        del file[title]
    for sheet in book.sheets:
        known = sheet.title in file.sheetnames
        _write(sheet, file[sheet.title] if known else file.create_sheet(sheet.title))
    file.defined_names.clear()
    for name, (refers_to, hidden) in book.names.items():
        file.defined_names[name] = DefinedName(
            name, attr_text=refers_to.removeprefix("="), hidden=hidden or None
        )
    saved = io.BytesIO()
    file.save(saved)
    return saved.getvalue()


def _write(sheet, target):
    errors = {code: said for said, code in ERRORS.items()}
    for place in sheet.changed:
        cell = target.cell(*place)
        value = sheet.formulas.get(place, sheet.values.get(place))
        cell.hyperlink = None
        cell.value = errors.get(value, value) if isinstance(value, int) else value
        if isinstance(value, str) and place not in sheet.formulas:
            cell.data_type = "s"
        fill = sheet.fills.get(place)
        cell.fill = PatternFill("solid", fgColor=f"FF{fill}") if fill else PatternFill()
        note = sheet.notes.get(place)
        cell.comment = Comment(*note) if note else None
    for one in sheet.tables:
        if one.name in target.tables:
            left, top, right, bottom = one.bounds
            ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
            target.tables[one.name].ref = ref
            if target.tables[one.name].autoFilter:
                target.tables[one.name].autoFilter.ref = ref

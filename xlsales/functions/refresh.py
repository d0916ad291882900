"""Refresh: the values of our functions, put beside their formulas in a file.

A workbook that was changed without a spreadsheet program shows what its
formulas last gave. What only calls functions of ours is computed here; what
computes with more keeps its value until a spreadsheet program opens the file.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import python_calamine

from xlsales.functions import function_named
from xlsales.functions.calling import Answer, Calculator, Cell, State
from xlsales.functions.formula import Call, NotOurs, Part, Reference, parse
from xlsales.functions.places import Place, Places
from xlsales.functions.registry import PREFIX
from xlsales.language import Language
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet
from xlsales.patch.patch import Patch
from xlsales.sheets.book import Book

Evaluate = Callable[[str, Sequence[object]], Answer]
"""Computes a function by its name, a value or rows of them; KeyError: there is none."""
_OURS = PREFIX.encode()
_CIRCULAR = "#REF!"


class Refreshed(NamedTuple):
    """A workbook whose functions were computed.

    Attributes:
        content: the workbook.
        computed: how many cells have the value their formula gives now.
        left: the cells whose formula computes with more than functions of ours.
    """

    content: bytes
    computed: int
    left: Sequence[str]


def evaluator(book: Book, language: Language) -> Evaluate:
    """Return what computes the functions there are over a book."""
    calculator = Calculator(lambda _: State(book), language)

    def evaluate(name: str, cells: Sequence[object]) -> Answer:
        function = function_named(name)
        if function is None:
            raise KeyError(name)
        return calculator.call(function, *cells)

    return evaluate


def refreshed(content: bytes, evaluate: Evaluate) -> Refreshed:
    """Compute the functions of ours in a workbook.

    Args:
        content: the workbook.
        evaluate: computes a function.

    Raises:
        CannotPatch: the workbook is signed or shared.
    """
    patch = Patch(content)
    work = _Work(patch, _Grids(content), evaluate)
    left = []
    computed = 0
    for place, block in list(work.formulas()):
        try:
            value = work.value(place)
        except NotOurs:
            left.append(f"{place.title}!{place.area.cells}")
        else:
            _put(patch.sheet(place.title), place, block, value)
            computed += 1
    if computed:  # what other formulas make of it is theirs to compute
        patch.compute()
    return Refreshed(patch.to_bytes(), computed, left)


class _Grids:
    """The values that the cells of a file show."""

    def __init__(self, content: bytes) -> None:
        self._file = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        self._read: dict[str, Sequence[Sequence[object]]] = {}

    def at(self, title: str, row: int, column: int) -> object:
        """Return the value of a cell; "" where nothing stands."""
        if title not in self._read:
            sheet = self._file.get_sheet_by_name(title)
            self._read[title] = sheet.to_python(skip_empty_area=False)
        grid = self._read[title]
        inside = row <= len(grid) and column <= len(grid[0])
        return grid[row - 1][column - 1] if inside else ""

    def last_row(self, title: str) -> int:
        """Return the last row in which anything stands."""
        self.at(title, 1, 1)
        return len(self._read[title])


@dataclass
class _Work:
    """What is known while the functions of a workbook are computed."""

    patch: Patch
    grids: _Grids
    evaluate: Evaluate
    texts: dict[Place, str] = field(default_factory=dict)
    values: dict[Place, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = Places(self.patch)
        self._blocks: dict[Place, str] = {}
        for title in self.patch.parts:
            self._look_at(title)

    def _look_at(self, title: str) -> None:
        if _OURS not in self.patch.package.read(self.patch.parts[title]).upper():
            return
        sheet = self.patch.sheet(title)
        blocks = {(row, column): ref for ref, row, column in sheet.blocks()}
        for row, column, _, text in sheet.formulas():
            if PREFIX in text.upper():
                place = Place(title, Area(column, row, column, row))
                self.texts[place] = text
                self._blocks[place] = blocks.get((row, column), "")

    def formulas(self) -> Iterator[tuple[Place, str]]:
        """Yield the cells with functions of ours, and the range each one fills."""
        return iter(self._blocks.items())

    def value(self, place: Place) -> Answer:
        """Return what the formula of a cell gives.

        Raises:
            NotOurs: it computes with more than functions of ours.
        """
        if place not in self.values:
            call = parse(self.texts[place])
            self.values[place] = _CIRCULAR  # what looks at itself finds that
            try:
                self.values[place] = self._call(call, place)
            except NotOurs:
                del self.values[place]
                raise
        return self.values[place]

    def _call(self, call: Call, at: Place) -> Answer:
        arguments = [self._argument(one, at) for one in call.arguments]
        try:
            return self.evaluate(call.name, arguments)
        except KeyError:
            raise NotOurs(call.name) from None

    def _argument(self, part: Part, at: Place) -> object:
        if isinstance(part, Call):
            return self._call(part, at)
        if not isinstance(part, Reference):
            return part
        title, area = self.places.of(part.text, at)
        bottom = min(area.bottom, max(self.grids.last_row(title), area.top))
        rows = [
            [
                self._at(title, row, column)
                for column in range(area.left, area.right + 1)
            ]
            for row in range(area.top, bottom + 1)
        ]
        is_cell = area.left == area.right and area.top == area.bottom
        return rows[0][0] if is_cell else rows

    def _at(self, title: str, row: int, column: int) -> object:
        place = Place(title, Area(column, row, column, row))
        return (
            self.value(place)
            if place in self.texts
            else self.grids.at(title, row, column)
        )


def _put(sheet: Worksheet, place: Place, block: str, value: Answer) -> None:
    """Put what a formula gives beside it; into all cells that it fills."""
    area = Area.of(block) if block else place.area
    rows = value if isinstance(value, list) else [[value]]
    for down, row in enumerate(range(area.top, area.bottom + 1)):
        cells = sheet.rows.cells(row)
        shown = {
            column: cell.showing(_of(rows, down, column - area.left))
            for column, cell in cells.items()
            if area.left <= column <= area.right
        }
        sheet.put(row, shown)


def _of(rows: list[list[Cell]], down: int, right: int) -> Cell:
    """Return a value of a result; one row or column fills a range, as in Excel."""
    row = rows[0] if len(rows) == 1 else rows[down] if down < len(rows) else []
    value = row[0] if len(row) == 1 else row[right] if right < len(row) else None
    return "#N/A" if value is None else value

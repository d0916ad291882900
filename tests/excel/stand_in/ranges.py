"""Ranges of a sheet, and the notes and tables on them."""

import re

from openpyxl.utils import get_column_letter, range_boundaries
from xlwings import base_classes

from excel.stand_in.calls import Refused

_HEX = re.compile("#?([0-9A-Fa-f]{6})")


class Font:
    """What letters look like: kept, and looked at by no test."""

    def __init__(self, area):
        self.__dict__["area"] = area

    def __setattr__(self, name, value):
        self.area.change("font")


class Borders:
    def __init__(self, area):
        self.area = area

    def set(self, sides, **look):
        self.area.change("borders")


class Range(base_classes.Range):
    # plain where the hooks have properties: kept, and looked at by no test
    options = None

    def __init__(self, sheet, row, column, rows, columns):
        self.sheet = sheet
        self.row, self.column = row, column
        self.shape = rows, columns

    row = column = shape = None

    @classmethod
    def between(cls, sheet, first, second=None):
        """Return a range as a sheet is asked for it."""
        if isinstance(first, str) and second is None:
            left, top, right, bottom = range_boundaries(first.replace("$", ""))
            return cls(sheet, top, left, bottom - top + 1, right - left + 1)
        if isinstance(first, tuple) and len(first) == 4:
            return cls(sheet, *first)
        one, other = cls._at(sheet, first), cls._at(sheet, second or first)
        rows = other.row + other.shape[0] - one.row
        columns = other.column + other.shape[1] - one.column
        return cls(sheet, one.row, one.column, rows, columns)

    @classmethod
    def _at(cls, sheet, place):
        if isinstance(place, Range):
            return place
        return (
            cls(sheet, *place, 1, 1)
            if isinstance(place, tuple)
            else cls.between(sheet, place)
        )

    @property
    def api(self):
        return self

    @property
    def held(self):
        return self.sheet.model

    @property
    def calls(self):
        return self.sheet.calls

    @property
    def coords(self):
        return self.sheet.name, self.row, self.column, *self.shape

    def __len__(self):
        return self.shape[0] * self.shape[1]

    def __call__(self, *place):
        if len(place) == 1:
            row, column = divmod(place[0] - 1, self.shape[1])
        else:
            row, column = place[0] - 1, place[1] - 1
        return Range(self.sheet, self.row + row, self.column + column, 1, 1)

    def places(self):
        rows, columns = self.shape
        return [
            (row, column)
            for row in range(self.row, self.row + rows)
            for column in range(self.column, self.column + columns)
        ]

    def change(self, kind):
        """Change something about the cells, unless the sheet is protected."""
        if self.held.is_protected and not self.held.lets_programs_write:
            raise Refused("The cell is on a protected sheet.")
        self.calls.write(kind)
        self.held.changed |= set(self.places()) if len(self) < 1_000_000 else set()

    def _rows_of(self, value_at):
        rows, columns = self.shape
        grid = [
            [
                value_at(row, column)
                for column in range(self.column, self.column + columns)
            ]
            for row in range(self.row, self.row + rows)
        ]
        return grid[0][0] if (rows, columns) == (1, 1) else grid

    @property
    def raw_value(self):
        self.calls.read("value")
        values = self.held.values
        return self._rows_of(lambda row, column: values.get((row, column)))

    @raw_value.setter
    def raw_value(self, data):
        self.change("value")
        for row, column in self.places():
            given = data
            if isinstance(data, list | tuple):
                given = data[row - self.row]
                if isinstance(given, list | tuple):
                    given = given[column - self.column]
            self.held.put((row, column), given)

    @property
    def formula(self):
        self.calls.read("formula")

        def shown(row, column):
            place = row, column
            found = self.held.formulas.get(place, self.held.values.get(place))
            return "" if found is None else str(found)

        return self._rows_of(shown)

    @formula.setter
    def formula(self, text):
        self._compute("formula", text)

    @property
    def formula_array(self):
        return self.formula

    @formula_array.setter
    def formula_array(self, text):
        self._compute("formula_array", text)

    def _compute(self, kind, text):
        self.change(kind)
        found = self.sheet.book.app.computes(text)
        for row, column in self.places():
            one = found
            if isinstance(found, list):
                one = found[row - self.row][column - self.column]
            self.held.formulas[row, column] = text
            self.held.values[row, column] = one

    @property
    def color(self):
        self.calls.read("color")
        found = {self.held.fills.get(place) for place in self.places()}
        one = found.pop()
        if found:
            return 0, 0, 0  # as Excel on Windows says of several colours
        return tuple(bytes.fromhex(one)) if one else None

    @color.setter
    def color(self, value):
        self.change("color")
        if isinstance(value, str):
            value = tuple(bytes.fromhex(_HEX.fullmatch(value)[1]))
        for place in self.places():
            if value is None:
                self.held.fills.pop(place, None)
            else:
                self.held.fills[place] = bytes(value).hex().upper()

    @property
    def number_format(self):
        return self.held.formats.get((self.row, self.column), "General")

    @number_format.setter
    def number_format(self, value):
        self.change("number_format")
        for place in self.places():
            self.held.formats[place] = value

    @property
    def address(self):
        return self.get_address(True, True, False)

    def get_address(self, row_absolute, col_absolute, external):
        row, column = "$" * row_absolute, "$" * col_absolute
        bottom, right = self.row + self.shape[0] - 1, self.column + self.shape[1] - 1
        corners = [
            f"{column}{get_column_letter(at)}{row}{number}"
            for at, number in ((self.column, self.row), (right, bottom))
        ]
        return ":".join(dict.fromkeys(corners))

    @property
    def note(self):
        self.calls.read("note")
        place = self.row, self.column
        return Note(self) if place in self.held.notes else None

    def add_note(self, text):
        self.change("note")
        self.held.notes[self.row, self.column] = [text, "销售内勤"]
        return Note(self)

    def _overlap(self, bounds):
        left, top, right, bottom = bounds
        return (
            left < self.column + self.shape[1]
            and self.column <= right
            and top < self.row + self.shape[0]
            and self.row <= bottom
        )

    @property
    def merge_cells(self):
        self.calls.read("merge_cells")
        found = [one for one in self.held.merged if self._overlap(one)]
        if not found:
            return False
        inside = sum(
            left <= column <= right and top <= row <= bottom
            for row, column in self.places()
            for left, top, right, bottom in found
        )
        return True if inside == len(self) else None

    @property
    def merge_area(self):
        for left, top, right, bottom in self.held.merged:
            if left <= self.column <= right and top <= self.row <= bottom:
                return Range(self.sheet, top, left, bottom - top + 1, right - left + 1)
        return self

    def get_special_cells(self, cell_type, value_type):
        assert (cell_type, value_type) == ("visible", None)
        self.calls.read("special_cells")
        rows = _runs(
            row
            for row in range(self.row, self.row + self.shape[0])
            if row not in self.held.hidden_rows
        )
        columns = _runs(
            column
            for column in range(self.column, self.column + self.shape[1])
            if column not in self.held.hidden_columns
        )
        return [
            Range(self.sheet, top, left, bottom - top + 1, right - left + 1)
            for top, bottom in rows
            for left, right in columns
        ]

    def find(self, text, whole, direction, order, match_case):
        assert (text, direction) == ("*", "backward")
        self.calls.read("find")
        places = set(self.places()) & {*self.held.values, *self.held.formulas}
        by_column = order == "columns"
        last = max(places, key=lambda at: at[::-1] if by_column else at, default=None)
        return last and Range(self.sheet, *last, 1, 1)

    def clear(self):
        self.change("clear")
        for place in self.places():
            for kept in (self.held.values, self.held.formulas, self.held.fills,
                         self.held.formats, self.held.notes):  # fmt: skip
                kept.pop(place, None)
            self.held.links.discard(place)

    def clear_contents(self):
        self.change("clear")
        for place in self.places():
            self.held.values.pop(place, None)
            self.held.formulas.pop(place, None)

    @property
    def font(self):
        return Font(self)

    @property
    def borders(self):
        return Borders(self)

    wrap_text = property(
        lambda self: None, lambda self, value: self.change("wrap_text")
    )
    vertical_alignment = property(
        lambda self: None, lambda self, value: self.change("vertical_alignment")
    )


class Note(base_classes.Note):
    def __init__(self, location):
        self.location = location

    location = None

    @property
    def _held(self):
        return self.location.held.notes[self.location.row, self.location.column]

    @property
    def text(self):
        return self._held[0]

    @text.setter
    def text(self, value):
        self.location.change("note")
        self._held[0] = value

    @property
    def author(self):
        return self._held[1]

    def delete(self):
        self.location.change("note")
        del self.location.held.notes[self.location.row, self.location.column]


class AutoFilter:
    def __init__(self, sheet, table):
        self.sheet, self.table = sheet, table

    @property
    def criteria(self):
        fields = self.table.criteria
        return [{"field": field, "type": "values", "values": []} for field in fields]

    def clear(self, field):
        assert field is None
        self.table.criteria.clear()
        self.sheet.hidden_rows.clear()


class Table(base_classes.Table):
    def __init__(self, sheet, held):
        self.parent, self.held = sheet, held

    parent = None

    @property
    def name(self):
        return self.held.name

    @name.setter
    def name(self, value):
        self.held.name = value

    @property
    def range(self):
        left, top, right, bottom = self.held.bounds
        return Range(self.parent, top, left, bottom - top + 1, right - left + 1)

    @property
    def header_row_range(self):
        left, top, right, _ = self.held.bounds
        return Range(self.parent, top, left, 1, right - left + 1)

    @property
    def show_totals(self):
        return self.held.has_totals

    @property
    def autofilter(self):
        return AutoFilter(self.parent.model, self.held)

    def resize(self, area):
        if self.parent.model.is_protected:
            raise Refused("Tables on a protected sheet cannot be resized.")
        self.parent.calls.write("resize")
        row, column = area.row, area.column
        rows, columns = area.shape
        self.held.bounds = (column, row, column + columns - 1, row + rows - 1)


def _runs(numbers):
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found

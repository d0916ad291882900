"""The engine: xlwings' hooks for a program, its workbooks, sheets and names."""

import copy
import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings
from xlwings import base_classes

from excel.stand_in import model
from excel.stand_in.calls import Calls, Refused
from excel.stand_in.ranges import Note, Range, Table

ERROR_WORDS = {code: said for said, code in model.ERRORS.items()}


class Engine:
    name = "excel"
    type = "desktop"

    def __init__(self, apps):
        self.apps = apps

    @staticmethod
    def prepare_xl_data_element(value, options):
        return "" if value is None else value

    @staticmethod
    def clean_value_data(data, days, empty_as, numbers, err_to_str):
        def clean(value):
            if value in ("", None):
                return empty_as
            if isinstance(value, dt.datetime):
                return days(value.year, value.month, value.day,
                            hour=value.hour, minute=value.minute, second=value.second,
                            microsecond=value.microsecond, tzinfo=None)  # fmt: skip
            if isinstance(value, int) and value in ERROR_WORDS:
                return ERROR_WORDS[value] if err_to_str else None
            return value

        return [[clean(value) for value in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self):
        self.app = App(self)

    def keys(self):
        return [self.app.pid]

    def add(self, **more):
        return self.app

    def __iter__(self):
        return iter([self.app])

    def __len__(self):
        return 1

    def __getitem__(self, pid):
        return self.app


class App(base_classes.App):
    """The program. Its settings are plain attributes; alerts are kept."""

    pid = os.getpid()  # so that test runs beside each other have locks of their own
    version = "16.0"
    # what the hooks have as properties is plain here
    screen_updating = True
    display_alerts = True
    enable_events = True
    interactive = True
    calculation = "automatic"
    status_bar = False
    visible = True
    api = True
    books = None

    def __init__(self, apps):
        self.apps = apps
        self.calls = Calls()
        self.books = Books(self)
        self.alerts = []
        self.bar = []
        self.subs = {}  # what a test has the Subs of a workbook do
        self.computes = None  # and what it has formulas give

    def __setattr__(self, name, value):
        if name == "status_bar":
            self.bar.append(value)
        super().__setattr__(name, value)

    @property
    def engine(self):
        return self.apps.engine

    @property
    def selection(self):
        book = self.books.active
        if book is None or book.model.selection is None:
            return None
        title, *place = book.model.selection
        return Range(book.sheets(title), *place)

    def alert(self, prompt, title, buttons, mode, callback):
        self.alerts.append(prompt)
        return "ok"

    def activate(self, steal_focus=False):
        pass

    def run(self, macro, args):
        return self.subs[macro.rpartition("!")[2]](*args)

    def calculate(self):
        pass


class Books(base_classes.Books):
    app = None

    def __init__(self, app):
        self.app = app
        self.open_ones = []

    @property
    def active(self):
        return self.open_ones[0] if self.open_ones else None

    def __call__(self, key):
        if isinstance(key, int):
            return self.open_ones[key - 1]
        for one in self.open_ones:
            if one.name.lower() == key.lower():
                return one
        raise KeyError(key)

    def __len__(self):
        return len(self.open_ones)

    def __iter__(self):
        return iter(self.open_ones)

    def open(self, fullname, *more):
        path = Path(fullname)
        self.app.calls.write("open")
        book = Book(self.app, model.read(path.read_bytes(), path.name, str(path)))
        self.open_ones.append(book)
        return book


class Group:
    """Several sheets at once, as ``Worksheets(("a", "b"))`` gives them."""

    def __init__(self, sheets):
        self.sheets = sheets

    def Copy(self, Before=None, After=None):  # noqa: N802, N803 - Excel's names
        target = Before or After
        at = target.book.model.sheets.index(target.model) + (After is not None)
        target.book.app.calls.write("copy")
        for offset, one in enumerate(self.sheets):
            target.book.take(one.model, at + offset)


class Book(base_classes.Book):
    app = None

    def __init__(self, app, held):
        self.app, self.model = app, held

    @property
    def api(self):
        return self

    def Worksheets(self, titles):  # noqa: N802 - Excel's name
        return Group([self.sheets(title) for title in titles])

    @property
    def name(self):
        return self.model.name

    @property
    def fullname(self):
        return self.model.fullname

    @property
    def sheets(self):
        return Sheets(self)

    @property
    def names(self):
        return Names(self)

    def activate(self):
        pass

    def take(self, held, at):
        """Take a sheet of any workbook in, under a title that is free."""
        taken = {one.title for one in self.model.sheets}
        one = copy.deepcopy(held)
        number = 2
        while one.title in taken:
            one.title = f"{held.title} ({number})"
            number += 1
        one.changed = {*one.values, *one.formulas, *one.fills, *one.notes}
        self.model.sheets.insert(at, one)

    def close(self):
        self.app.books.open_ones.remove(self)

    def save(self, path=None, password=None):
        self.app.calls.write("save")
        self.model.saved += 1
        Path(path or self.fullname).write_bytes(model.written(self.model))


class Sheets(base_classes.Sheets):
    def __init__(self, book):
        self.book = book

    def _all(self):
        return [Sheet(self.book, one) for one in self.book.model.sheets]

    @property
    def active(self):
        return self(self.book.model.active)

    def __call__(self, key):
        if isinstance(key, int):
            return self._all()[key - 1]
        for one in self._all():
            if one.name.lower() == key.lower():
                return one
        raise KeyError(key)

    def __len__(self):
        return len(self.book.model.sheets)

    def __iter__(self):
        return iter(self._all())

    def __contains__(self, key):
        return any(one.name.lower() == key.lower() for one in self._all())

    def add(self, before=None, after=None, name=None):
        self.book.take(model.Sheet(name or "Sheet1"), len(self))
        return self._all()[-1]


class Sheet(base_classes.Sheet):
    book = None

    def __init__(self, book, held):
        self.book, self.model = book, held

    @property
    def calls(self):
        return self.book.app.calls

    @property
    def api(self):
        return self

    @property
    def ProtectContents(self):  # noqa: N802 - Excel's name
        return self.model.is_protected

    def Unprotect(self, Password=""):  # noqa: N802, N803
        if self.model.password != Password:
            raise Refused("The password you supplied is not correct.")
        self.model.is_protected = False

    def Protect(self, *allowed, UserInterfaceOnly=False, **more):  # noqa: N802, N803
        self.model.is_protected = True
        self.model.lets_programs_write = UserInterfaceOnly

    @property
    def name(self):
        return self.model.title

    @name.setter
    def name(self, value):
        self.calls.write("name")
        self.model.title = value

    @property
    def index(self):
        return self.book.model.sheets.index(self.model) + 1

    @property
    def visible(self):
        return self.model.visible

    @visible.setter
    def visible(self, value):
        self.model.visible = value

    @property
    def notes(self):
        self.calls.read("notes")
        return [Note(Range(self, *place, 1, 1)) for place in sorted(self.model.notes)]

    @property
    def comments(self):
        return []

    @property
    def tables(self):
        return Tables(self)

    @property
    def used_range(self):
        self.calls.read("used_range")
        held = self.model
        places = {*held.values, *held.formulas, *held.fills, *held.notes}
        rows = [row for row, _ in places] or [1]
        columns = [column for _, column in places] or [1]
        top, left = min(rows), min(columns)
        return Range(self, top, left, max(rows) - top + 1, max(columns) - left + 1)

    def range(self, first, second=None):
        return Range.between(self, first, second)

    @property
    def cells(self):
        return Range(self, 1, 1, 1_048_576, 16_384)

    def activate(self):
        self.book.model.active = self.name

    def select(self):
        self.activate()

    def delete(self):
        self.calls.write("delete")
        self.book.model.sheets.remove(self.model)

    def copy(self, before, after):
        Group([self]).Copy(before, after)


class Tables(base_classes.Tables):
    def __init__(self, sheet):
        self.sheet = sheet

    def _all(self):
        return [Table(self.sheet, one) for one in self.sheet.model.tables]

    def __call__(self, key):
        if isinstance(key, int):
            return self._all()[key - 1]
        return next(one for one in self._all() if one.name == key)

    def __len__(self):
        return len(self.sheet.model.tables)

    def __iter__(self):
        self.sheet.calls.read("tables")
        return iter(self._all())


class Names(base_classes.Names):
    def __init__(self, book):
        self.book = book

    @property
    def _held(self):
        return self.book.model.names

    def _key(self, name):
        return next((one for one in self._held if one.lower() == name.lower()), None)

    def __call__(self, name):
        if (key := self._key(name)) is None:
            raise KeyError(name)
        return Name(self.book, key)

    def contains(self, name):
        return self._key(name) is not None

    def snapshot(self):
        return [(name, Name(self.book, name)) for name in self._held]

    def __len__(self):
        return len(self._held)

    def add(self, name, refers_to):
        self.book.app.calls.write("name")
        self._held[name] = [refers_to.removeprefix("="), False]
        return Name(self.book, name)


class Name(base_classes.Name):
    def __init__(self, book, name):
        self.book, self.key = book, name

    @property
    def api(self):
        return self

    @property
    def Visible(self):  # noqa: N802 - Excel's name
        return not self.book.model.names[self.key][1]

    @Visible.setter
    def Visible(self, value):  # noqa: N802
        self.book.model.names[self.key][1] = not value

    @property
    def name(self):
        return self.key

    @property
    def refers_to(self):
        self.book.app.calls.read("refers_to")
        return "=" + self.book.model.names[self.key][0]

    @refers_to.setter
    def refers_to(self, value):
        self.book.app.calls.write("refers_to")
        self.book.model.names[self.key][0] = value.removeprefix("=")

    def delete(self):
        self.book.app.calls.write("name")
        del self.book.model.names[self.key]


class Excel:
    """A running stand-in, and the workbooks that are open in it."""

    def __init__(self, app):
        self.app = app

    @property
    def calls(self):
        return self.app.calls

    def open(self, path):
        """Open a file and return the workbook as xlwings has it."""
        impl = self.app.books.open(str(path))
        self.calls.forget()
        return xlwings.Book(impl=impl)


@contextmanager
def excel() -> Iterator[Excel]:
    """Let the stand-in be the program that xlwings speaks to."""
    apps = Apps()
    apps.engine = Engine(apps)
    before = xlwings.engines.active
    engines = list(xlwings.engines.engines), dict(xlwings.engines.engines_by_name)
    engine = xlwings.Engine(impl=apps.engine)
    xlwings.engines.add(engine)
    xlwings.engines.active = engine
    try:
        yield Excel(apps.app)
    finally:
        xlwings.engines.engines, xlwings.engines.engines_by_name = engines
        xlwings.engines.active = before
        vars(xlwings.Book).get("_mock_caller") and delattr(xlwings.Book, "_mock_caller")

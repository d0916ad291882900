"""One workbook opened through each adapter of the port, and looked at from outside."""

import datetime as dt
import io
from contextlib import contextmanager

import openpyxl
import pytest
import python_calamine

from excel.stand_in import excel
from harness.live_calc import asking, open_document
from xlsales.calc.live import Live as LiveInCalc
from xlsales.excel.live import Live
from xlsales.patch import custom_xml
from xlsales.patch.patch import Patch
from xlsales.workbook.in_file import InFile
from xlsales.workbook.in_memory import InMemory
from xlsales.workbook.scan import scan
from xlsales.workbook.written import NAMESPACE

NAME = "master.xlsx"
NOW = dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC)


class OfFile:
    """A file and its patch."""

    def __init__(self, content):
        self.alerts = []
        self.kept = []
        self.workbook = InFile(content, NAME, self.kept.append, self.alerts.append)

    def content(self):
        """The bytes as they are once the workbook is saved."""
        self.workbook.save()
        return self.kept[-1]


class OfMemory:
    """Plain grids, of what stands in the same file."""

    def __init__(self, content):
        source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        grids = {
            title: source.get_sheet_by_name(title).to_python(skip_empty_area=False)
            for title in source.sheet_names
        }
        names = {"last_check": "还没有校验过"}
        self.workbook = InMemory(grids, NAME, names, facts=scan(content))
        self.alerts = self.workbook.alerts


class OfExcel:
    """The stand-in of Excel, in which the file is open."""

    def __init__(self, content, program, folder):
        self.path = folder / NAME
        self.path.write_bytes(content)
        self.before = content
        self.book = program.open(self.path)
        self.workbook = Live(self.book)
        self.program = program
        self.alerts = program.app.alerts

    def content(self):
        """The bytes as Excel saves them: it keeps the part it knows nothing of."""
        self.workbook.save()
        patch = Patch(self.path.read_bytes())
        part = custom_xml.read(Patch(self.before), NAMESPACE)
        if part:
            custom_xml.write(patch, NAMESPACE, part)
        return patch.to_bytes()


class OfCalc:
    """LibreOffice Calc, in which the file is open."""

    def __init__(self, doc, path, before):
        self.path, self.before, self.alerts = path, before, []
        ask = asking(doc)

        def heard(what, given):
            if what == "tell":
                self.alerts.append(given[1])
            return ask(what, given)

        self.workbook = LiveInCalc(heard, path, NOW)

    def content(self):
        """The bytes as Calc saves them: it drops the part it knows nothing of."""
        self.workbook.save()
        return self.path.read_bytes()


ADAPTERS = (
    pytest.param("file"),
    pytest.param("memory"),
    pytest.param("excel"),
    pytest.param("calc", marks=pytest.mark.bridge),
)


@contextmanager
def opened(adapter, content, folder):
    """Open a workbook through one of the adapters."""
    if adapter == "file":
        yield OfFile(content)
    elif adapter == "memory":
        yield OfMemory(content)
    elif adapter == "calc":
        path = folder / NAME
        path.write_bytes(content)
        with open_document(path) as doc:
            yield OfCalc(doc, path, content)
    else:
        with excel() as program:
            yield OfExcel(content, program, folder)


def sheet_of(content, title):
    return openpyxl.load_workbook(io.BytesIO(content))[title]


def fill(content, place):
    """The fill of a cell, such as 00FF00; None without."""
    title, _, cell = place.partition("!")
    found = sheet_of(content, title)[cell].fill
    return str(found.fgColor.rgb)[-6:] if found.patternType == "solid" else None


def note(content, place):
    """The first line of a cell's note; None without."""
    title, _, cell = place.partition("!")
    found = sheet_of(content, title)[cell].comment
    return found.text.splitlines()[0] if found else None


def shown(content, title):
    """What the rows of a sheet of results show below its headings, links as words."""
    rows = sheet_of(content, title).iter_rows(min_row=4)
    return [[_words(one.value) for one in row] for row in rows]


def _words(value):
    if isinstance(value, str) and value.startswith("=HYPERLINK("):
        return value.rpartition(',"')[2].removesuffix('")')
    return None if value == "" else value

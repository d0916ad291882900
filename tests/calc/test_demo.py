"""The demo master in Calc: no formula fails, and each gives what Python computed.

What each formula should give is stored beside it: Python put it there. The sheets
of figures are brought into the master as a button does it, before all is computed.
"""

import datetime as dt
import io
from functools import partial

import openpyxl
import pytest
from openpyxl.utils.datetime import to_excel

import xlsales
from harness.extended_office import extended_office
from harness.live_calc import YES, asking, open_document
from xlsales.calc.live import Live
from xlsales.demo import demo_rows
from xlsales.demo.days import LAST
from xlsales.excel.conf import Place
from xlsales.excel.dress import dress
from xlsales.workbook.schema import version

pytestmark = [
    pytest.mark.extension,
    # openpyxl says that it does not read the extension of data bars
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
FORMULAS = 16  # com.sun.star.sheet.CellFlags
ERRORS = 4  # com.sun.star.sheet.FormulaResult
NOW = dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC)
CALC = partial(extended_office, beside=False)
LINE = "=ROUND(G{row}*J{row}*(1-N(K{row}));2)"


@pytest.fixture(scope="module")
def demo():
    return xlsales.new_workbook(demo_rows(), "zh", LAST)


@pytest.fixture(params=["xlsx", "xlsm"])
def path(request, demo, tmp_path):
    """The demo master, plain and dressed."""
    path = tmp_path / f"master.{request.param}"
    place = Place("python", "", str(tmp_path))
    is_dressed = request.param == "xlsm"
    path.write_bytes(dress(demo, path.name, "zh", place) if is_dressed else demo)
    return path


@pytest.fixture
def doc(path):
    """It, in an office that has the extension."""
    with open_document(path, CALC().desktop) as doc:
        yield doc


def formulas(doc):
    """Return each formula by its place, and the value it shows."""
    found = {}
    for sheet in (doc.Sheets.getByIndex(at) for at in range(doc.Sheets.Count)):
        for area in sheet.queryContentCells(FORMULAS).RangeAddresses:
            corners = area.StartColumn, area.StartRow, area.EndColumn, area.EndRow
            cells = sheet.getCellRangeByPosition(*corners)
            texts, shown = cells.getFormulaArray(), cells.getDataArray()
            for down, row in enumerate(texts):
                for right, text in enumerate(row):
                    place = (sheet.Name, area.StartColumn + right, area.StartRow + down)
                    found[(*place, text)] = shown[down][right]
    return found


def in_error(doc):
    """Return where a formula shows an error."""
    sheets = (doc.Sheets.getByIndex(at) for at in range(doc.Sheets.Count))
    return [
        f"{sheet.Name}: {one}"
        for sheet in sheets
        for one in [sheet.queryFormulaCells(ERRORS).RangeAddressesAsString]
        if one
    ]


def stored(content, prefix=""):
    """Return what the cells of a file show, by their places."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {
        (prefix + sheet.title, cell.column - 1, cell.row - 1): _as_calc_has_it(cell)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    }


def _as_calc_has_it(cell):
    value = cell.value
    return to_excel(value) if isinstance(value, dt.date) else value


def agree(doc, said):
    """Compute everything; each formula gives what is stored in the files."""
    doc.calculateAll()
    assert in_error(doc) == []
    computed = formulas(doc)
    # Stored is that macros are off; here a function answers in the place of VBA.
    answered = [place for place in computed if "XLSALESREADY" in place[-1]]
    for place in answered:
        assert computed.pop(place) == f"xlsales {version()}"
    wrong = {
        place: (said.get(place[:3]), found)
        for place, found in computed.items()
        if found != pytest.approx(said.get(place[:3]) or "", abs=1e-9)
        and found != said.get(place[:3])
    }
    assert wrong == {}
    return len(computed)


def test_home_and_the_guide_show_what_python_computed(doc, path):
    is_dressed = path.suffix == ".xlsm"
    assert agree(doc, stored(path.read_bytes())) >= (50 if is_dressed else 30)


def test_what_a_button_brings_in_shows_what_python_computed(doc, path):
    book = xlsales.open_book(path)
    live = Live(asking(doc, CALC().context), path, NOW)
    stats = xlsales.stats(book, xlsales.parse_period("2026-10"), as_of=LAST)
    plan = xlsales.plan(book, xlsales.parse_period("2026-11"), as_of=LAST)
    brought = {
        "统计_": xlsales.statistics_workbook(stats, "zh"),
        "计划_": xlsales.plan_workbook(plan, "zh"),
    }
    said = stored(path.read_bytes())
    for prefix, content in brought.items():
        live.put_sheets(content, prefix)
        said |= stored(content, prefix)
    assert agree(doc, said) >= 100


def test_amounts_of_lines_computed_in_the_sheet_are_those_of_python(doc):
    """Every amount of 订单明细 as a formula, and the sum of an order."""
    lines = doc.Sheets.getByName("订单明细")
    cursor = lines.createCursor()
    cursor.gotoEndOfUsedArea(not YES)
    last = cursor.RangeAddress.EndRow + 1
    amounts = lines.getCellRangeByName(f"L2:L{last}")
    typed = amounts.getDataArray()
    texts = tuple((LINE.format(row=row),) for row in range(2, last + 1))
    amounts.setFormulaArray(texts)
    doc.calculateAll()
    computed = amounts.getDataArray()
    assert in_error(doc) == []
    assert len(typed) > 500
    differ = [
        row
        for row, (ours, theirs) in enumerate(zip(typed, computed, strict=True), start=2)
        if ours != pytest.approx(theirs, abs=1e-9)
    ]
    assert differ == []

"""Formulas: an office computes every one anew, and finds what Python found."""

import datetime as dt
import re

import openpyxl
import pytest

import xlsales
from harness.demo import master

AS_OF = dt.date(2026, 10, 31)
CONTROL = "✓"
pytestmark = [
    pytest.mark.office,
    # openpyxl says that it does not read the extension of data bars
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo company's workbook, as it is read back."""
    path = tmp_path_factory.mktemp("demo") / "master.xlsx"
    path.write_bytes(master())
    return xlsales.open_book(path)


def statistics(book, period, language):
    made = xlsales.stats(book, xlsales.parse_period(period), as_of=AS_OF)
    return xlsales.statistics_workbook(made, language)


def plan(book, period, language):
    made = xlsales.plan(book, xlsales.parse_period(period), as_of=AS_OF)
    return xlsales.plan_workbook(made, language)


CASES = [
    (statistics, "2026-10", "zh"),
    (statistics, "2026-10", "en"),
    (statistics, "2026-Q3", "zh"),
    (statistics, "2026", "en"),
    (plan, "2026-11", "zh"),
]
SHEETS = {"zh": ["账龄表", "销售台账"], "en": ["Ageing", "Sales ledger"]}


@pytest.mark.parametrize(("make", "period", "language"), CASES)
def test_every_formula_gives_what_python_computed(
    demo, office, tmp_path, make, period, language
):
    path = tmp_path / "report.xlsx"
    path.write_bytes(make(demo, period, language))
    formulas = openpyxl.load_workbook(path)
    ours = openpyxl.load_workbook(path, data_only=True)
    theirs = openpyxl.load_workbook(office.recalculate(path), data_only=True)
    proofs = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not (isinstance(cell.value, str) and cell.value.startswith("=")):
                    continue
                place = f"{sheet.title}!{cell.coordinate} {cell.value}"
                found = theirs[sheet.title][cell.coordinate].value
                said = ours[sheet.title][cell.coordinate].value
                assert found == pytest.approx(said, abs=0.001), place
                if CONTROL in cell.number_format:
                    assert found == 0, place
                    proofs += 1
    assert proofs >= (6 if make is plan else 40)


@pytest.mark.parametrize(("make", "period", "language"), CASES)
def test_no_cell_of_a_report_is_too_narrow_or_wrong(
    demo, office, tmp_path, make, period, language
):
    """An office prints ### for a number that does not fit, and #… for an error."""
    path = tmp_path / "report.xlsx"
    path.write_bytes(make(demo, period, language))
    assert not re.findall(r"###|#\w+[!?/]|Err:\d+", office.text(path))


@pytest.mark.parametrize("wrong", [0.01, -100])
def test_a_proof_shows_a_total_that_is_wrong(demo, office, tmp_path, wrong):
    """Change one row by hand: the formula above the total is no longer 0."""
    path = tmp_path / "report.xlsx"
    path.write_bytes(statistics(demo, "2026-10", "zh"))
    book = openpyxl.load_workbook(path)
    sheet = book["销售台账"]
    header = next(r for r in range(1, 20) if sheet.cell(r, 1).value == "日期")
    titles = [cell.value for cell in sheet[header]]
    amount = sheet.cell(header + 1, titles.index("金额") + 1)
    amount.value += wrong
    book.save(path)
    theirs = openpyxl.load_workbook(office.recalculate(path), data_only=True)
    proof = theirs["销售台账"]["E4"].value
    assert proof == pytest.approx(wrong, abs=0.001)

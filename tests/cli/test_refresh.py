"""refresh: our functions computed in a file that nobody has open."""

import openpyxl
import pytest

import xlsales
from checks.changes import CLEAN_BOOK
from harness.tables import rows_from
from xlsales import cli

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
CELLS = {
    "A1": 1409.5,
    "A2": "C1",
    "B1": "=XLSALES_WORDS(A1)",
    "B2": "=XLSALES_CUSTOMER_NAME(A2)",
    "B3": '=XLSALES_WORDS("abc")',
}


@pytest.fixture
def master(tmp_path):
    """A master with a sheet of somebody's own, its formulas never computed."""
    path = tmp_path / "master.xlsx"
    path.write_bytes(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    return path


def type_in(path, cells):
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("我的")
    for address, value in cells.items():
        sheet[address] = value
    book.save(path)


def shown(path, *addresses):
    sheet = openpyxl.load_workbook(path, data_only=True)["我的"]
    return [sheet[one].value for one in addresses]


def test_values_are_put_beside_the_formulas(master, capsys):
    type_in(master, CELLS)
    assert cli.run(["refresh", str(master)]) == 0
    assert shown(master, "B1", "B2", "B3") == [
        "人民币壹仟肆佰零玖元伍角整",
        "沈阳北方商贸有限公司",
        "#不是数字：abc",
    ]
    out = capsys.readouterr().out
    assert out.startswith("算出了 3 个单元格的 XLSALES_ 函数\n已写入 master.xlsx")


def test_what_computes_with_more_is_left_and_named(master, capsys):
    type_in(master, {"B1": "=XLSALES_WORDS(1)&B9"})
    before = master.read_bytes()
    assert cli.run(["refresh", str(master), "--lang", "en"]) == 1
    assert "they compute with more than XLSALES_ functions: 我的!B1" in (
        capsys.readouterr().out
    )
    assert master.read_bytes() == before


def test_a_copy_leaves_the_workbook_alone(master, tmp_path):
    type_in(master, CELLS)
    before, copy = master.read_bytes(), tmp_path / "copy.xlsx"
    assert cli.run(["refresh", str(master), "-o", str(copy)]) == 0
    assert master.read_bytes() == before
    assert shown(copy, "B2") == ["沈阳北方商贸有限公司"]

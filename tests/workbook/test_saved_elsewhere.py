"""One book, saved by three programs, is one book."""

import io

import openpyxl
import pytest

from harness import demo
from xlsales.sheets import INPUT_SHEETS
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book
from xlsales.workbook.scan import scan


@pytest.fixture(scope="module")
def built():
    """The demo company's master, the first rows of each sheet, by XlsxWriter."""
    return build_master({key: rows[:200] for key, rows in demo.rows().items()})


def by_openpyxl(content):
    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(content)).save(target)
    return target.getvalue()


def what_is_read(content):
    """Return rows and values, column by column, of every sheet."""
    tables = read_book(content, "a.xlsx").tables
    return {
        key: (
            list(table.rows),
            {one.key: table.values(one.key) for one in table.sheet.columns},
            table.letters,
            table.extra,
        )
        for key, table in tables.items()
    }


def tables_of(content):
    """Return the name of each table and its range."""
    facts = scan(content)
    return {one.name: one.ref for sheet in facts.values() for one in sheet.tables}


def assert_same(content, built):
    read, typed = what_is_read(content), what_is_read(built)
    for sheet in INPUT_SHEETS:
        assert read[sheet.key] == typed[sheet.key], sheet.key
    assert tables_of(content) == tables_of(built)
    inputs = {sheet.title.zh for sheet in INPUT_SHEETS}
    for title, facts in scan(content).items():
        assert not facts.errors
        # 首页 has formulas, whose values openpyxl does not keep
        assert title not in inputs or not facts.formulas_without_value
        assert not facts.hidden_rows
        assert not facts.filters


def test_saved_by_openpyxl(built):
    assert_same(by_openpyxl(built), built)


@pytest.mark.office
def test_saved_by_libreoffice(built, office, tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(built)
    assert_same(office.recalculate(path).read_bytes(), built)


@pytest.mark.office
def test_saved_by_one_after_the_other(built, office, tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(by_openpyxl(built))
    assert_same(by_openpyxl(office.recalculate(path).read_bytes()), built)

"""Rules: the lists behind the drop-downs, as an office computes them."""

import io

import openpyxl
import pytest

from xlsales.language import LANGUAGES
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.options import OPTION_LISTS
from xlsales.workbook.build import build_master
from xlsales.workbook.rules import list_name

ROWS = {
    "customers": [{"customer_code": code} for code in ("C1", "C2", "C3")],
    "staff": [{"staff_code": "E1"}],
    "options": [
        {"list": "渠道", "value": "商超"},
        {"list": "渠道", "value": "分销商"},
        {"list": "单位", "value": "箱"},
    ],
}
LISTS = {
    "customers": ["C1", "C2", "C3"],
    "staff": ["E1"],
    "products": [],
    "orders": [],
    "渠道": ["商超", "分销商"],
    "单位": ["箱"],
    "类别": [],
}


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drop_down_offers_what_its_list_holds(office, tmp_path, language):
    """The names are asked from a sheet beside the master's own."""
    book = openpyxl.load_workbook(io.BytesIO(build_master(ROWS, language)))
    asked = book.create_sheet("asked")
    for row, source in enumerate(LISTS, start=1):
        name = list_name(source)
        asked.cell(row, 1, f"=ROWS({name})")
        asked.cell(row, 2, f'=INDEX({name},1)&""')
        asked.cell(row, 3, f'=INDEX({name},ROWS({name}))&""')
    path = tmp_path / "asked.xlsx"
    book.save(path)
    computed = openpyxl.load_workbook(office.recalculate(path), data_only=True)
    answers = list(computed["asked"].values)
    for (source, held), answer in zip(LISTS.items(), answers, strict=True):
        first, last = (held[0], held[-1]) if held else (None, None)
        assert (answer[0], answer[1] or None, answer[2] or None) == (
            max(len(held), 1),
            first,
            last,
        ), source


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_opens_the_master_and_shows_every_sheet(office, tmp_path, language):
    path = tmp_path / f"{language}.xlsx"
    path.write_bytes(build_master(ROWS, language))
    book = openpyxl.load_workbook(office.recalculate(path), data_only=True)
    assert len(book.sheetnames) == len(INPUT_SHEETS) + 2
    text = office.text(path)
    assert "###" not in text
    assert "#NAME" not in text
    assert "Err:" not in text


def test_every_list_has_a_name_of_its_own():
    names = [list_name(name) for name in OPTION_LISTS]
    names += [list_name(sheet.key) for sheet in INPUT_SHEETS]
    assert len(set(names)) == len(names)
    assert all(name.isascii() for name in names)

"""The office harness: what LibreOffice makes of a file."""

from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from harness.office import Office, OfficeError

pytestmark = pytest.mark.office


@pytest.fixture
def order(tmp_path):
    """One line of an order; the result stored with the formula is wrong on purpose."""
    path = tmp_path / "订单.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("订单明细")
        sheet.write_row("A1", ["品名", "数量", "单价", "金额"])
        sheet.write_row("A2", ["复印纸", 10, 12.5])
        sheet.write_formula("D2", "=B2*C2", value=1)
        sheet.write_formula("D3", '=XLOOKUP("复印纸",A2:A2,D2:D2)', value=1)
    return path


def test_a_formula_is_computed_anew(office, order):
    sheet = CalamineWorkbook.from_path(office.recalculate(order)).get_sheet_by_index(0)
    assert [row[3] for row in sheet.to_python()] == ["金额", 125.0, 125.0]


def test_chinese_text_stands_in_the_pdf(office, order):
    [pdf] = office.to_pdf([order])
    assert pdf.read_bytes().startswith(b"%PDF")
    text = office.text(pdf)
    assert "复印纸" in text
    assert "125" in text


def test_a_page_is_a_picture(office, order):
    [page] = office.render(order, dpi=50)
    assert page.read_bytes().startswith(b"\x89PNG")


def test_many_files_keep_their_order(office, order):
    other = order.with_name("对账单.xlsx")
    other.write_bytes(order.read_bytes())
    pdfs = office.to_pdf([order, other])
    assert [pdf.stem for pdf in pdfs] == ["订单", "对账单"]


def test_what_is_no_document_is_refused_and_the_next_is_not(office, order, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(OfficeError, match=r"broken\.xlsx"):
        office.recalculate(broken)
    assert office.recalculate(order).exists()


def test_an_office_that_was_closed_starts_again(order, tmp_path):
    office = Office(tmp_path / "office")
    first = office.recalculate(order)
    office.close()
    second = office.recalculate(order)
    office.close()
    assert first.exists()
    assert second.exists()


@pytest.mark.validator
def test_the_validator_tells_good_from_bad(validator, order):
    assert validator(order) == []
    broken = Path(order).with_name("broken.xlsx")
    broken.write_bytes(order.read_bytes()[:-200])
    assert validator(broken) != []

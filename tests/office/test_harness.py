"""The office of the tests: what it shows of a file."""

from pathlib import Path

import pytest
import xlsxwriter

pytestmark = pytest.mark.office


def test_chinese_text_stands_in_the_pdf(office, faulty):
    """10 × 12.50; the workbook was stored with 1."""
    text = office.text(faulty)
    assert "单价" in text
    assert "125" in text


def test_a_page_is_a_picture(office, faulty):
    page = office.render(faulty, dpi=50)[0]
    assert page.read_bytes().startswith(b"\x89PNG")


@pytest.mark.validator
def test_the_validator_tells_good_from_bad(validator, faulty):
    assert validator(faulty) == []
    broken = Path(faulty).with_name("broken.xlsx")
    broken.write_bytes(faulty.read_bytes()[:-200])
    assert validator(broken) != []


def test_a_chart_is_on_the_page(office, tmp_path):
    """An office that opens nothing active opens no chart either."""
    path = tmp_path / "chart.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_column("A1", [1, 2, 3])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$3"})
        chart.set_title({"name": "Quarterly sales"})
        sheet.insert_chart("C1", chart)
    assert "Quarterly sales" in office.text(path)

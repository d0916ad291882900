"""The built-in templates, as an office opens them and as the standard has them."""

import subprocess
from datetime import date

import pytest

from xlsales.documents import CONTRACT, STATEMENT, render
from xlsales.documents.contract import contract_context
from xlsales.documents.statement import statement_context


@pytest.fixture
def contract(tmp_path, make_book, line, gift, contract_template):
    book = make_book(
        [*(line(n) for n in range(1, 60)), gift(60)], order={"order_discount": "9"}
    )
    context = contract_context(
        book,
        book.orders["LNSYNO.001"],
        "HT-1",
        signed_on=date(2026, 10, 5),
        payment_words="次月末前付清。",
    )
    path = tmp_path / "contract.docx"
    path.write_bytes(render(CONTRACT, contract_template, context))
    return path


@pytest.fixture
def statement_of(tmp_path, make_book, make_statement, statement_template):
    def make(count):
        account = make_statement(["10"] * count)
        context = statement_context(account, make_book().settings, date(2026, 10, 8))
        path = tmp_path / f"statement{count}.xlsx"
        path.write_bytes(render(STATEMENT, statement_template, context))
        return path

    return make


def pages(office, path):
    pdf = office.to_pdf([path])[0]
    shown = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    )
    return shown.stdout.removesuffix("\f").split("\f")


@pytest.mark.office
def test_the_signatures_of_a_long_contract_stand_on_one_page(office, contract):
    found = pages(office, contract)

    signing = [page for page in found if "授权代表" in page]
    assert len(signing) == 1
    for wanted in ("双方签署", "（盖章）", "日期：", "制单：", "复核：", "业务员："):
        assert wanted in signing[0].replace("( 盖章 )", "（盖章）")
    for number, page in enumerate(found, 1):
        assert f"第{number}页共{len(found)}页" in "".join(page.split())


@pytest.mark.office
def test_a_long_contract_repeats_the_header_of_its_lines(office, contract):
    assert sum("产品编码" in page for page in pages(office, contract)) > 1


@pytest.mark.office
@pytest.mark.parametrize(("count", "page_count"), [(0, 1), (8, 1)])
def test_a_short_statement_is_one_page(office, statement_of, count, page_count):
    assert len(pages(office, statement_of(count))) == page_count


@pytest.mark.office
def test_a_long_statement_keeps_its_slip_whole(office, statement_of):
    found = pages(office, statement_of(80))

    assert "对账回执" in found[-1]
    assert "账龄" in found[-1]
    assert all("应收增加" in page for page in found)


@pytest.mark.validator
def test_the_files_are_valid_open_xml(validator, contract, statement_of):
    assert validator(contract) == []
    assert validator(statement_of(0)) == []
    assert validator(statement_of(80)) == []

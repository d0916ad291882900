"""The built-in templates, as an office opens them and as the standard has them."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from xlsales.documents import CONTRACT, STATEMENT, render
from xlsales.documents.contract import contract_context
from xlsales.documents.statement import statement_context


@pytest.fixture
def contract_of(tmp_path, make_book, line, gift, contract_template):
    def make(count, term="预付30%,发货前70%"):
        book = make_book(
            [*(line(n) for n in range(1, count)), gift(count)],
            order={"order_discount": "9", "payment_term": term},
        )
        context = contract_context(
            book,
            book.orders["LNSYNO.001"],
            "HT-1",
            signed_on=date(2026, 10, 5),
            payment_words="次月末前付清。",
        )
        path = tmp_path / f"contract{count}.docx"
        path.write_bytes(render(CONTRACT, contract_template, context))
        return path

    return make


@pytest.fixture
def contract(contract_of):
    return contract_of(60)


@pytest.fixture
def statement_of(tmp_path, make_book, make_statement, statement_template):
    def make(count, due=1):
        account = make_statement(["10"] * count)
        account = replace(account, open_items=account.open_items * due)
        context = statement_context(account, make_book().settings, date(2026, 10, 8))
        path = tmp_path / f"statement{count}-{due}.xlsx"
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
def test_no_page_holds_signatures_alone(office, contract_of):
    """However many lines push the end of the contract down its page."""
    paths = [contract_of(count) for count in (2, 12, 20, 24, 28, 32)]
    for path in paths:
        found = pages(office, path)
        (signing,) = [page for page in found if "授权代表" in page]
        assert "生效与文本" in signing
        assert "业务员：" in signing


@pytest.mark.office
def test_a_long_contract_repeats_the_header_of_its_lines(office, contract):
    assert sum("产品编码" in page for page in pages(office, contract)) > 1


@pytest.mark.office
@pytest.mark.parametrize("count", [0, 5])
def test_a_short_statement_is_one_page(office, statement_of, count):
    assert len(pages(office, statement_of(count))) == 1


@pytest.mark.office
@pytest.mark.parametrize(
    ("count", "due"), [(1, 11), (5, 7), (6, 6), (11, 1), (12, 1), (20, 30), (80, 3)]
)
def test_the_slip_of_a_statement_is_whole(office, statement_of, count, due):
    """About the page break, and far beyond it: from its title to its last line."""
    found = pages(office, statement_of(count, due))

    for wanted in (
        "对账回执",
        "差异单据",
        "经办人（签字）",
        "传回我方",
        "五、付款账户",
    ):
        assert wanted in found[-1].replace("( 签字 )", "（签字）")
    assert all("应收增加" in page for page in found)
    assert "五、付款账户" in found[-1]
    assert len(found) == 1 or count + due > 12


@pytest.mark.validator
def test_the_files_are_valid_open_xml(validator, contract, statement_of):
    assert validator(contract) == []
    assert validator(statement_of(0)) == []
    assert validator(statement_of(80)) == []

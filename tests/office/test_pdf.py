"""PDF: beside each document one of the same name, made once."""

import os

import pytest

import xlsales
from checks.changes import CLEAN_BOOK
from harness import demo
from harness.tables import rows_from
from xlsales.office import without_pdf

OCTOBER = ("--month", "2026-10", "--as-of", "2026-10-31")
OF_ONE = (*OCTOBER, "--customer", "C2")


@pytest.fixture
def master(tmp_path):
    """A small book: one order that may have a contract, statements in October."""
    path = tmp_path / "master.xlsx"
    rows = rows_from(CLEAN_BOOK)
    rows["orders"][1]["sign_place"] = "杭州"
    path.write_bytes(xlsales.new_workbook(rows))
    return path


@pytest.fixture(scope="module")
def demo_master(tmp_path_factory):
    """The demo company's workbook, with 43 statements in October."""
    path = tmp_path_factory.mktemp("demo") / "master.xlsx"
    path.write_bytes(demo.master())
    return path


def test_those_without_and_those_that_are_newer_lack_theirs(tmp_path):
    """
    document  its second  its PDF's
    new       10          none
    changed   10          9
    same      10          11
    """
    for name, written, pdf in (("new", 10, 0), ("changed", 10, 9), ("same", 10, 11)):
        (tmp_path / f"{name}.1.docx").write_text(name)
        os.utime(tmp_path / f"{name}.1.docx", (written, written))
        if pdf:
            (tmp_path / f"{name}.1.pdf").write_text(name)
            os.utime(tmp_path / f"{name}.1.pdf", (pdf, pdf))
    documents = sorted(tmp_path.glob("*.docx"))
    assert [one.name for one in without_pdf(documents)] == [
        "changed.1.docx",
        "new.1.docx",
    ]


@pytest.mark.usefixtures("played")
def test_beside_each_document_is_its_pdf(said, master, tmp_path):
    out = tmp_path / "out"
    status, shown, err = said("statement", master, *OF_ONE, "-o", out, "--pdf")
    [statement] = out.glob("*.xlsx")
    [pdf] = out.glob("*.pdf")
    assert (status, err) == (0, "")
    assert pdf.stem == statement.stem
    assert pdf.read_bytes() == statement.read_bytes()  # the played office copies
    assert "PDF：生成 1 份，未变 0 份" in shown


def test_all_documents_are_one_call(said, played, demo_master, tmp_path):
    said("statement", demo_master, *OCTOBER, "-o", tmp_path / "out", "--pdf")
    assert played.calls == [43]
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 43


def test_what_has_its_pdf_is_left_and_the_office_not_asked(
    said, played, master, tmp_path
):
    command = ("statement", master, *OF_ONE, "-o", tmp_path / "out", "--pdf")
    said(*command)
    status, shown, _ = said(*command)
    assert status == 0
    assert "PDF：生成 0 份，未变 1 份" in shown
    assert played.calls == [1]


def test_a_document_that_changed_or_lost_its_pdf_gets_a_new_one(
    said, played, master, tmp_path
):
    command = ("statement", master, *OF_ONE, "-o", tmp_path / "out", "--pdf")
    said(*command)
    [statement] = (tmp_path / "out").glob("*.xlsx")
    statement.write_bytes(b"a remark of somebody")
    said(*command)
    assert statement.with_suffix(".pdf").read_bytes() == statement.read_bytes()
    statement.with_suffix(".pdf").unlink()
    said(*command)
    assert statement.with_suffix(".pdf").exists()
    assert played.calls == [1, 1, 1]


@pytest.mark.usefixtures("played")
def test_a_contract_that_is_refused_has_no_pdf(said, master, tmp_path):
    order = ("ZJHZNO.001", "草稿-1", "--as-of", "2026-10-20")
    status, *_ = said("contract", master, *order, "-o", tmp_path / "out", "--pdf")
    made = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert status == 1
    assert made == [".docx", ".pdf"]


def test_without_an_office_the_documents_are_made_and_one_line_says_what_is_not(
    said, master, tmp_path, monkeypatch
):
    monkeypatch.setenv("XLSALES_OFFICE", "/no/such/soffice")
    status, out, err = said(
        "statement", master, *OF_ONE, "-o", tmp_path / "out", "--pdf"
    )
    assert status == 1
    assert "生成 1 份，拒绝 0 份" in out
    assert err.count("\n") == 1
    assert err.startswith("1 份单据已生成，但没有 PDF：没有找到 LibreOffice")
    assert "请安装" in err
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".xlsx"]


def test_what_was_converted_before_the_office_broke_off_stays(
    said, played, demo_master, tmp_path
):
    played.plays('convert "$1"; convert "$2"; kill -9 $$')
    command = ("statement", demo_master, *OCTOBER, "-o", tmp_path / "out", "--pdf")
    status, out, err = said(*command)
    assert status == 1
    assert "PDF：生成 2 份，未变 0 份" in out
    assert err.startswith("41 份单据已生成，但没有 PDF：LibreOffice 处理 对账单_DZ")
    played.plays(played.COPIES_ALL)
    assert said(*command)[0] == 0
    assert played.calls == [43, 41]


@pytest.mark.office
def test_a_real_pdf_says_what_its_document_says(said, master, tmp_path, office):
    order = ("ZJHZNO.001", "--as-of", "2026-10-20")
    said("contract", master, *order, "-o", tmp_path / "out", "--pdf")
    [pdf] = (tmp_path / "out").glob("*.pdf")
    text = office.text(pdf)
    assert "杭州西湖食品有限公司" in text
    assert "HT-ZJHZNO.001" in text

"""xlsales function, as who has no macros meets it."""

import pytest

import xlsales
from checks.changes import CLEAN_BOOK
from harness.tables import rows_from
from xlsales import cli
from xlsales.functions import FUNCTIONS


@pytest.fixture
def said(capsys):
    def run(*arguments):
        status = cli.run(["function", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    return path


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (("WORDS", "1409.5"), "人民币壹仟肆佰零玖元伍角整"),
        (("xlsales_words", "1409.5", "USD"), "美元壹仟肆佰零玖元伍角整"),
        (("LINE_AMOUNT", "2", "100", "9折"), "180"),
        (("ROUND_MONEY", "-12.345"), "-12.35"),
        (("NEXT_WORKDAY", "2026-10-01"), "2026-10-08"),
        (("TERM_VALID", "月结30天"), "TRUE"),
        (("SHARE", "60;30;10"), "0.6\n0.3\n0.1"),
        (("SPLIT", "100", "1,1,1"), "33.33\t33.34\t33.33"),
        (("DUE_DATE", "月结", "2026-10-26", "", "25"), "2026-11-25"),
    ],
)
def test_a_function_is_answered(said, arguments, printed):
    assert said(*arguments) == (0, printed + "\n", "")


def test_a_function_of_the_workbook_is_answered(said, book):
    asked = ("PRICE", "P1", "C1", "2026-10-12", "100")
    assert said(*asked, "--book", book) == (0, "10\n", "")
    status, out, _ = said("CUSTOMER_NAME", "C9", "--book", book, "--lang", "en")
    assert (status, out) == (1, "#No customer C9\n")


def test_what_cannot_be_answered_ends_with_status_1(said):
    assert said("WORDS", "abc") == (1, "#不是数字：abc\n", "")


def test_an_unknown_function_ends_with_status_2(said):
    status, out, err = said("WORD", "1")
    assert (status, out) == (2, "")
    assert err == "xlsales: 没有工作表函数 WORD。xlsales function 列出全部函数\n"


def test_without_a_name_all_are_listed(said):
    status, out, _ = said("--lang", "en")
    assert status == 0
    for one in FUNCTIONS:
        assert f"  {one.signature}\n      {one.about.en}\n" in out

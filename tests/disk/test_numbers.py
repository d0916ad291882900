"""Numbers: two processes that give them at once never give one twice."""

import sys

import pytest

from checks.changes import workbook_with
from disk.number_givers import give_numbers, number_drafts
from disk.test_processes import running, told
from xlsales.ledger.given_numbers import given_numbers
from xlsales.sheets.documents import DOCUMENT_RECORDS, Series
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book

EACH = 4
FORKS = pytest.mark.skipif(
    sys.platform != "linux", reason="starts processes by forking"
)
DRAFTS = """
    订单 2 订单号 = 草稿-8
    订单 3 订单号 = 草稿-9
    订单 3 客户 = C1
    订单明细 2 订单号 = 草稿-8
"""


@FORKS
def test_two_that_give_numbers_at_once_give_no_number_twice(tmp_path):
    master = tmp_path / "主簿.xlsx"
    master.write_bytes(build_master())
    with (
        running(give_numbers, master, EACH) as (_, first),
        running(give_numbers, master, EACH) as (_, second),
    ):
        ends = [told(pipe) for _ in range(EACH) for pipe in (first, second)]
    assert ends == [0] * 2 * EACH
    rows = read_book(master.read_bytes(), "")[DOCUMENT_RECORDS].records
    assert [row.number for row in rows] == [
        f"BJ202610-{n:03d}" for n in range(1, 2 * EACH + 1)
    ]
    assert {row.series for row in rows} == {Series.QUOTE}


@FORKS
def test_two_that_number_drafts_of_one_city_at_once(tmp_path):
    """北方 is in 沈阳; both drafts are theirs."""
    master = tmp_path / "主簿.xlsx"
    master.write_bytes(workbook_with(DRAFTS))
    with (
        running(number_drafts, master, "草稿-8") as (_, first),
        running(number_drafts, master, "草稿-9") as (_, second),
    ):
        assert [told(first), told(second)] == [0, 0]
    book = read_book(master.read_bytes(), "")
    assert given_numbers(book, Series.ORDER) >= {"LNSYNO.001", "LNSYNO.002"}
    assert {one.draft_no for one in book.orders.values()} >= {"草稿-8", "草稿-9"}

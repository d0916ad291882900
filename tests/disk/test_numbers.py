"""Numbers: two processes that give them at once never give one twice."""

import sys

import pytest

from disk.number_givers import DAY, give_numbers
from disk.test_processes import running, told
from xlsales.jobs.numbers import give_number
from xlsales.ledger.given_numbers import given_numbers
from xlsales.sheets.documents import Series
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book

EACH = 4


@pytest.mark.skipif(sys.platform != "linux", reason="starts processes by forking")
def test_two_that_give_numbers_at_once_give_no_number_twice(tmp_path):
    master = tmp_path / "主簿.xlsx"
    master.write_bytes(build_master())
    with (
        running(give_numbers, master, EACH) as (_, first),
        running(give_numbers, master, EACH) as (_, second),
    ):
        given = [told(pipe) for _ in range(EACH) for pipe in (first, second)]
    wanted = [f"BJ202610-{n:03d}" for n in range(1, 2 * EACH + 1)]
    assert sorted(given) == wanted
    book = read_book(master.read_bytes(), "")
    assert given_numbers(book, Series.QUOTE) == set(wanted)


# S-052
def test_a_number_is_on_record_with_what_is_known_of_its_document():
    given = give_number(build_master(), Series.CHANGE, DAY, customer_code="C1")
    assert given.number == "BG202610-001"
    [row] = read_book(given.content, "").tables["document_records"].records
    assert (row.number, row.date, row.customer_code) == (given.number, DAY, "C1")

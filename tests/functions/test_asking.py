"""A workbook whose cells ask: read once for each revision of it."""

import pytest

from checks.changes import book_with
from xlsales.errors import CannotRead
from xlsales.functions import function_named
from xlsales.functions.asking import Asking

BEFORE = book_with()
AFTER = book_with("客户 2 客户全称 = 新名称")
OLD, NEW = "沈阳北方商贸有限公司", "新名称"
NAME = function_named("CUSTOMER_NAME")


class Host:
    """A workbook that somebody works in, and how often it was asked for."""

    def __init__(self, revision=None):
        self.book, self.revision = BEFORE, revision
        self.reads = self.looks = 0
        self.asking = Asking(self._read, self._own_revision, "zh")

    def _read(self):
        self.reads += 1
        return self.book

    def _own_revision(self):
        self.looks += 1
        return self.revision

    def name(self, *revision):
        return self.asking.calculator.call(NAME, "C1", *revision)


def test_it_is_read_once_for_a_revision():
    host = Host()
    assert [host.name(1.0), host.name(1.0)] == [OLD, OLD]
    host.book = AFTER
    assert [host.name(1.0), host.name(2.0), host.name(2.0)] == [OLD, NEW, NEW]
    assert host.reads == 2


def test_a_formula_that_was_given_the_revision_does_not_ask_for_its_cell():
    host = Host(revision=7.0)
    host.name(1.0)
    assert host.looks == 0


@pytest.mark.parametrize("blank", [(), (None,), ("",)])
def test_without_a_revision_its_own_cell_is_asked(blank):
    host = Host(revision=7.0)
    assert host.name(*blank) == OLD
    host.book = AFTER
    assert host.name(*blank) == OLD
    host.revision = 8.0
    assert host.name(*blank) == NEW
    assert host.looks == 3


def test_the_same_revision_from_the_formula_and_from_the_cell_is_one():
    host = Host(revision=7.0)
    assert [host.name(), host.name(7.0)] == [OLD, OLD]
    assert host.reads == 1


def test_zero_is_a_revision():
    host = Host(revision=7.0)
    host.name(0.0)
    assert host.looks == 0


def test_in_a_workbook_without_such_a_cell_what_was_read_first_counts():
    host = Host()
    host.name()
    host.book = AFTER
    assert host.name() == OLD
    assert host.reads == 1


def test_a_host_that_read_it_once_more_says_what_it_holds_at_that_revision():
    host = Host(revision=7.0)
    assert host.name() == OLD
    host.asking.turn_to(AFTER)
    assert [host.name(), host.name()] == [NEW, NEW]
    assert host.reads == 1


def test_a_workbook_that_was_closed_and_opened_again_is_read_again():
    host = Host(revision=7.0)
    host.name()
    host.book = AFTER
    host.asking.forget()
    assert host.name() == NEW
    assert host.reads == 2


def test_who_finds_it_closed_while_looking_for_the_revision_may_say_so():
    host = Host(revision=7.0)
    host.name()

    def reopened():
        host.asking.forget()
        return 7.0

    host.asking._own_revision = reopened
    host.book = AFTER
    assert host.name() == NEW


def test_a_function_that_does_not_look_into_the_workbook_does_not_read_it():
    host = Host()
    words = function_named("WORDS")
    assert host.asking.calculator.call(words, 100) == "人民币壹佰元整"
    assert (host.reads, host.looks) == (0, 0)


def test_a_workbook_that_cannot_be_read_is_tried_again():
    host = Host()
    host.name(1.0)

    def torn():
        raise CannotRead(name="主簿.xlsm", reason="正在编辑")

    good, host.asking._ask = host.asking._ask, torn
    assert host.name(2.0) == "#读不了 主簿.xlsm：正在编辑"
    host.asking._ask, host.book = good, AFTER
    assert host.name(2.0) == NEW


def test_a_range_as_revision_does_no_harm():
    host = Host()
    assert [host.name([[1.0], [2.0]]), host.name([[1.0], [2.0]])] == [OLD, OLD]
    assert host.reads == 1

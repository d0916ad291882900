"""Calling: array in, array out; never a fault; what was answered is remembered."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.changes import book_with
from functions.formulas import calculator
from xlsales.errors import CannotRead
from xlsales.functions import FUNCTIONS, function_named
from xlsales.functions.calling import Calculator, State
from xlsales.sheets.book import Book

BOOK = book_with()
STATE = State(BOOK, 1)
ERROR = -2146826246  # what COM gives for #N/A
PLAIN = [one for one in FUNCTIONS if not any(a.is_range for a in one.arguments)]


at = partial(dt.datetime, tzinfo=None)  # a cell has no zone


def ask(name, *cells, language="zh"):
    return Calculator(lambda _: STATE, language).call(function_named(name), *cells)


@pytest.mark.parametrize(
    ("name", "cells", "answer"),
    [
        ("GROWTH", (150, 120), 0.25),
        ("GROWTH", ("150", " 120 "), 0.25),
        ("GROWTH", ("１５０", "120"), 0.25),
        ("LINE_AMOUNT", (2, 100, None), 200.0),
        ("LINE_AMOUNT", (2, 100), 200.0),
        ("LINE_AMOUNT", (2, 100, ""), 200.0),
        ("TERM_VALID", ("月结30天",), True),
        ("NEXT_WORKDAY", (at(2026, 10, 1, 8, 30),), at(2026, 10, 8)),
        ("NEXT_WORKDAY", (dt.date(2026, 10, 1),), at(2026, 10, 8)),
        ("NEXT_WORKDAY", (46296.0,), at(2026, 10, 8)),  # 1 October 2026
        ("NEXT_WORKDAY", ("2026年10月1日",), at(2026, 10, 8)),
        ("PERIOD_END", (at(2026, 10, 1),), at(2026, 10, 31)),
        ("PERIOD_END", (46296.0,), at(2026, 10, 31)),
        ("PERIOD_END", (2026,), at(2026, 12, 31)),
        ("CUSTOMER_NAME", ("C1",), "沈阳北方商贸有限公司"),
    ],
)
def test_a_cell_is_taken_as_any_host_gives_it(name, cells, answer):
    assert ask(name, *cells) == answer


@pytest.mark.parametrize(
    ("name", "cells", "zh", "en"),
    [
        ("WORDS", ("abc",), "#不是数字：abc", "#Not a number: abc"),
        ("WORDS", (True,), "#不是数字：TRUE", "#Not a number: TRUE"),
        ("WORDS", (), "#没有填 amount", "#Left out: amount"),
        ("WORDS", (None,), "#没有填 amount", "#Left out: amount"),
        ("WORDS", ("  ",), "#没有填 amount", "#Left out: amount"),
        ("WORDS", (1, 2, 3), "#最多 2 个参数", "#At most 2 arguments"),
        ("WORDS", (1, "元"), "#不是币种：元", "#Not a currency: 元"),
        ("WORDS", (float("nan"),), "#不是数字：nan", "#Not a number: nan"),
        ("WORDS", (10.0**15,), "#不是数字：1000000000000000", None),
        ("WORDS", ("一二三四五六七八九十一二三四五六七八九十一二三四五",), None, None),
        ("NEXT_WORKDAY", ("2026-13-45",), "#没有这一天：2026-13-45", None),
        ("NEXT_WORKDAY", (20261001,), "#不是日期：20261001", "#Not a date: 20261001"),
        ("NEXT_WORKDAY", ("1026-10-01",), "#不是日期：1026-10-01", None),
        ("NEXT_WORKDAY", ("2026-10-01、2026-10-02",), None, None),
        ("TAX_IN", (113, 13), "#不是 0 到 1 的比例：13", "#Not a rate from 0 to 1: 13"),
        ("ROUND_MONEY", (1, 9), "#不在允许的范围：9", "#Not in range: 9"),
        ("ROUND_MONEY", (1, 1.5), "#不是整数：1.5", "#Not a whole number: 1.5"),
        ("DISCOUNT", ("0折",), "#看不懂的折扣：0折", None),
        ("PERIOD_START", ("十月",), "#不是期间：十月", "#Not a period: 十月"),
        ("CUSTOMER_NAME", (1e16,), "#编码要存成文本：10000000000000000", None),
        ("CUSTOMER_NAME", ("C9",), "#没有客户 C9", "#No customer C9"),
        ("DUE_DATE", ("30/70", "2026-10-12", 3), "#付款条件只有 2 部分", None),
        ("SHARE", ([[1, "甲"]],), "#不是数字：甲", "#Not a number: 甲"),
        ("SHARE", ([],), "#区域大小对不上", "#Ranges do not fit"),
        ("SPLIT", (100, [[0, 0]]), "#各份合计为零，无法分摊", None),
    ],
)
def test_what_cannot_be_answered_is_said_in_the_cell(name, cells, zh, en):
    said = ask(name, *cells)
    assert said.startswith("#")
    assert "\n" not in said
    assert len(said) < 60
    assert zh in {said, None}
    assert en in {ask(name, *cells, language="en"), None}


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("#N/A", "#N/A"),
        (ERROR, "#N/A"),
        (-2146826281, "#DIV/0!"),
        (-2146826273, "#VALUE!"),
        (-2146826265, "#REF!"),
        (-2146826259, "#NAME?"),
        (-2146826252, "#NUM!"),
        (-2146826288, "#NULL!"),
        ("#不是数字：abc", "#不是数字：abc"),  # one function in another
        (float(ERROR), "人民币负数贰拾壹亿肆仟陆佰捌拾贰万陆仟贰佰肆拾陆元整"),
    ],
)
def test_an_error_is_handed_through(cell, answer):
    assert ask("WORDS", cell) == answer
    assert ask("WORDS", [[1, cell]]) == [["人民币壹元整", answer]]


def test_an_error_of_the_revision_cell_is_handed_through_too():
    assert ask("CUSTOMER_NAME", "C1", ERROR) == "#N/A"


@pytest.mark.parametrize(
    ("this", "that", "answer"),
    [
        # one value with a range, either way round
        ([[120, 60]], 60, [[1.0, 0.0]]),
        (90, [[60], [45]], [[0.5], [1.0]]),
        # the same size
        ([[2, 4], [6, 8]], [[1, 2], [3, 4]], [[1.0, 1.0], [1.0, 1.0]]),
        # a row with a column, a row with a table, a column with a table
        ([[2, 4]], [[1], [2]], [[1.0, 3.0], [0.0, 1.0]]),
        ([[2, 4]], [[1, 1], [2, 2]], [[1.0, 3.0], [0.0, 1.0]]),
        ([[2], [4]], [[1, 1], [2, 2]], [[1.0, 1.0], [1.0, 1.0]]),
        # a plain list is a row, tuples are lists, a range of one cell is a range
        ([2, 4], 1, [[1.0, 3.0]]),
        (((2,), (4,)), 1, [[1.0], [3.0]]),
        ([[2]], 1, [[1.0]]),
        # a blank and a fault stay in their own cells
        ([[2, None, "x"]], 1, [[1.0, "#没有填 this_amount", "#不是数字：x"]]),
    ],
)
def test_a_range_where_one_value_is_wanted_gives_a_range(this, that, answer):
    assert ask("GROWTH", this, that) == answer


@pytest.mark.parametrize(
    ("this", "that"),
    [
        ([[1, 2]], [[1, 2, 3]]),
        ([[1], [2]], [[1], [2], [3]]),
        ([[1, 2], [3]], 1),
        ([], 1),
        ([[]], 1),
    ],
)
def test_sizes_that_do_not_fit_are_said(this, that):
    assert ask("GROWTH", this, that) == "#区域大小对不上"


# every kind of cell a host may give, also where it makes no sense
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.floats(-1e6, 1e6),
    st.integers(),
    st.integers(-5, 50_000),
    st.sampled_from([ERROR, "#N/A", "", " ", "9折", "13%", "2026-10", "2026-Q4"]),
    st.sampled_from(["C1", "P1", "CNY", "LNSYNO.001", "月结30天", "客户", "order"]),
    st.sampled_from(["1e-999999", "1E400", "月结9999天", "9999-12-31", "2199-12-31"]),
    st.text(max_size=8),
    st.dates(),
    st.datetimes(),
    st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
    st.tuples(st.just(1)),
    st.just({}),
)
RANGES = st.one_of(
    st.lists(st.lists(CELLS, max_size=3), max_size=3),
    st.lists(CELLS, max_size=4),
    st.lists(st.lists(st.lists(CELLS, max_size=2), max_size=2), max_size=2),
)
ANSWERS = (str, float, bool, dt.datetime)


def cells_of(answer):
    return (
        [one for row in answer for one in row] if isinstance(answer, list) else [answer]
    )


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_a_function_never_fails(function):
    calculator = Calculator(lambda _: STATE)
    most = len(function.arguments) + 1

    @given(st.lists(st.one_of(CELLS, CELLS, RANGES), max_size=most))
    def never(cells):
        answers = cells_of(calculator.call(function, *cells))
        assert all(type(one) in ANSWERS for one in answers)
        assert not any(str(one).startswith("#程序出错") for one in answers)

    never()


@pytest.mark.parametrize("function", PLAIN, ids=lambda one: one.name)
def test_a_range_is_answered_as_each_of_its_cells(function):
    known = Calculator(lambda _: STATE)
    count = len(function.arguments)

    @given(st.lists(st.tuples(*[CELLS] * count), min_size=1, max_size=4))
    def same(rows):
        columns = [[[cell] for cell in column] for column in zip(*rows, strict=True)]
        rows = [row for row in rows if not any(isinstance(c, tuple) for c in row)]
        columns = [[[cell] for cell in column] for column in zip(*rows, strict=True)]
        if function.reads_book and rows:
            columns[-1] = None  # the revision is one cell
            rows = [(*row[:-1], None) for row in rows]
        if rows:
            one_by_one = [[known.call(function, *row)] for row in rows]
            assert known.call(function, *columns) == one_by_one
            # what is remembered is what is computed
            fresh = Calculator(lambda _: STATE, kept=0)
            assert fresh.call(function, *columns) == one_by_one

    same()


@given(st.floats(-1e9, 1e9))
def test_words_say_the_amount_that_comes_back(amount):
    said = ask("WORDS", amount)
    back = ask("FROM_WORDS", said)
    assert back == ask("ROUND_MONEY", amount)


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=20))
def test_shares_sum_to_one_and_the_last_cumulative_one_is_one(amounts):
    (row,) = ask("SHARE", [amounts])
    assert sum(row) == pytest.approx(1)
    (running,) = ask("CUMULATIVE_SHARE", [amounts])
    assert max(running) == pytest.approx(1)


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(1, 999), min_size=1))
def test_parts_sum_to_the_whole(fen, bases):
    (parts,) = ask("SPLIT", fen / 100, [bases])
    assert sum(round(one * 100) for one in parts) == fen


def test_a_true_is_no_one_though_python_thinks_so():
    calculator = Calculator()
    words = function_named("WORDS")
    assert calculator.call(words, 1) == "人民币壹元整"
    assert calculator.call(words, *[True]) == "#不是数字：TRUE"
    assert calculator.call(words, 1.0) == "人民币壹元整"


class Desk:
    """A host that counts how often its workbook is asked for."""

    def __init__(self):
        self.state = State(BOOK, 1)
        self.told = []

    def __call__(self, revision):
        self.told.append(revision)
        return self.state


def test_the_workbook_is_looked_at_anew_once_its_revision_is_another():
    desk = Desk()
    calculator = Calculator(desk)
    price = function_named("PRICE")
    asked = ("P1", "C1", "2026-10-12", 100)
    assert calculator.call(price, *asked) == 10.0
    dearer = book_with("价格 2 单价 = 12")
    desk.state = State(dearer, 2)
    assert calculator.call(price, *asked) == 12.0
    desk.state = State(BOOK, 1)
    assert calculator.call(price, *asked) == 10.0


def test_another_workbook_of_the_same_revision_is_another():
    desk = Desk()
    calculator = Calculator(desk)
    name = function_named("CUSTOMER_NAME")
    calculator.call(name, "C1")
    desk.state = State(book_with("客户 2 客户全称 = 新名称"), 1)
    assert calculator.call(name, "C1") == "新名称"


def test_two_workbooks_do_not_know_each_other():
    other = State(book_with("客户 2 客户全称 = 新名称"), 1)
    first, second = Calculator(lambda _: STATE), Calculator(lambda _: other)
    name = function_named("CUSTOMER_NAME")
    assert first.call(name, "C1") == "沈阳北方商贸有限公司"
    assert second.call(name, "C1") == "新名称"
    assert first.call(name, "C1") == "沈阳北方商贸有限公司"


def test_a_host_is_told_the_revision_that_the_formula_was_given():
    desk = Desk()
    calculator = Calculator(desk)
    name = function_named("CUSTOMER_NAME")
    assert calculator.call(name, "C1", 7) == calculator.call(name, "C1")
    assert desk.told == [7, None]


def test_a_function_that_does_not_read_the_workbook_does_not_ask_for_it():
    desk = Desk()
    assert Calculator(desk).call(function_named("GROWTH"), 150, 120) == 0.25
    assert desk.told == []


def test_a_host_that_cannot_read_its_workbook_says_so_in_the_cell():
    def torn(_):
        raise CannotRead(name="主簿.xlsm", reason="没有这个文件")

    said = Calculator(torn).call(function_named("CUSTOMER_NAME"), "C1")
    assert said == "#读不了 主簿.xlsm：没有这个文件"


def test_a_mistake_of_ours_is_one_line_in_the_cell():
    def broken(_):
        raise RuntimeError("kaputt")

    said = Calculator(broken).call(function_named("CUSTOMER_NAME"), "C1")
    assert said.startswith("#程序出错：RuntimeError: kaputt")


def test_without_a_workbook_the_calendar_is_the_public_one():
    calculator = Calculator()
    day = function_named("IS_WORKDAY")
    assert calculator.call(day, "2026-10-31") is False  # a Saturday
    assert ask("IS_WORKDAY", "2026-10-31") is True  # 日历 of the small book
    assert calculator.call(function_named("CUSTOMER_NAME"), "C1") == "#没有客户 C1"


def test_only_so_many_answers_are_remembered(monkeypatch):
    function = function_named("CITY_INITIALS")
    calculator = Calculator(kept=2)
    for city in ("沈阳", "杭州", "湖州"):
        calculator.call(function, city)
    remembered = calculator._pure[function].cache_info()
    assert remembered.currsize == 2
    assert remembered.maxsize == 2


def test_a_function_is_found_by_any_spelling_of_its_name():
    words = function_named("XLSALES_WORDS")
    assert function_named("words") is words
    assert function_named(" xlsales_Words ") is words
    assert function_named("WORD") is None


def test_an_empty_book_has_an_answer_for_everything():
    calculator = Calculator(lambda _: State(Book()))
    for function in FUNCTIONS:
        cells = ["C1" for one in function.arguments if not one.is_optional]
        for one in cells_of(calculator.call(function, *cells)):
            assert not str(one).startswith("#程序出错"), function.name


def test_days_asked_for_long_ago_are_let_go():
    from xlsales.functions.index import BookIndex

    index = BookIndex(BOOK)
    key = ("C1", "CNY")
    first = dt.date(2026, 10, 1)
    for day in range(20):
        as_of = first + dt.timedelta(days=day)
        index.receivables(as_of).settled(key, as_of)
        index.look(as_of)
        index.checked(as_of)
    assert len(index._looks) == len(index._checked) == 16
    assert (key, first) not in index._receivables._settled
    assert (key, as_of) in index._receivables._settled
    assert index.look(first) is not None


def test_calculator_of_the_examples_speaks_both_languages():
    english = calculator(language="en")
    ladder = function_named("LADDER")
    cells = ("2026-10-20", "2026-10-27")
    assert english.call(ladder, *cells) == "Report on the unpaid item"

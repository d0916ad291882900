"""Statistics: the same figures as xlsales stats gives, without pandas."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest

import xlsales
from functions.formulas import answer_to, calculator
from harness.demo import rows
from xlsales.functions import function_named
from xlsales.functions.calling import Calculator, State
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.sheets.book import book_of

AS_OF = dt.date(2026, 10, 20)


@pytest.fixture(scope="module")
def demo():
    return book_of(rows())


def test_sales_and_receipts_are_those_of_the_statistics(demo):
    """Of every key of every dimension, in a quarter that is not over."""
    period = xlsales.parse_period("2026-Q4")
    stats = xlsales.stats(demo, period, as_of=AS_OF)
    own = Calculator(lambda _: State(demo))
    sales, receipts, rate = map(
        function_named, ("SALES", "RECEIPTS", "COLLECTION_RATE")
    )
    for currency, found in stats.currencies.items():
        tail = (AS_OF, "发货", currency)
        assert own.call(sales, "2026-Q4", None, None, *tail) == float(found.now.sales)
        whole = own.call(receipts, "2026-Q4", None, AS_OF, currency)
        assert whole == float(found.now.receipts)
        collected = own.call(rate, "2026-Q4", AS_OF, currency)
        assert collected == pytest.approx(
            float(found.now.received / found.now.collectible)
        )
        for dimension in DIMENSIONS:
            keys = [row.key for row in found.by[dimension.key]]
            column = [[key] for key in keys]
            answers = own.call(sales, "2026-Q4", dimension.title.zh, column, *tail)
            expected = [[float(row.sales)] for row in found.by[dimension.key]]
            assert len(expected) > 1
            assert answers == expected


def test_receipts_of_customers_sum_to_those_of_all(demo):
    own = Calculator(lambda _: State(demo))
    receipts = function_named("RECEIPTS")
    codes = [[code] for code in demo.customers]
    each = own.call(receipts, "2026-09", codes)
    whole = own.call(receipts, "2026-09")
    assert sum(Decimal(str(one)) for (one,) in each) == Decimal(str(whole)) > 0


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        ('SALES("2026-10","客户","C2")', 180.0),
        ('SALES("2026-10","Customer","C1")', 0.0),
        ('SALES("2026-10","业务员","E4",,"order")', 1606.7),
        ('SALES("2026-10","region","东北",,"订单")', 1426.7),
        ('SALES("2026-10",,,,"订单","USD")', 0.0),
        ('SALES("2026-10","来历","东北")', None),
        ('SALES("2026-10",,,,"开票")', "#要写 发货 或 订单：开票"),
        ('RECEIPTS("2026-10","C2","2026-10-12")', 0.0),
        ('RECEIPTS("2026-10","C2","2026-10-13")', 180.0),
        ('DSO("2026-10","2026-10-20")', 55.56),  # 500 ÷ 180 × 20 days
        ('DSO("2026-11","2026-10-20")', "—"),
        ('COLLECTION_RATE("2026-09")', "—"),
    ],
)
def test_a_period_is_asked_about(formula, answer):
    said = answer_to(f"=XLSALES_{formula}", calculator())
    if answer is None:
        assert said.startswith("#没有维度 来历：客户、渠道")
    else:
        assert said == answer


def test_blanks_of_a_range_stay_blank():
    assert answer_to("=XLSALES_SHARE({60;40})", calculator()) == [[0.6], [0.4]]
    share, split = function_named("SHARE"), function_named("SPLIT")
    assert Calculator().call(share, [[60, None, 40]]) == [[0.6, "", 0.4]]
    assert Calculator().call(split, 10, [[1, "", 1]]) == [[5.0, "", 5.0]]
    main = function_named("MAIN")
    assert Calculator().call(main, [[10, None, 90]]) == [["", "", "主"]]


def test_no_function_loads_pandas():
    code = (
        "import sys, xlsales.functions, xlsales.functions.calling;"
        "sys.exit('pandas' in sys.modules or 'xlsxwriter' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

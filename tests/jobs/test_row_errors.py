"""Row errors: the checks run once, however many papers are made."""

from datetime import date

from harness.tables import book_from
from xlsales.checks.look import look_at
from xlsales.checks.problem import Check, Kind
from xlsales.jobs.row_errors import row_errors
from xlsales.sheets.orders import ORDERS

AS_OF = date(2026, 10, 20)
BOOK = """
    订单
    | 订单号 | 订货日期   | 客户 | 状态 |
    | A1     | 2026-10-01 | C1   | 草稿 |
    | A2     | 2026-10-02 | C1   | 草稿 |
"""


def test_the_checks_run_once_for_the_papers_of_a_book():
    asked = []

    def every_order(look):
        asked.append(look)
        for order in look.orders:
            yield look.at(ORDERS, order, "order_no")

    checks = (
        Check("required_missing", Kind.WARNING, lambda _: ()),
        Check("order_without_lines", Kind.FAULT, every_order),
    )
    book = book_from(BOOK)
    for order in book.orders.values():
        rows = [("订单", order.row)]
        [found] = row_errors(look_at(book, AS_OF), rows, checks)
        assert found.zh.startswith(f"订单!A{order.row} ")
        assert not [
            *row_errors(look_at(book, AS_OF), rows, checks, ("order_without_lines",))
        ]
    assert len(asked) == 1
    assert not [*row_errors(look_at(book, AS_OF), [("订单", 9)], checks)]
    assert not [*row_errors(look_at(book, AS_OF), [("订单", 2)], checks[:1])]


def test_another_book_is_looked_at_anew():
    one, other = book_from(BOOK), book_from(BOOK)
    assert look_at(one, AS_OF) is look_at(one, AS_OF)
    assert look_at(one, AS_OF) is not look_at(other, AS_OF)
    assert look_at(one, AS_OF) is not look_at(one, date(2026, 10, 21))

"""Titles: our sheets among the sheets of a workbook."""

import pytest

from xlsales.sheets.titles import language_in, title_by_key, titles_by_key

BOOKS = [
    # what the tabs say                   what they are
    (["订单", "我的表"], {"orders": ("订单",)}),
    (
        ["Orders", "Order lines"],
        {"orders": ("Orders",), "order_lines": ("Order lines",)},
    ),
    (["订 单", "orders"], {"orders": ("订 单", "orders")}),
    (["xlwings.conf"], {}),
]


@pytest.mark.parametrize(("titles", "ours"), BOOKS)
def test_our_sheets_are_known_by_title_or_key(titles, ours):
    assert titles_by_key(titles) == ours
    assert title_by_key(titles) == {key: named[0] for key, named in ours.items()}


LANGUAGES = [
    (["首页", "订单", "Sheet1"], "zh"),
    (["Home", "Orders", "客户"], "en"),
    (["Home", "订单"], "en"),
    (["Sheet1"], "en"),
]


@pytest.mark.parametrize(("titles", "language"), LANGUAGES)
def test_the_language_is_that_of_most_titles_else_another(titles, language):
    assert language_in(titles, "en") == language

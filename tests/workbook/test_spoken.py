"""Which language an open workbook is in, before it is read as a whole."""

import pytest

from xlsales.sheets.facts import SheetFacts
from xlsales.workbook.read import Seen
from xlsales.workbook.spoken import language_of


class Sheets:
    """The sheets of a workbook, and which of them were looked at."""

    def __init__(self, **grids):
        self.grids, self.looked = grids, []

    def look(self, titles):
        self.looked += titles
        for title in titles:
            yield Seen(title, self.grids[title], SheetFacts())


def form(language):
    return [["参数", "值"], ["公司名称", "云桁纸业有限公司"], ["语言", language]]


def form_in_english(language):
    return [["Setting", "Value"], ["Language", language]]


@pytest.mark.parametrize(
    ("grids", "language"),
    [
        ({"参数": form("zh"), "订单": []}, "zh"),
        ({"参数": form("en"), "订单": []}, "en"),
        ({"Settings": form_in_english("zh"), "Orders": []}, "zh"),
        # nothing is asked for: as the sheets are named
        ({"参数": form(""), "订单": []}, "zh"),
        ({"Settings": form_in_english(""), "Orders": []}, "en"),
        ({"参数": form("fr"), "订单": []}, "zh"),
        # no 参数, no sheet of ours, an empty 参数
        ({"Orders": [], "Customers": []}, "en"),
        ({"随便": []}, "zh"),
        ({}, "zh"),
        ({"Settings": [], "Orders": []}, "en"),
    ],
)
def test_what_the_settings_ask_for_else_as_the_sheets_are_named(grids, language):
    assert language_of(list(grids), Sheets(**grids).look) == language


def test_only_the_settings_are_looked_at():
    sheets = Sheets(参数=form("en"), 订单=[], 客户=[])
    language_of(["订单", "参数", "客户"], sheets.look)
    assert sheets.looked == ["参数"]


def test_a_sheet_that_cannot_be_read_asks_for_nothing():
    def torn(_):
        raise OSError("busy")

    assert language_of(["Settings", "Orders"], torn) == "en"

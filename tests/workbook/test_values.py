"""Values: what stands in the cell, and how wide it is."""

from datetime import date
from decimal import Decimal

import pytest

from xlsales.language import Text
from xlsales.sheets.customers import SettlementType
from xlsales.sheets.staff import Role
from xlsales.workbook.values import cell_of, shown_width


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, None, None),
        ((), None, None),
        (True, "是", "Yes"),
        (False, "否", "No"),
        (SettlementType.SPOT_CASH, "现采现结", "Spot cash"),
        ((Role.MAKER, Role.SALES), "制单、业务", "Maker、Sales"),
        (Text("首页", "Home"), "首页", "Home"),
        ("0012", "0012", "0012"),
        (Decimal("17.40"), Decimal("17.40"), Decimal("17.40")),
        (date(2026, 10, 8), date(2026, 10, 8), date(2026, 10, 8)),
    ],
)
def test_a_value_is_written_in_the_language_of_the_workbook(value, zh, en):
    assert (cell_of(value, "zh"), cell_of(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("value", "width"),
    [
        (None, 0),
        ("", 0),
        ("abc", 3),
        ("沈阳", 4),
        ("沈阳\n北方商贸", 8),
        (date(2026, 10, 8), 10),
        (Decimal(1000), 8),  # 1,000.00
        (Decimal("-1234567.8901"), 15),  # -1,234,567.8901
        (SettlementType.SPOT_CASH, 8),
    ],
)
def test_the_width_is_that_of_what_is_shown(value, width):
    assert shown_width(value, "zh") == width

"""Paper: upright if it can be read, else across, else on several pages."""

import io

import openpyxl
import pytest

from harness import demo
from xlsales.workbook.build import build_master
from xlsales.workbook.paper import page_for


@pytest.mark.parametrize(
    ("width", "keys", "across", "pages"),
    [
        (50, 12, False, 1),
        (173, 12, False, 1),  # 173 × 0.6 = 103.8 letters, and there is room for 104
        (174, 12, True, 1),
        (253, 12, True, 1),  # 152 ÷ 0.6 = 253.3
        (254, 12, True, 2),
        (494, 12, True, 2),  # 12 + 2 × 241.3
        (495, 12, True, 3),
    ],
)
def test_six_points_are_the_least(width, keys, across, pages):
    assert page_for(width, keys) == (across, pages)


@pytest.fixture(scope="module")
def master():
    rows = {key: some[:40] for key, some in demo.rows().items()}
    return openpyxl.load_workbook(io.BytesIO(build_master(rows)))


@pytest.mark.parametrize(
    ("title", "orientation", "pages"),
    [
        ("参数", "portrait", 1),
        ("员工", "portrait", 1),
        ("客户", "landscape", 2),
        ("产品", "landscape", 1),
        ("价格", "portrait", 1),
        ("订单", "landscape", 2),
        ("发货", "landscape", 1),
        ("回款", "landscape", 1),
        ("校验结果", "landscape", 1),
    ],
)
def test_a_sheet_with_real_values_prints_so(master, title, orientation, pages):
    """Left out in the file, the width is one page."""
    page = master[title].page_setup
    assert (page.orientation, page.fitToWidth or 1) == (orientation, pages)
    assert page.fitToHeight == 0
    keys = "$A:$A" if pages > 1 else None
    assert master[title].print_title_cols == keys


def test_home_is_one_page(master):
    page = master["首页"].page_setup
    assert page.orientation == "landscape"
    assert (page.fitToWidth or 1, page.fitToHeight or 1) == (1, 1)


def test_secondary_columns_fold_and_none_is_hidden(master):
    for worksheet in master:
        found = worksheet.column_dimensions.values()
        assert not any(column.hidden for column in found)
    folded = master["客户"].column_dimensions["M"]  # fax
    assert folded.outlineLevel == 1
    assert master["客户"].column_dimensions["A"].outlineLevel == 0

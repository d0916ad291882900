"""首页 says why nothing works where macros are off, and is as large as before."""

import pytest

from excel.dressed import conf_of, dressed, opened, plain
from xlsales.language import LANGUAGES, say

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EITHER = pytest.mark.parametrize("name", ["empty", "desk"])
PLACE = "J1"
LONGEST = 255  # letters of a text in a formula


def home(content, **how):
    return opened(content, **how).worksheets[0]


@BOTH
@EITHER
def test_the_cell_of_the_version_asks_whether_macros_run(name, language):
    off = say("excel", "macros_off", language)
    version = conf_of(dressed(name, language))["XLSALES VERSION"]
    formula = f'=IFERROR(CHOOSE(XlsalesReady(TODAY()),"xlsales {version}"),"{off}")'
    assert home(dressed(name, language))[PLACE].value == formula
    assert home(dressed(name, language), data_only=True)[PLACE].value == off
    assert len(off) <= LONGEST
    assert '"' not in off


@BOTH
def test_it_is_red_while_it_warns_and_takes_no_more_room(language):
    before, after = home(plain("desk", language)), home(dressed("desk", language))
    assert after.dimensions == before.dimensions
    assert {k: v.height for k, v in after.row_dimensions.items()} == {
        k: v.height for k, v in before.row_dimensions.items()
    }
    assert after.print_area == before.print_area
    assert after[PLACE].alignment.wrap_text
    assert after[PLACE].alignment.horizontal == "right"
    (rule,) = after.conditional_formatting[PLACE]
    assert rule.formula == ['LEFT(J1,8)<>"xlsales "']
    assert rule.dxf.font.color.rgb == "FFC0392B"


def test_nothing_else_on_home_changes():
    before, after = home(plain("desk")), home(dressed("desk"))
    for row in before:
        for cell in row:
            if cell.coordinate != PLACE:
                assert after[cell.coordinate].value == cell.value

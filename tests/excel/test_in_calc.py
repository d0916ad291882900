"""LibreOffice opens it, lists its modules, binds its buttons and runs its macros."""

import pytest

from excel.dressed import conf_of, dressed, opened
from harness.calc import asked_of_calc
from xlsales.excel.sources import modules
from xlsales.macros import MACROS
from xlsales.macros.names import sub_of
from xlsales.sheets import SHEETS

pytestmark = [pytest.mark.calc, pytest.mark.office]


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    """LibreOffice compiles no module of xlwings, so those are taken out."""
    path = tmp_path_factory.mktemp("calc") / "master.xlsm"
    path.write_bytes(dressed("desk"))
    return asked_of_calc(path, without=("xlwings", "Dictionary"))


def test_it_has_every_module(facts):
    assert {"ThisWorkbook", "Sheet1", *modules()} <= set(facts["modules"])


def test_every_button_is_bound_labelled_and_not_printed(facts):
    wanted = {
        (sheet.title("zh"), one.label("zh"), sub_of(one))
        for sheet in SHEETS
        for one in MACROS
        if sheet.key in one.sheets
    }
    assert {tuple(one[:3]) for one in facts["buttons"]} == wanted
    assert len(facts["buttons"]) == len(wanted)
    assert not any(prints for *_, prints in facts["buttons"])


def test_macros_answer(facts):
    assert facts["answers"] == [
        "2026-09",
        "2026-Q3",
        "2025-12",
        "2025-Q4",
        r"'\u0039\u0027\u005C\u000A\u6708'",
        1234.5,
        -5,
        0.25,
        0.125,
        "0012",
        "人民币壹佰元整",
        "2026-10",
        True,
        "",
        "%",
        1,
        conf_of(dressed("desk"))["XLSALES VERSION"],
    ]


def test_a_macro_shows_home(facts):
    assert facts["sheet"] == opened(dressed("desk")).sheetnames[0]

"""What is added to a workbook and taken out again leaves no trace in its parts."""

import pytest

from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from xlsales.openxml.zipped import read_parts
from xlsales.patch import custom_xml
from xlsales.patch.custom_properties import (
    custom_properties,
    set_custom_properties,
)
from xlsales.patch.names import names_of, remove_name, set_name
from xlsales.patch.notes import add_notes, remove_notes
from xlsales.patch.patch import Patch

pytestmark = pytest.mark.corpus

SPACE = "urn:xlsales:there-and-back"
NOTES = {"A1": "数量与合同不符", "B2": "short\ntwo lines", "XFD9": "<&>"}
# Sheets that are written oddly are first written in the usual way.
ODD = {"prefixed", "without_references", "loosely_written", "entities_and_utf16"}
EACH = [
    pytest.param(
        one, id=one.name, marks=[getattr(pytest.mark, need) for need in one.needs]
    )
    for one in [*WORKBOOKS, *SAVED_BY_EXCEL]
]


def added(content):
    patch = Patch(content)
    for title in patch.parts:
        add_notes(patch, title, NOTES, "xlsales")
    # A list without anything, which some write, would not come back.
    if names_of(patch):
        set_name(patch, "xlsales_there", "1")
    if custom_properties(patch.package):
        set_custom_properties(patch.package, {"xlsales there": 1})
    custom_xml.write(patch, SPACE, f"<there xmlns='{SPACE}'/>".encode())
    return patch.to_bytes()


def taken_out(content):
    patch = Patch(content)
    for title in patch.parts:
        remove_notes(patch, title, lambda one: one.author == "xlsales")
    remove_name(patch, "xlsales_there")
    set_custom_properties(patch.package, {"xlsales there": None})
    custom_xml.remove(patch, SPACE)
    return patch.to_bytes()


@pytest.mark.parametrize("workbook", EACH)
def test_there_and_back(workbook):
    before = read_parts(workbook.content)
    after = read_parts(taken_out(added(workbook.content)))

    different = {name for name in before | after if before.get(name) != after.get(name)}
    if workbook.name in ODD:
        assert different == {"xl/worksheets/sheet1.xml"}
    else:
        assert different == set()

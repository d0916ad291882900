"""Sheets put into, and taken out of, workbooks that hold everything there is."""

import pytest

from graft.desks import book, put
from graft.test_graft import RICH, rich
from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from openxml.proof import changes, opened, touched, values
from xlsales.graft.removal import remove_sheet
from xlsales.openxml.package import Package, relations_name
from xlsales.patch.names import remove_name
from xlsales.patch.patch import Patch

pytestmark = pytest.mark.corpus

SOURCE = book(RICH, rich)
EMPTY = book({title: [] for title in RICH})
NAME = ("name", "本期")
# What lists sheets and formats, and the order of formulas, which is forgotten.
LISTS = ("[[]Content_Types].xml", "docProps/app.xml", "*tyles*.xml", "*calcChain.xml")
STRICT = "strict"
OTHERS = [one for one in [*WORKBOOKS, *SAVED_BY_EXCEL] if one.name != STRICT]


def each(workbooks):
    return [
        pytest.param(
            one, id=one.name, marks=[getattr(pytest.mark, need) for need in one.needs]
        )
        for one in workbooks
    ]


def allowed(content):
    main = Package(content).book
    return [*LISTS, main, relations_name(main)]


def put_twice(content):
    once = put(content, SOURCE)
    return put(once, SOURCE, replaces=list(RICH))


@pytest.mark.parametrize("workbook", each(OTHERS))
def test_nothing_else_is_changed(workbook):
    before = workbook.content

    after = put_twice(before)

    parts = touched(before, after, allowed(before))
    assert [one for one in parts if not one.endswith(" is new")] == []
    if "openpyxl" not in workbook.unread_by:
        # openpyxl numbers the formats of columns by how many there are
        found = changes(before, after, besides=["size"])
        others = {key for key in found if not key[1].startswith(tuple(RICH))}
        assert others == {("sheet", ""), NAME}
    assert put(after, SOURCE, replaces=list(RICH)) == after


@pytest.mark.parametrize("workbook", each(OTHERS))
def test_taken_out_again_nothing_is_left(workbook):
    before = workbook.content
    patch = Patch(put(put_twice(before), EMPTY, replaces=list(RICH)))

    remove_name(patch, NAME[1])
    for title in RICH:
        remove_sheet(patch, title)

    after = patch.to_bytes()
    assert touched(before, after, allowed(before)) == []
    if "openpyxl" not in workbook.unread_by:
        assert changes(before, after, besides=["size"]) == {}


@pytest.mark.validator
@pytest.mark.parametrize("workbook", each(OTHERS))
def test_the_schema_finds_no_new_fault(workbook, schema):
    before = workbook.content

    assert schema.no_worse(before, put_twice(before), workbook.ending) == []


@pytest.mark.office
def test_an_office_opens_them_and_computes_the_same(office, tmp_path):
    books = {
        f"{one.name}{one.ending}": put_twice(one.content)
        for one in OTHERS
        if not one.needs
    }

    saved = opened(office, {"alone.xlsx": SOURCE, **books}, tmp_path)

    expected = values(saved.pop("alone.xlsx"))
    for name, content in saved.items():
        found = values(content)
        assert {place: found.get(place) for place in expected} == expected, name

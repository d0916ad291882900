"""The corpus is what it says it is."""

import pytest
from lxml import etree

from harness.saved_by_excel import NAMES
from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from openxml.proof import (
    canonical,
    facts,
    opened,
    packed,
    values,
    wrong_values,
    xml_parts,
)
from xlsales.openxml.package import Package

pytestmark = pytest.mark.corpus

ALL = [*WORKBOOKS, *SAVED_BY_EXCEL]


def each(workbooks=ALL):
    """Return workbooks as parameters, marked with what they need."""
    return [
        pytest.param(
            one, id=one.name, marks=[getattr(pytest.mark, need) for need in one.needs]
        )
        for one in workbooks
    ]


def test_there_is_one_of_every_kind():
    assert len([one for one in WORKBOOKS if not one.needs]) >= 25
    assert len({one.name for one in ALL}) == len(ALL)
    assert all(one.trap.strip() for one in ALL)
    assert len(SAVED_BY_EXCEL) == len(NAMES)


@pytest.mark.parametrize("workbook", each())
def test_it_holds_what_it_says(workbook):
    assert set(workbook.keeps) <= set(packed(workbook.content))
    if "calamine" not in workbook.unread_by:
        wrong = wrong_values(workbook.content, workbook.computes)
        assert {found for _, found in wrong.values()} <= {None}  # none is kept
    if "openpyxl" not in workbook.unread_by:
        seen = facts(workbook.content)
        assert workbook.sheet in seen["sheet", ""]
        tables = {place for kind, place in seen if kind == "table"}
        assert workbook.table is None or f"{workbook.sheet}!{workbook.table}" in tables


@pytest.mark.parametrize("workbook", each())
def test_whoever_cannot_read_it_is_known(workbook):
    def fails(read):
        try:
            read(workbook.content)
        except Exception:  # noqa: BLE001 - what readers of others raise
            return True
        return False

    failing = {"calamine": fails(values), "openpyxl": fails(facts)}
    assert {name for name, failed in failing.items() if failed} == set(
        workbook.unread_by
    )


@pytest.mark.parametrize("workbook", each())
def test_made_again_it_is_the_same(workbook):
    if not workbook.needs:
        assert workbook.make() == workbook.content


@pytest.mark.parametrize("workbook", each())
def test_looked_at_and_left_alone_it_keeps_its_bytes(workbook):
    package = Package(workbook.content)
    for name in xml_of(workbook):
        package.tree(name)
    assert package.to_bytes() == workbook.content


@pytest.mark.parametrize("workbook", each())
def test_a_part_that_is_changed_means_the_same_in_all_else(workbook):
    package = Package(workbook.content)
    before = xml_of(workbook)
    for name in before:
        package.tree(name).set("seen", "1")
    after = xml_parts(package.to_bytes())
    for name, xml in before.items():
        changed = etree.fromstring(after[name])
        assert changed.attrib.pop("seen") == "1"
        assert canonical(etree.tostring(changed, encoding="UTF-8")) == canonical(xml), (
            name
        )


def xml_of(workbook):
    parts = xml_parts(workbook.content)
    return {name: xml for name, xml in parts.items() if not name.endswith(".vml")}


@pytest.mark.validator
@pytest.mark.office
def test_the_validator_finds_no_fault_that_is_not_known(schema):
    faults(WORKBOOKS, schema)


@pytest.mark.validator
@pytest.mark.saved_by_excel
def test_nor_in_what_excel_saved(schema):
    faults(SAVED_BY_EXCEL, schema)


def faults(workbooks, schema):
    errors = schema.of_many((one.content, one.ending) for one in workbooks)
    for one, found in zip(workbooks, errors, strict=True):
        unknown = [x for x in found if not any(known in x for known in one.faults)]
        assert not unknown, one.name
        unseen = [known for known in one.faults if not any(known in x for x in found)]
        assert not unseen, one.name


@pytest.mark.office
@pytest.mark.saved_by_excel
def test_the_office_opens_all_and_computes_what_is_expected(office, tmp_path):
    saved = opened(office, {x.name + x.ending: x.content for x in ALL}, tmp_path)
    wrong = {
        one.name: wrong_values(saved[one.name + one.ending], one.computes)
        for one in ALL
    }
    assert not {name: found for name, found in wrong.items() if found}

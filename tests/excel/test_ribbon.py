"""The ribbon: our tab, in the workbook's language, beside what a person has there."""

import re

import pytest
from lxml import etree

from excel.dressed import dressed, plain
from xlsales.errors import CannotPatch
from xlsales.excel.ribbon import RELATION, SPACE, put_ribbon
from xlsales.language import LANGUAGES
from xlsales.macros import MACROS
from xlsales.macros.macro import Group
from xlsales.openxml.package import Package

BOTH = pytest.mark.parametrize("language", LANGUAGES)
# Pictures that are in every Excel since 2010.
SURE = {
    "AcceptInvitation", "ReviewDeleteComment", "FileNew", "AccountingFormat",
    "RefreshAll", "CalendarInsert", "ChartInsert", "CalculateNow", "Info",
    "ChartTypeColumnInsertGallery", "FilePrintPreview", "NameDefine",
    "FileSendAsAttachment", "HyperlinkInsert", "FileSave", "FileOpen",
}  # fmt: skip
# What stands in what, as the schema of customUI has it.
SCHEMA = {
    "customUI": ({"commands", "ribbon", "backstage", "contextMenus"}, {"onLoad"}),
    "ribbon": ({"qat", "tabs", "contextualTabs"}, {"startFromScratch"}),
    "tabs": ({"tab"}, set()),
    "tab": ({"group"}, {"id", "label"}),
    "group": ({"button"}, {"id", "label"}),
    "button": (
        set(),
        {"id", "label", "imageMso", "size", "onAction", "screentip", "supertip"},
    ),
}
LONGEST = 1024  # letters that the schema takes in a label or a tip
PART = "customUI/customUI14.xml"
OLD = "http://schemas.microsoft.com/office/2006/01/customui"
OLD_RELATION = RELATION.replace("2007", "2006")
THEIRS = (
    '<customUI xmlns="{space}"><commands><command idMso="Copy" enabled="false"/>'
    '</commands><ribbon><tabs><tab id="mine" label="我的"/></tabs></ribbon></customUI>'
)


def ribbon_of(content):
    return etree.fromstring(Package(content).read(PART))


def with_ribbon(xml, part="customUI/mine.xml", relation=RELATION):
    package = Package(plain())
    package.write(part, xml.encode(), "application/xml")
    package.relate("", relation, part)
    return package


def tabs_in(package, part):
    return [one.get("id") for one in package.tree(part).iterfind(".//{*}tab")]


@BOTH
def test_it_is_built_as_the_schema_says(language):
    for one in ribbon_of(dressed("empty", language)).iter():
        name = etree.QName(one)
        inside, facts = SCHEMA[name.localname]
        assert name.namespace == SPACE
        assert {etree.QName(x).localname for x in one} <= inside
        assert set(one.attrib) <= facts
        assert all(0 < len(value) <= LONGEST for value in one.attrib.values())


@BOTH
def test_ids_are_names_stand_once_and_do_not_change_with_the_language(language):
    ids = [
        x.get("id") for x in ribbon_of(dressed("empty", language)).iter() if x.get("id")
    ]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z_]\w*", one) for one in ids)
    assert ids == [x.get("id") for x in ribbon_of(dressed()).iter() if x.get("id")]


@BOTH
def test_a_button_for_every_macro_in_its_group(language):
    groups = ribbon_of(dressed("empty", language)).findall(".//{*}group")
    assert [one.get("label") for one in groups] == [
        one.title(language) for one in Group
    ]
    found = [
        (group.get("label"), one.get("label"), one.get("supertip"), one.get("imageMso"))
        for group in groups
        for one in group
    ]
    assert found[:-1] == [
        (x.group.title(language), x.label(language), x.tip(language), x.image)
        for x in MACROS
    ]


def test_pictures_are_ones_that_excel_has():
    used = {one.get("imageMso") for one in ribbon_of(dressed()).iter("{*}button")}
    assert used <= SURE


def test_a_persons_own_ribbon_stays():
    package = with_ribbon(THEIRS.format(space=SPACE))
    put_ribbon(package, MACROS, "zh")
    assert tabs_in(package, "customUI/mine.xml") == ["mine", "xlsales"]
    assert package.tree("customUI/mine.xml").find(".//{*}command") is not None
    put_ribbon(package, MACROS, "zh")
    assert tabs_in(package, "customUI/mine.xml") == ["mine", "xlsales"]


def test_a_ribbon_for_excel_2007_is_taken_over():
    package = with_ribbon(THEIRS.format(space=OLD), "customUI/old.xml", OLD_RELATION)
    put_ribbon(package, MACROS, "zh")
    assert tabs_in(package, PART) == ["mine", "xlsales"]
    assert package.tree(PART).tag == f"{{{SPACE}}}customUI"
    assert tabs_in(package, "customUI/old.xml") == ["mine"]


def test_a_ribbon_without_tabs_gets_them_where_they_belong():
    bare = f'<customUI xmlns="{SPACE}"><ribbon><qat/></ribbon><backstage/></customUI>'
    package = with_ribbon(bare)
    put_ribbon(package, MACROS, "zh")
    root = package.tree("customUI/mine.xml")
    assert [etree.QName(x).localname for x in root] == ["ribbon", "backstage"]
    assert [etree.QName(x).localname for x in root[0]] == ["qat", "tabs"]


def test_a_ribbon_that_cannot_be_read_is_refused():
    with pytest.raises(CannotPatch) as raised:
        put_ribbon(with_ribbon("<customUI"), MACROS, "zh")
    assert raised.value.facts["place"] == "customUI/mine.xml"

"""The workbook part: what is missing in it is made where the standard wants it."""

import pytest
from lxml import etree

from openxml.corpus.workbook import orders
from xlsales.openxml.book import child_of_book, compute_on_opening, counts_from_1904
from xlsales.openxml.package import Package

CHAIN = (
    b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
)


def names(package):
    return [etree.QName(one).localname for one in package.tree(package.book)]


def without(*gone):
    """A workbook whose own part lacks some elements."""
    package = Package(orders())
    book = package.tree(package.book)
    for name in gone:
        for one in book.findall(f"{{*}}{name}"):
            book.remove(one)
    return package


@pytest.mark.parametrize(
    ("name", "stands_after"),
    [
        ("workbookProtection", "workbookPr"),
        ("externalReferences", "sheets"),
        ("definedNames", "sheets"),
        ("calcPr", "sheets"),
        ("pivotCaches", "sheets"),
    ],
)
def test_an_element_is_made_in_its_place(name, stands_after):
    package = without("definedNames", "calcPr")

    made = child_of_book(package, name)

    assert child_of_book(package, name) is made
    found = names(package)
    assert found[found.index(name) - 1] == stands_after


def test_all_is_computed_when_it_is_opened():
    package = without("calcPr")
    package.write("xl/calcChain.xml", CHAIN, "application/x")
    package.relate(package.book, "calcChain", "xl/calcChain.xml")

    compute_on_opening(package)

    assert "xl/calcChain.xml" not in package
    assert package.related(package.book, "calcChain") == {}
    assert package.type_of("xl/calcChain.xml") == "application/xml"  # as any .xml
    assert child_of_book(package, "calcPr").get("fullCalcOnLoad") == "1"


@pytest.mark.parametrize(
    ("said", "is_so"),
    [("1", True), ("true", True), ("0", False), (None, False)],
)
def test_from_which_year_it_counts(said, is_so):
    package = Package(orders())
    facts = child_of_book(package, "workbookPr")
    facts.attrib.pop("date1904", None)
    if said:
        facts.set("date1904", said)
    assert counts_from_1904(package) is is_so

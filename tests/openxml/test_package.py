"""A part that is changed keeps the bytes of what did not change in it."""

import pytest
from lxml import etree

from openxml.books import by_xlsxwriter
from xlsales.openxml.package import Package
from xlsales.openxml.xml import xml_bytes
from xlsales.openxml.zipped import read_parts, replace_parts

PART = "docProps/app.xml"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def changed(content):
    """The part with an element ``<new/>`` put in first."""
    package = Package(replace_parts(by_xlsxwriter(), {PART: content}))
    package.tree(PART).insert(0, etree.Element("new"))
    return read_parts(package.to_bytes())[PART]


WAYS = {
    "as XlsxWriter": f"{DECLARED}\n<a><b/></a>",
    "a line end as Excel's": f"{DECLARED}\r\n<a><b/></a>",
    "single quotes": "<?xml version='1.0' encoding='utf-8'?>\n<a><b/></a>",
    "no declaration": "<a><b/></a>",
    "a mark of the byte order": "\ufeff<a><b/></a>",
    "line ends": f"{DECLARED}\r\n<a>\r\n <b/>\r\n</a>\r\n",
    "two tags": f"{DECLARED}\n<a><b></b><c d='1'></c></a>",
    "a space": f"{DECLARED}\n<a ><b /><c d='1' /></a >",
    "attributes in another order": '<a x="1" xmlns:p="urn:p" p:y="2"><b/></a>',
    "references": "<a><b>&quot;&#65;&gt;</b></a>",
    "a comment": "<a><!-- x --><b/></a>",
    "tags in a comment": "<a><!-- <c/> <d> --><b></b></a>",
}


@pytest.mark.parametrize("before", WAYS.values(), ids=WAYS.keys())
def test_around_a_change_all_is_as_it_was(before):
    made = changed(before.encode()).decode()

    assert made.count("<new/>") == 1
    assert made.replace("<new/>", "") == before


@pytest.mark.parametrize(
    "before",
    [
        b'<a x="1>0"><b></b></a>',
        b"<a><![CDATA[x]]>y<b></b></a>",
        f"{DECLARED}<a><b></b></a>".replace("UTF-8", "UTF-16").encode("utf-16"),
        DECLARED.replace("UTF-8", "gbk").encode() + "<a><b>数</b></a>".encode("gbk"),
    ],
    ids=["a bracket in an attribute", "CDATA", "UTF-16", "GBK"],
)
def test_what_is_written_oddly_means_the_same(before):
    made = etree.fromstring(changed(before))

    made.remove(made.find("new"))
    assert xml_bytes(made) == xml_bytes(etree.fromstring(before))


def test_a_part_that_is_only_looked_at_is_not_written():
    book = replace_parts(by_xlsxwriter(), {PART: b"<a ></a>"})
    package = Package(book)
    package.tree(PART)
    assert package.to_bytes() == book

"""Pivot tables read their source anew once its cells have changed."""

import pytest
from lxml import etree

from openxml.corpus import pivots
from openxml.corpus.workbook import ROWS, SHEET, TABLE, TITLES
from xlsales.openxml.zipped import read_parts
from xlsales.patch.marks import Shades, mark
from xlsales.patch.names import set_name
from xlsales.patch.patch import Patch

(PIVOT,) = (one for one in pivots.MADE if one.name == "pivot_table")
NEW = [["B1", "华联", 1, 2], *[row[:4] for row in ROWS[1:]]]


def is_refreshed(content):
    parts = read_parts(content)
    (cache,) = (
        one for one in parts if "pivotCacheDefinition" in one and ".rels" not in one
    )
    return etree.fromstring(parts[cache]).get("refreshOnLoad") == "1"


def replaced(patch):
    patch.replace_rows(TABLE, TITLES[:4], NEW)


def set_one(patch):
    patch.set_cells(SHEET, {"C4": "大润"})


def set_one_of_a_named_range(patch):
    """The pivot table knows its source by a name."""
    set_name(patch, "来源", f"{SHEET}!$B$3:$F$8")
    for part in patch.package.related(
        patch.package.book, "pivotCacheDefinition"
    ).values():
        (source,) = patch.package.tree(part).iter("{*}worksheetSource")
        for fact in ("sheet", "ref", "name"):
            source.attrib.pop(fact, None)
        source.set("name", "来源")
    set_one(patch)


def elsewhere(patch):
    (other,) = (title for title in patch.parts if title != SHEET)
    patch.set_cells(other, {"Z99": 1})


def marked(patch):
    mark(patch, SHEET, {"C4": "FAD8D0"}, Shades())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (replaced, True),
        (set_one, True),
        (set_one_of_a_named_range, True),
        (elsewhere, False),
        (marked, False),
    ],
)
def test_only_when_cells_of_their_source_changed(change, expected):
    patch = Patch(PIVOT.content)
    change(patch)
    assert is_refreshed(patch.to_bytes()) is expected

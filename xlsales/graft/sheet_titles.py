"""Properties: what a workbook says of itself to those who do not open it."""

from collections.abc import Sequence

from lxml import etree

from xlsales.openxml.package import Package
from xlsales.openxml.tabs import tabs_of


def worksheet_titles(package: Package) -> list[str]:
    """Return the titles of the worksheets in the order of their tabs."""
    return [tab.title for tab in tabs_of(package) if tab.part]


def list_titles(package: Package, before: Sequence[str]) -> None:
    """Name the worksheets there are now, where they are named at all.

    Args:
        package: the workbook.
        before: their titles before something changed; a list that says
            otherwise is left alone.
    """
    now = worksheet_titles(package)
    part = next(iter(package.related("", "extended-properties").values()), "")
    if now == list(before) or part not in package:
        return
    root = package.tree(part)
    titles = root.find("{*}TitlesOfParts/{*}vector")
    count = root.find("{*}HeadingPairs/{*}vector/{*}variant/{*}i4")
    if titles is None or count is None or count.text != str(len(before)):
        return
    said = list(titles)
    if [one.text for one in said[: len(before)]] != list(before):
        return
    for one in said[: len(before)]:
        titles.remove(one)
    for place, title in enumerate(now):
        one = etree.Element(said[0].tag)
        one.text = title
        titles.insert(place, one)
    count.text = str(len(now))
    titles.set("size", str(len(titles)))

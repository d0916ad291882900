"""Rewriting: a part is changed only where there is something to change."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from xlsales.openxml.package import Package


def rewrite(
    package: Package, name: str, change: Callable[[etree._Element], bool]
) -> None:
    """Change a part, if a first try on a copy says that it changes anything."""
    if name in package and change(deepcopy(package.peek(name))):
        change(package.tree(name))

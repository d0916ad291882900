"""Reach: which parts can be got at, and which nothing refers to any more."""

from collections.abc import Iterable

from xlsales.openxml.package import Package
from xlsales.openxml.parts import resolved


def reached(package: Package, starts: Iterable[str] = ("",)) -> set[str]:
    """Return the parts that some lead to, themselves included; "" is the package."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += targets(package, part)
    return found


def targets(package: Package, part: str) -> list[str]:
    """Return the parts that a part itself refers to."""
    folder = part.rpartition("/")[0]
    named = [
        resolved(folder, one.get("Target", ""))
        for one in package.relations(part)
        if one.get("TargetMode") != "External"
    ]
    return [name for name in named if name in package]


def sweep(package: Package, before: set[str]) -> None:
    """Take out the parts that could be got at before and cannot any more."""
    for part in sorted(before - reached(package)):
        package.remove(part)

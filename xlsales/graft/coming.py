"""Coming: which sheets of a workbook come into another, and where to.

Whatever stands in their way is found here, before anything is changed.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from xlsales.errors import CannotPatch
from xlsales.graft.parts import refuse_unbringable
from xlsales.graft.removal import refuse_bound, refuse_locked
from xlsales.language import both
from xlsales.openxml.package import Package
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tabs import Tab, is_title, tabs_of
from xlsales.patch.opened import Opened


class Coming(NamedTuple):
    """A sheet that is brought in: where it comes from, and what it will be.

    Attributes:
        tab: the sheet where it comes from.
        title: what it will be called.
        replaces: the sheet that makes room for it, if one does.
    """

    tab: Tab
    title: str
    replaces: Worksheet | None


def sheets_coming(
    patch: Opened,
    origin: Package,
    titles: Mapping[str, str],
    replaces: Collection[str],
) -> list[Coming]:
    """Return the sheets that are brought in.

    Args:
        patch: the workbook they go into.
        origin: the workbook they come from.
        titles: new titles by the old ones.
        replaces: titles of sheets that may make room.

    Raises:
        CannotPatch: one cannot be brought, or where it would go is taken or locked.
    """
    if patch.package.is_strict or origin.is_strict:
        raise CannotPatch(place="", reason=both("patch", "strict"))
    there = {tab.title.casefold(): tab for tab in tabs_of(patch.package)}
    may_go = {title.casefold() for title in replaces}
    coming: dict[str, Coming] = {}
    for tab in tabs_of(origin):
        wanted = titles.get(tab.title, tab.title)
        if not is_title(wanted):
            raise CannotPatch(place=wanted, reason=both("patch", "bad_title"))
        key = wanted.casefold()
        old = there.get(key)
        if key in coming or (old and key not in may_go):
            raise CannotPatch(place=wanted, reason=both("patch", "title_taken"))
        if not tab.part or (old and not old.part):
            raise CannotPatch(place=wanted, reason=both("patch", "no_worksheet"))
        refuse_unbringable(origin, tab.title, tab.part)
        coming[key] = _place_of(patch, tab, wanted, old)
    return list(coming.values())


def _place_of(patch: Opened, tab: Tab, wanted: str, old: Tab | None) -> Coming:
    if old is None:
        refuse_locked(patch, wanted)
        return Coming(tab, wanted, None)
    refuse_bound(patch, old.title)
    return Coming(tab, old.title, patch.sheet(old.title))

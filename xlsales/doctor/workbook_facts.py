"""Workbook facts: what a file says of its version, its Python and its macros."""

import re

from pyopenvba.cfb import CFB
from pyopenvba.vba import parse_vba_project

from xlsales.doctor.machine import Desk
from xlsales.openxml.package import Package
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch
from xlsales.sheets.titles import title_by_key
from xlsales.workbook.results_into import open_patch
from xlsales.workbook.schema import schema_of, version_of

_CONF = "xlwings.conf"
_VERSION = re.compile(r'XLWINGS_VERSION As String = "([^"]+)"')
_KEY, _VALUE = 1, 2


def desk_of(content: bytes, name: str) -> Desk:
    """Return what a workbook says of itself.

    Raises:
        CannotRead: the bytes are no .xlsx or .xlsm.
    """
    patch = open_patch(content, name)
    return Desk(
        name=name,
        is_master=bool(title_by_key(patch.parts)),
        schema=schema_of(content),
        version=version_of(content),
        conf=_conf(patch),
    )


def _conf(patch: Patch) -> dict[str, str] | None:
    titles = {title.casefold(): title for title in patch.parts}
    if _CONF not in titles:
        return None
    cells = contents(patch, titles[_CONF])
    return {
        said.strip().upper(): cells.get((row, _VALUE), "")
        for (row, column), said in cells.items()
        if column == _KEY
    }


def vba_version_of(content: bytes) -> str | None:
    """Return the version of the xlwings in a workbook's VBA; None for none.

    What is wrong with a damaged project is for pyOpenVBA to say.
    """
    package = Package(content)
    for part in package.related(package.book, "vbaProject").values():
        project = parse_vba_project(CFB.from_bytes(package.read(part)))
        for module in project.modules:
            if version := version_in(module.source):
                return version
    return None


def version_in(source: str) -> str | None:
    """Return the version of xlwings that a text of VBA belongs to; None for none."""
    found = _VERSION.search(source)
    return found[1] if found else None

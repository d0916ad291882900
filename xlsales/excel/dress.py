"""Dress: a workbook with all that Excel needs to run xlsales from inside it.

A VBA project, a tab of the ribbon, buttons on sheets, and the sheet that says
where Python is. What is ours is written anew, what others put there stays, and
a workbook that is dressed already comes back byte by byte.
"""

from typing import Final

from xlsales.errors import CannotPatch
from xlsales.excel.conf import TITLE as CONF
from xlsales.excel.conf import Place, put_conf
from xlsales.excel.guide import put_guide
from xlsales.excel.home_line import say_macros_are_off
from xlsales.excel.ribbon import put_ribbon
from xlsales.excel.sources import OPENING, modules, source
from xlsales.excel.vba_project import Documents, project_of
from xlsales.functions import FUNCTIONS
from xlsales.language import Language, both
from xlsales.macros import MACROS
from xlsales.macros.names import sub_of
from xlsales.openxml.code_names import code_names, free_code_names, name_book
from xlsales.openxml.package import Package
from xlsales.patch.buttons import Button, add_buttons
from xlsales.patch.patch import Patch
from xlsales.sheets import SHEETS
from xlsales.sheets.titles import title_by_key
from xlsales.workbook.results_into import open_patch
from xlsales.workbook.style import FONT

BOOK_TYPE: Final = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_PROJECT_TYPE = "application/vnd.ms-office.vbaProject"
_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_PART = "xl/vbaProject.bin"
_HOME_COLUMN = 6  # right of the firm's name, left of the version
_PASSWORD = {"password", "hashValue"}


def dress(content: bytes, name: str, language: Language, place: Place) -> bytes:
    """Return a master workbook as an .xlsm with buttons, ribbon and functions.

    Args:
        content: an .xlsx or .xlsm; one that was dressed before is brought up to
            date, and its settings stay.
        name: of the workbook, for messages.
        language: of buttons, ribbon and messages.
        place: where Python is and results go, if the workbook does not say so.

    Raises:
        CannotRead: the bytes are no .xlsx or .xlsm.
        CannotPatch: its VBA project is signed and would change, or the workbook
            is protected, signed or shared.
        NoXlwings: xlwings is not installed, whose VBA module goes along.
    """
    texts = modules()
    patch = open_patch(content, name)
    titles = title_by_key(patch.parts)
    named = _name_sheets(patch)
    put_guide(patch, FUNCTIONS, language)
    put_conf(patch, place, _protected(patch, named), FUNCTIONS, language)
    _name_sheets(patch)
    if home := titles.get("home"):
        say_macros_are_off(patch, home, language)
    _put_buttons(patch, titles, language)
    patch.settle()
    put_ribbon(patch.package, MACROS, language)
    _put_project(patch.package, name, texts)
    patch.package.set_type(patch.package.book, BOOK_TYPE)
    return patch.to_bytes()


def _name_sheets(patch: Patch) -> dict[str, str]:
    """Give every sheet a code name that has none; return them all by title."""
    package = patch.package
    patch.settle()
    taken = {name_book(package).casefold()}
    for title, code_name in free_code_names(package, taken).items():
        patch.sheet(title).child("sheetPr").set("codeName", code_name)
    patch.settle()
    return code_names(package)


def _protected(patch: Patch, named: dict[str, str]) -> list[str]:
    """Return the code names of sheets that are protected without a password."""
    found = []
    for title, code_name in named.items():
        if title == CONF:  # what macros write there is unlocked
            continue
        lock = patch.sheet(title).frame.find("{*}sheetProtection")
        if lock is not None and not _PASSWORD.intersection(lock.attrib):
            found.append(code_name)
    return found


def _put_buttons(patch: Patch, titles: dict[str, str], language: Language) -> None:
    """Put buttons where a sheet has room.

    That is on 首页 beside the name of the firm, and elsewhere right of the table,
    beyond a column that it may grow into.
    """
    for sheet in SHEETS:
        macros = [one for one in MACROS if sheet.key in one.sheets]
        title = titles.get(sheet.key)
        if not macros or title is None:
            continue
        buttons = [Button(one.label(language), sub_of(one)) for one in macros]
        last = max((one.right for one in patch.tables(title)), default=0)
        add_buttons(patch, title, buttons, last + 2 if last else _HOME_COLUMN, FONT)


def _put_project(package: Package, name: str, texts: dict[str, str]) -> None:
    part = next(iter(package.related(package.book, "vbaProject").values()), "")
    before = package.read(part) if part in package else None
    documents = Documents(name_book(package), list(code_names(package).values()))
    content = project_of(before, documents, texts, source(OPENING))
    if before is not None and content != before and _is_signed(package, part):
        raise CannotPatch(place=name, reason=both("excel", "signed"))
    package.write(part or _PART, content, _PROJECT_TYPE)
    if not part:
        package.relate(package.book, _RELATION, _PART)


def _is_signed(package: Package, part: str) -> bool:
    kinds = (one.get("Type", "") for one in package.relations(part))
    return any("vbaProjectSignature" in kind for kind in kinds)

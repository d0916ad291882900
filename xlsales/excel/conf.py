"""The sheet ``xlwings.conf``: where Python is, where results go, what VBA says.

xlwings reads its keys from the first column and values from the second, down to
the first blank. Beside it stand what each is for, and from the fifth column on
the help of the function wizard.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from xlsales.excel.names import UDFS
from xlsales.functions.registry import Function
from xlsales.graft.graft import put_sheets
from xlsales.language import Language, say
from xlsales.openxml.tabs import set_state
from xlsales.patch.contents import contents, value_at
from xlsales.patch.patch import Patch
from xlsales.workbook.port import REVISION
from xlsales.workbook.schema import version
from xlsales.workbook.style import (
    ACCENT,
    FONT,
    GREY,
    GREY_LINE,
    Formats,
    formats_of,
    new_workbook,
)

TITLE: Final = "xlwings.conf"
FOLDER = "xlsales_folder"
ANSWER, SAID = "xlsales_answer", "xlsales_said"
"""Cells of a workbook in which nobody is asked: what is answered, what is said."""
SYSTEMS: Final = ("win32", "darwin")
"""Where Excel runs."""
_OURS = "XLSALES "
_REVISION, _FOLDER = f"{_OURS}REVISION", f"{_OURS}FOLDER"
_ANSWER, _SAID = f"{_OURS}ANSWER", f"{_OURS}SAID"
_NAMED = {_REVISION: REVISION, _FOLDER: FOLDER, _ANSWER: ANSWER, _SAID: SAID}
_WIDTHS = (32, 46, 62, 3, 24, 16, 60, 40)
_HELP = 4  # the fifth column


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workbook works: what its sheet ``xlwings.conf`` says.

    Attributes:
        interpreter_win: the Python on Windows, with its path; "" is not known.
        interpreter_mac: the Python on macOS.
        folder: of the workbook: results go beside it. Excel is not asked for it,
            which names a folder in the cloud by an address of the web.
    """

    interpreter_win: str = ""
    interpreter_mac: str = ""
    folder: str = ""

    @classmethod
    def of(cls, interpreter: str, system: str, folder: str) -> "Place":
        """Return the place of a workbook with one interpreter.

        Args:
            interpreter: its path; "" is not known.
            system: the machine this is, as ``sys.platform``. On one that has no
                Excel the path tells what system it belongs to.
            folder: of the workbook.
        """
        on_windows = system == "win32" if system in SYSTEMS else "\\" in interpreter
        if on_windows:
            return cls(interpreter_win=interpreter, folder=folder)
        return cls(interpreter_mac=interpreter, folder=folder)


def place_of(patch: Patch) -> Place | None:
    """Return what a dressed workbook says; None where it has no such sheet."""
    if TITLE not in patch.parts:
        return None
    said = _said(patch)
    return Place(
        said.get("INTERPRETER_WIN", ""),
        said.get("INTERPRETER_MAC", ""),
        said.get(_FOLDER, ""),
    )


def put_conf(
    patch: Patch,
    place: Place,
    protected: Sequence[str],
    functions: Iterable[Function],
    language: Language,
) -> None:
    """Put the sheet in, in the place of an older one, whose settings are kept.

    Args:
        patch: the workbook.
        place: what is written where nothing is said yet.
        protected: code names of the sheets that macros write into though people
            cannot.
        functions: what the wizard explains.
        language: of the texts.
    """
    there = TITLE in patch.parts
    said = _said(patch) if there else {}
    rows = _settings(place, said)
    texts = _texts(protected, language)
    source = _sheet(rows, texts, functions, language)
    put_sheets(patch, source, replaces=[TITLE] if there else [])
    if not there:
        set_state(patch.package, TITLE, "hidden")


def _said(patch: Patch) -> dict[str, str]:
    """Return the values by key; what Excel made a truth, as xlwings reads it."""
    cells = contents(patch, TITLE)
    return {
        key.strip().upper(): str(truth)
        if isinstance(truth := value_at(patch, TITLE, f"B{row}"), bool)
        else cells.get((row, 2), "")
        for (row, column), key in cells.items()
        if column == 1
    }


def _settings(place: Place, said: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return keys, values and what each is for; a person's own come last."""
    usual = (
        ("INTERPRETER_WIN", place.interpreter_win, "note_interpreter_win"),
        ("INTERPRETER_MAC", place.interpreter_mac, "note_interpreter_mac"),
        ("PYTHONPATH", "", "note_pythonpath"),
        ("UDF MODULES", UDFS, "note_udf_modules"),
        ("SHOW CONSOLE", "False", "note_console"),
        ("USE UDF SERVER", "True", "note_udf_server"),
        ("ADD_WORKBOOK_TO_PYTHONPATH", "False", "note_workbook_path"),
        (_FOLDER, place.folder, "note_folder"),
        (_REVISION, "0", "note_revision"),
        (_ANSWER, "", "note_answer"),
        (_SAID, "", "note_said"),
    )
    known = [key for key, _, _ in usual]
    own = [one for one in said if one not in known and not one.startswith(_OURS)]
    return [
        *((key, said.get(key) or value, note) for key, value, note in usual),
        *((key, said[key], "note_own") for key in own),
    ]


def _texts(protected: Sequence[str], language: Language) -> list[tuple[str, str]]:
    return [
        ("XLSALES VERSION", version()),
        ("XLSALES PROTECTED", ";".join(protected)),
        ("XLSALES TITLE", say("excel", "tab", language)),
        ("XLSALES ASK MONTH", say("excel", "ask_month", language)),
        ("XLSALES ASK QUARTER", say("excel", "ask_quarter", language)),
        ("XLSALES FAILED", say("excel", "failed", language)),
    ]


def _sheet(
    rows: Sequence[tuple[str, str, str]],
    texts: Sequence[tuple[str, str]],
    functions: Iterable[Function],
    language: Language,
) -> bytes:
    """Return a workbook of the one sheet."""
    target = io.BytesIO()
    book = new_workbook(target, TITLE)
    sheet, formats = book.add_worksheet(TITLE), formats_of(book)
    sheet.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, (key, value, note) in enumerate(rows):
        _write_setting(sheet, formats, row, (key, value, say("excel", note, language)))
        if name := _NAMED.get(key):
            book.define_name(name, f"='{TITLE}'!$B${row + 1}")
    for row, (key, value) in enumerate(texts, start=len(rows)):
        sheet.write_string(row, 0, key, formats.get(font_color=GREY))
        sheet.write_string(row, 1, value, formats.get(font_color=GREY))
    for row, function in enumerate(functions):
        help_of = [function.category, function.about]
        said = [one(language) for one in help_of]
        said += [one.about(language) for one in function.arguments]
        for column, one in enumerate([function.name, *said], start=_HELP):
            sheet.write_string(row, column, one, formats.get(font_color=GREY))
    sheet.protect("", {"format_columns": True, "format_rows": True})
    book.close()
    return target.getvalue()


def _write_setting(
    sheet: Worksheet, formats: Formats, row: int, setting: tuple[str, str, str]
) -> None:
    key, value, note = setting
    sheet.write_string(row, 0, key, formats.get(bold=True, font_color=ACCENT))
    box = {"border": 1, "border_color": GREY_LINE, "align": "left"}
    open_cell = formats.get(locked=False, font_name=FONT, **box)
    if key == _REVISION:
        sheet.write_number(row, 1, _counted(value), open_cell)
    else:
        sheet.write_string(row, 1, value, open_cell)
    sheet.write_string(row, 2, note, formats.get(font_color=GREY, indent=1))


def _counted(revision: str) -> float:
    """Return a revision; what a person made no number of counts from 0 again."""
    with suppress(ValueError):
        return float(revision)
    return 0.0

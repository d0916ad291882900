"""Checking: the buttons that mark what is wrong."""

from xlsales import jobs
from xlsales.language import Language, say
from xlsales.macros.asked import spoken
from xlsales.macros.macro import Desk
from xlsales.workbook.findings_table import counts
from xlsales.workbook.marked import put_check
from xlsales.workbook.port import Marks, Workbook


def check(workbook: Workbook, desk: Desk, _: str) -> str:
    """Check every order and show what was found in the workbook itself."""
    book = workbook.book()
    language = spoken(book, desk)
    workbook.progress(say("macros", "checking", language))
    checked = jobs.check(book, desk.as_of)
    marks, _edits = put_check(workbook, checked, language)
    return "\n".join([counts(checked, language), *_marked(marks, language)])


def unmark(workbook: Workbook, desk: Desk, _: str) -> str:
    """Take the marks of a check out of the workbook, and empty 校验结果."""
    language = spoken(workbook.book(), desk)
    marks, _edits = put_check(workbook, None, language)
    return say("changing", "unmarked", language, count=marks.taken_off)


def _marked(marks: Marks, language: Language) -> list[str]:
    """Return how many cells are marked, and which could not be."""
    said = [say("changing", "marked", language, count=marks.cells)]
    if no_fill := marks.left_out:
        said.append(say("changing", "not_marked", language, cells=no_fill))
    return said

"""Marked: a workbook with what a check found on its cells and on 校验结果."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.home import LAST_CHECK, last_check
from xlsales.workbook.in_file import InFile
from xlsales.workbook.marking import marks_of
from xlsales.workbook.port import Marks, Workbook


@dataclass(frozen=True, slots=True)
class Marked:
    """A workbook with marks.

    Attributes:
        content: the workbook.
        checked: what was found.
        marks: how many cells were marked, and which not.
        edits: what a person had changed on 校验结果, and where it is now.
    """

    content: bytes
    checked: Checked
    marks: Marks
    edits: Sequence[Edit]


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A workbook without marks.

    Attributes:
        content: the workbook.
        cells: how many cells were marked.
        edits: what a person had changed on 校验结果.
    """

    content: bytes
    cells: int
    edits: Sequence[Edit]


def marked_workbook(content: bytes, checked: Checked, language: Language) -> Marked:
    """Return a workbook with marks, in the place of those it had."""
    workbook = InFile(content, checked.book.name)
    marks, edits = put_check(workbook, checked, language)
    return Marked(workbook.content, checked, marks, edits)


def unmarked_workbook(content: bytes, name: str, language: Language) -> Unmarked:
    """Return a workbook without marks, and with an empty 校验结果."""
    workbook = InFile(content, name)
    marks, edits = put_check(workbook, None, language)
    return Unmarked(workbook.content, marks.taken_off, edits)


def put_check(
    workbook: Workbook, checked: Checked | None, language: Language
) -> tuple[Marks, Sequence[Edit]]:
    """Show what a check found in the workbook that was checked, on three places.

    Its cells are marked, 校验结果 lists everything, 首页 says when it was checked.
    Without a check all three are emptied.

    Returns:
        What became of the marks, and what a person had changed on 校验结果.
    """
    marks = workbook.mark(marks_of(checked.problems if checked else (), language))
    edits = workbook.list_findings(checked, language)
    workbook.write_name(LAST_CHECK, last_check(checked, language))
    return marks, edits

"""Marked: a workbook with what a check found on its cells and on 校验结果."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.marking import Marks, mark_problems, unmark_all
from xlsales.workbook.read import read_book
from xlsales.workbook.results_into import open_patch, put_findings
from xlsales.workbook.written import read_written, write_written


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
    patch = open_patch(content, checked.book.name)
    written = read_written(patch)
    marks = mark_problems(patch, checked.problems, written.shades, language)
    firm = checked.book.settings.name or ""
    edits = put_findings(patch, checked, written, firm, language)
    write_written(patch, written)
    return Marked(patch.to_bytes(), checked, marks, edits)


def unmarked_workbook(content: bytes, name: str, language: Language) -> Unmarked:
    """Return a workbook without marks, and with an empty 校验结果."""
    firm = read_book(content, name).settings.name or ""
    patch = open_patch(content, name)
    written = read_written(patch)
    cells = unmark_all(patch, written.shades)
    edits = put_findings(patch, None, written, firm, language)
    write_written(patch, written)
    return Unmarked(patch.to_bytes(), cells, edits)

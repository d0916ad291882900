"""Reported: a workbook with the sheets of a report put into it."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsales.workbook.by_hand import Edit
from xlsales.workbook.in_file import InFile


@dataclass(frozen=True, slots=True)
class Reported:
    """A workbook with sheets of results put into it.

    Attributes:
        content: the workbook.
        titles: the sheets.
        edits: what a person had changed on them, and where it is now.
    """

    content: bytes
    titles: Sequence[str]
    edits: Sequence[Edit]


def report_into(content: bytes, name: str, report: bytes, prefix: str) -> Reported:
    """Put every sheet of a report into a workbook.

    Args:
        content: the workbook.
        name: its name, for messages.
        report: a workbook of the sheets.
        prefix: what their titles begin with there.
    """
    workbook = InFile(content, name)
    placed = workbook.put_sheets(report, prefix)
    return Reported(workbook.content, placed.titles, placed.edits)

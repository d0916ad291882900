"""Results into a workbook: sheets that were made, put where somebody works.

They take the places of those written before. What a person changed on these is
taken along.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsales.checks.run import Checked
from xlsales.errors import CannotRead
from xlsales.graft.graft import put_sheets
from xlsales.language import Language, text
from xlsales.openxml.parts import Damaged, TooLarge
from xlsales.patch.patch import Patch
from xlsales.sheets.columns import normal_title
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.by_hand import Edit, Hand, Key, changed_by_hand, keep
from xlsales.workbook.findings import build_findings_sheet
from xlsales.workbook.findings_table import HEAD
from xlsales.workbook.written import Written, read_written, write_written

_MEANING = (10, 3, 5)  # code, order and message of a finding


def open_patch(content: bytes, name: str) -> Patch:
    """Return a workbook to be changed.

    Raises:
        CannotRead: the bytes are no .xlsx or .xlsm.
        CannotPatch: it is signed or shared.
    """
    try:
        patch = Patch(content)
        patch.parts  # noqa: B018 - a workbook in binary form has no list to be read
    except TooLarge as error:
        raise CannotRead(name=name, reason=text("reasons", "too_large")) from error
    except Damaged as error:
        raise CannotRead(name=name, reason=text("reasons", "no_xlsx")) from error
    return patch


def put_findings(
    patch: Patch,
    checked: Checked | None,
    written: Written,
    firm: str,
    language: Language,
) -> list[Edit]:
    """Put what a check found on 校验结果; without a check, empty it."""
    title = FINDINGS.title(language)
    ours = {normal_title(one) for one in FINDINGS.title}
    existing = [one for one in patch.parts if normal_title(one) in ours]
    titles = {title: existing[0] if existing else title}
    source = build_findings_sheet(checked, firm, language)
    return put_results(patch, source, titles, written, _meaning_of_finding, existing)


def put_results(
    patch: Patch,
    source: bytes,
    titles: Mapping[str, str],
    written: Written,
    key: Key,
    ours: list[str],
) -> list[Edit]:
    """Put sheets into a workbook in the place of those written before.

    Args:
        patch: the workbook.
        source: a workbook of the sheets.
        titles: the title that each of them gets.
        written: what was written before; updated.
        key: what the rows of these sheets mean.
        ours: titles of sheets that may be replaced though nothing is remembered.

    Raises:
        CannotPatch: a title belongs to a sheet that xlsales did not write.
    """
    replaces = {
        title
        for title in titles.values()
        if title in patch.parts and (title in written.sheets or title in ours)
    }
    hands: dict[str, Hand] = {
        title: changed_by_hand(patch, title, key, written.sheets[title])
        for title in replaces
        if title in written.sheets
    }
    put_sheets(patch, source, titles=titles, replaces=replaces)
    edits: list[Edit] = []
    for title in titles.values():
        hand = hands.get(title, {})
        written.sheets[title], kept = keep(patch, title, key, hand)
        edits += kept
    return edits


@dataclass(frozen=True, slots=True)
class Placed:
    """A workbook with sheets of results put into it.

    Attributes:
        content: the workbook.
        titles: the sheets.
        edits: what a person had changed on them, and where it is now.
    """

    content: bytes
    titles: Sequence[str]
    edits: Sequence[Edit]


def report_into(content: bytes, name: str, report: bytes, prefix: str) -> Placed:
    """Put every sheet of a report into a workbook.

    Args:
        content: the workbook.
        name: its name, for messages.
        report: a workbook of the sheets.
        prefix: what their titles begin with there.
    """
    patch = open_patch(content, name)
    written = read_written(patch)
    titles = {one: f"{prefix}{one}" for one in Patch(report).parts}
    edits = put_results(patch, report, titles, written, _meaning_of_line, [])
    write_written(patch, written)
    return Placed(patch.to_bytes(), list(titles.values()), edits)


def _meaning_of_finding(row: int, cells: Mapping[int, str]) -> str:
    if row <= HEAD + 1:
        return f"#{row}"
    return "|".join(cells.get(column, "") for column in _MEANING)


def _meaning_of_line(row: int, cells: Mapping[int, str]) -> str:
    """Return what a line of a report means: its first words, else its number."""
    words = (cells[column] for column in sorted(cells))
    return next((one for one in words if not _is_figure(one)), f"#{row}")


def _is_figure(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return value == "="
    return True

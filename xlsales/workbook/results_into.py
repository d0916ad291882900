"""Results into a workbook: sheets that were made, put where somebody works.

They take the places of those written before. What a person changed on these is
taken along.
"""

from collections.abc import Iterable, Mapping

from xlsales.checks.run import Checked
from xlsales.errors import CannotRead
from xlsales.graft.graft import put_sheets
from xlsales.language import Language, text
from xlsales.openxml.parts import Damaged, TooLarge
from xlsales.patch.patch import Patch
from xlsales.sheets.results import FINDINGS
from xlsales.sheets.titles import title_by_key
from xlsales.workbook.by_hand import Edit, Hand, Key, changed_by_hand, keep, rows_of
from xlsales.workbook.findings import build_findings_sheet
from xlsales.workbook.findings_table import HEAD
from xlsales.workbook.port import Placed
from xlsales.workbook.written import Rows, Written, digests

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
    existing = findings_title(patch.parts)
    titles = {title: existing or title}
    source = build_findings_sheet(checked, firm, language)
    if existing in written.by_excel:
        written.sheets[existing] = _own_columns(patch, existing)
    ours = [existing] if existing else []
    return put_results(patch, source, titles, written, meaning_of_finding, ours)


def findings_title(titles: Iterable[str]) -> str:
    """Return which of the titles of a workbook is that of 校验结果; "" for none."""
    return title_by_key(titles).get(FINDINGS.key, "")


def _own_columns(patch: Patch, title: str) -> Rows:
    """Return what stands in our own columns of 校验结果, as if all were ours."""
    own = len(FINDINGS.columns)
    rows = rows_of(patch, title, meaning_of_finding)
    return digests(
        {
            meaning: {at: one for at, one in cells.items() if at <= own}
            for meaning, (_, cells) in rows.items()
        }
    )


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
        if title in patch.parts
        and (title in written.sheets or title in written.by_excel or title in ours)
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
        written.by_excel.discard(title)
        edits += kept
    return edits


def put_report(patch: Patch, report: bytes, prefix: str, written: Written) -> Placed:
    """Put every sheet of a report into a workbook.

    Args:
        patch: the workbook.
        report: a workbook of the sheets.
        prefix: what their titles begin with there.
        written: what was written before; updated.
    """
    titles = {one: f"{prefix}{one}" for one in Patch(report).parts}
    edits = put_results(patch, report, titles, written, _meaning_of_line, [])
    return Placed(list(titles.values()), edits)


def meaning_of_finding(row: int, cells: Mapping[int, str]) -> str:
    """Return what a row of 校验结果 means: its code, order and message."""
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

"""校验结果: what a check found, as a workbook to work through."""

import io

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.findings_table import lock_findings, write_findings
from xlsales.workbook.paper import set_up_page
from xlsales.workbook.style import formats_of, new_workbook


def build_findings(
    checked: Checked, language: Language, master: str | None = None
) -> bytes:
    """Return a workbook with one row a problem, worst first, and a count on top.

    Args:
        checked: what was found.
        language: of the sentences.
        master: the way to the workbook that was checked from the file this will
            be, such as ``../../master.xlsx``; by default the two lie side by side.
    """
    firm = checked.book.settings.name or ""
    return _build(checked, firm, language, master or checked.book.name)


def build_findings_sheet(
    checked: Checked | None, firm: str, language: Language
) -> bytes:
    """Return a workbook of the sheet as it stands in a master itself.

    Its places lead to cells of the workbook it will be part of; it can be sorted
    and filtered and not typed into. Without a check it is empty.
    """
    return _build(checked, firm, language, None)


def _build(
    checked: Checked | None, firm: str, language: Language, master: str | None
) -> bytes:
    target = io.BytesIO()
    book = new_workbook(target, FINDINGS.title(language))
    formats = formats_of(book)
    worksheet = book.add_worksheet(FINDINGS.title(language))
    worksheet.hide_gridlines(2)
    set_up_page(worksheet, FINDINGS, firm, language)
    write_findings(worksheet, formats, checked, language, master=master)
    if master is None:
        lock_findings(worksheet)
    book.close()
    return target.getvalue()

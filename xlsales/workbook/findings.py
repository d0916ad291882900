"""校验结果: what a check found, as a workbook to work through."""

import io

from xlsales.checks.run import Checked
from xlsales.language import Language
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.findings_table import write_findings
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
    target = io.BytesIO()
    book = new_workbook(target, FINDINGS.title(language))
    formats = formats_of(book)
    worksheet = book.add_worksheet(FINDINGS.title(language))
    worksheet.hide_gridlines(2)
    firm = checked.book.settings.name or ""
    set_up_page(worksheet, FINDINGS, firm, language)
    place = master or checked.book.name
    write_findings(worksheet, formats, checked, language, master=place)
    book.close()
    return target.getvalue()

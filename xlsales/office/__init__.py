"""What does LibreOffice make of a file? Recalculated copies and PDFs.

Everything else works without it; here an installed LibreOffice is asked, once for
any number of files. No module of this package knows a sheet or a document.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from xlsales.office.conversion import Converted, Office, Target
from xlsales.office.error_cells import ErrorCell
from xlsales.office.pdf import pdf_of, without_pdf
from xlsales.office.recalculation import Recalculated, recalculated

__all__ = [
    "Converted",
    "ErrorCell",
    "Office",
    "Recalculated",
    "Target",
    "pdf_of",
    "recalculate",
    "to_pdf",
    "without_pdf",
]


def to_pdf(files: Iterable[str | Path]) -> Iterator[Converted]:
    """Convert workbooks and documents to PDF, each yielded once it is done.

    Raises:
        NoOffice: there is no LibreOffice; see ``XLSALES_OFFICE``.
        CannotRead: a file is not there or not readable.
        OfficeFailed: it hung or broke off; what came before is whole.
    """
    with Office() as office:
        yield from office.convert([Path(one) for one in files], Target.PDF)


def recalculate(files: Iterable[str | Path]) -> Iterator[Recalculated]:
    """Compute every formula of workbooks anew, each yielded once it is done.

    Raises:
        NoOffice, CannotRead, OfficeFailed: as of ``to_pdf``.
    """
    with Office() as office:
        yield from recalculated(office, [Path(one) for one in files])

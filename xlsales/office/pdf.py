"""PDF: which documents lack theirs."""

from collections.abc import Iterable
from pathlib import Path


def pdf_of(document: Path) -> Path:
    """Return where the PDF of a document lies: beside it, of the same name."""
    return document.with_suffix(".pdf")


def without_pdf(documents: Iterable[Path]) -> list[Path]:
    """Return the documents whose PDF is missing or not newer than they are.

    A document that did not change is not written again and keeps its time.
    """
    return [one for one in documents if not _is_fresh(pdf_of(one), one)]


def _is_fresh(pdf: Path, document: Path) -> bool:
    return pdf.is_file() and pdf.stat().st_mtime_ns > document.stat().st_mtime_ns

"""The office of the product, and what only tests ask of it: pictures and text."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from xlsales import office
from xlsales.office import Target


class Office:
    """An installed LibreOffice whose results are kept as files in a folder.

    A session of tests (each worker of it) keeps one: a profile that was used
    before starts in a third of the time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._office = office.Office()
        self._calls = 0

    def to_pdf(self, paths: Iterable[Path]) -> list[Path]:
        """Convert workbooks and documents; the PDFs in the same order."""
        return self._convert(list(paths), Target.PDF)

    def recalculate(self, path: Path) -> Path:
        """Return a copy of a workbook with every formula computed anew."""
        return self.recalculate_all([path])[0]

    def recalculate_all(self, paths: Iterable[Path]) -> list[Path]:
        """Return such copies of many workbooks, all through one call."""
        return self._convert(list(paths), Target.XLSX)

    def render(self, path: Path, dpi: int = 110) -> list[Path]:
        """Return a picture of every page of a workbook, document or PDF."""
        pdf = path if path.suffix == ".pdf" else self.to_pdf([path])[0]
        out = self._new_folder()
        subprocess.run(
            ["pdftoppm", "-r", str(dpi), "-png", pdf, out / pdf.stem], check=True
        )
        return sorted(out.glob("*.png"))

    def text(self, path: Path) -> str:
        """Return the text of a workbook, document or PDF as it is laid out."""
        pdf = path if path.suffix == ".pdf" else self.to_pdf([path])[0]
        done = subprocess.run(
            ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True
        )
        return done.stdout.decode()

    def close(self) -> None:
        """End it; it cannot be used again."""
        self._office.close()

    def _convert(self, paths: list[Path], target: Target) -> list[Path]:
        made = []
        for file, content in self._office.convert(paths, target):
            assert content is not None, f"the office cannot open {file.name}"
            made.append(self._new_folder() / f"{file.stem}{target.ending}")
            made[-1].write_bytes(content)
        return made

    def _new_folder(self) -> Path:
        self._calls += 1
        folder = self._folder / f"{self._calls:04d}"
        folder.mkdir(parents=True)
        return folder.resolve()

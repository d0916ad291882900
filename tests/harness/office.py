"""One kept LibreOffice process that recalculates, converts and renders.

Starting an office takes seconds, a conversion a fraction of one; so a session
of tests (each worker of it) keeps one, with a profile folder of its own.
"""

import contextlib
import json
import os
import queue
import signal
import subprocess
import threading
import uuid
from collections.abc import Iterable
from pathlib import Path

from harness.needs import OFFICE_PYTHON

WORKER = Path(__file__).with_name("office_worker.py")
ANSWER_SECONDS = 180
# Without this a fresh profile trusts the zeros XlsxWriter stores as results.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


class OfficeError(Exception):
    """The office could not do it, or did not answer in time."""


class Office:
    """A LibreOffice that is started when first needed and kept until closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._worker: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()
        self._calls = 0

    def to_pdf(self, paths: Iterable[Path]) -> list[Path]:
        """Convert workbooks and documents; the PDFs in the same order."""
        out = self._new_folder()
        return [self._convert(path, out / f"{path.stem}.pdf") for path in paths]

    def recalculate(self, path: Path) -> Path:
        """Return a copy of a workbook with every formula computed anew."""
        return self._convert(path, self._new_folder() / f"{path.stem}.xlsx")

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
        """End the office; the next request would start another."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        try:
            worker.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            _kill(worker)

    def _convert(self, source: Path, target: Path) -> Path:
        if target.exists():
            raise OfficeError(f"two files of one call would both become {target.name}")
        worker = self._worker or self._start()
        request = {"source": str(source.resolve()), "target": str(target)}
        worker.stdin.write(json.dumps(request) + "\n")
        worker.stdin.flush()
        self._answer(source.name)
        return target

    def _start(self) -> subprocess.Popen[str]:
        profile = self._new_folder()
        (profile / "user").mkdir()
        (profile / "user/registrymodifications.xcu").write_text(SETTINGS, "utf-8")
        worker = subprocess.Popen(
            [OFFICE_PYTHON, WORKER, profile, f"xlsales-{uuid.uuid4().hex}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"},
        )
        self._worker, self._answers = worker, queue.Queue()
        reader = threading.Thread(
            target=_pass_on, args=(worker, self._answers), daemon=True
        )
        reader.start()
        self._answer("the start")
        return worker

    def _answer(self, what: str) -> None:
        try:
            line = self._answers.get(timeout=ANSWER_SECONDS)
        except queue.Empty:
            line = ""
        if not line:
            worker, self._worker = self._worker, None
            _kill(worker)
            raise OfficeError(f"the office ended or hung at {what}")
        if error := json.loads(line).get("error"):
            raise OfficeError(f"{what}: {error}")

    def _new_folder(self) -> Path:
        self._calls += 1
        folder = self._folder / f"{self._calls:04d}"
        folder.mkdir(parents=True)
        return folder.resolve()


def _pass_on(worker: subprocess.Popen[str], answers: "queue.Queue[str]") -> None:
    with contextlib.suppress(ValueError):  # closed while it was read
        for line in worker.stdout:
            answers.put(line)
    answers.put("")


def _kill(worker: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    worker.stdin.close()
    worker.stdout.close()

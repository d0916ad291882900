"""The program: where LibreOffice is installed, and a run of it that leaves nothing.

Set ``XLSALES_OFFICE`` to name the program where it is in none of the usual places.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from xlsales.errors import NoOffice
from xlsales.language import text

SETTING = "XLSALES_OFFICE"
# On Windows soffice.exe returns at once; soffice.com waits until the work is done.
_NAMES = ("soffice.com",) if sys.platform == "win32" else ("soffice", "libreoffice")
PLACES = {
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.com",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
        r"%LocalAppData%\Programs\LibreOffice\program\soffice.com",
    ),
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "linux": (
        "/usr/lib/libreoffice/program/soffice",
        "/usr/lib64/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
    ),
}
_STOP_SECONDS = 10


def find_program() -> str:
    """Return the program of the installed LibreOffice.

    Raises:
        NoOffice: none is installed, or ``XLSALES_OFFICE`` names no program.
    """
    setting = os.environ.get(SETTING)
    for one in [setting] if setting else _usual():
        if found := shutil.which(one):
            return found
    raise NoOffice(setting=setting or text("office", "not_set"))


def _usual() -> Iterator[str]:
    yield from _NAMES
    for place in PLACES.get(sys.platform, ()):
        yield os.path.expanduser(os.path.expandvars(place))  # noqa: PTH111 - no file yet


@contextlib.contextmanager
def running(
    command: Sequence[str],
    folder: Path,
    says: IO[bytes] | int = subprocess.DEVNULL,
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command; whatever happens inside, none of its processes outlives it.

    It gets no signals of our terminal: Ctrl-C reaches us, and we end it.

    Args:
        command: the program and what it is given.
        folder: where it runs.
        says: the file that what it prints goes into; else it is lost.
        environment: its variables; else those of this process.

    Raises:
        NoOffice: the command is no program.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the office, named by the machine
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=says,
            stderr=says,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise NoOffice(setting=command[0]) from error
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; the office is a family of processes."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        if process.poll() is None:
            subprocess.run(tree, check=False, capture_output=True)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait(_STOP_SECONDS)

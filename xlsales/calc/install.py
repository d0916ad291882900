"""Install: the extension put into the office of the person, by its own tool."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from importlib.metadata import version
from pathlib import Path

from xlsales.calc.extension import FILE_NAME, IDENTIFIER, Python, extension
from xlsales.errors import OfficeFailed
from xlsales.language import text
from xlsales.office.program import find_program

_NAME = "unopkg.com" if sys.platform == "win32" else "unopkg"
_SECONDS = 300


def this_python() -> Python:
    """Return the Python that runs: the one that has xlsales."""
    paths = dict.fromkeys(sysconfig.get_paths()[one] for one in ("purelib", "platlib"))
    return Python(
        sys.executable, sys.version_info[:2], tuple(paths), version("xlsales")
    )


def install(arguments: tuple[str, ...] = ()) -> None:
    """Put the extension into the office, in the place of an older one.

    Args:
        arguments: more for the tool: another profile.

    Raises:
        NoOffice: none is installed.
        OfficeFailed: it refuses, and why.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / FILE_NAME
        path.write_bytes(extension(this_python()))
        _run("add", "--force", "--suppress-license", *arguments, str(path))


def remove(arguments: tuple[str, ...] = ()) -> None:
    """Take the extension out of the office.

    Raises:
        NoOffice: none is installed.
        OfficeFailed: it refuses, and why: it is not there.
    """
    _run("remove", *arguments, IDENTIFIER)


def tool() -> Path:
    """Return the office's own tool for extensions.

    Raises:
        NoOffice: no office is installed, or one without the tool.
    """
    return Path(find_program()).resolve().parent / _NAME


def _run(*arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - a tool of the installed office
        [str(tool()), *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        env=_environment(),
    )
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        reason = said or text("in_calc", "no_reason")
        raise OfficeFailed(name=FILE_NAME, reason=reason)


def _environment() -> dict[str, str]:
    """Return the environment without the venv that may be active.

    The office's Python takes the first one on the path for itself, and does not
    start when that is of another build.
    """
    if os.name == "nt":  # there the office brings its own along
        return dict(os.environ)
    return {**os.environ, "PATH": os.defpath}

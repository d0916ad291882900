"""Install: the extension put into the office of the person, by its own tool."""

import locale
import os
import site
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import suppress
from pathlib import Path

from xlsales.calc.extension import Python, extension
from xlsales.errors import ExtensionRefused
from xlsales.language import Text, both, text
from xlsales.office.installed import FILE_NAME, IDENTIFIER, Installed, installed
from xlsales.office.program import find_program, running
from xlsales.workbook.schema import version

_NAME = "unopkg.com" if sys.platform == "win32" else "unopkg"
_SECONDS = 300
_LOCK = ".lock"  # the file by which the office knows that it runs already
_WARNING = "Warning:"  # of a Java that nothing of ours needs
_ROOT = 0


def this_python() -> Python:
    """Return the Python that runs: the one that has xlsales.

    Raises:
        ExtensionRefused: it finds xlsales only because it runs from its folder.
    """
    if not (ours := version()):
        raise ExtensionRefused(name=FILE_NAME, reason=text("calc", "from_folder"))
    paths = [sysconfig.get_paths()[one] for one in ("purelib", "platlib")]
    if site.ENABLE_USER_SITE:
        paths.append(site.getusersitepackages())
    numbers = sys.version_info[:2]
    return Python(sys.executable, numbers, tuple(dict.fromkeys(paths)), ours)


def install(arguments: tuple[str, ...] = ()) -> None:
    """Put the extension into the office, in the place of an older one.

    Args:
        arguments: more for the tool: another profile.

    Raises:
        NoOffice: none is installed.
        ExtensionRefused: it refuses, and why.
    """
    content = extension(this_python())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / FILE_NAME
        path.write_bytes(content)
        try:
            _run("add", "--force", "--suppress-license", *arguments, str(path))
        except ExtensionRefused:
            with suppress(ExtensionRefused):  # half of it may be in
                remove(arguments)
            raise


def remove(arguments: tuple[str, ...] = ()) -> None:
    """Take the extension out of the office.

    Raises:
        NoOffice: none is installed.
        ExtensionRefused: it refuses, and why: it is not there.
    """
    _run("remove", *arguments, IDENTIFIER)


def office_here() -> Installed | None:
    """Return what the office of this machine is; None where that cannot be told.

    Raises:
        NoOffice: none is installed.
    """
    program = find_program()
    try:
        return installed(program, sys.platform, os.environ, Path.home())
    except OSError:
        return None


def tool() -> Path:
    """Return the office's own tool for extensions.

    Raises:
        NoOffice: no office is installed.
        ExtensionRefused: it has no such tool beside its program.
    """
    path = Path(find_program()).resolve().parent / _NAME
    if not path.is_file():
        reason = both("calc", "no_tool", tool=_NAME, where=path.parent)
        raise ExtensionRefused(name=FILE_NAME, reason=reason)
    return path


def _run(*arguments: str) -> None:
    """Run the tool; what it says goes into a file, which no process can hold open."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "said"
        with (
            path.open("wb") as says,
            running(
                [str(tool()), *arguments], Path(folder), says, _environment()
            ) as process,
        ):
            try:
                status = process.wait(_SECONDS)
            except subprocess.TimeoutExpired as late:
                reason = text("office", "hung")
                raise ExtensionRefused(name=FILE_NAME, reason=reason) from late
        if status:
            reason = _reason(arguments[0], _words(path))
            raise ExtensionRefused(name=FILE_NAME, reason=reason)


def _environment() -> dict[str, str]:
    """Return the variables of a desktop: no Python but the office's own is in them.

    That one takes the first ``python3`` on the path for its own, and of an
    environment that is activated in this terminal it cannot load anything.
    """
    ours = {str(Path(sys.executable).parent), str(Path(sys.base_prefix, "bin"))}
    ours -= set(os.defpath.split(os.pathsep))
    kept = {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"}
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    kept["PATH"] = os.pathsep.join(one for one in folders if one not in ours)
    kept.pop("VIRTUAL_ENV", None)
    return kept


def _words(path: Path) -> str:
    """Return what the tool said in a line, without its warnings."""
    lines = path.read_text(locale.getencoding(), "replace").splitlines()
    return " ".join(" ".join(x for x in lines if not x.startswith(_WARNING)).split())


def _reason(asked: str, said: str) -> Text:
    """Return why the tool failed: by names it says in every language, and by facts."""
    if _LOCK in said:
        return text("calc", "running")
    if getattr(os, "geteuid", lambda: None)() == _ROOT:
        return text("calc", "as_root")
    if asked == "remove" and IDENTIFIER in said:
        return text("calc", "not_there")
    here = office_here()
    if here and not here.has_bridge:
        return text("calc", "no_bridge")
    return Text(said, said) if said else text("calc", "no_reason")

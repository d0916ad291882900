"""A LibreOffice whose profile has our extension: cells that ask are answered.

Its functions run in the office, or in a process of their own beside it, as is
asked for. Its own tool for extensions refuses root, who may do as another does.
"""

import os
import shlex
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from harness.live_calc import connected, desktop_of, launched, open_document
from xlsales.calc.extension import extension
from xlsales.calc.install import this_python, tool
from xlsales.errors import ExtensionRefused
from xlsales.office.installed import FILE_NAME

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = "python"
_NOBODY = "65534"
_MAY_WRITE = "+dac_override,+dac_read_search"
_SECONDS = 120


class ExtendedOffice:
    """An office with the extension, until the tests end.

    Args:
        beside: whether xlsales is a process of its own.
    """

    def __init__(self, *, beside):
        self.profile = Path(tempfile.mkdtemp(prefix="xlsales-extended-"))
        install_into(self.profile)
        how = {"XLSALES_CALC_BESIDE": "1"} if beside else {}
        self.pipe = launched(self.profile, _environment() | how)

    @cached_property
    def context(self):
        """What its services are asked of."""
        return connected(self.pipe)

    @cached_property
    def desktop(self):
        """What its windows stand on."""
        return desktop_of(self.context)

    def create(self, service):
        """Return an instance of one of its services."""
        create = self.context.ServiceManager.createInstanceWithContext
        return create(service, self.context)

    @contextmanager
    def computed(self, path):
        """Open a workbook and have every formula computed anew; close it again."""
        with open_document(path, self.desktop) as doc:
            doc.calculateAll()
            yield doc


@cache
def extended_office(*, beside):
    """Return the office of this session whose xlsales is in it, or beside it."""
    return ExtendedOffice(beside=beside)


def install_into(profile, lasting=None):
    """Put the extension of this checkout into a profile, by the office's own tool.

    Args:
        profile: which anybody may write to.
        lasting: where it is copied to, to be used.
    """
    _write_python(profile)
    python = this_python()
    paths = (str(CHECKOUT), *python.paths)
    python = replace(python, program=str((lasting or profile) / PYTHON), paths=paths)
    path = profile / FILE_NAME
    path.write_bytes(extension(python))
    profile.chmod(0o777)
    where = f"-env:UserInstallation={profile.as_uri()}"
    command = [str(tool()), "add", "--suppress-license", where, str(path)]
    done = subprocess.run(
        [*as_another(), *command],
        env=_environment() | {"HOME": str(profile)},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def missing_tool():
    """Return why no extension can be put into an office here, or None."""
    try:
        tool()
    except ExtensionRefused as error:
        return str(error)
    if _is_root() and not shutil.which("setpriv"):
        return "unopkg refuses root, and setpriv is not installed"
    return None


def _write_python(profile):
    """Write a program that is this Python, and finds the package of this checkout."""
    program = profile / PYTHON
    path = shlex.quote(str(CHECKOUT))
    python = shlex.quote(this_python().program)
    program.write_text(f'#!/bin/sh\nPYTHONPATH={path} exec {python} "$@"\n')
    program.chmod(0o755)


def _environment():
    """Return what an office finds that is started from a desktop: no Python of ours."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PATH": os.defpath}


def as_another():
    """Return what runs a command as nobody who may still write, if we are root."""
    if not _is_root():
        return []
    ids = ["--reuid", _NOBODY, "--regid", _NOBODY, "--clear-groups"]
    caps = [f"--inh-caps={_MAY_WRITE}", f"--ambient-caps={_MAY_WRITE}"]
    return ["setpriv", *ids, *caps]


def _is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


def values(doc, title, ref):
    """Return what the cells of a range show, as rows; errors as texts."""
    area = doc.Sheets.getByName(title).getCellRangeByName(ref)
    rows = [list(row) for row in area.getDataArray()]
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is None or value == "":
                row[right] = area.getCellByPosition(right, down).String
    return rows

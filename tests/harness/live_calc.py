"""A LibreOffice held open, in which tests open workbooks as a person would.

It is spoken to over its bridge, by the modules that run inside the office when it
has the extension: they do the same from without, only slower.
"""

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path

from xlsales.calc.asking import OfficeRefusal
from xlsales.office.program import find_program

BRIDGE = "/usr/lib/python3/dist-packages"
"""Where Debian puts ``uno``, for its own Python and any other of that version."""
_TRIES, _PAUSE, _STOP = 300, 0.2, 20
_NUMBERS = count()
YES = True  # as the bridge wants it


def has_bridge() -> bool:
    """Whether this Python can speak to an office."""
    if BRIDGE not in sys.path:
        sys.path.append(BRIDGE)
    try:
        import uno  # noqa: F401 - it is asked whether it can be had
    except ImportError:
        return False
    return True


@cache
def _office():
    """Start an office and return its context."""
    return started(tempfile.mkdtemp(prefix="xlsales-live-"))


def calc_desktop():
    """Return the desktop of the office that is kept, which is spoken to from now on."""
    from xlsales.calc.in_office import office

    office.use(_office())
    return office.desktop()


def desktop_of(context):
    """Return what the windows of an office stand on."""
    create = context.ServiceManager.createInstanceWithContext
    return create("com.sun.star.frame.Desktop", context)


def started(profile, environment=None):
    """Start an office that has a profile, until the tests end; return its context."""
    return connected(launched(profile, environment))


def launched(profile, environment=None):
    """Start an office that has a profile, and return the pipe that it listens on.

    When the tests end, it does, and its profile goes.
    """
    pipe = f"xlsales-live-{os.getpid()}-{next(_NUMBERS)}"
    process = subprocess.Popen(
        [
            find_program(),
            *("--headless", "--norestore", "--nologo"),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )
    atexit.register(_stop, process, profile)
    return pipe


def connected(pipe):
    """Return the context of the office that listens on a pipe, once it does."""
    import uno

    local = uno.getComponentContext()
    create = local.ServiceManager.createInstanceWithContext
    resolver = create("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(_TRIES):
        try:
            return resolver.resolve(address)
        except Exception:  # noqa: BLE001 - it is not there yet
            time.sleep(_PAUSE)
    raise TimeoutError(pipe)


def _stop(process, profile):
    """End the office and what it started, and remove its profile."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(_STOP)
    shutil.rmtree(profile, ignore_errors=True)


@contextmanager
def open_document(path, desktop=None):
    """Open a workbook where nobody sees it, and close it again."""
    if desktop is None:
        desktop = calc_desktop()
    doc = opened(path, desktop)
    try:
        yield doc
    finally:
        doc.setModified(not YES)
        doc.close(YES)


def opened(path, desktop):
    """Return a workbook that was opened where nobody sees it."""
    from xlsales.calc.in_office import office

    hidden = (office.fact("Hidden", YES),)
    return desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, hidden)


def asking(doc, context=None):
    """Return what asks an open workbook, as the office of the context itself does."""
    from xlsales.calc.in_office import office
    from xlsales.calc.in_office.beside import words_of
    from xlsales.calc.in_office.operations import OPERATIONS

    def ask(what, given):
        office.use(context or _office())
        try:
            return OPERATIONS[what](doc, *given)
        except Exception as error:
            raise OfficeRefusal(words_of(error)) from error

    return ask

"""Beside: xlsales in a process of its own, spoken to through its input and output.

Nobody else can reach it, and it ends with the office, since its input does. It
is started when it is first asked, and again when it has ended.
"""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress

from .frames import receive, send

_LOG = "xlsales-calc.txt"
_PAUSE = 10.0  # seconds; what does not start is not tried by a thousand cells in turn
_SAID = 2_000  # letters of its last words that are worth reading


class BrokenOff(Exception):  # noqa: N818 - reads as the sentence it is
    """The process of xlsales ended before it answered."""


class Beside:
    """A process of xlsales."""

    def __init__(self, settings, asked, folder):
        # -P: or it would take modules from the folder of the document it is opened by.
        self._command = [settings["python"], "-P", "-m", "xlsales.calc.beside"]
        self._asked, self._log = asked, folder / _LOG
        self._process = None
        self._not_before = 0.0

    def request(self, what, given):
        """Return what it answers; it may ask for operations meanwhile."""
        try:
            process = self._running()
            send(process.stdin, {"request": what, "given": given})
            while True:
                said = receive(process.stdout)
                self._not_before = 0.0  # it works: when it ends, start it at once
                if "ask" not in said:
                    return said
                send(process.stdin, self._answered(said))
        except (OSError, EOFError, ValueError) as error:  # ended; cut; ended meanwhile
            self.end()
            raise BrokenOff(self._last_words()) from error

    def end(self):
        """End the process; the next request starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):  # what it was to be told is lost with it
                    stream.close()

    def _answered(self, said):
        try:
            return {"answer": self._asked(said["ask"], said["given"])}
        except Exception as error:  # noqa: BLE001 - it is for xlsales to say
            return {"failed": words_of(error)}

    def _running(self):
        if self._process is None:
            if time.monotonic() < self._not_before:
                raise BrokenOff(self._last_words())
            self._not_before = time.monotonic() + _PAUSE
            with self._log.open("wb") as log:
                self._process = subprocess.Popen(  # noqa: S603 - the Python that has xlsales
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                    env=_environment(),
                )
        return self._process

    def _last_words(self):
        try:
            return self._log.read_text(encoding="utf-8", errors="replace")[
                -_SAID:
            ].strip()
        except OSError:
            return ""


def words_of(error):
    """Return in a line what went wrong in the office."""
    return "%s: %s" % (type(error).__name__, error)


def _environment():
    """Return the environment without what the office set for its own Python."""
    ours = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    kept["PYTHONIOENCODING"] = "utf-8"
    return kept

"""Pressing: a button on a workbook that a person has open, whatever holds it.

Whatever happens, the person gets one message. When something fails, what was
written is taken back, and what a programmer needs is in a file of its own.
"""

import tempfile
import traceback
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from xlsales import project
from xlsales.errors import CannotWrite, XlsalesError
from xlsales.language import both, say
from xlsales.macros import MACROS
from xlsales.macros.macro import Desk, Macro
from xlsales.workbook.port import REVISION, Workbook

DONE, FAILED = "✓", "✗"
_LOG = "xlsales-errors.txt"


class Held(Workbook, Protocol):
    """An open workbook that can take back what was written into it."""

    def take_back(self) -> bool:
        """Take back all that was written since the workbook was last saved by us.

        Returns:
            Whether all of it could be.
        """

    def half_back(self, error: BaseException) -> CannotWrite:
        """Return what is said where not all that was written could be taken back."""


class Outcome(NamedTuple):
    """What came of a button.

    Attributes:
        mark: ``DONE`` or ``FAILED``.
        said: what the person is told.
    """

    mark: str
    said: str


def pressed(
    key: str, held: Held, answer: str, desk: Desk, beside: AbstractContextManager[Path]
) -> Outcome:
    """Run a button on an open workbook; nothing is raised.

    Args:
        key: of the button: ``check``.
        held: the workbook.
        answer: what was typed where the button asks for something.
        desk: where it is pressed; its ``workbook`` is a mere name, for the folder
            is looked for here.
        beside: gives the folder that results go into, and keeps the workbook to
            this button while it is open. What it raises is said.
    """
    try:
        with beside as folder:
            desk = replace(desk, workbook=folder / desk.workbook.name)
            outcome = Outcome(DONE, _run(_macro(key, held), held, desk, answer))
    except XlsalesError as error:
        said = say("errors", error.code, desk.language, **error.facts)
        outcome = Outcome(FAILED, said)
    except Exception as error:  # noqa: BLE001 - nobody is to see a traceback
        outcome = Outcome(FAILED, _logged(error, desk))
    held.progress("")
    return outcome


def _macro(key: str, held: Held) -> Macro:
    for one in MACROS:
        if one.key == key:
            return one
    raise CannotWrite(name=held.name, reason=both("pressed", "no_such", button=key))


def _run(macro: Macro, held: Held, desk: Desk, answer: str) -> str:
    """Run a button; if it fails, the workbook is as it was, or it is said that not."""
    held.progress(macro.label(desk.language))
    try:
        said = macro.run(held, desk, answer)
        revision = held.read_name(REVISION)
        counted = revision if isinstance(revision, float) else 0.0
        held.write_name(REVISION, counted + 1)
    except BaseException as error:
        if not held.take_back():
            raise held.half_back(error) from error
        raise
    return said


def _logged(error: Exception, desk: Desk) -> str:
    """Write down what a programmer needs, and return what a person is told."""
    fault = f"{type(error).__name__}: {error}"
    log = project.output_folder(desk.workbook, _LOG)
    if not desk.workbook.is_absolute():  # the folder is not known
        log = Path(tempfile.gettempdir()) / _LOG
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{desk.now.isoformat(timespec='seconds')}\n")
            file.writelines(traceback.format_exception(error))
    facts = {"fault": " ".join(fault.split()), "log": log}
    return say("pressed", "unexpected", desk.language, **facts)

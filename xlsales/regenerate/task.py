"""Tasks: what may run in another process, and what it answers with.

A task is plain data with one method; it opens what it needs itself and answers
with plain data, more tasks among it. So the same tasks run in this process, in
a pool of processes or anywhere else, and write the same bytes.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from xlsales.errors import XlsalesError
from xlsales.jobs import Refused
from xlsales.language import Language, Text, both
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.manifest import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of every workbook.

    Attributes:
        period: a month or quarter as it was typed; the workbook knows when the
            firm's year begins.
        as_of: the day to judge by.
        now: the time, for the names of backups.
        version: of this program; another version may write other bytes.
        language: the language asked for, before that of 参数.
        otherwise: the language where nothing else says one.
        at_once: how many tasks run at the same time.
    """

    period: str
    as_of: dt.date
    now: dt.datetime
    version: str
    language: Language | None = None
    otherwise: Language = "zh"
    at_once: int = 1


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that could not be done, and why."""

    name: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Landed:
    """An output that is on disk; ``is_new`` when it was not there like this."""

    name: str
    entry: Entry
    is_new: bool


@dataclass(slots=True, kw_only=True)
class Done:
    """What a task answers.

    Attributes:
        follow: tasks that follow from it.
        planned: how many documents those will write.
        landed: outputs that it wrote.
        unchanged: outputs that it left alone.
        inputs: the hash of all that decides on the workbook's outputs.
        language: the language of the workbook.
    """

    follow: list["Task"] = field(default_factory=list)
    planned: int = 0
    landed: list[Landed] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: Sequence[Refused] = ()
    failed: list[Failed] = field(default_factory=list)
    notes: Sequence[Text] = ()
    inputs: str = ""
    language: Language | None = None


class Task(Protocol):
    """A piece of the work on one workbook."""

    @property
    def desk(self) -> Desk:
        """Whose work it is."""

    @property
    def documents(self) -> int:
        """How many documents it writes, of those that were planned."""

    def do(self) -> Done:
        """Do it."""


def perform(task: Task) -> Done:
    """Do a task; whatever goes wrong with it is part of the answer."""
    try:
        return task.do()
    except Exception as error:  # noqa: BLE001 - the rest goes on
        name = task.desk.workbook.name
        return Done(failed=[Failed(Text(name, name), reason_of(error))])


def reason_of(error: Exception) -> Text:
    """Return the line that says what an exception means."""
    if isinstance(error, XlsalesError):
        return both("errors", error.code, **error.facts)
    return both("errors", "unexpected", fault=f"{type(error).__name__}: {error}")

"""Line: one thing that was looked at, how it is, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from xlsales.doctor.machine import Machine
from xlsales.language import Text

NOTHING = Text("", "")


class State(Enum):
    """How it is."""

    OK = "ok"
    OPTIONAL = "optional"
    WARN = "warn"
    MISSING = "missing"
    UNSEEN = "unseen"

    @property
    def is_fine(self) -> bool:
        """Whether there is nothing to do."""
        return self in {State.OK, State.OPTIONAL, State.UNSEEN}


@dataclass(frozen=True, slots=True)
class Line:
    """What a probe says.

    Attributes:
        state: how it is.
        what: what was found.
        remedy: what to do; empty where there is nothing to do.
    """

    state: State
    what: Text
    remedy: Text = NOTHING


class Probe(NamedTuple):
    """One thing to look at.

    Attributes:
        key: by which JSON speaks of it.
        subject: what it looks at, in a word.
        needs: the facts of the machine without which it cannot say anything.
        run: says how it is; None where it does not matter on this machine.
    """

    key: str
    subject: Text
    needs: tuple[str, ...]
    run: Callable[[Machine], Line | None]

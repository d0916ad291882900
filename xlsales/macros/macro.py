"""Macro: one button, what it does, and the command that does the same."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from xlsales.language import Language, Text, text
from xlsales.workbook.port import Workbook


class Group(Enum):
    """The groups of the ribbon, in order."""

    ORDERS = "orders"
    PAPERS = "papers"
    MONEY = "money"
    STATISTICS = "statistics"
    TOOLS = "tools"

    @property
    def title(self) -> Text:
        """The words for it."""
        return text("ribbon_groups", self.value)


class Asks(Enum):
    """What a button asks before it is run."""

    NOTHING = ""
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def title(self) -> Text:
        """The words for it."""
        return text("macro_asks", self.value)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a button is pressed, and when.

    Attributes:
        as_of: the day to judge by.
        now: the time, for the names of backups.
        workbook: where the workbook is said to be: results go beside it, and the
            firm's own templates stand beside it.
        language: of what is said where the workbook has no language of its own.
    """

    as_of: dt.date
    now: dt.datetime
    workbook: Path
    language: Language = "zh"


@dataclass(frozen=True, slots=True)
class Macro:
    """One button.

    Attributes:
        key: by which everything speaks of it: ``check``.
        group: where it stands on the ribbon.
        image: the picture of the ribbon's own set.
        command: the command line that does the same: ``check --mark``.
        run: does it and returns what is to be said.
        asks: what it asks first; the answer is handed to ``run``.
        sheets: the keys of the sheets that have a button for it.
    """

    key: str
    group: Group
    image: str
    command: str
    run: Callable[[Workbook, Desk, str], str]
    asks: Asks = Asks.NOTHING
    sheets: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        """What is written on the button."""
        return text("macro_labels", self.key)

    @property
    def tip(self) -> Text:
        """What it does, in a sentence."""
        return text("macro_tips", self.key)

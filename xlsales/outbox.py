"""The outbox: a folder that documents go into, and what became of each."""

import datetime as dt
from pathlib import Path

from xlsales import disk
from xlsales.jobs import FileNames, Made, Refused
from xlsales.language import Language, Text, both, say


class Outbox:
    """Writes documents as they are made and remembers those that were refused.

    Args:
        folder: where they go; it is made with the first of them.
        now: the time, for the names of backups.
    """

    def __init__(self, folder: Path, now: dt.datetime) -> None:
        self.folder = folder
        self.now = now
        self.refused: list[Refused] = []
        self._names = FileNames()

    def add(self, one: Made | Refused) -> bool:
        """Write a document, or remember why it was refused; return whether it is."""
        if isinstance(one, Made):
            name = self._names.take(one)
            if isinstance(name, str):
                disk.put(self.folder / name, one.content, self.now)
                return True
            one = name
        self.refused.append(one)
        return False

    @property
    def files(self) -> list[Path]:
        """The documents that were made, in the order of their names."""
        return [self.folder / name for name in sorted(self._names.taken)]

    def count(self, language: Language) -> str:
        """Say how many were made and refused, and where they are."""
        made = len(self.files)
        facts = {"made": made, "refused": len(self.refused)}
        where = self.folder if made else "–"
        return say("cli", "documents", language, folder=where, **facts)


def why_refused(one: Refused) -> Text:
    """Return a refused document as one line with every reason."""
    reasons = Text(
        "；".join(r.zh for r in one.reasons), "; ".join(r.en for r in one.reasons)
    )
    return both("cli", "refused", name=one.name, why=reasons)

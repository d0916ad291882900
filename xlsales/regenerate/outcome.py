"""Outcome: what became of everything that a workbook owes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xlsales.jobs import Refused
from xlsales.language import Language, Text
from xlsales.regenerate.task import Done, Failed


@dataclass(kw_only=True)
class Outcome:
    """What became of a workbook.

    Attributes:
        made: outputs written, by their name in the folder.
        unchanged: outputs that were there already as they should be.
        notes: what of the workbook could not be counted.
        is_complete: whether nothing was left undone, by an interruption.
    """

    workbook: Path
    folder: Path
    made: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    language: Language | None = None
    is_complete: bool = False

    @property
    def is_good(self) -> bool:
        """Whether everything owed is there."""
        return not self.refused and not self.failed

    def add(self, done: Done) -> None:
        """Take in what a task answered; what is said twice is kept once."""
        for one in done.landed:
            (self.made if one.is_new else self.unchanged).append(one.name)
        self.unchanged += done.unchanged
        self.refused += done.refused
        self.failed += [one for one in done.failed if one not in self.failed]
        self.notes += [one for one in done.notes if one not in self.notes]
        self.language = self.language or done.language


def to_json(outcomes: Sequence[Outcome], language: Language) -> list[dict[str, object]]:
    """Return outcomes as what ``json.dumps`` takes."""
    return [
        {
            "file": str(one.workbook),
            "folder": str(one.folder),
            "made": sorted(one.made),
            "unchanged": sorted(one.unchanged),
            "refused": [
                {"name": it.name, "reasons": [why(language) for why in it.reasons]}
                for it in one.refused
            ],
            "failed": [
                {"name": it.name(language), "reason": it.reason(language)}
                for it in one.failed
            ],
            "complete": one.is_complete,
        }
        for one in outcomes
    ]

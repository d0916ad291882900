"""Problems: what a check finds, as a value with a place and a remedy."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from xlsales.language import Language, ProblemText, fill, problem_text


class Kind(Enum):
    """What a problem stops.

    A fault stops the order and can never be released; a block stops it until
    an authorised person releases it; a warning and a note stop nothing.
    """

    FAULT = "fault"
    BLOCK = "block"
    WARNING = "warning"
    NOTE = "note"


class Severity(Enum):
    """How loud a problem is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITY = {
    Kind.FAULT: Severity.ERROR,
    Kind.BLOCK: Severity.ERROR,
    Kind.WARNING: Severity.WARNING,
    Kind.NOTE: Severity.NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a problem is: the sheet as it is named in the file, and the cell."""

    sheet: str
    cell: str = ""
    row: int = 0

    def __str__(self) -> str:
        """Return it as a formula would name it: 订单明细!D12."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One finding.

    Attributes:
        code: the check that found it; never reused for another meaning.
        found, expected: the value that stands there, and what would be right;
            shown as a person would write them.
        facts: what else the sentences of the catalogue speak of.
        released: the block was released by an authorised person.
    """

    code: str
    kind: Kind
    place: Place
    order_no: str = ""
    found: object = None
    expected: object = None
    facts: Mapping[str, object] = field(default_factory=dict)
    released: bool = False

    @property
    def severity(self) -> Severity:
        """How loud it is; a released block is a note."""
        return Severity.NOTE if self.released else _SEVERITY[self.kind]

    @cached_property
    def text(self) -> ProblemText:
        """The sentences of the catalogue."""
        return problem_text(self.code)

    def message(self, language: Language) -> str:
        """Return what is wrong, in one sentence."""
        return fill(self.text.message(language), self._said, language)

    def why(self, language: Language) -> str:
        """Return why it matters, in one sentence."""
        return self.text.why(language)

    def remedy(self, language: Language) -> str:
        """Return what to do, in one sentence."""
        return fill(self.text.remedy(language), self._said, language)

    @property
    def _said(self) -> Mapping[str, object]:
        return {"found": self.found, "expected": self.expected, **self.facts}


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, what it stops, and the function that looks.

    The function yields problems; it gets everything a check may look at and
    never raises for what a person typed.
    """

    code: str
    kind: Kind
    find: Callable[..., Iterable[Any]]

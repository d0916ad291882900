"""New names: formulas that go on meaning what they did when things are renamed.

Sheets are told apart from tables and names by the exclamation mark; what stands
in quotes or brackets, and what is a function, is no name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from xlsales.openxml.formulas import renamed

_NAME = re.compile(
    r'"(?:[^"]|"")*+"'
    r"|'(?:[^']|'')*+'!?"
    r"|\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*+\])*+\]"
    r"|(?<![\w.!\\?$#])(?P<name>[^\W\d][\w.\\?]*+)(?![(!])"
)


@dataclass(frozen=True)
class NewNames:
    """What sheets, tables and defined names are called from now on, by old name."""

    titles: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, formula: str) -> str:
        """Return a formula that uses the new names."""
        if self._titles:
            formula = renamed(formula, self._titles)
        if self._names:
            formula = _NAME.sub(self._with_name, formula)
        return formula

    def __bool__(self) -> bool:
        return bool(self._titles or self._names)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {old: new for old, new in self.titles.items() if old != new}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {old.casefold(): new for old, new in self.names.items() if old != new}

    def _with_name(self, found: re.Match[str]) -> str:
        name = found["name"]
        return self._names.get(name.casefold(), found[0]) if name else found[0]


def names_in(formula: str) -> set[str]:
    """Return what in a formula may be a table or a defined name, in small letters."""
    found = (one["name"] for one in _NAME.finditer(formula))
    return {name.casefold() for name in found if name}


def free_of(name: str, taken: set[str]) -> str:
    """Return a name, or with the first number that makes it one not taken."""
    number, fresh = 1, name
    while fresh.casefold() in taken:
        number += 1
        fresh = f"{name}_{number}"
    return fresh

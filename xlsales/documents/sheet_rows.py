"""Rows of an Excel template: which repeat and which stand under a condition.

A row whose only content is ``{%tr for x in xs %}``, ``{%tr if x %}``,
``{%tr else %}``, ``{%tr endif %}`` or ``{%tr endfor %}`` steers the rows below
it and vanishes itself.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Undefined
from jinja2.sandbox import SandboxedEnvironment

from xlsales.documents.faults import bad_template, cannot_fill
from xlsales.documents.sandbox import CANNOT_FILL

Scope = Mapping[str, object]
Value = Callable[[Scope], object]

TAG = re.compile(r"\s*\{%-?\s*tr\s+(.*?)\s*-?%\}\s*", re.DOTALL)
_FOR = re.compile(r"for\s+(\w+(?:\s*,\s*\w+)*)\s+in\s+(.+)", re.DOTALL)
_IF = re.compile(r"if\s+(.+)", re.DOTALL)


class Copy(NamedTuple):
    """A row of the template to write once, with the names it sees."""

    source: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class Loop:
    """What ``loop`` is inside a repetition."""

    index: int
    length: int

    @property
    def first(self) -> bool:
        """Whether it is the first time."""
        return self.index == 1

    @property
    def last(self) -> bool:
        """Whether it is the last time."""
        return self.index == self.length


@dataclass(frozen=True, slots=True)
class Plain:
    """A row written once."""

    row: int

    def copies(self, scope: Scope) -> Iterator[Copy]:
        """Return the row with the names around it."""
        yield Copy(self.row, scope)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Rows written once for each item."""

    address: str
    names: Sequence[str]
    items: Value
    body: "Block"

    def copies(self, scope: Scope) -> Iterator[Copy]:
        """Return the rows of every item."""
        with at(self.address):
            items = list(self.items(scope))  # type: ignore[call-overload]
        for index, item in enumerate(items, 1):
            names = {"loop": Loop(index, len(items)), **self._named(item)}
            yield from copies(self.body, {**scope, **names})

    def _named(self, item: object) -> dict[str, object]:
        if len(self.names) == 1:
            return {self.names[0]: item}
        with at(self.address):
            return dict(zip(self.names, item, strict=True))  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class Branch:
    """Rows written when something holds, others when it does not."""

    address: str
    condition: Value
    body: "Block"
    otherwise: "Block"

    def copies(self, scope: Scope) -> Iterator[Copy]:
        """Return the rows of the branch that holds."""
        with at(self.address):
            holds = bool(self.condition(scope))
        yield from copies(self.body if holds else self.otherwise, scope)


Block = Sequence[Plain | Repeat | Branch]


class Steering(NamedTuple):
    """The steering rows of a sheet: their text and their address, by number."""

    tags: Mapping[int, tuple[str, str]]
    environment: SandboxedEnvironment

    def block(self, last: int) -> Block:
        """Return rows 1 to ``last`` as they nest."""
        rows = iter(range(1, last + 1))
        block, end = self._until(rows, ())
        if end:
            raise bad_template("no_beginning", place=end[1], tag=end[0])
        return block

    def _until(
        self, rows: Iterator[int], ends: Sequence[str]
    ) -> tuple[Block, tuple[str, str] | None]:
        """Read rows up to one of the ends, or any end that is out of place."""
        found: list[Plain | Repeat | Branch] = []
        for row in rows:
            if row not in self.tags:
                found.append(Plain(row))
                continue
            tag, address = self.tags[row]
            if tag in {"endfor", "endif", "else"}:
                if ends and tag not in ends:
                    raise bad_template(
                        "other_end", place=address, tag=tag, expected=ends[0]
                    )
                return found, (tag, address)
            found.append(self._opened(tag, address, rows))
        if ends:
            raise bad_template("no_end", tag=ends[0])
        return found, None

    def _opened(self, tag: str, address: str, rows: Iterator[int]) -> Repeat | Branch:
        if loop := _FOR.fullmatch(tag):
            names = [name.strip() for name in loop[1].split(",")]
            items = expression(loop[2], address, self.environment)
            return Repeat(address, names, items, self._until(rows, ("endfor",))[0])
        if branch := _IF.fullmatch(tag):
            condition = expression(branch[1], address, self.environment)
            body, end = self._until(rows, ("endif", "else"))
            has_else = end is not None and end[0] == "else"
            otherwise = self._until(rows, ("endif",))[0] if has_else else []
            return Branch(address, condition, body, otherwise)
        raise bad_template("unknown_tag", place=address, tag=tag)


def copies(block: Block, scope: Scope) -> Iterator[Copy]:
    """Return every row to write, in order."""
    for part in block:
        yield from part.copies(scope)


def expression(text: str, address: str, environment: SandboxedEnvironment) -> Value:
    """Compile an expression; its value keeps its type."""
    with at(address):
        compiled = environment.compile_expression(text, undefined_to_none=False)

    def value(scope: Scope) -> object:
        found = compiled(**scope)
        return str(found) if isinstance(found, Undefined) else found

    return value


@contextmanager
def at(address: str) -> Iterator[None]:
    """Say in which cell of the template something could not be filled."""
    try:
        yield
    except CANNOT_FILL as fault:
        raise cannot_fill(fault, address) from fault

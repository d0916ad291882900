"""Calls: what a program was asked to do, and where it is to fail."""

from collections import Counter


class Refused(Exception):  # noqa: N818 - as Excel says it
    """What Excel answers when it will not: an error of its own kind."""


class Calls:
    """Counts of what was asked for.

    Attributes:
        seen: how often each kind of call was made, such as ``value``.
        writes: how many calls changed something.
        fail_at: which change is refused, counted from 1; 0 for none.
        fails_from: from which change on every change is refused.
    """

    def __init__(self):
        self.forget()

    def forget(self):
        self.seen = Counter()
        self.writes = 0
        self.fail_at = 0
        self.fails_from = 0

    def read(self, kind):
        self.seen[kind] += 1

    def write(self, kind):
        self.seen[kind] += 1
        self.writes += 1
        if self.writes == self.fail_at or 0 < self.fails_from <= self.writes:
            raise Refused(f"Unable to set the {kind} property of the Range class")

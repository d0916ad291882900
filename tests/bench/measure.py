"""Measuring: two ways to one answer, in turn, and what one costs of the other."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from xlsales.language import Text

PATIENCE = 5
_SHOWN_AS_EQUAL = 0.005


class Measure(Enum):
    """What a ratio says: what ours costs of the peer, or how much faster it is."""

    COST = Text("倍用时", "× the time")
    SPEED = Text("倍快", "× as fast")


@dataclass(frozen=True, kw_only=True)
class Race:
    """Two ways to one answer, ready to run.

    Attributes:
        ours: what the package does.
        peer: what it is measured against.
        agree: fails unless both answers say the same.
        count: how many lines or files that is, where it is not the size asked for.
    """

    ours: Callable[[], Any]
    peer: Callable[[], Any]
    agree: Callable[[Any, Any], None]
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is measured, against what, and how good it is to be.

    Attributes:
        prepare: makes the race of a size; it may use the folder.
        sizes: how many lines or files, one race each.
        quick: the size of the smoke test.
        target: no more of the peer's time, or at least so many times as fast.
        linear: whether a line is to cost the same in the two largest sizes.
        need: what it needs of the machine, see ``harness.needs``; "" is nothing.
    """

    title: Text
    peer: Text
    unit: Text
    sizes: Sequence[int]
    quick: int
    measure: Measure
    target: float | None
    prepare: Callable[[int, Path], Race]
    linear: bool = False
    need: str = ""


class Seconds(NamedTuple):
    """What a run took: on the clock, and of all processors together."""

    clock: float
    cpu: float


class Rounds(NamedTuple):
    """How often a race is run: the most only while that takes a few seconds."""

    least: int
    most: int


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one race took, ours and the peer's in each round."""

    job: Job
    count: int
    ours: Sequence[Seconds]
    peer: Sequence[Seconds]

    def ratio(self, part: str = "clock") -> float:
        """Return the median of the rounds' ratios: noise falls on both sides."""
        costs = [
            getattr(ours, part) / max(getattr(peer, part), 1e-9)
            for ours, peer in zip(self.ours, self.peer, strict=True)
        ]
        cost = statistics.median(costs)
        return cost if self.job.measure is Measure.COST else 1 / max(cost, 1e-9)

    def seconds(self, side: str) -> float:
        """Return the median on the clock, of ``ours`` or of the ``peer``."""
        return statistics.median(one.clock for one in getattr(self, side))

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        target = self.job.target
        if target is None:
            return None
        if self.job.measure is Measure.COST:
            return self.ratio() <= target + _SHOWN_AS_EQUAL
        return self.ratio() >= target - _SHOWN_AS_EQUAL

    def each(self) -> float:
        """Return the processor's median seconds for one line or file of ours."""
        return statistics.median(one.cpu for one in self.ours) / self.count


def result_of(job: Job, size: int, folder: Path, rounds: Rounds) -> Result:
    """Run a race: once to compare the answers, then in turn, so many times."""
    race = job.prepare(size, folder)
    race.agree(race.ours(), race.peer())
    taken: list[tuple[Seconds, Seconds]] = []
    until = time.perf_counter() + PATIENCE
    while len(taken) < rounds.least or (
        len(taken) < rounds.most and time.perf_counter() < until
    ):
        taken.append((_taken(race.ours), _taken(race.peer)))
    ours, peer = zip(*taken, strict=True)
    return Result(job=job, count=race.count or size, ours=ours, peer=peer)


def growth(results: Sequence[Result]) -> float:
    """Return what a line costs in the largest size, of its cost in the one before."""
    before, largest = results[-2:]
    return largest.each() / before.each()


def _taken(run: Callable[[], object]) -> Seconds:
    clock, cpu = time.perf_counter(), _cpu()
    run()
    return Seconds(time.perf_counter() - clock, _cpu() - cpu)


def _cpu() -> float:
    """Return the processor time so far, with that of processes that ended."""
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system

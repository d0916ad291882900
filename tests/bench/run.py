"""Benchmarks: ours and the peer in turn, as ratios in one table.

``make bench`` prints it. Seconds differ from machine to machine; the ratios are
what to compare.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench import page
from bench.checking import CHECKING
from bench.documents import CONTRACTS, STATEMENTS
from bench.functions import FUNCTIONS
from bench.in_calc import IN_CALC
from bench.measure import Job, Result, Rounds, growth, result_of
from bench.patching import PATCHING, PATCHING_OR_WRITING
from bench.reading import READING, READING_AND_CHECKING
from bench.regenerating import NOTHING_CHANGED, TWO_PROCESSES
from bench.rolling_up import ROLLING_UP
from harness.needs import missing

JOBS = (
    READING,
    READING_AND_CHECKING,
    CHECKING,
    ROLLING_UP,
    CONTRACTS,
    STATEMENTS,
    PATCHING,
    PATCHING_OR_WRITING,
    TWO_PROCESSES,
    NOTHING_CHANGED,
    *FUNCTIONS,
    *IN_CALC,
)
WHOLE, QUICK = Rounds(3, 15), Rounds(1, 1)


def main() -> None:
    """Run the benchmarks, print the table, and keep it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tiny sizes, one round")
    parser.add_argument("--write", action="store_true", help=f"into {page.PATH.name}")
    chosen = parser.parse_args()
    if chosen.quick and chosen.write:
        parser.error("--write keeps what a whole run measured, not a quick one")
    groups = run(quick=chosen.quick)
    Console(file=sys.stdout, width=150).print(shown(groups))
    if chosen.write:
        before = page.PATH.read_text("utf-8") if page.PATH.is_file() else ""
        after = page.with_section(before, page.version(), page.table(groups))
        page.PATH.write_text(after, "utf-8")


def run(*, quick: bool) -> list[list[Result]]:
    """Run every job in every size; what needs what is not here says so."""
    return [
        [_result(job, job.quick, QUICK)]
        if quick
        else [_result(job, size, WHOLE) for size in job.sizes]
        for job in JOBS
        if _can_run(job)
    ]


def _can_run(job: Job) -> bool:
    reason = missing(job.need) if job.need else None
    if reason:
        _say(f"{job.title.en}: left out, {reason}")
    return not reason


def _result(job: Job, size: int, rounds: Rounds) -> Result:
    _say(f"{job.title.en}: {size:,}")
    with TemporaryDirectory() as folder:
        return result_of(job, size, Path(folder), rounds)


def _say(line: str) -> None:
    Console(stderr=True, highlight=False).print(line)


def shown(groups: Sequence[Sequence[Result]]) -> Table:
    """Return the table for a terminal, with seconds and what is done in one."""
    right = ("ours s", "peer s", "a second", "ratio", "processor", "target")
    table = Table("job", "size", "peer", title=f"xlsales {page.version()}")
    for title in right:
        table.add_column(title, justify="right")
    for results in groups:
        for one in results:
            table.add_row(*_row(one))
        if results[0].job.linear and len(results) > 1:
            grown = f"{growth(results):.2f}"
            limit = f"≤ {page.LINEAR_TARGET}"
            table.add_row("", page.LINEAR.en, "", "", "", "", "", grown, limit)
        table.add_section()
    return table


def _row(result: Result) -> tuple[str, ...]:
    job, ours, peer = result.job, result.seconds("ours"), result.seconds("peer")
    return (
        job.title.en,
        f"{result.count:,} {job.unit.en}",
        job.peer.en,
        f"{ours:.3f}",
        f"{peer:.3f}",
        f"{result.count / ours:,.0f}",
        f"{result.ratio():.2f} {job.measure.value.en}",
        f"{result.ratio('cpu'):.2f}",
        page.target(job),
    )


if __name__ == "__main__":
    main()

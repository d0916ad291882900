"""BENCHMARKS.md: the ratios of every version, newest first."""

import re
import tomllib
from collections.abc import Sequence

from bench.measure import Job, Measure, Result, growth
from harness.needs import CHECKOUT
from reference import markdown as md
from xlsales.language import Text

PATH = CHECKOUT / "workbooks/BENCHMARKS.md"
TITLE = Text("测速", "Benchmarks")
PROSE = """\
`make bench` 对每项工作，用我们的程序和一个同类轮流各做一遍，先核对两边结果相同，
再取各轮用时之比的中位数。秒数因机器而异，比值才可比较。`make bench WRITE=1` 写入
当前版本的一节。

`make bench` does each job in turn with ours and with a peer, compares both
answers first, and takes the median of the rounds' ratios. Seconds differ from
machine to machine; ratios are what to compare. `make bench WRITE=1` writes the
section of the current version."""
HEAD = (
    Text("工作", "Job"),
    Text("规模", "Size"),
    Text("与谁比", "Peer"),
    Text("比值（用时）", "Ratio (clock)"),
    Text("比值（处理器）", "Ratio (processor)"),
    Text("目标", "Target"),
)
LINEAR = Text(
    "每行用时：最大规模比前一个", "A line in the largest size, of the size before"
)
LINEAR_TARGET = 1.25


def version() -> str:
    """Return the version that is being worked on."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def sections(page: str) -> dict[str, str]:
    """Return the tables of a page by version, as they stand."""
    found = re.split(r"(?m)^## (.+)\n", page)[1:]
    return {
        name: table.strip() for name, table in zip(found[::2], found[1::2], strict=True)
    }


def with_section(page: str, name: str, table: str) -> str:
    """Return the page with a version's table on top, in place of its old one."""
    rest = {key: one for key, one in sections(page).items() if key != name}
    parts = [f"## {key}\n\n{one}" for key, one in {name: table, **rest}.items()]
    return "\n\n".join([f"# {md.heading(TITLE)}", PROSE, *parts]) + "\n"


def table(groups: Sequence[Sequence[Result]]) -> str:
    """Return the table of all results; those of one job stand together."""
    return md.table([md.both(one) for one in HEAD], rows(groups))


def rows(groups: Sequence[Sequence[Result]]) -> list[tuple[str, ...]]:
    """Return a row for every race, and one for growth where it is to be linear."""
    found = []
    for results in groups:
        found += [_row(one) for one in results]
        if results[0].job.linear and len(results) > 1:
            found.append(_growth(results))
    return found


def target(job: Job) -> str:
    """Return what is to be reached, in signs."""
    if job.target is None:
        return "–"
    sign = "≤" if job.measure is Measure.COST else "≥"
    return f"{sign} {job.target:g}"


def _row(result: Result) -> tuple[str, ...]:
    job = result.job
    mark = {True: " ✓", False: " ✗", None: ""}[result.is_met]
    return (
        md.both(job.title),
        f"{result.count:,} {job.unit.zh}\n{result.count:,} {job.unit.en}",
        md.both(job.peer),
        _ratio(result.ratio(), job),
        _ratio(result.ratio("cpu"), job),
        target(job) + mark,
    )


def _ratio(ratio: float, job: Job) -> str:
    digits = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
    return f"{digits} {job.measure.value.zh}\n{digits} {job.measure.value.en}"


def _growth(results: Sequence[Result]) -> tuple[str, ...]:
    job, found = results[-1].job, growth(results)
    mark = "✓" if found <= LINEAR_TARGET else "✗"
    return (
        md.both(job.title),
        f"{results[-1].count:,} ÷ {results[-2].count:,}",
        md.both(LINEAR),
        "",
        f"{found:.2f}",
        f"≤ {LINEAR_TARGET} {mark}",
    )

"""Worksheet functions in Calc: ten thousand cells, against a formula of its own.

Every formula of the workbook is computed anew, by the office: our functions in its
own process, or in one beside it that is spoken to through pipes. The floor is as
many cells of ``=A1*2`` in the same workbook. What Calc hands over and takes is what
is measured: the answers themselves are remembered, see ``functions``.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.functions import CELLS, MICROSECONDS, SIZE, Cells, demo_book, prices, words
from bench.measure import Job, Measure, Race
from harness import demo
from harness.extended_office import extended_office
from harness.live_calc import opened
from xlsales.functions import function_named
from xlsales.functions.calling import Calculator, State
from xlsales.functions.registry import PREFIX
from xlsales.language import Text
from xlsales.sheets.results import HOME

FLOOR = Text("Calc 自己的公式 =A1*2", "Calc's own formula =A1*2")
NEED = "extension"
_DAY_0 = dt.date(1899, 12, 30)
_PLACES = "ABCD"


def computed(
    name: str, cells_of: Callable[[int], Cells], *, beside: bool
) -> Callable[[int, Path], Race]:
    """Return what prepares a race of one function, in the office or beside it."""

    def prepare(count: int, folder: Path) -> Race:
        cells = cells_of(count)
        path = folder / "master.xlsx"
        path.write_bytes(demo.master())
        desktop = extended_office(beside=beside).desktop
        given = ";".join(f"{one}{{row}}" for one in _PLACES[: len(cells[0])])
        ours = _Sheet(desktop, path, cells, f"={PREFIX}{name}({given})")
        peer = _Sheet(desktop, path, cells, "=A{row}*2")
        said = _answers(name, cells)

        def agree(found: list[object], doubled: list[object]) -> None:
            assert found == said
            assert len(doubled) == count

        return Race(ours=ours.compute, peer=peer.compute, agree=agree, count=count)

    return prepare


class _Sheet:
    """A demo workbook with a sheet of arguments, and a formula beside each row."""

    def __init__(self, desktop: Any, path: Path, cells: Cells, formula: str) -> None:
        self._doc = opened(path, desktop)
        sheets = self._doc.Sheets
        sheets.removeByName(HOME.title.zh)  # what it computes is not what is measured
        sheets.insertNewByName("算", sheets.Count)
        sheet = sheets.getByName("算")
        width, last = len(cells[0]), len(cells) - 1
        rows = tuple(tuple(map(_typed, row)) for row in cells)
        sheet.getCellRangeByPosition(0, 0, width - 1, last).setDataArray(rows)
        self._asked = sheet.getCellRangeByPosition(width, 0, width, last)
        formulas = [(formula.format(row=row),) for row in range(1, len(cells) + 1)]
        self._asked.setFormulaArray(tuple(formulas))

    def compute(self) -> list[object]:
        """Have every formula computed, and return what the cells show."""
        self._doc.calculateAll()
        return [value for (value,) in self._asked.getDataArray()]


def _typed(cell: object) -> object:
    return (cell - _DAY_0).days if isinstance(cell, dt.date) else cell


def _answers(name: str, cells: Cells) -> list[object]:
    state = State(demo_book(), 1)
    calculator, function = Calculator(lambda _: state), function_named(name)
    assert function
    return [calculator.call(function, *map(_typed, one)) for one in cells]


_WAYS = (
    (Text("Calc 进程内", "in Calc's process"), False),
    (Text("Calc 外的进程", "in a process beside Calc"), True),
)
_ASKED = (("WORDS", words), ("PRICE", prices))


def _jobs() -> Iterator[Job]:
    for name, cells_of in _ASKED:
        for way, beside in _WAYS:
            yield Job(
                title=Text(f"XLSALES_{name}，{way.zh}", f"XLSALES_{name}, {way.en}"),
                peer=FLOOR,
                unit=CELLS,
                sizes=(SIZE,),
                quick=50,
                measure=Measure.COST,
                target=None,
                prepare=computed(name, cells_of, beside=beside),
                need=NEED,
            )


IN_CALC = tuple(_jobs())


def main() -> None:
    """Print what a cell costs, in microseconds, beside the floor of the same run."""
    from tempfile import TemporaryDirectory

    from bench.measure import Rounds, result_of

    for job in IN_CALC:
        with TemporaryDirectory() as folder:
            found = result_of(job, SIZE, Path(folder), Rounds(5, 9))
        ours, floor = (
            found.seconds(side) / SIZE * MICROSECONDS for side in ("ours", "peer")
        )
        line = f"{job.title.en:50} {ours:8.2f} µs  floor {floor:.3f} µs"
        print(f"{line}  {found.ratio():.1f} ×")  # noqa: T201


if __name__ == "__main__":
    main()

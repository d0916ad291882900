"""Broadcasting: a range where one value is wanted, as Excel does it.

A single value goes with every cell of a range, a row with every row, a column
with every column. Ranges are lists of rows; a plain list is a row.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

Rows = list[Sequence[object]]


def is_range(cell: object) -> bool:
    """Whether a host gave a range and not a single value."""
    return isinstance(cell, list | tuple)


def rows_of(cell: object) -> Rows | None:
    """Return a range or a single value as rows of one length; none if they differ."""
    if not isinstance(cell, list | tuple):
        return [[cell]]
    rows: Rows = [cell]
    if any(map(is_range, cell)):
        rows = [row if isinstance(row, list | tuple) else [row] for row in cell]
    widths = set(map(len, rows))
    return rows if len(widths) == 1 and widths != {0} else None


def broadcast(
    cells: Sequence[object],
) -> tuple[int, Iterator[tuple[object, ...]]] | None:
    """Return the width of the answer, and what each of its cells is asked with.

    Row by row. None where the sizes do not fit.
    """
    grids = {n: rows_of(cell) for n, cell in enumerate(cells) if is_range(cell)}
    found = [grid for grid in grids.values() if grid is not None]
    if len(found) < len(grids):
        return None
    height = max(len(grid) for grid in found)
    width = max(len(grid[0]) for grid in found)
    if any(
        len(grid) not in {1, height} or len(grid[0]) not in {1, width} for grid in found
    ):
        return None
    columns = [
        _spread(grids[n], height, width) if n in grids else repeat(cell)
        for n, cell in enumerate(cells)
    ]
    return width, zip(*columns, strict=False)


def _spread(grid: Rows | None, height: int, width: int) -> Iterator[object]:
    """Yield the cells of a range for every cell of the answer, row by row."""
    rows = grid or []
    wide = rows if len(rows[0]) == width else [[*row] * width for row in rows]
    if len(wide) < height:
        wide = wide * height
    return chain.from_iterable(wide)

"""Facts: what a sheet of a file holds that its values do not show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRange:
    """A table of Excel: its name, its cells with the titles, such as ``A1:O51``."""

    name: str
    ref: str
    has_totals: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """What a sheet holds that its values do not show.

    ``hidden_rows`` are numbered from 1 as on the screen, ``hidden_columns``
    from 0 as in ``Table.letters``. ``filters`` are the ranges of the filters
    that leave something out. ``cells`` is how many cells the rectangle around
    all values has, at most; where that is very large it is exact, and
    ``corners`` names the cells that make it so wide and so high.
    """

    formulas_without_value: tuple[str, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    filters: tuple[str, ...] = ()
    tables: tuple[TableRange, ...] = ()
    is_hidden: bool = False
    cells: int = 0
    corners: tuple[str, ...] = ()

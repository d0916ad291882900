"""The registry: what a worksheet function is, and how one is declared.

A function takes what cells hold and returns what a cell can show. Given a range
where one value is wanted, it answers with a range (``arrays``). It never fails:
what cannot be answered is said in the cell (``answers``).
"""

from collections.abc import Callable
from dataclasses import dataclass

from xlsales.language import Text

PREFIX = "XLSALES_"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a worksheet function.

    Attributes:
        name: as the formula bar shows it and VBA declares it: ASCII.
        about: what is to be given, at most 255 characters.
        is_optional: whether it may be left out.
        is_range: whether the function looks at a whole range at once, and is not
            asked for each of its cells.
    """

    name: str
    about: Text
    is_optional: bool = False
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """One worksheet function.

    Attributes:
        name: as formulas call it: ``XLSALES_WORDS``.
        category: what it belongs to, as the function wizard groups it.
        about: what it answers, at most 255 characters.
        arguments: in order. Of a function that ``reads_book`` the last is
            ``revision``: a cell that every button changes, so that the answer is
            asked for again when what stands in other sheets may have changed.
        examples: formulas with the answers they give, the first for the help.
        reads_book: whether it looks into the sheets of the workbook.
        run: what computes it.
    """

    name: str
    category: Text
    about: Text
    arguments: tuple[Argument, ...]
    examples: tuple[tuple[str, object], ...]
    reads_book: bool
    run: Callable[..., object]

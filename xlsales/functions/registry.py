"""The registry: what a worksheet function is, and how one is declared.

A function takes what cells hold and returns what a cell can show. Given a range
where one value is wanted, it answers with a range (``broadcasting``). It never
fails: what cannot be answered is said in the cell (``calling``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import NoneType
from typing import get_args

from xlsales.language import Text
from xlsales.sheets.cells import read_text

PREFIX = "XLSALES_"
Read = Callable[[object], object]
Example = tuple[str, object]


class Unanswered(Exception):  # noqa: N818 - reads as the sentence it is
    """A cell cannot be answered; ``reason`` is what it shows instead."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a worksheet function.

    Attributes:
        name: as the formula bar shows it and VBA declares it: ASCII.
        about: what is to be given, at most 255 characters.
        is_optional: whether it may be left out.
        is_range: whether the function looks at a whole range at once, and is not
            asked for each of its cells.
        read: from what a cell holds to the value, or what is wrong with it.
        default: the value where it is left out.
    """

    name: str
    about: Text
    is_optional: bool = False
    is_range: bool = False
    read: Read = read_text
    default: object = None


@dataclass(frozen=True, slots=True, eq=False)
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
            Those that read the workbook are answered over the small book of
            ``tests/checks``, as the reference says.
        reads_book: whether it looks into the sheets of the workbook; ``run`` then
            takes a ``BookIndex`` first.
        run: what computes it, from values that were read; it may raise
            ``Unanswered``.
    """

    name: str
    category: Text
    about: Text
    arguments: tuple[Argument, ...]
    examples: tuple[Example, ...]
    reads_book: bool
    run: Callable[..., object]

    @property
    def signature(self) -> str:
        """How it is called: ``XLSALES_WORDS(amount, [currency_code])``."""
        names = [f"[{a.name}]" if a.is_optional else a.name for a in self.arguments]
        return f"{self.name}({', '.join(names)})"

    @property
    def is_text(self) -> bool:
        """Whether all that it answers is text, or nothing."""
        return _kinds(self.run.__annotations__["return"]) <= {str, Text, NoneType}


def _kinds(answer: object) -> set[object]:
    """Return what a type is made of; of a list, what stands in it."""
    inside = get_args(answer)
    return {one for part in inside for one in _kinds(part)} if inside else {answer}


REVISION = Argument(
    "revision",
    Text(
        "修订号单元格，按钮改动数据后会重新计算",
        "The revision cell, so that the answer is asked for again after a button",
    ),
    is_optional=True,
    read=lambda cell: cell,
)


def function(
    category: Text,
    about: Text,
    *arguments: Argument,
    examples: tuple[Example, ...],
    reads_book: bool = False,
) -> Callable[[Callable[..., object]], Function]:
    """Declare a worksheet function by what computes it.

    Args:
        category: what it belongs to.
        about: what it answers.
        arguments: in the order of the parameters.
        examples: what stands between the brackets, and the answer.
        reads_book: whether the first parameter is the workbook.
    """

    def declared(run: Callable[..., object]) -> Function:
        name = PREFIX + run.__name__.upper()
        return Function(
            name=name,
            category=category,
            about=about,
            arguments=(*arguments, REVISION) if reads_book else arguments,
            examples=tuple((f"={name}({given})", answer) for given, answer in examples),
            reads_book=reads_book,
            run=run,
        )

    return declared

"""Addresses: cells and ranges as a person reads them, A1 and A1:O51."""

import itertools
from collections.abc import Iterable, Iterator

_A = ord("A")


def column_letter(index: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(_A + rest) + letters
    return letters


def column_and_row(address: str) -> tuple[int, int]:
    """Return column and row, both from 1, of an address such as ``$AB$12``."""
    plain = address.replace("$", "")
    name = plain.rstrip("0123456789")
    column = 0
    for letter in name.upper():
        column = column * 26 + ord(letter) - _A + 1
    return column, int(plain[len(name) :])


def corners(ref: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return column and row of the first and the last cell of a range."""
    first, _, last = ref.partition(":")
    return column_and_row(first), column_and_row(last or first)


def title_and_cell(reference: str) -> tuple[str, str]:
    """Return sheet and cell of a reference such as ``='June 1'!$A$2``: June 1, A2.

    The title is "" where it names no sheet of its own workbook.
    """
    title, _, address = reference.removeprefix("=").rpartition("!")
    if title.startswith("'"):
        title = title[1:-1].replace("''", "'")
    return "" if title.startswith("[") else title, address.replace("$", "")


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other."""
    for _, run in itertools.groupby(
        enumerate(numbers), key=lambda one: one[1] - one[0]
    ):
        found = [number for _, number in run]
        yield found[0], found[-1]

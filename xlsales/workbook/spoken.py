"""Spoken: which language an open workbook is in, before it is read as a whole."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from xlsales.language import Language, first_known
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.titles import language_in, title_by_key
from xlsales.workbook.read import Seen
from xlsales.workbook.read_sheet import read_sheet

Look = Callable[[list[str]], Iterable[Seen]]
"""Returns what stands on the sheets of these titles, in their order."""


def language_of(titles: Sequence[str], look: Look) -> Language:
    """Return the language that 参数 asks for, else the one the sheets are named in.

    Args:
        titles: of all sheets of the workbook.
        look: asked for 参数 alone; what it raises is taken as no answer.
    """
    return first_known(_asked_for(titles, look), language_in(titles))


def _asked_for(titles: Sequence[str], look: Look) -> str | None:
    """Return what 参数 says of the language; nothing where it cannot be read."""
    title = title_by_key(titles).get(SETTINGS.key)
    if title is None:
        return None
    with suppress(Exception):
        (found,) = look([title])
        table = read_sheet(found.grid, SETTINGS, found.title, found.facts)
        return table.records[0].language
    return None

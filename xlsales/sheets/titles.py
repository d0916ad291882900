"""Titles: which sheets of a workbook are ours, by what they are called."""

from collections.abc import Iterable

from xlsales.language import LANGUAGES, Language
from xlsales.sheets import SHEETS
from xlsales.sheets.columns import normal_title


def titles_by_key(titles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the titles of our sheets by key, in the order of the workbook.

    A sheet may be called by its title in either language, or by its key. Where
    several sheets are called alike, all of them are given.
    """
    known = {
        normal_title(name): sheet.key
        for sheet in SHEETS
        for name in (*sheet.title, sheet.key)
    }
    found: dict[str, tuple[str, ...]] = {}
    for title in titles:
        if key := known.get(normal_title(title)):
            found[key] = (*found.get(key, ()), title)
    return found


def title_by_key(titles: Iterable[str]) -> dict[str, str]:
    """Return the title of each of our sheets by key, the first of several."""
    return {key: named[0] for key, named in titles_by_key(titles).items()}


def language_in(titles: Iterable[str], otherwise: Language = "zh") -> Language:
    """Return the language that most of our sheets are named in."""
    given = {normal_title(title) for title in titles}
    named = {
        language: len(given & {normal_title(one.title(language)) for one in SHEETS})
        for language in LANGUAGES
    }
    best = max(LANGUAGES, key=named.__getitem__)
    return best if named[best] > named[otherwise] else otherwise

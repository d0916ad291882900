"""Language: the one catalogue of sentences, Chinese and English.

``messages.toml`` holds every sentence a person reads outside the sheets' own
titles and the templates. A key that lacks one of the two languages fails when
the catalogue is read, so a half-translated program does not start.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(NamedTuple):
    """One thing said in both languages."""

    zh: str
    en: str

    def __call__(self, language: Language) -> str:
        """Return it in one language."""
        return self.en if language == "en" else self.zh


def first_known(*wanted: str | None) -> Language:
    """Return the first of the languages wanted that we speak, else Chinese."""
    for one in wanted:
        for language in LANGUAGES:
            if one and one.lower() == language:
                return language
    return "zh"


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What a problem code says: the fault, why it matters, what to do."""

    title: Text
    message: Text
    why: Text
    remedy: Text


@cache
def catalogue() -> Mapping[str, Mapping[str, object]]:
    """Return the sections of ``messages.toml``."""
    source = resources.files("xlsales").joinpath("messages.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def text(section: str, key: str) -> Text:
    """Return one entry; a key that is not there is a programmer's mistake."""
    entry = catalogue()[section][key]
    return _text(entry)


@cache
def problem_text(code: str) -> ProblemText:
    """Return the sentences of one problem code."""
    entry = catalogue()["problems"][code]
    if not isinstance(entry, dict):
        raise TypeError(code)
    return ProblemText(
        *(_text(entry[part]) for part in ("title", "message", "why", "remedy"))
    )


def say(section: str, key: str, language: Language, **facts: object) -> str:
    """Return one sentence in one language, with its facts filled in."""
    return fill(text(section, key)(language), facts, language)


def both(section: str, key: str, **facts: object) -> Text:
    """Return one sentence in both languages, with its facts filled in."""
    return Text(*(say(section, key, language, **facts) for language in LANGUAGES))


def fill(sentence: str, facts: Mapping[str, object], language: Language) -> str:
    """Put facts into a sentence, each shown as a person would write it."""
    shown = {name: show(fact, language) for name, fact in facts.items()}
    return sentence.format_map(shown)


def show(fact: object, language: Language) -> str:
    """Return a value as a person writes it: no 1E+2, no datetime.date(…)."""
    if isinstance(fact, Text):
        return fact(language)
    if isinstance(fact, Decimal):
        return show_number(fact)
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, tuple | list):
        separator = "、" if language == "zh" else ", "
        return separator.join(show(one, language) for one in fact)
    return "" if fact is None else str(fact)


def show_number(number: Decimal) -> str:
    """Return a number with thousands separators: 1,234, 1,234.50, 1.2345.

    Idle zeros are left out; a fraction has two places at least, as money has.
    """
    shown = f"{number:,f}"
    if "." not in shown:
        return shown
    whole, _, decimals = shown.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals.ljust(2, '0')}" if decimals else whole


def _text(entry: object) -> Text:
    match entry:
        case {"zh": str(zh), "en": str(en)}:
            return Text(zh, en)
        case _:
            raise TypeError(f"not a text in both languages: {entry!r}")

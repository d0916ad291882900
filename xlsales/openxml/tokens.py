"""Tokens: where a formula refers to cells, and what only looks as if it did.

Strings, names in quotes, table columns in brackets, functions such as LOG10 and
names such as Q1.total are no references.
"""

import re

_COLUMN = r"(?:[A-Za-z]{1,2}|[A-Wa-w][A-Za-z]{2}|[Xx](?:[A-Ea-e][A-Za-z]|[Ff][A-Da-d]))"
_ROW = (
    r"(?:[1-9]\d{0,5}|10[0-3]\d{4}|104[0-7]\d{3}|1048[0-4]\d\d|10485[0-6]\d"
    r"|104857[0-6])"
)
_BEFORE = r"(?<![\w.$\\?!#])"
_AFTER = r"(?![\w.(\[\\?!])"
_PLAIN = r"[^\s\"'#+\-*/^&=<>(){}\[\],;!@%$]{1,255}+"
_SHEET = (
    r"(?:'(?:[^']|'')*+'"
    rf"|(?:\[[^\[\]]*+\])?(?!{_COLUMN}{_ROW}:(?!{_COLUMN}{_ROW}!)){_PLAIN})!"
)
_CELLS = (
    rf"(?P<left>\$?{_COLUMN})(?P<top>\$?{_ROW})"
    rf"(?::(?P<right>\$?{_COLUMN})(?P<bottom>\$?{_ROW})(?![\w.(\[\\?]))?+"
)
_COLUMNS = rf"(?P<from_column>\$?{_COLUMN}):(?P<to_column>\$?{_COLUMN})"
_ROWS = rf"(?P<from_row>\$?{_ROW}):(?P<to_row>\$?{_ROW})"
_BRACKETS = r"\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*+\])*+\]"
_STRING = r'"(?:[^"]|"")*+"'


def _token(sheet: str) -> re.Pattern[str]:
    """Return the pattern of all that matters; what has no group is left alone."""
    return re.compile(
        rf"{_BEFORE}(?P<sheet>{sheet})?(?:{_CELLS}|{_COLUMNS}|{_ROWS}){_AFTER}"
        rf"|{_STRING}|{_BRACKETS}|{_BEFORE}(?P<other>{sheet})",
        re.DOTALL,
    )


_QUALIFIED, _BARE = _token(_SHEET), _token("(?!)")


def tokens_of(formula: str) -> re.Pattern[str]:
    """Return the pattern for a formula; without other sheets it is a faster one."""
    return _QUALIFIED if "!" in formula else _BARE


def titles_of(sheet: str) -> list[str]:
    """Return the titles before a reference: one, or both ends of several sheets.

    Of another workbook there is none.
    """
    plain = sheet.removesuffix("!")
    if plain.startswith("'"):
        plain = plain[1:-1].replace("''", "'")
    return [] if "[" in plain else plain.split(":")


def rows_of(found: re.Match[str]) -> tuple[str, str] | None:
    """Return the first and the last row of a reference, with dollar signs.

    Of whole columns, and of what is no reference, there are none.
    """
    if top := found["top"]:
        return top, found["bottom"] or top
    return (found["from_row"], found["to_row"]) if found["from_row"] else None

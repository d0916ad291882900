"""The sandbox: what a template may do, and what may be put into it.

People edit templates, and what goes into them was typed by others. So a
template can read values and repeat rows but reach no attribute of the program,
and a control character in a customer's name cannot break the file.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import zip_longest

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from xlsales.documents.shown import day, percent
from xlsales.language import show
from xlsales.money import digits, in_words

CANNOT_FILL = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What filling a template may raise, when an expression does not fit its value."""

_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")


@cache
def environment(*, autoescape: bool) -> ImmutableSandboxedEnvironment:
    """Return the environment of every template; a name it lacks is an error.

    A month fills one template for every customer: its text is compiled once.
    """
    made = ImmutableSandboxedEnvironment(
        autoescape=autoescape, undefined=StrictUndefined, finalize=_printed
    )
    made.filters |= {
        "money": digits,
        "words": in_words,
        "day": day,
        "percent": percent,
        "beside": beside,
    }
    once = lru_cache(maxsize=500)(made.from_string)
    made.from_string = once  # type: ignore[method-assign, assignment]
    return made


def beside(left: Iterable[object], right: Iterable[object]) -> list[tuple[object, ...]]:
    """Pair two lists to print them side by side; the shorter is filled up."""
    return list(zip_longest(left, right))


def cleaned(value: object) -> object:
    """Return a context without the characters that XML cannot hold."""
    if isinstance(value, str):
        return _NOT_IN_XML.sub("", _LINE_END.sub("\n", value))
    if isinstance(value, Mapping):
        return {name: cleaned(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(one) for one in value]
    return value


def _printed(value: object) -> object:
    """Print a number or date as a person writes it, and nothing for nothing."""
    if value is None or isinstance(value, Decimal | date):
        return show(value, "zh")
    return value

"""Faults of a template: why it cannot be filled, said in both languages.

What the template language itself reports is English; it stands in brackets
behind a sentence of ours.
"""

import re

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from xlsales.errors import BadTemplate
from xlsales.language import both

_NAME = re.compile(r"'([^']+)'$")
_MISSING = re.compile(r"^'([^']+)' is undefined$")


def bad_template(key: str, **facts: object) -> BadTemplate:
    """Return the exception for one entry of the catalogue's template faults."""
    return BadTemplate(reason=both("template_faults", key, **facts))


def cannot_fill(fault: Exception, place: str = "") -> BadTemplate:
    """Return the exception for what filling a template raised.

    Args:
        fault: what was raised.
        place: sheet and cell, where they are known.
    """
    key, detail = _kind(fault)
    where = f"{place}: " if place else ""
    return bad_template(key, place=where, detail=detail)


def _kind(fault: Exception) -> tuple[str, str]:
    message = str(fault)
    if isinstance(fault, UndefinedError):
        if found := _MISSING.search(message) or _NAME.search(message):
            return "unknown_name", found[1]
        return "not_filled", message
    if isinstance(fault, SecurityError):
        return "not_allowed", message
    if isinstance(fault, TemplateSyntaxError):
        return "misspelt", message
    return "not_filled", message

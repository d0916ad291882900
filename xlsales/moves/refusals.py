"""Refusals: what stands in the way of a change, and what to do about it."""

from xlsales.errors import CannotPatch
from xlsales.language import Text, both
from xlsales.openxml.references import CannotFollow, SpansSheets, Vanishes

_LONGEST = 60  # characters of a formula that still read as one line


def refused(place: str, reason: Text) -> CannotPatch:
    """Return the exception for a change that would do harm at a place."""
    return CannotPatch(place=place, reason=reason)


def not_followed(place: str, formula: str, error: CannotFollow) -> CannotPatch:
    """Return the exception for a formula that cannot go along with its cells."""
    cells = error.reference
    if len(formula) > _LONGEST:
        formula = f"{formula[:_LONGEST]}…"
    if isinstance(error, Vanishes):
        return refused(
            place, both("patch", "formula_gone", formula=formula, cells=cells)
        )
    if isinstance(error, SpansSheets):
        reason = both("patch", "formula_sheets", formula=formula, cells=cells)
        return refused(place, reason)
    return refused(place, both("patch", "formula_part", formula=formula, cells=cells))

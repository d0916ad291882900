"""Marking: what a check found, shown on the cells it was found in.

A marked cell has a fill and a note of ours. The person's own formats and notes
stay: a cell that has a note already gets the fill alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsales.checks.problem import Place, Problem, Severity
from xlsales.language import LANGUAGES, Language, say
from xlsales.patch.marks import Shades, mark, unmark
from xlsales.patch.notes import Note, add_notes, remove_notes
from xlsales.patch.patch import Patch

AUTHOR = "xlsales"
_COLOURS = {
    Severity.ERROR: "FAD8D0",
    Severity.WARNING: "FFE8B8",
    Severity.NOTE: "DDE8F0",
}
"""The marks' own colours, which nothing else in a workbook of ours has."""
_BEGINNINGS = tuple(
    f"{say('severity', severity.value, language)} "
    for severity in Severity
    for language in LANGUAGES
)
_WORST = list(Severity)
_MOST_IN_A_NOTE = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """How many cells were marked, and which were not.

    Attributes:
        cells: how many are marked now.
        without_note: those that have somebody's note already.
        left_out: those that could not be filled: more formats than shades.
    """

    cells: int
    without_note: Sequence[str]
    left_out: Sequence[str]


def mark_problems(
    patch: Patch, problems: Sequence[Problem], known: Shades, language: Language
) -> Marks:
    """Mark every cell in which something was found, after taking old marks out."""
    unmark_all(patch, known)
    count = 0
    without_note: list[str] = []
    left_out: list[str] = []
    for title, cells in _by_cell(patch, problems).items():
        colours = {cell: _COLOURS[_worst(found)] for cell, found in cells.items()}
        notes = {cell: _note(found, language) for cell, found in cells.items()}
        no_fill = mark(patch, title, colours, known)
        left_out += [f"{title}!{cell}" for cell in no_fill]
        has_one = add_notes(patch, title, notes, AUTHOR)
        without_note += [f"{title}!{cell}" for cell in has_one]
        count += len(cells) - len(no_fill)
    return Marks(count, without_note, left_out)


def unmark_all(patch: Patch, known: Shades) -> int:
    """Take every mark out and return how many cells were marked."""
    filled = unmark(patch, _COLOURS.values(), known)
    known.meaning.clear()
    notes = {title: remove_notes(patch, title, _is_ours) for title in patch.parts}
    return sum(max(filled.get(title, 0), count) for title, count in notes.items())


def _by_cell(
    patch: Patch, problems: Sequence[Problem]
) -> dict[str, dict[str, list[Problem]]]:
    found: dict[str, dict[str, list[Problem]]] = {}
    sheets = patch.parts
    for problem in problems:
        place = problem.place
        if place.cell and place.sheet in sheets:
            cells = found.setdefault(place.sheet, {})
            cells.setdefault(_first_cell(place), []).append(problem)
    return found


def _is_ours(note: Note) -> bool:
    """Whether a note begins as ours do: with how severe something is."""
    return note.text.startswith(_BEGINNINGS)


def _first_cell(place: Place) -> str:
    return place.cell.partition(":")[0]


def _worst(problems: Sequence[Problem]) -> Severity:
    return min((one.severity for one in problems), key=_WORST.index)


def _note(problems: Sequence[Problem], language: Language) -> str:
    """Return the note of a cell: each problem with what to do, worst first."""
    ordered = sorted(problems, key=lambda one: _WORST.index(one.severity))
    said = [
        f"{say('severity', one.severity.value, language)} {one.message(language)}\n"
        f"{one.remedy(language)}"
        for one in ordered[:_MOST_IN_A_NOTE]
    ]
    if more := ordered[_MOST_IN_A_NOTE:]:
        said.append(say("marking", "more", language, count=len(more)))
    return "\n\n".join(said)

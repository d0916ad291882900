"""Marking: what a check found, shown on the cells it was found in.

A marked cell has a fill and a note of ours. The person's own formats and notes
stay: a cell that has a note already gets the fill alone.
"""

from collections.abc import Iterable, Sequence

from xlsales.checks.problem import Place, Problem, Severity
from xlsales.language import LANGUAGES, Language, say
from xlsales.patch.marks import Shades, mark, unmark
from xlsales.patch.notes import add_notes, remove_notes
from xlsales.patch.patch import Patch
from xlsales.workbook.port import Mark, Marks, MarksOf

AUTHOR = "xlsales"
COLOURS = {
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


def marks_of(problems: Iterable[Problem], language: Language) -> MarksOf:
    """Return the marks of what was found: a colour and a note for each cell."""
    found: dict[str, dict[str, list[Problem]]] = {}
    for problem in problems:
        place = problem.place
        if place.cell:
            cells = found.setdefault(place.sheet, {})
            cells.setdefault(_first_cell(place), []).append(problem)
    return {
        title: {
            cell: Mark(COLOURS[_worst(of_cell)], _note(of_cell, language))
            for cell, of_cell in cells.items()
        }
        for title, cells in found.items()
    }


def put_marks(patch: Patch, marks: MarksOf, known: Shades) -> Marks:
    """Mark cells of a file, after taking old marks out."""
    taken_off = take_marks(patch, known)
    count = 0
    without_note: list[str] = []
    left_out: list[str] = []
    for title, cells in marks.items():
        if title not in patch.parts:
            continue
        colours = {cell: one.colour for cell, one in cells.items()}
        no_fill = mark(patch, title, colours, known)
        left_out += [f"{title}!{cell}" for cell in no_fill]
        notes = {cell: one.note for cell, one in cells.items()}
        has_one = add_notes(patch, title, notes, AUTHOR)
        without_note += [f"{title}!{cell}" for cell in has_one]
        count += len(cells) - len(no_fill)
    return Marks(count, taken_off, without_note, left_out)


def take_marks(patch: Patch, known: Shades) -> int:
    """Take every mark out of a file and return how many cells were marked."""
    filled = unmark(patch, COLOURS.values(), known)
    known.meaning.clear()
    notes = {
        title: remove_notes(patch, title, lambda note: is_our_note(note.text))
        for title in patch.parts
    }
    return sum(max(filled.get(title, 0), count) for title, count in notes.items())


def is_our_note(text: str) -> bool:
    """Whether a note begins as ours do: with how severe something is."""
    return text.startswith(_BEGINNINGS)


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

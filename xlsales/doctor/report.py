"""Report: what the doctor found, as lines to read and as JSON."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsales.doctor.line import Line, State
from xlsales.doctor.looking import this_machine
from xlsales.doctor.probes import lines
from xlsales.language import Language, Text, both, text
from xlsales.workbook.style import display_width

Lines = Mapping[str, Line]


def examined(file: Path | None) -> Lines:
    """Return what is to be said of this computer, and of a workbook on it."""
    return lines(this_machine(file))


def doctor_report(file: Path | None, language: Language) -> str:
    """Return what is to be said as plain text, a line or two each.

    Args:
        file: the workbook; None looks at the computer alone.
        language: of the text.
    """
    return "\n".join(report_lines(examined(file), language))


def report_lines(found: Lines, language: Language) -> list[str]:
    """Return the lines of a report, last of all how much there is to do."""
    marks = {state: mark(state)(language) for state in State}
    width = max(map(display_width, marks.values()))
    said = []
    for line in found.values():
        shown = marks[line.state]
        room = " " * (width - display_width(shown) + 2)
        said.append(f"{shown}{room}{line.what(language)}")
        if remedy := line.remedy(language):
            said.append(f"{' ' * width}  → {remedy}")
    return [*said, conclusion(found)(language)]


def mark(state: State) -> Text:
    """Return the mark of a state, with its word."""
    return {
        State.OK: text("doctor", "mark_ok"),
        State.OPTIONAL: text("doctor", "mark_optional"),
        State.WARN: text("doctor", "mark_warn"),
        State.MISSING: text("doctor", "mark_missing"),
        State.UNSEEN: text("doctor", "mark_unseen"),
    }[state]


def conclusion(found: Lines) -> Text:
    """Return how much there is to do."""
    todo = sum(not line.state.is_fine for line in found.values())
    if todo:
        return both("doctor", "todo", count=todo)
    return text("doctor", "fine")


def is_fine(found: Lines) -> bool:
    """Whether there is nothing to do."""
    return all(line.state.is_fine for line in found.values())


def as_json(found: Lines, language: Language) -> Sequence[Mapping[str, str]]:
    """Return the lines by stable keys; the texts are in the language asked for."""
    return [
        {
            "key": key,
            "state": line.state.value,
            "what": line.what(language),
            "remedy": line.remedy(language),
        }
        for key, line in found.items()
    ]

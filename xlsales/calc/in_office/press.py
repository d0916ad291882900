"""Press: what an entry of the menu and a button on a sheet run."""

from __future__ import annotations

from . import dialogs, job, office
from .beside import BrokenOff, words_of
from .link import Refused, link
from .sheets import path_of, show_now

HOME = "home"
_FAILED = "✗"


def press(doc, key):
    """Run one job on a workbook, and say what came of it."""
    words = office.words()
    if key == HOME:
        _go_home(doc)
    elif job.RUNNING or doc.isReadonly():
        why = words["busy" if job.RUNNING else "read_only"]
        dialogs.tell(doc, words["title"], why, is_bad=True)
    else:
        title, said, is_bad = _pressed(doc, key, words)
        if said:
            dialogs.tell(doc, title, said, is_bad=is_bad)
        show_now()


def _pressed(doc, key, words):
    try:
        question = link().request(doc, "question", key)
        answer = _answer(doc, question)
        if answer is None:
            return "", "", False
        with job.running(doc, question["label"]) as running:
            mark, said = _run(doc, key, answer, running)
        return question["title"], said, mark == _FAILED
    except Refused as refused:
        return words["title"], str(refused), True
    except BrokenOff as broken:
        return words["title"], "\n\n".join([words["no_start"], str(broken)]), True
    except Exception as error:  # noqa: BLE001 - the office would say nothing at all
        return words["title"], words["unexpected"].format(fault=words_of(error)), True


def _answer(doc, question):
    if not question["prompt"]:
        return ""
    return dialogs.ask(
        doc,
        question["label"],
        question["prompt"],
        question["usual"],
        question["buttons"],
    )


def _run(doc, key, answer, running):
    facts = [doc.Title, path_of(doc), key, answer]
    try:
        return link().request(doc, "press", *facts)
    except BrokenOff:
        words = office.words()
        how = "broken_off" if running.take_back() else "half_back"
        return _FAILED, words[how]


def _go_home(doc):
    for title in office.settings()["home"]:
        if doc.Sheets.hasByName(title):
            doc.CurrentController.setActiveSheet(doc.Sheets.getByName(title))

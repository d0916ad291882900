"""Jobs: one at a time, one step to undo, and a note of what is being done.

While a job runs, a note in the profile says which. It is gone when the job is
over; one that is found when the office starts tells that it broke off.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress

from com.sun.star.uno import Exception as Refusal

from . import office

_NOTE = "xlsales-running.json"
RUNNING = []
"""The job that runs; the office has one person before it."""


class Job:
    """One job on one workbook: all its changes are one step to undo."""

    def __init__(self, doc, label):
        self.doc, self.label = doc, label
        self.indicator = None
        self._enter()

    def take_back(self):
        """Take back all that was changed; return whether all of it was."""
        self._leave()
        view = self.doc.CurrentController
        shown = None if view is None else view.ActiveSheet
        try:
            if self.doc.UndoManager.getAllUndoActionTitles() != self._steps:
                self.doc.UndoManager.undo()
            for title in set(self.doc.Sheets.ElementNames) - self._titles:
                self.doc.Sheets.removeByName(title)  # to bring one is no step to undo
            if shown is not None:  # the office shows what it undoes
                view.setActiveSheet(shown)
        except Exception:  # noqa: BLE001 - whatever it was, the person has to be told
            return False
        finally:
            self._enter()
        return True

    def kept(self):
        """Let what was changed so far stay."""
        self._leave()
        self._enter()

    def tell(self, said):
        """Say in the bar below the sheets what is being done."""
        if self.indicator is None:
            controller = self.doc.CurrentController
            if controller is None:
                return
            self.indicator = controller.Frame.createStatusIndicator()
            self.indicator.start(said, 0)
        self.indicator.setText(said)

    def end(self):
        """Be over."""
        self._leave()
        if self.indicator is not None:
            self.indicator.end()

    def _enter(self):
        self.doc.addActionLock()
        # Their titles: of a full list the oldest step goes when another comes.
        self._steps = self.doc.UndoManager.getAllUndoActionTitles()
        self._titles = set(self.doc.Sheets.ElementNames)
        self.doc.UndoManager.enterUndoContext(self.label)

    def _leave(self):
        self.doc.UndoManager.leaveUndoContext()
        self.doc.removeActionLock()


class running:  # noqa: N801 - reads as what it does
    """Be the one job that runs; no generator, for what the office raises."""

    def __init__(self, doc, label):
        self._doc, self._label = doc, label

    def __enter__(self):
        facts = {
            "label": self._label,
            "name": self._doc.Title,
            "at": dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
        }
        with suppress(OSError):  # a full disk bars no job
            _note().write_text(json.dumps(facts), encoding="utf-8")
        self._job = Job(self._doc, self._label)
        RUNNING.append(self._job)
        return self._job

    def __exit__(self, *_):
        RUNNING.remove(self._job)
        with suppress(OSError):
            _note().unlink()
        with suppress(Refusal):  # the workbook was closed meanwhile
            self._job.end()


def broken_off():
    """Return what ran when the office last ended, and forget it; None: nothing."""
    try:
        facts = json.loads(_note().read_text(encoding="utf-8"))
        _note().unlink()
    except (OSError, ValueError):
        return None
    return facts


def _note():
    return office.user_folder() / _NOTE


def take_back(doc):
    """Take back what the job on a workbook changed; return whether all of it was."""
    ours = [one for one in RUNNING if one.doc == doc]
    return all(one.take_back() for one in ours)


def progress(doc, said):
    """Say what is being done; "" when it is over."""
    for one in RUNNING:
        if one.doc == doc and said:
            one.tell(said)


def save(doc):
    """Save a workbook where it is; what was changed before stays."""
    for one in RUNNING:
        if one.doc == doc:
            one.kept()
    doc.store()

"""Opened: a workbook's own buttons are led to xlsales while the office has it open.

They call VBA of xlwings, which runs in Excel alone. In what is saved they call
it still: before the office writes, each button gets back what it had.
"""

from __future__ import annotations

from typing import NamedTuple

import uno
import unohelper
from com.sun.star.document import XDocumentEventListener
from com.sun.star.task import XJob

from . import dialogs, job, office
from .component import Component
from .later import later
from .menu import PROTOCOL

_BEFORE = {"OnSave", "OnSaveAs", "OnCopyTo", "OnSaveTo"}
_AFTER = {name + how for name in _BEFORE for how in ("Done", "Failed")}


class Opened(Component, XJob):
    """What the office runs when a workbook was opened."""

    NAME = "xlsales.calc.Opened"
    SERVICES = ("com.sun.star.task.Job",)

    def execute(self, given):
        doc = _model(given)
        if doc is not None and doc.supportsService(
            "com.sun.star.sheet.SpreadsheetDocument"
        ):
            lead(doc)
            later(lambda: say_what_broke_off(doc))  # it is still being opened


def lead(doc):
    """Lead the buttons of a workbook to xlsales, while it is not being written."""
    led = _Led(doc)
    if led.buttons:
        led.lead()
        doc.addDocumentEventListener(led)


def say_what_broke_off(doc):
    """Say what was being done when the office last ended, if anything was."""
    if job.RUNNING or dialogs.window_of(doc) is None:
        return
    facts = job.broken_off()
    if facts:
        words = office.words()
        said = words["was_broken_off"].format(**facts)
        dialogs.tell(doc, words["title"], said, is_bad=True)


def _model(given):
    """Return the workbook that a job was told of."""
    for one in given:
        if one.Name == "Environment":
            for fact in one.Value:
                if fact.Name == "Model":
                    return fact.Value
    return None


class _Led(unohelper.Base, XDocumentEventListener):
    """The buttons of one workbook."""

    def __init__(self, doc):
        self.doc = doc
        self.buttons = list(_buttons(doc, office.settings()["buttons"]))

    def lead(self):
        """Lead each button to xlsales."""
        with _Unseen(self.doc):
            for form, at, one in self._there():
                form.revokeScriptEvents(at)
                one.model.TargetURL, one.model.ButtonType = one.address, _kind("URL")

    def give_back(self):
        """Give each button what it had."""
        with _Unseen(self.doc):
            for form, at, one in self._there():
                one.model.TargetURL, one.model.ButtonType = "", _kind("PUSH")
                form.registerScriptEvents(at, one.events)

    def _there(self):
        """Yield the buttons that nobody has deleted, and where each is now."""
        for one in self.buttons:
            form = one.model.Parent
            for at in range(form.Count if form is not None else 0):
                if form.getByIndex(at) == one.model:
                    yield form, at, one

    def documentEventOccured(self, event):
        name = event.EventName
        if name in _BEFORE:
            self.give_back()
        elif name in _AFTER:
            self.lead()

    def disposing(self, source):
        self.buttons = []


def _kind(name):
    return uno.Enum("com.sun.star.form.FormButtonType", name)


class _Unseen:
    """Changes that are nobody's: no step to undo, and nothing to be saved for."""

    def __init__(self, doc):
        self._doc = doc

    def __enter__(self):
        self._was_changed = self._doc.isModified()
        self._doc.UndoManager.lock()

    def __exit__(self, *_):
        self._doc.UndoManager.unlock()
        if not self._was_changed:
            self._doc.setModified(False)


class _Button(NamedTuple):
    """A button that calls a Sub of ours, where it leads, and what it had."""

    model: object
    address: str
    events: tuple


def _buttons(doc, keys):
    """Yield the buttons of ours; ``keys`` are those of the buttons by their Subs."""
    for number in range(doc.Sheets.Count):
        forms = doc.Sheets.getByIndex(number).DrawPage.Forms
        for form in (forms.getByIndex(at) for at in range(forms.Count)):
            for at in range(form.Count):
                events = form.getScriptEvents(at)
                for sub in map(_sub, events):
                    if sub in keys:
                        yield _Button(form.getByIndex(at), PROTOCOL + keys[sub], events)


def _sub(event):
    """Return the name of the Sub that an event runs."""
    return event.ScriptCode.partition("?")[0].rpartition(".")[2]

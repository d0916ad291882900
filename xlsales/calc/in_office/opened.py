"""Opened: a workbook's own buttons are led to xlsales while the office has it open.

They call VBA of xlwings, which runs in Excel alone. In what is saved they call
it still: before the office writes, each button gets back what it had.
"""

from __future__ import annotations

import uno
import unohelper
from com.sun.star.document import XDocumentEventListener
from com.sun.star.lang import XServiceInfo
from com.sun.star.task import XJob

from . import dialogs, job, office
from .menu import PROTOCOL

_BEFORE = {"OnSave", "OnSaveAs", "OnCopyTo", "OnSaveTo"}
_SAVED = ("Done", "Failed")


class Opened(unohelper.Base, XJob, XServiceInfo):
    """What the office runs when a workbook was opened."""

    IMPLEMENTATION = "xlsales.calc.Opened"
    SERVICES = ("com.sun.star.task.Job",)

    def __init__(self, context, *given):
        pass

    def execute(self, given):
        doc = _model(given)
        if doc is not None and doc.supportsService(
            "com.sun.star.sheet.SpreadsheetDocument"
        ):
            lead(doc)
            say_what_broke_off(doc)

    def getImplementationName(self):
        return self.IMPLEMENTATION

    def supportsService(self, service):
        return service in self.SERVICES

    def getSupportedServiceNames(self):
        return self.SERVICES


def lead(doc):
    """Lead the buttons of a workbook to xlsales, while it is not being written."""
    led = _Led(doc)
    if led.buttons:
        led.lead()
        doc.addDocumentEventListener(led)


def say_what_broke_off(doc):
    """Say what was being done when the office last ended, if anything was."""
    if job.RUNNING:
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
        with _Unseen(self.doc):
            for form, at, key, event in self.buttons:
                form.revokeScriptEvent(
                    at, event.ListenerType, event.EventMethod, event.AddListenerParam
                )
                button = form.getByIndex(at)
                button.TargetURL = PROTOCOL + key
                button.ButtonType = _kind("URL")

    def give_back(self):
        with _Unseen(self.doc):
            for form, at, _, event in self.buttons:
                button = form.getByIndex(at)
                button.ButtonType, button.TargetURL = _kind("PUSH"), ""
                form.registerScriptEvent(at, event)

    def documentEventOccured(self, event):
        name = event.EventName
        if name in _BEFORE:
            self.give_back()
        elif (
            name.endswith(_SAVED)
            and name.removesuffix("Done").removesuffix("Failed") in _BEFORE
        ):
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


def _buttons(doc, keys):
    """Yield the buttons that call a Sub of ours: form, place, key, what they had."""
    for number in range(doc.Sheets.Count):
        forms = doc.Sheets.getByIndex(number).DrawPage.Forms
        for form in (forms.getByIndex(at) for at in range(forms.Count)):
            for at in range(form.Count):
                for event in form.getScriptEvents(at):
                    sub = event.ScriptCode.partition("?")[0].rpartition(".")[2]
                    if sub in keys:
                        yield form, at, keys[sub], event

"""Opened: a workbook's own buttons are led to xlsales while the office has it open.

They call VBA of xlwings, which runs in Excel alone. In what is saved they call
it still: before the office writes, each button gets back what it had.
"""

from __future__ import annotations

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
    led.lead()
    if led.events:
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
    """The buttons of one workbook.

    They are looked for each time: a sheet that was copied brings some along, and of
    one that was deleted they are gone.
    """

    def __init__(self, doc):
        self.doc = doc
        self._keys = office.settings()["buttons"]
        self.events = {}  # that a button calls, by where it leads

    def lead(self):
        """Lead each button to xlsales."""
        with _Unseen(self.doc):
            for form, at in _buttons(self.doc):
                events = form.getScriptEvents(at)
                for sub in {_sub(one) for one in events} & self._keys.keys():
                    address = PROTOCOL + self._keys[sub]
                    self.events[address] = events
                    form.revokeScriptEvents(at)
                    _set(form.getByIndex(at), address, "URL")

    def give_back(self):
        """Give each button what it had."""
        with _Unseen(self.doc):
            for form, at in _buttons(self.doc):
                model = form.getByIndex(at)
                events = self.events.get(getattr(model, "TargetURL", ""))
                if events:
                    _set(model, "", "PUSH")
                    form.registerScriptEvents(at, events)

    def documentEventOccured(self, event):
        name = event.EventName
        if name in _BEFORE:
            self.give_back()
        elif name in _AFTER:
            self.lead()

    def disposing(self, source):
        self.events = {}


def _set(model, address, kind):
    """Set where a button leads; it is a mere button, or one with an address."""
    model.TargetURL = address
    model.ButtonType = uno.Enum("com.sun.star.form.FormButtonType", kind)


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


def _buttons(doc):
    """Yield what stands in each form on the sheets: the form, and the place in it."""
    for number in range(doc.Sheets.Count):
        forms = doc.Sheets.getByIndex(number).DrawPage.Forms
        for form in (forms.getByIndex(at) for at in range(forms.Count)):
            yield from ((form, at) for at in range(form.Count))


def _sub(event):
    """Return the name of the Sub that an event runs."""
    return event.ScriptCode.partition("?")[0].rpartition(".")[2]

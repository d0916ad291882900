"""Dialogs: what a person is told, and what they are asked."""

from __future__ import annotations

import uno
from com.sun.star.uno import Exception as Refusal

from . import office

_INFO = uno.Enum("com.sun.star.awt.MessageBoxType", "INFOBOX")
_WARNING = uno.Enum("com.sun.star.awt.MessageBoxType", "WARNINGBOX")
_OK, _CANCEL = 1, 2  # com.sun.star.awt.PushButtonType
_PLACE = 3  # com.sun.star.awt.PosSize: no size
_WIDTH, _MARGIN, _LINE, _BUTTON = 180, 8, 10, 44  # in the units of dialogs
_LETTERS = 20  # Chinese ones that go into a line


def tell(doc, title, said, *, is_bad=False):
    """Say something and wait until it is read; where nobody can see it, do nothing."""
    window = window_of(doc)
    if window is None:
        return
    kind = _WARNING if is_bad else _INFO
    box = window.Toolkit.createMessageBox(window, kind, 1, title, said)
    box.execute()
    box.dispose()


def ask(doc, title, prompt, usual, words):
    """Return what is typed; None: the person changed their mind, or nobody is there.

    Args:
        doc: the workbook in whose window is asked.
        title: of the dialog.
        prompt: what is asked, one line or more.
        usual: what stands there already.
        words: on the buttons that go on and that go back.
    """
    model = office.create("com.sun.star.awt.UnoControlDialogModel")
    lines = sum(1 + len(line) // _LETTERS for line in prompt.split("\n"))
    height = _LINE * lines + 4
    model.Width, model.Height = _WIDTH, height + 3 * _MARGIN + 2 * _LINE + 8
    model.Title = title
    wide = _WIDTH - 2 * _MARGIN
    _add(
        model,
        "FixedText",
        "prompt",
        (_MARGIN, _MARGIN, wide, height),
        Label=prompt,
        MultiLine=True,
        NoLabel=True,  # or a letter for a key is put behind it
    )
    top = _MARGIN + height
    _add(model, "Edit", "answer", (_MARGIN, top, wide, _LINE + 4), Text=usual)
    top += _LINE + 4 + _MARGIN
    left = _WIDTH - 2 * (_BUTTON + _MARGIN)
    for name, kind, label in zip(("go", "back"), (_OK, _CANCEL), words):
        _add(
            model,
            "Button",
            name,
            (left, top, _BUTTON, _LINE + 4),
            Label=label,
            PushButtonType=kind,
            DefaultButton=kind == _OK,
        )
        left += _BUTTON + _MARGIN
    dialog = office.create("com.sun.star.awt.UnoControlDialog")
    dialog.setModel(model)
    window = window_of(doc)
    dialog.createPeer(window.Toolkit, window)
    _put_in_the_middle(dialog, window)
    answer = dialog.getControl("answer")
    answer.setFocus()
    answer.setSelection(
        uno.createUnoStruct("com.sun.star.awt.Selection", 0, len(usual))
    )
    typed = answer.Text if dialog.execute() else None
    dialog.dispose()
    return typed


def _put_in_the_middle(dialog, window):
    """Put a dialog before the middle of its window, from whose corner it counts."""
    around, ours = window.PosSize, dialog.PosSize
    left = max((around.Width - ours.Width) // 2, 0)
    top = max((around.Height - ours.Height) // 2, 0)
    dialog.setPosSize(left, top, 0, 0, _PLACE)


def _add(model, kind, name, box, **properties):
    one = model.createInstance("com.sun.star.awt.UnoControl%sModel" % kind)
    one.PositionX, one.PositionY, one.Width, one.Height = box
    for key, value in properties.items():
        setattr(one, key, value)
    model.insertByName(name, one)


def window_of(doc):
    """Return the window that a person sees a workbook in; None: nobody sees it."""
    try:
        controller = doc.CurrentController
    except Refusal:  # it was closed meanwhile
        return None
    frame = None if controller is None else controller.Frame
    if frame is None or not frame.ContainerWindow.isVisible():
        return None
    return frame.ContainerWindow

"""Notes: what somebody wrote beside a cell, which Excel called comments before.

A note is an entry in the comments part of its sheet and a box in the VML part,
both looked for by the sheet's relations. Threaded comments, the newer kind, are
never touched: in the comments part they have a stand-in whose author is
``tc={…}``.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from xlsales.openxml.cells import LONGEST_TEXT
from xlsales.openxml.sheet import Worksheet
from xlsales.patch.comments import Cell, Comments
from xlsales.patch.drawings import change_drawing, drawing_of, rub_out
from xlsales.patch.note_places import Places, size_of
from xlsales.patch.note_shapes import Box, is_blank, with_boxes, without_boxes
from xlsales.patch.opened import Opened
from xlsales.sheets.addresses import column_and_row


class Note(NamedTuple):
    """A note beside a cell."""

    address: str
    author: str
    text: str


def notes_of(patch: Opened, title: str) -> list[Note]:
    """Return the notes on a sheet as they stand in the file; no threaded comments."""
    comments = Comments(patch.package, patch.sheet(title))
    return [
        Note(one.address, one.author, one.text) for one in comments if not one.is_thread
    ]


def add_notes(
    patch: Opened, title: str, notes: Mapping[str, str], author: str
) -> list[str]:
    """Put notes beside cells; one of the same author is replaced.

    Where somebody else's stands, or a threaded comment, it stays.

    Args:
        patch: the workbook.
        title: the sheet.
        notes: text by address.
        author: who is shown to have written them.

    Returns:
        The addresses that got none, because another stands there.

    Raises:
        ValueError: a text is longer than a note can be.
        Damaged: the sheet's drawing is none.
    """
    sheet = patch.sheet(title)
    comments = Comments(patch.package, sheet)
    own = {one.cell for one in comments if one.author == author}
    others = {one.cell for one in comments} - own | comments.threads()
    cells = {address: _row_and_column(address) for address in notes}
    new = {
        cell: _checked(notes[address])
        for address, cell in cells.items()
        if cell not in others
    }
    if new:
        replaced = own & new.keys()
        comments.take_out(replaced)
        comments.put_in(new, author)
        _draw(patch, sheet, new, replaced)
    return [address for address, cell in cells.items() if cell in others]


def remove_notes(patch: Opened, title: str, is_ours: Callable[[Note], bool]) -> int:
    """Take out notes, whichever program saved them last; no threaded comments.

    Parts that hold nothing any more go too, so a book to which notes were added
    is then as it was before, part by part and byte by byte. Only a comments part
    or a drawing that held nothing at all before is not there again.

    Args:
        patch: the workbook.
        title: the sheet.
        is_ours: which of its notes go.

    Returns:
        How many there were.
    """
    sheet = patch.sheet(title)
    comments = Comments(patch.package, sheet)
    ours = {
        one.cell: one.author
        for one in comments
        if not one.is_thread and is_ours(Note(one.address, one.author, one.text))
    }
    if ours:
        comments.take_out(set(ours))
        comments.forget(set(ours.values()))
        _draw(patch, sheet, {}, set(ours))
    return len(ours)


def _row_and_column(address: str) -> Cell:
    column, row = column_and_row(address)
    return row, column


def _checked(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{len(text)} letters are more than a note holds")
    return text.replace("\r\n", "\n")


def _draw(
    patch: Opened, sheet: Worksheet, new: Mapping[Cell, str], gone: set[Cell]
) -> None:
    """Draw the boxes of new notes, and rub out those of notes that are gone."""
    part = drawing_of(patch, sheet)
    if not (part or new):
        return
    boxes = _boxes(sheet, new)
    change_drawing(
        patch,
        sheet,
        lambda vml, taken: with_boxes(without_boxes(vml, gone), boxes, taken),
    )
    if part and gone and is_blank(patch.package.read(part)):
        rub_out(patch, sheet, part)


def _boxes(sheet: Worksheet, notes: Mapping[Cell, str]) -> list[Box]:
    places = Places(sheet)
    return [
        Box(row, column, size_of(text), places.anchor(row, column, text))
        for (row, column), text in sorted(notes.items())
    ]

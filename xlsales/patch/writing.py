"""Writing: rows of values put into a sheet, with the formats that are there."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xlsales.errors import CannotPatch
from xlsales.language import text
from xlsales.openxml.cells import Formula, Value, cell_xml, formats_of
from xlsales.openxml.sheet import Worksheet
from xlsales.sheets.addresses import column_letter

if TYPE_CHECKING:
    from xlsales.patch.patch import Patch

_DAYS = (dt.date, dt.time)


def put_rows(
    patch: "Patch",
    sheet: Worksheet,
    corner: tuple[int, int],
    rows: Sequence[Sequence[Value]],
    usual: Mapping[int, int],
) -> None:
    """Put rows of values into a sheet, whatever stands there.

    Args:
        patch: the workbook.
        sheet: the sheet.
        corner: column and row of the first cell.
        rows: the values.
        usual: by column, the format of a cell that has none yet.

    Raises:
        CannotPatch: a value that no cell holds.
    """
    left, top = corner
    letters = [column_letter(at - 1) for at in range(left, left + len(usual))]
    for number, row in enumerate(rows, top):
        formats = {**usual, **formats_of(sheet.rows.raw(number))}
        written = [
            _cell(patch, f"{letter}{number}", formats[at], value)
            for at, (letter, value) in enumerate(zip(letters, row, strict=False), left)
        ]
        inner = "".join(written).encode()
        if len(formats) > len(usual) or len(row) < len(usual):
            inner = _beside(sheet, number, range(left, left + len(row)), inner)
        sheet.rows.put_raw(number, inner)
    bottom = top + len(rows) - 1
    sheet.widen(f"{letters[0]}{top}:{letters[-1]}{bottom}")


def _beside(sheet: Worksheet, number: int, columns: range, inner: bytes) -> bytes:
    """Put cells between those that stand before and after them in their row."""
    own = sorted(sheet.rows.cells(number).items())
    before = [cell.to_bytes() for at, cell in own if at < columns.start]
    after = [cell.to_bytes() for at, cell in own if at >= columns.stop]
    return b"".join((*before, inner, *after))


def _cell(patch: "Patch", place: str, style: int, value: Value) -> str:
    """Return a cell as XML, in a format that shows its kind of value."""
    plain = value.value if isinstance(value, Formula) else value
    if isinstance(plain, _DAYS):
        style = patch.styles.showing(style, plain)
    try:
        return cell_xml(place, style, value, from_1904=patch.from_1904)
    except ValueError as error:
        raise CannotPatch(place=place, reason=text("patch", "value")) from error

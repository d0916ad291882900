"""Writing: rows of values put into a sheet, with the formats that are there."""

import datetime as dt
from collections.abc import Mapping, Sequence

from xlsales.errors import CannotPatch
from xlsales.language import text
from xlsales.openxml.cells import Formula, Value, cell_xml, formats_of
from xlsales.openxml.sheet import Worksheet
from xlsales.patch.opened import Opened
from xlsales.sheets.addresses import column_letter

_DAYS = (dt.date, dt.time)


def put_rows(
    patch: Opened,
    sheet: Worksheet,
    corner: tuple[int, int],
    rows: Sequence[Sequence[Value]],
    usual: Mapping[int, int] | None = None,
) -> None:
    """Put rows of values into a sheet, whatever stands there.

    Args:
        patch: the workbook.
        sheet: the sheet.
        corner: column and row of the first cell.
        rows: the values.
        usual: by column, the format of a cell that is not there yet; that of its
            row or column if not given.

    Raises:
        CannotPatch: a value that no cell holds.
    """
    left, top = corner
    columns = range(left, left + max(map(len, rows), default=0))
    letters = [column_letter(at - 1) for at in columns]
    of_columns = {at: sheet.column_style(at) for at in columns}
    for number, row in enumerate(rows, top):
        blank = _blank_row(sheet, number, of_columns)
        own = formats_of(sheet.rows.raw(number))
        formats = {**(blank if usual is None else usual), **own}
        written = [
            _cell(patch, f"{letter}{number}", formats[at], value, blank[at])
            for at, (letter, value) in enumerate(zip(letters, row, strict=False), left)
        ]
        inner = "".join(written).encode()
        if len(formats) > len(columns) or len(row) < len(columns):
            inner = _beside(sheet, number, range(left, left + len(row)), inner)
        sheet.rows.put_raw(number, inner)
    bottom = top + len(rows) - 1
    sheet.widen(f"{letters[0]}{top}:{letters[-1]}{bottom}")


def _blank_row(
    sheet: Worksheet, number: int, of_columns: dict[int, int]
) -> dict[int, int]:
    """Return the formats of a row's cells where the sheet does not speak of them."""
    of_row = sheet.rows.format(number)
    return of_columns if of_row is None else dict.fromkeys(of_columns, of_row)


def _beside(sheet: Worksheet, number: int, columns: range, inner: bytes) -> bytes:
    """Put cells between those that stand before and after them in their row."""
    own = sorted(sheet.rows.cells(number).items())
    before = [cell.to_bytes() for at, cell in own if at < columns.start]
    after = [cell.to_bytes() for at, cell in own if at >= columns.stop]
    return b"".join((*before, inner, *after))


def _cell(patch: Opened, place: str, style: int, value: Value, blank: int) -> str:
    """Return a cell as XML, in a format that shows its kind of value.

    A blank one is left out only where it would look the same.
    """
    plain = value.value if isinstance(value, Formula) else value
    if isinstance(plain, _DAYS):
        style = patch.styles.showing(style, plain)
    try:
        written = cell_xml(place, style, value, from_1904=patch.from_1904)
    except ValueError as error:
        raise CannotPatch(place=place, reason=text("patch", "value")) from error
    return written or (f'<c r="{place}"/>' if blank else "")

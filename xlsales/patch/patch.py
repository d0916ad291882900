"""The patch: a workbook that somebody works in, changed without harming it.

Only the parts that a change concerns are written anew. What is not understood
is not touched: ribbon, macros, text boxes, pictures, sparklines, what another
program left there.
"""

from collections.abc import Iterable, Mapping, Sequence

from xlsales.openxml.cells import Value
from xlsales.patch import table_rows
from xlsales.patch.in_the_way import refuse_blocks, refuse_headings
from xlsales.patch.opened import Opened
from xlsales.patch.writing import put_rows
from xlsales.sheets.addresses import column_and_row, column_letter


class Patch(Opened):
    """Changes of one workbook; nothing is written before ``to_bytes``.

    Args:
        content: the bytes of an .xlsx or .xlsm.

    Raises:
        Damaged: the bytes are no sound workbook.
        CannotPatch: it is signed, or shared in the old way.
    """

    def set_cells(self, title: str, values: Mapping[str, Value]) -> None:
        """Put values into cells by their address; their formats stay.

        Raises:
            CannotPatch: a cell is part of a merged range, of an array, or of the
                headings or totals of a table.
        """
        for address, value in values.items():
            self.write(title, address, [[value]])

    def write(self, title: str, address: str, rows: Sequence[Sequence[Value]]) -> None:
        """Put rows of values into a range that begins at an address.

        Raises:
            CannotPatch: as for ``set_cells``.
        """
        sheet = self.sheet(title)
        left, top = column_and_row(address)
        width = max(map(len, rows), default=0)
        if not width:
            return
        bottom = top + len(rows) - 1
        area = f"{address}:{column_letter(left + width - 2)}{bottom}"
        refuse_blocks(sheet, area)
        refuse_headings(sheet, self.tables(title), area)
        sheet.unfold(range(top, bottom + 1))
        put_rows(self, sheet, (left, top), rows)
        self.compute()

    def append_rows(
        self, name: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]
    ) -> None:
        """Add rows to a table, below the last that holds anything.

        Args:
            name: the table's name.
            columns: the headings of the columns that values are given for.
            rows: the values of each row, in the order of ``columns``.

        Raises:
            CannotPatch: something in the way would be torn; the reason says what.
            KeyError: there is no such table.
        """
        if rows:
            table_rows.append_rows(self, self.table(name), columns, rows)
            self.compute()

    def replace_rows(
        self, name: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]
    ) -> None:
        """Put rows in the place of all rows of a table; see ``append_rows``."""
        table_rows.replace_rows(self, self.table(name), columns, rows)
        self.compute()

    def delete_rows(self, name: str, places: Iterable[int]) -> None:
        """Take rows out of a table, by their place from 0; see ``append_rows``.

        Raises:
            IndexError: it has no such row.
        """
        table_rows.delete_rows(self, self.table(name), places)
        self.compute()

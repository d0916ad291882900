"""New lists: those of 选项 that a workbook was made without."""

import re

from xlsales.language import Text, both
from xlsales.patch.contents import contents
from xlsales.patch.names import names_of
from xlsales.patch.patch import Patch
from xlsales.sheets.addresses import column_letter
from xlsales.sheets.options import OPTION_ENGLISH, OPTION_LISTS, OPTIONS
from xlsales.upgrade.standing import standing_of

_LISTED = re.compile('MATCH\\("([^"]*)"')


def bring_lists(patch: Patch, title: str) -> list[Text]:
    """Add the values that a list begins with, of lists the workbook does not know.

    A list that it has a name for is the firm's own, even if it was emptied.

    Returns:
        What was done, a line each.

    Raises:
        CannotPatch: something below the table would be torn.
    """
    standing = standing_of(patch, OPTIONS, title)
    if standing is None or standing.missing:
        return []
    at = standing.letters["list"]
    known = {x for one in names_of(patch) for x in _LISTED.findall(one.refers_to)}
    cells = contents(patch, title)
    known |= {said for (_, column), said in cells.items() if column == at}
    new = [name for name in OPTION_LISTS if name not in known]
    rows = [(name, value) for name in new for value in OPTION_LISTS[name]]
    if not rows:
        return []
    if standing.grid.table:
        titles = standing.grid.table.titles
        first = standing.grid.area.left
        keys = ("list", "value", "english")
        columns = [titles[standing.letters[key] - first] for key in keys]
        filled = [(name, value, OPTION_ENGLISH[value]) for name, value in rows]
        patch.append_rows(standing.grid.table.name, columns, filled)
    else:
        below = max(row for row, _ in cells) + 1
        for row, (name, value) in enumerate(rows, below):
            said = {"list": name, "value": value, "english": OPTION_ENGLISH[value]}
            places = {
                f"{column_letter(standing.letters[key] - 1)}{row}": one
                for key, one in said.items()
            }
            patch.set_cells(title, places)
    return [both("upgrade", "lists", sheet=OPTIONS.title, lists=tuple(new))]

"""Upgrade: an older workbook with all that the sheets of this version have.

What is missing is found by comparing the workbook with ``SHEETS``, and taken from
a new master of the same language; nothing that is there is taken out, or written
over. What no comparison can find, such as a column with a new name, is a
migration, listed here by the schema number it leads to.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xlsales.errors import NotAMaster, TooNew
from xlsales.language import Language, Text
from xlsales.patch.custom_properties import custom_properties, set_custom_properties
from xlsales.patch.patch import Patch
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.options import OPTIONS
from xlsales.sheets.results import HOME
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.titles import language_in, title_by_key
from xlsales.upgrade.columns import bring_columns
from xlsales.upgrade.home import bring_links, renew_version
from xlsales.upgrade.lists import bring_lists
from xlsales.upgrade.settings import bring_settings
from xlsales.upgrade.sheets import bring_names, bring_sheets
from xlsales.upgrade.standing import standing_of
from xlsales.workbook.results_into import open_patch
from xlsales.workbook.schema import SCHEMA, renewed_stamp, schema_of


class Migration(NamedTuple):
    """What one release changed and no comparison can find.

    Attributes:
        schema: the number of the shape that it leads to.
        change: does it, in the workbook's language, and says what it did. It is
            run on every workbook of an earlier shape, also one without a number.
    """

    schema: int
    change: Callable[[Patch, Language], Sequence[Text]]


MIGRATIONS: tuple[Migration, ...] = ()
"""In the order of their numbers. Schema 2 only added a setting."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A workbook of this version's shape.

    Attributes:
        content: the workbook; the same bytes where nothing was to do.
        from_schema: the shape it had; None where the file does not say.
        to_schema: the shape it has.
        changes: what was added, a line each; none where only the version changed.
        language: that of the workbook's sheets.
    """

    content: bytes
    from_schema: int | None
    to_schema: int
    changes: Sequence[Text]
    language: Language


def upgraded_workbook(
    content: bytes,
    name: str,
    language: Language,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Upgraded:
    """Return a workbook with everything a master of this version has.

    Args:
        content: an .xlsx or .xlsm.
        name: its name, for messages.
        language: of what is added, where the titles of its sheets do not tell.
        migrations: what no comparison can find.

    Raises:
        CannotRead: the bytes are no workbook.
        NotAMaster: none of its sheets is one of a master.
        TooNew: a newer version made it.
        CannotPatch: something is in the way; the reason says what to do.
    """
    found = schema_of(content)
    patch = open_patch(content, name)
    if found is not None and found > SCHEMA:
        raise TooNew(name=name, found=found, wanted=SCHEMA)
    titles = title_by_key(patch.parts)
    if not titles:
        raise NotAMaster(name=name, sheets=tuple(patch.parts))
    language = language_in(patch.parts, language)
    changes: list[Text] = []
    for one in migrations:
        if one.schema > (found or 0):
            changes += one.change(patch, language)
    changes += _bring_all(patch, language)
    _renew_stamp(patch)
    return Upgraded(patch.to_bytes(), found, SCHEMA, tuple(changes), language)


def _bring_all(patch: Patch, language: Language) -> list[Text]:
    """Add what is missing, in an order in which nothing speaks of what is not there."""
    titles = title_by_key(patch.parts)
    done: list[Text] = []
    for sheet in INPUT_SHEETS:
        if sheet.key == SETTINGS.key or sheet.key not in titles:
            continue
        if standing := standing_of(patch, sheet, titles[sheet.key]):
            done += bring_columns(patch, standing, language)
    if form := titles.get(SETTINGS.key):
        done += bring_settings(patch, form, language)
    if options := titles.get(OPTIONS.key):
        done += bring_lists(patch, options)
    done += bring_sheets(patch, language)
    done += bring_names(patch, language)
    home = title_by_key(patch.parts)[HOME.key]
    renew_version(patch, home)
    return done + bring_links(patch, home, language)


def _renew_stamp(patch: Patch) -> None:
    """Let the workbook say which shape and version it is of."""
    there = custom_properties(patch.package)
    stamp = {k: v for k, v in renewed_stamp().items() if there.get(k) != v}
    if stamp:
        set_custom_properties(patch.package, stamp)

"""Left out: rows of the master that are incomplete, and so in no figure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlsales.language import Language, Text, say
from xlsales.sheets.book import Book


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of a sheet that are incomplete and not counted; none: no such sheet."""

    sheet: Text
    count: int | None


def left_out(book: Book) -> Iterator[LeftOut]:
    """Yield the sheets that are missing, then those with incomplete rows."""
    for sheet in book.missing:
        yield LeftOut(sheet.title, None)
    for table in book.tables.values():
        if table.left_out:
            yield LeftOut(table.sheet.title, table.left_out)


def left_out_sentence(found: Iterable[LeftOut], language: Language) -> str:
    """Return what of the master could not be counted, sheet by sheet."""
    said = [
        say("pages", "no_sheet", language, sheet=one.sheet)
        if one.count is None
        else say("pages", "rows_of", language, sheet=one.sheet, count=one.count)
        for one in found
    ]
    return say("pages", "left_out", language, found=tuple(said))

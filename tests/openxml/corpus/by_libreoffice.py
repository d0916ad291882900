"""Books of the corpus as LibreOffice saves them: its own parts, formats and habits."""

import re
import tempfile
from functools import cache
from pathlib import Path

from openxml.corpus import around, drawn, formulas, sheets, tables
from openxml.corpus.workbook import Workbook
from xlsales.office import Office, Target
from xlsales.openxml.zipped import read_parts, replace_parts

# Which of those made by XlsxWriter are saved again.
TWICE = (
    *("totals_row", "two_side_by_side", "filtered", "content_below"),
    *("everything_below", "input_rules", "conditional_formats", "hyperlinks", "notes"),
    *("outline", "defined_names", "array_formulas", "charts", "pictures"),
)
SOURCES = [
    one
    for module in (tables, around, sheets, formulas, drawn)
    for one in module.MADE
    if one.name in TWICE
]
_BY_LOT = re.compile(rb'(<c:axId val="|<x14:id>\{)([^"}]+)')


@cache
def _saved() -> dict[str, bytes]:
    """Save all of them in one call of the office."""
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        files = [Path(folder) / f"{one.name}.xlsx" for one in SOURCES]
        for file, one in zip(files, SOURCES, strict=True):
            file.write_bytes(one.content)
        return {
            file.stem: _without_chance(content)
            for file, content in office.convert(files, Target.XLSX)
        }


def _without_chance(content: bytes) -> bytes:
    """Count what is drawn by lot, axes of charts and ids of formats; fix the hour."""
    parts = read_parts(content)
    for name in parts:
        lots = dict.fromkeys(_BY_LOT.findall(parts[name]))
        for number, (before, lot) in enumerate(lots, start=1):
            counted = b"%0*d" % (len(lot), number)
            if before == b"<x14:id>{":
                counted = b"%08d-0000-4000-8000-000000000000" % number
            parts[name] = parts[name].replace(lot, counted)
    return replace_parts(content, parts)


def _as_saved(source: Workbook) -> Workbook:
    return Workbook(
        name=f"libreoffice_{source.name}",
        trap=f"LibreOffice: {source.trap[0].lower()}{source.trap[1:]}",
        make=lambda: _saved()[source.name],
        computes=source.computes,
        needs=("office",),
    )


MADE: list[Workbook] = [_as_saved(one) for one in SOURCES]

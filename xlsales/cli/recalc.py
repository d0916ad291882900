"""Recalc: every formula computed anew, and which ones end in an error."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import DONE, FOUND, LANG, OUT, chosen, now
from xlsales.errors import BadArgument
from xlsales.language import Language, say, text

if TYPE_CHECKING:
    from xlsales.office import Recalculated

_KIND = "recalculated"


@click.command()
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@OUT
@LANG
def recalc(files: tuple[Path, ...], output: Path | None, lang: str | None) -> int:
    """Recalculate copies of FILES; name the cells that end in an error.

    LibreOffice computes them; the files themselves are left alone.
    """
    from xlsales import disk, office
    from xlsales.terminal import progress

    language = chosen(lang)
    copies = _copies(files, output)
    title = text("office", "recalculating")(language)
    lines: list[str] = []
    made = errors = 0
    try:
        for one in progress(office.recalculate(list(copies)), title, len(copies)):
            if one.content is not None:
                disk.put(copies[one.file], one.content, now())
                made += 1
            errors += len(one.errors)
            lines += _lines(one, copies[one.file], language)
    finally:  # what is done is said, also when the office breaks off
        click.echo("".join(f"{line}\n" for line in lines), nl=False)
    facts = {"made": made, "errors": errors, "refused": len(copies) - made}
    click.echo(say("office", "recalculated", language, **facts))
    return FOUND if errors or made < len(copies) else DONE


def _copies(files: tuple[Path, ...], output: Path | None) -> dict[Path, Path]:
    """Return where the copy of each file goes: over no file given, no other copy."""
    from xlsales import project

    copies = {
        file: project.output_folder(file, _KIND, output) / f"{file.stem}.xlsx"
        for file in files
    }
    taken = {file.resolve() for file in copies}
    for file, copy in copies.items():
        if copy.resolve() in taken:
            raise BadArgument(option="-o", value=copy, expected=f"{file.name}-out")
        taken.add(copy.resolve())
    return copies


def _lines(one: "Recalculated", copy: Path, language: Language) -> Iterator[str]:
    """Yield what is said of a workbook: its error cells, and where its copy is."""
    if one.content is None:
        why = text("office", "not_opened")
        yield say("cli", "refused", language, name=one.file, why=why)
        return
    for cell in one.errors:
        facts = {"file": one.file.name, "error": cell.error, "meaning": cell.meaning}
        place = f"{cell.sheet}!{cell.cell}"
        line = say("office", "error_cell", language, place=place, **facts)
        yield f"{line} ={cell.formula}" if cell.formula else line
    yield say("cli", "made", language, name=copy)

"""Doctor: what is missing on this machine, and what to do about it."""

from pathlib import Path

import click

from xlsales.cli.options import DONE, FOUND, JSON, LANG, chosen, print_json


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@JSON
@LANG
def doctor(file: Path | None, as_json: bool, lang: str | None) -> int:
    """Look what is missing on this machine, and for FILE; say what to do."""
    from xlsales.doctor import report

    language = chosen(lang)
    found = report.examined(file)
    if as_json:
        print_json({"lines": report.as_json(found, language)})
    else:
        click.echo("\n".join(report.report_lines(found, language)))
    return DONE if report.is_fine(found) else FOUND

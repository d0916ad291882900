"""Selftest: everything tried in the Excel of this machine, on a scratch copy."""

import platform
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.dressing import dressed
from xlsales.cli.new import new_master
from xlsales.cli.options import DONE, FOUND, LANG, chosen, now
from xlsales.language import Language, say

if TYPE_CHECKING:
    from xlsales.excel.selftest import Tried


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to work; else a folder that is removed again.",
)
@LANG
def selftest(folder: Path | None, lang: str | None) -> int:
    """Try every button and function in Excel on a copy, and say what failed."""
    language = chosen(lang)
    # Excel may hold a file of it for a moment longer.
    with tempfile.TemporaryDirectory(
        prefix="xlsales-", ignore_cleanup_errors=True
    ) as scratch:
        tried = _try_all(folder or Path(scratch), language)
    failed = sum(not one.went_well for one in tried)
    system = f"xlsales {version('xlsales')}, {platform.platform()}"
    facts = {"tried": len(tried), "failed": failed, "system": system}
    click.echo(say("selftest", "result", language, **facts))
    return FOUND if failed else DONE


def _try_all(folder: Path, language: Language) -> list["Tried"]:
    from xlsales import disk
    from xlsales.excel.selftest import excel
    from xlsales.excel.selftest import selftest as try_out

    path = folder / "selftest.xlsm"
    found = []
    with excel() as app:  # before all else: without it there is nothing to try
        content = dressed(new_master(language, filled=True), path, language)
        disk.put(path, content, now())
        for one in try_out(app, path):
            found.append(one)
            key = "well" if one.went_well else "badly"
            facts = {"name": one.name, "said": one.said}
            seconds = f"{one.seconds:.2f}"
            click.echo(say("selftest", key, language, seconds=seconds, **facts))
    return found

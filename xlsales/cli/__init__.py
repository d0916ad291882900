"""The command line: every use case as a command. It holds no rules.

Exit status: 0 done; 1 done, but there are errors or refusals; 2 cannot, with
one line on stderr that says what to do.
"""

import itertools
import os
import sys

import click

from xlsales.cli.calc import calc
from xlsales.cli.check import check
from xlsales.cli.contract import contract
from xlsales.cli.demo import demo
from xlsales.cli.doctor import doctor
from xlsales.cli.dun import dun
from xlsales.cli.function import function
from xlsales.cli.new import new
from xlsales.cli.number import number
from xlsales.cli.options import CANNOT, DONE, FOUND, INTERRUPTED, chosen
from xlsales.cli.paper import paper
from xlsales.cli.plan import plan
from xlsales.cli.recalc import recalc
from xlsales.cli.refresh import refresh
from xlsales.cli.regenerate import regenerate
from xlsales.cli.selftest import selftest
from xlsales.cli.statement import statement
from xlsales.cli.stats import stats
from xlsales.cli.upgrade import upgrade
from xlsales.errors import XlsalesError
from xlsales.language import Language, say

COMMANDS: tuple[click.Command, ...] = (
    new,
    check,
    contract,
    statement,
    paper,
    dun,
    number,
    stats,
    plan,
    recalc,
    refresh,
    regenerate,
    function,
    upgrade,
    calc,
    selftest,
    doctor,
    demo,
)
__all__ = ["CANNOT", "COMMANDS", "DONE", "FOUND", "commands", "main", "run"]
_ENCODING = "utf-8"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="xlsales")
def commands() -> None:
    """One Excel workbook for a sales desk: checked, documented, added up.

    \b
    xlsales demo                          see it work on an invented company
    xlsales new MASTER.xlsx               make an empty workbook
    xlsales check MASTER.xlsx             find what is wrong, and what to do
    xlsales contract MASTER.xlsx          write the contracts of checked orders
    xlsales statement MASTER.xlsx --month 2026-10
    xlsales paper quote MASTER.xlsx       write quotes, delivery notes, letters …
    xlsales dun MASTER.xlsx --record      whom to remind or write to today
    xlsales number order MASTER.xlsx      numbers for the drafts that are checked
    xlsales stats MASTER.xlsx --quarter 2026-Q3 -o Q3.xlsx
    xlsales plan MASTER.xlsx --month 2026-11
    xlsales recalc WORKBOOK.xlsx          find formulas that end in an error
    xlsales regenerate EAST.xlsx WEST.xlsx --month 2026-10
    xlsales function WORDS 1409.5         what a worksheet function answers
    xlsales upgrade MASTER.xlsx           bring an older workbook up to date
    xlsales calc install                  buttons and functions in LibreOffice
    xlsales doctor MASTER.xlsx            look what is missing on this machine

    Exit status: 0 done; 1 done, with errors or refusals; 2 cannot.
    """  # noqa: D301 - click asks for a real backspace: lines below stay


for _command in COMMANDS:
    commands.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=_ENCODING, errors="backslashreplace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run a command and return its exit status; a failure is one line on stderr."""
    try:
        status = commands.main(arguments, prog_name="xlsales", standalone_mode=False)
    except XlsalesError as error:
        language = _language_in(arguments)
        return _cannot(say("errors", error.code, language, **error.facts))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return DONE
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "xlsales"
        facts = {"fault": error.format_message(), "command": where}
        return _cannot(say("cli", "usage", _language_in(arguments), **facts))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - a clerk gets a line, not a traceback
        fault = f"{type(error).__name__}: {error}"
        return _cannot(
            say("errors", "unexpected", _language_in(arguments), fault=fault)
        )
    return status or DONE


def _cannot(line: str) -> int:
    click.echo("xlsales: " + " ".join(line.split()), err=True)
    return CANNOT


def _language_in(arguments: list[str]) -> Language:
    """Return the language asked for, though the command could not be run."""
    for option, after in itertools.pairwise([*arguments, ""]):
        if option.startswith("--lang"):
            return chosen(option.partition("=")[2] or after)
    return chosen(None)

"""The command line: every use case as a command. It holds no rules.

Exit status: 0 done; 1 done, but there are errors or refusals; 2 cannot, with
one line on stderr that says what to do.

It is long because every command stands here, with its options: reading this
page is reading the whole command line.
"""

import datetime as dt
import itertools
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlsales.errors import BadArgument, XlsalesError
from xlsales.language import LANGUAGES, Language, say
from xlsales.periods import MONTHS_OF, Period, parse_period

if TYPE_CHECKING:
    from xlsales.sheets.book import Book

DONE, FOUND, CANNOT = 0, 1, 2
_INTERRUPTED = 130
_ENCODING = "utf-8"
_YEARS = range(1990, 2200)


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
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "xlsales"
        return _cannot(f"{error.format_message()} ({where} --help)")
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
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
            return _chosen(option.partition("=")[2] or after)
    return _chosen(None)


def _chosen(asked: str | None, setting: str | None = None) -> Language:
    """Return the language: asked for, else of 参数, else the system's, else zh."""
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    for one in (asked, setting, system[:2]):
        for language in LANGUAGES:
            if one and one.lower() == language:
                return language
    return "zh"


class _Day(click.ParamType[dt.date]):
    name = "date"

    def convert(self, value: Any, *_: Any) -> dt.date:  # noqa: ANN401
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or day.year not in _YEARS:
            raise BadArgument(option="--as-of", value=value, expected="2026-10-31")
        return day


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


_LANG = click.option("--lang", type=click.Choice(LANGUAGES), help="zh or en.")
_AS_OF = click.option(
    "--as-of",
    type=_Day(),
    default=_today,
    show_default="today",
    help="The day to judge by.",
)
_FILE = click.argument("file", type=click.Path(path_type=Path))
_OUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write; else <workbook>-out/ beside the workbook.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")


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
    xlsales stats MASTER.xlsx --quarter 2026-Q3 -o Q3.xlsx

    Exit status: 0 done; 1 done, with errors or refusals; 2 cannot.
    """  # noqa: D301 - click asks for a real backspace: lines below stay


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--demo", "filled", is_flag=True, help="Fill in the demo company.")
@click.option("--force", is_flag=True, help="Replace the file; a backup is kept.")
@_LANG
def new(file: Path, filled: bool, force: bool, lang: str | None) -> int:
    """Make a new master workbook FILE.xlsx."""
    from xlsales import jobs, project

    language = _chosen(lang)
    rows = None
    if filled:
        from xlsales.demo import demo_rows

        rows = demo_rows()
    content = jobs.new_workbook(rows, language)
    project.replace(file, content, force=force, now=_now())
    click.echo(say("cli", "made", language, name=file))
    return DONE


@commands.command()
@_FILE
@_JSON
@_OUT
@_AS_OF
@_LANG
def check(
    file: Path,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Check FILE: every finding with its place, what is expected, what to do."""
    from xlsales import jobs, project

    _not_itself(file, output)
    book = project.open_book(file)
    language = _chosen(lang, book.settings.language)
    checked = jobs.check(book, as_of)
    if output:
        project.put(output, jobs.findings(checked, language), _now())
    if as_json:
        _print_json(jobs.checked_json(checked, language))
    else:
        from xlsales.terminal import print_problems

        print_problems(checked, language)
        if output:
            click.echo(say("cli", "made", language, name=output))
    return FOUND if checked.has_errors else DONE


@commands.command()
@_FILE
@click.argument("order_no", nargs=-1)
@_OUT
@_AS_OF
@_LANG
def contract(
    file: Path,
    order_no: tuple[str, ...],
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write the contracts of orders; without ORDER_NO, of all that may have one."""
    from xlsales import jobs, project
    from xlsales.documents import CONTRACT
    from xlsales.terminal import Report, progress

    book = project.open_book(file)
    language = _chosen(lang, book.settings.language)
    checked = jobs.check(book, as_of)
    orders = jobs.known_orders(book, order_no) or jobs.contracts_due(checked)
    template = project.template(CONTRACT.template, file)
    report = Report(project.output_folder(file, "contracts", output), language, _now())
    for order in progress(orders, CONTRACT.title(language)):
        report.add(jobs.contract(checked, order, template))
    if not order_no:
        report.passed_over(len(checked.verdicts) - len(orders))
    return FOUND if report.close() else DONE


@commands.command()
@_FILE
@click.option("--month", required=True, help="The statement month: 2026-10.")
@click.option("--customer", multiple=True, help="Customer code; may be repeated.")
@_OUT
@_AS_OF
@_LANG
def statement(
    file: Path,
    month: str,
    customer: tuple[str, ...],
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write customers' statements of account for a month."""
    from xlsales import jobs, project
    from xlsales.documents import STATEMENT
    from xlsales.terminal import Report, progress

    period = _period(month, "month", 1)
    book = project.open_book(file)
    language = _chosen(lang, book.settings.language)
    due = jobs.statements_due(book, period, customer, as_of=as_of)
    _say_left_out(book, language)
    template = project.template(STATEMENT.template, file)
    report = Report(project.output_folder(file, "statements", output), language, _now())
    for one in progress(due, STATEMENT.title(language)):
        report.add(jobs.statement(book, one, template, as_of))
    return FOUND if report.close() else DONE


@commands.command()
@_FILE
@click.option("--month", help="A month: 2026-10.")
@click.option("--quarter", help="A quarter: 2026-Q3.")
@click.option("--year", help="A year: 2026.")
@click.option("--by", default="", help="Dimensions, with commas; all if not given.")
@click.option(
    "--basis",
    type=click.Choice(["delivery", "order"]),
    default="delivery",
    show_default=True,
    help="What makes a sale.",
)
@_JSON
@_OUT
@_AS_OF
@_LANG
def stats(
    file: Path,
    month: str | None,
    quarter: str | None,
    year: str | None,
    by: str,
    basis: str,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Add up the sales of a month, quarter or year."""
    from xlsales import jobs, project
    from xlsales.ledger.sales import Basis

    _not_itself(file, output)
    book = project.open_book(file)
    language = _chosen(lang, book.settings.language)
    period = _one_period(
        {"month": month, "quarter": quarter, "year": year}, book.settings.year_start
    )
    dimensions = [name.strip() for name in by.split(",") if name.strip()]
    result = jobs.stats(book, period, by=dimensions, basis=Basis(basis), as_of=as_of)
    _say_left_out(book, language)
    if not (as_json or output):
        output = project.output_folder(file, "reports") / f"{period}.xlsx"
    if output:
        project.put(output, jobs.statistics_workbook(result, language), _now())
    if as_json:
        _print_json(jobs.statistics_json(result, language))
        return DONE
    from xlsales.terminal import print_totals

    print_totals(result, language)
    click.echo(say("cli", "made", language, name=output))
    return DONE


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("xlsales-demo"))
@_LANG
def demo(folder: Path, lang: str | None) -> int:
    """Do a whole month's work for an invented company, in FOLDER."""
    from xlsales.demo.tour import tour

    return DONE if tour(folder, _chosen(lang)) else FOUND


def _period(typed: str, option: str, months: int, year_start: int = 1) -> Period:
    found = parse_period(typed, year_start)
    if found is None or found.months != months:
        expected = {1: "2026-10", 3: "2026-Q3", 12: "2026"}[months]
        raise BadArgument(option=f"--{option}", value=typed, expected=expected)
    return found


def _one_period(given: dict[str, str | None], year_start: int) -> Period:
    named = {option: typed for option, typed in given.items() if typed}
    if len(named) != 1:
        expected = "--month 2026-10 | --quarter 2026-Q3 | --year 2026"
        raise BadArgument(option="stats", value=" ".join(named), expected=expected)
    ((option, typed),) = named.items()
    return _period(typed, option, MONTHS_OF[option], year_start)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _not_itself(file: Path, output: Path | None) -> None:
    """Refuse to write a result over the workbook it comes from."""
    if output and output.resolve() == file.resolve():
        expected = f"{file.stem}-result{file.suffix}"
        raise BadArgument(option="-o", value=output, expected=expected)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _say_left_out(book: "Book", language: Language) -> None:
    """Say on stderr what of the book could not be counted."""
    for sheet in book.missing:
        name = sheet.title(language)
        click.echo(say("cli", "no_sheet", language, sheet=name), err=True)
    for table in book.tables.values():
        if table.left_out:
            facts = {"sheet": table.name, "count": table.left_out}
            click.echo(say("cli", "left_out", language, **facts), err=True)

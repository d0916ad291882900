"""Calc facts: what the installed LibreOffice is, and what of ours is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xlsales.office.installed import installed, settings_in

Version = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """The extension of ours that is in the office.

    Attributes:
        xlsales: the version that made it; "" where it does not say.
        python: the Python that it calls.
        version: the first two numbers of that Python; None where it does not say.
        is_python_there: whether that Python is still there.
    """

    xlsales: str = ""
    python: str = ""
    version: Version | None = None
    is_python_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calc:
    """What was seen of LibreOffice.

    Attributes:
        version: ``25.2``; "" where it does not say.
        python: the first two numbers of its own Python; None: it cannot be told.
        has_bridge: whether it can run Python at all.
        extension: what of ours is in it; None where nothing is.
    """

    version: str = ""
    python: Version | None = None
    has_bridge: bool = False
    extension: Extension | None = None


def calc_of(
    program: str, platform: str, environment: Mapping[str, str], home: Path
) -> Calc | None:
    """Return what is to be seen of an installed office; None where there is none.

    Raises:
        OSError: its files are not where they usually are.
    """
    if not program:
        return None
    office = installed(program, platform, environment, home)
    told = settings_in(office.profile)
    return Calc(
        version=office.version,
        python=office.python,
        has_bridge=office.has_bridge,
        extension=None if told is None else _extension(told),
    )


def _extension(told: Mapping[str, Any]) -> Extension:
    python = str(told.get("python", ""))
    match told.get("version"):
        case [int(major), int(minor)]:
            version: Version | None = (major, minor)
        case _:
            version = None
    return Extension(
        xlsales=str(told.get("xlsales", "")),
        python=python,
        version=version,
        is_python_there=bool(python) and Path(python).is_file(),
    )

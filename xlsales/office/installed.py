"""Installed: what an installed LibreOffice is, read from its files.

Nothing is started: a program that is asked for its version may take long, or hang.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

IDENTIFIER = "xlsales.calc"
FILE_NAME = "xlsales.oxt"
SETTINGS = "settings.json"
"""What the office calls our extension, and where in it is said which Python it uses."""

_BOOTSTRAP = ("bootstraprc", "bootstrap.ini")
_PRODUCT = re.compile(r"(?m)^ProductKey=.*?([\d.]+)\s*$")
_PROFILE = re.compile(r"(?m)^UserInstallation=\$SYSUSERCONFIG/(.+?)\s*$")
_LOADER = "pythonloader.py"
_ITS_OWN = ("python-core-3.*", "LibreOfficePython.framework/Versions/3.*")
_MINOR = re.compile(r"3\.(\d+)")
_BRIDGES = ("libpyuno.so", "libpyuno.dylib")
_LINKED = re.compile(rb"(?:libpython|Versions/)3\.(\d+)")
_PACKAGES = "user/uno_packages/cache"
_DEPLOYED = re.compile(rb"\xff" + re.escape(IDENTIFIER).encode() + rb"\n([^\xff\n]+)")


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed LibreOffice.

    Attributes:
        version: ``25.2``; "" where it does not say.
        python: the first two numbers of the Python in it; None: it cannot be told.
        has_bridge: whether it can run Python at all.
        profile: where the settings and extensions of the person are.
    """

    version: str
    python: tuple[int, int] | None
    has_bridge: bool
    profile: Path


def installed(
    program: str, platform: str, environment: Mapping[str, str], home: Path
) -> Installed:
    """Return what an installed LibreOffice is.

    Args:
        program: its path.
        platform: ``win32``, ``darwin`` or ``linux``.
        environment: the variables that name folders of the person.
        home: the folder of the person.

    Raises:
        OSError: beside the program there is no LibreOffice, or it cannot be read.
    """
    folders = list(_folders(Path(program).resolve().parent))
    said = _first(folders, _BOOTSTRAP).read_text(encoding="utf-8")
    product, profile = _PRODUCT.search(said), _PROFILE.search(said)
    return Installed(
        version=product[1] if product else "",
        python=_python(folders),
        has_bridge=any((folder / _LOADER).is_file() for folder in folders),
        profile=_settings_of(platform, environment, home)
        / (profile[1] if profile else "libreoffice/4"),
    )


def settings_in(profile: Path) -> Mapping[str, Any] | None:
    """Return what our extension in a profile was told; None where there is none.

    The office notes what it has; what was taken out may lie there for a while.
    """
    packages = profile / _PACKAGES
    try:
        found = _DEPLOYED.search((packages / "uno_packages.pmap").read_bytes())
    except FileNotFoundError:
        return None
    if not found:
        return None
    folder = f"{found[1].decode()}_"
    path = packages / "uno_packages" / folder / FILE_NAME / SETTINGS
    try:
        said = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):  # it is there, and broken
        return {}
    return said if isinstance(said, dict) else {}


def _folders(program: Path) -> Iterator[Path]:
    """Yield where parts of it may be; on a Mac some lie beside the folder."""
    yield program
    yield program.parent / "Resources"
    yield program.parent / "Frameworks"


def _first(folders: list[Path], names: tuple[str, ...]) -> Path:
    for name in names:
        for folder in folders:
            if (folder / name).is_file():
                return folder / name
    return folders[0] / names[0]


def _python(folders: list[Path]) -> tuple[int, int] | None:
    """Return the version of the Python it brings, else of that it is linked to."""
    for folder in folders:
        for pattern in _ITS_OWN:
            for one in sorted(folder.glob(pattern)):
                if found := _MINOR.search(one.name):
                    return 3, int(found[1])
    bridge = _first(folders, _BRIDGES)
    linked = _LINKED.search(bridge.read_bytes()) if bridge.is_file() else None
    return (3, int(linked[1])) if linked else None


def _settings_of(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """Return where programs keep what a person sets."""
    if platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    if platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config")

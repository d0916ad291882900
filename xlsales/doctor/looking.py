"""Looking: the one place that looks at the computer. It changes nothing.

Whatever cannot be looked for is remembered with its reason, and never raised.
"""

import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, TypeVar

from xlsales.disk import read_bytes
from xlsales.doctor.calc_facts import Calc, calc_of
from xlsales.doctor.machine import Desk, Machine, interpreter_of
from xlsales.doctor.workbook_facts import desk_of, vba_version_of
from xlsales.errors import CannotPatch, CannotRead, NoOffice
from xlsales.language import Text
from xlsales.office.program import find_program

T = TypeVar("T")
_HERE: str = sys.platform
PACKAGES = ("xlsales", "xlwings")
_OFFICE_KEY = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
_SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
_POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"
_BITS = {"x64": 64, "x86": 32, "arm64": 64}
_CHINESE = ("msyh.ttc", "Deng.ttf", "simsun.ttc", "simhei.ttf")
_ON_MAC = ("PingFang.ttc", "STHeiti Medium.ttc", "Songti.ttc")
_SCRIPTS = "Library/Application Scripts/com.microsoft.Excel"
_SECONDS = 20


class Looking:
    """Looks for one fact after the other, and remembers what it could not see."""

    def __init__(self) -> None:
        self.unseen: dict[str, str] = {}

    def asks(self, name: str, at: Callable[[], bool]) -> bool:
        """Return whether something is so; where that cannot be seen, it is not."""
        no = False
        return self.look(name, at, no)

    def look(self, name: str, at: Callable[[], T], otherwise: T) -> T:
        """Return a fact; where it cannot be seen, what stands for nothing."""
        try:
            return at()
        except Exception as error:  # noqa: BLE001 - whatever happens, the rest is said
            self.unseen[name] = f"{type(error).__name__}: {error}"
            return otherwise


def this_machine(file: Path | None = None) -> Machine:
    """Return what is to be seen of this computer, and of a workbook on it."""
    looking = Looking()
    look, asks = looking.look, looking.asks
    desk, fault = _desk(looking, file)
    interpreter = interpreter_of(_HERE, desk)
    folder = _folder(file, desk)
    unset: tuple[int | None, bool] = (None, False)
    warnings = look("vba_warnings", _vba_warnings, unset)
    none: tuple[str, ...] = ()
    office = look("office", _office, "")
    return Machine(
        platform=_HERE,
        python=sys.version_info[:3],
        executable=sys.executable,
        bits=struct.calcsize("P") * 8,
        versions=look("versions", _versions, {}),
        excel_bits=look("excel_bits", _excel_bits, None),
        vba_warnings=warnings[0],
        is_policy=warnings[1],
        zone=look("zone", lambda: _zone(file), 0),
        synced=look("synced", lambda: synced_by(file, os.environ), ""),
        interpreter_there=asks("interpreter_there", lambda: _is_there(interpreter)),
        dlls=look("dlls", lambda: _dlls(interpreter or sys.executable), none),
        has_script=asks("has_script", _has_script),
        fonts=look("fonts", _fonts, none),
        office=office,
        calc=look("calc", lambda: _calc(office), None),
        folder=str(folder or ""),
        is_writable=asks("is_writable", lambda: _is_writable(folder)),
        desk=desk,
        fault=fault,
        unseen=looking.unseen,
    )


def _desk(looking: Looking, file: Path | None) -> tuple[Desk | None, Text | None]:
    """Return what a workbook says of itself, or why it cannot be read."""
    if file is None:
        return None, None
    try:
        content = read_bytes(file)
        desk = desk_of(content, file.name)
    except (CannotRead, CannotPatch) as error:
        reason = error.facts["reason"]
        return None, reason if isinstance(reason, Text) else None
    except Exception as error:  # noqa: BLE001 - a file of anybody's
        said = f"{type(error).__name__}: {error}"
        return None, Text(said, said)
    version = looking.look("vba", lambda: vba_version_of(content), None)
    return replace(desk, vba_version=version), None


def _versions() -> dict[str, str]:
    found = {}
    for name in PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def _registry(root: str, path: str, name: str) -> Any:  # noqa: ANN401
    """Return a value of the registry of Windows; None where there is none."""
    registry = import_module("winreg")
    try:
        with registry.OpenKey(getattr(registry, root), path) as key:
            return registry.QueryValueEx(key, name)[0]
    except FileNotFoundError:
        return None


def _excel_bits() -> int | None:
    if _HERE != "win32":
        return None
    said = _registry("HKEY_LOCAL_MACHINE", _OFFICE_KEY, "Platform")
    return _BITS.get(str(said).lower())


def _vba_warnings() -> tuple[int | None, bool]:
    """Return what Excel does with macros, and whether the firm says so."""
    if _HERE != "win32":
        return None, False
    for path, is_policy in ((_POLICY, True), (_SECURITY, False)):
        said = _registry("HKEY_CURRENT_USER", path, "VBAWarnings")
        if said is not None:
            return int(said), is_policy
    return None, False


def _zone(file: Path | None) -> int:
    """Return where Windows was told that a file comes from; 0 where it was not."""
    if _HERE != "win32" or file is None:
        return 0
    try:
        mark = Path(f"{file}:Zone.Identifier").read_text(errors="replace")
    except FileNotFoundError:
        return 0
    said = [x.partition("=")[2] for x in mark.splitlines() if x.startswith("ZoneId=")]
    return int(said[0]) if said else 0


def synced_by(file: Path | None, environment: Any) -> str:  # noqa: ANN401
    """Return the service that keeps a file's folder in the cloud; "" for none.

    Args:
        file: the workbook.
        environment: the variables in which OneDrive names its folders.
    """
    if file is None:
        return ""
    parts = file.resolve().parts
    if "CloudStorage" in parts[:-2]:
        return parts[parts.index("CloudStorage") + 1]
    own = {v for k, v in environment.items() if k.upper().startswith("ONEDRIVE") and v}
    above = {os.path.normcase(one) for one in file.resolve().parents}
    return "OneDrive" if above & {os.path.normcase(Path(x)) for x in own} else ""


def _is_there(interpreter: str) -> bool:
    return bool(interpreter) and Path(interpreter).is_file()


def _dlls(interpreter: str) -> tuple[str, ...]:
    """Return what Excel may load, where the VBA of xlwings looks for it."""
    if _HERE != "win32":
        return ()
    folders = list(Path(interpreter).parents)[:2]
    return tuple(one.name for x in folders for one in sorted(x.glob("xlwings*.dll")))


def _has_script() -> bool:
    if _HERE != "darwin":
        return False
    name = f"xlwings-{metadata.version('xlwings')}.applescript"
    return (Path.home() / _SCRIPTS / name).is_file()


def _fonts() -> tuple[str, ...]:
    """Return fonts that have Chinese, as this system names them."""
    if _HERE == "win32":
        folder = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
        return tuple(one for one in _CHINESE if (folder / one).is_file())
    if _HERE == "darwin":
        folders = (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        return tuple(x for x in _ON_MAC if any((f / x).is_file() for f in folders))
    asked = ["fc-list", ":lang=zh-cn", "family"]
    done = subprocess.run(  # noqa: S603 - a fixed question to the system's own program
        asked, capture_output=True, text=True, timeout=_SECONDS, check=True
    )
    names = {one.partition(",")[0].strip() for one in done.stdout.splitlines()}
    return tuple(sorted(names - {""}))


def _office() -> str:
    try:
        return find_program()
    except NoOffice:
        return ""


def _calc(office: str) -> Calc | None:
    return calc_of(office, _HERE, os.environ, Path.home())


def _folder(file: Path | None, desk: Desk | None) -> Path | None:
    """Return where results go: where the workbook says, else beside it."""
    said = ((desk.conf if desk else None) or {}).get("XLSALES FOLDER", "").strip()
    if said:
        return Path(said)
    return file.resolve().parent if file else None


def _is_writable(folder: Path | None) -> bool:
    """Whether a file can be made there; it is gone again at once."""
    if folder is None:
        return True
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False

"""Machine: what was seen of a computer and of a workbook, as plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlsales.doctor.calc_facts import Calc
from xlsales.language import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a workbook says of itself.

    Attributes:
        name: of its file.
        is_master: whether it has any sheet of a master.
        schema: the number of its shape; None where it says none.
        version: the version that made or renewed it; None where it says none.
        conf: its sheet ``xlwings.conf``, by keys in capitals; None without one.
        vba_version: the version of the xlwings in its VBA; None without one.
    """

    name: str = ""
    is_master: bool = True
    schema: int | None = None
    version: str | None = None
    conf: Mapping[str, str] | None = None
    vba_version: str | None = None

    @property
    def has_macros(self) -> bool:
        """Whether it is dressed: it says how Excel finds Python."""
        return self.conf is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What was seen of a computer.

    Attributes:
        platform: ``win32``, ``darwin`` or ``linux``.
        python: the version of this Python.
        executable: this Python, with its path.
        bits: 32 or 64: of this Python.
        versions: of the installed packages that matter; one missing is not there.
        excel_bits: of the installed Excel (Windows); None: there is none.
        vba_warnings: what Excel does with macros (Windows), from 1, all are run,
            to 4, none is; None: as Excel is delivered, which asks.
        is_policy: whether the firm decides about macros.
        zone: where the file was said to come from, from 3 on the web (Windows).
        synced: the service that keeps the file's folder in the cloud; "" for none.
        interpreter_there: whether the workbook's Python is there.
        dlls: what is called xlwings….dll beside the workbook's Python.
        has_script: whether Excel has the script with which it calls Python (macOS).
        fonts: those for Chinese that were found.
        office: the LibreOffice that was found; "" for none.
        calc: what it is, and what of ours is in it; None: not to be seen.
        folder: where results go; "" is not known.
        is_writable: whether a file can be written there.
        desk: the workbook; None where none was asked about.
        fault: why the workbook cannot be read; None if it can.
        unseen: what could not be looked for, by the attribute, with why; ``vba`` is
            the workbook's macros.
    """

    platform: str
    python: tuple[int, int, int] = (0, 0, 0)
    executable: str = ""
    bits: int = 64
    versions: Mapping[str, str] = field(default_factory=dict)
    excel_bits: int | None = None
    vba_warnings: int | None = None
    is_policy: bool = False
    zone: int = 0
    synced: str = ""
    interpreter_there: bool = False
    dlls: tuple[str, ...] = ()
    has_script: bool = False
    fonts: tuple[str, ...] = ()
    office: str = ""
    calc: Calc | None = None
    folder: str = ""
    is_writable: bool = True
    desk: Desk | None = None
    fault: Text | None = None
    unseen: Mapping[str, str] = field(default_factory=dict)

    @property
    def xlwings(self) -> str:
        """The version of the installed xlwings; "" for none."""
        return self.versions.get("xlwings", "")

    @property
    def interpreter(self) -> str:
        """The Python that the workbook names for this platform; "" for none."""
        return interpreter_of(self.platform, self.desk)

    @property
    def runs_macros(self) -> bool:
        """Whether Excel with macros exists for it."""
        return self.platform in {"win32", "darwin"}


def interpreter_of(platform: str, desk: Desk | None) -> str:
    """Return the Python that a workbook names for a platform; "" for none."""
    conf = (desk.conf if desk else None) or {}
    key = "INTERPRETER_MAC" if platform == "darwin" else "INTERPRETER_WIN"
    return conf.get(key, "").strip()

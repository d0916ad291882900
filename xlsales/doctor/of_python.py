"""Of Python: its version, ours, and that of xlwings with what belongs to it."""

from xlsales.doctor.line import Line, State
from xlsales.doctor.machine import Machine
from xlsales.language import both

_OLDEST = (3, 11)


def python(machine: Machine) -> Line:
    """Look at the version of Python."""
    facts = {"version": ".".join(map(str, machine.python)), "where": machine.executable}
    what = both("doctor", "python", **facts)
    if machine.python >= _OLDEST:
        return Line(State.OK, what)
    oldest = ".".join(map(str, _OLDEST))
    return Line(State.MISSING, what, both("doctor", "python_old", oldest=oldest))


def xlsales(machine: Machine) -> Line:
    """Look at the version of this program."""
    if version := machine.versions.get("xlsales"):
        return Line(State.OK, both("doctor", "xlsales", version=version))
    remedy = both("doctor", "xlsales_install")
    return Line(State.WARN, both("doctor", "xlsales_missing"), remedy)


def xlwings(machine: Machine) -> Line | None:
    """Look for xlwings, through which Excel calls Python."""
    if not machine.runs_macros:
        return None
    if machine.xlwings:
        return Line(State.OK, both("doctor", "xlwings", version=machine.xlwings))
    remedy = both("doctor", "xlwings_install", python=machine.executable)
    return Line(State.MISSING, both("doctor", "xlwings_missing"), remedy)


def same_xlwings(machine: Machine) -> Line | None:
    """Compare xlwings with the one in the workbook: the two speak one language only."""
    if not (machine.desk and machine.desk.vba_version and machine.xlwings):
        return None
    inside, name = machine.desk.vba_version, machine.desk.name
    facts = {"inside": inside, "installed": machine.xlwings}
    if inside == machine.xlwings:
        return Line(State.OK, both("doctor", "same_xlwings", **facts))
    what = both("doctor", "other_xlwings", **facts)
    return Line(State.MISSING, what, both("doctor", "upgrade", name=name))


def dll(machine: Machine) -> Line | None:
    """Look for the library that Excel loads, beside the workbook's Python."""
    if machine.platform != "win32" or not machine.xlwings:
        return None
    wanted = f"xlwings{machine.excel_bits or 64}-{machine.xlwings}.dll"
    facts = {"name": wanted, "python": machine.executable, "version": machine.xlwings}
    if wanted in {one.lower() for one in machine.dlls}:
        return Line(State.OK, both("doctor", "dll", **facts))
    remedy = both("doctor", "dll_install", **facts)
    return Line(State.MISSING, both("doctor", "dll_missing", **facts), remedy)


def script(machine: Machine) -> Line | None:
    """Look for the script with which Excel calls Python on a Mac."""
    if machine.platform != "darwin" or not machine.xlwings:
        return None
    if machine.has_script:
        return Line(State.OK, both("doctor", "script"))
    remedy = both("doctor", "script_install", python=machine.executable)
    return Line(State.MISSING, both("doctor", "script_missing"), remedy)


def automation(machine: Machine) -> Line | None:
    """Say what the error −1743 means on a Mac: nobody can ask beforehand."""
    if machine.platform != "darwin":
        return None
    what, remedy = both("doctor", "automation"), both("doctor", "automation_allow")
    return Line(State.UNSEEN, what, remedy)

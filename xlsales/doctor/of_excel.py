"""Of Excel: whether it is there, runs macros, and finds the right Python."""

import ntpath
import posixpath

from xlsales.doctor.line import Line, State
from xlsales.doctor.machine import Machine
from xlsales.language import both

_SIGNED_ONLY, _NONE = 3, 4
_WEB = 3  # the zone of the internet, and what is beyond it


def excel(machine: Machine) -> Line | None:
    """Look for Excel; it may have other bits than Python."""
    if machine.platform != "win32":
        return None
    if machine.excel_bits is None:
        remedy = both("doctor", "excel_commands")
        return Line(State.WARN, both("doctor", "excel_missing"), remedy)
    facts = {"excel": machine.excel_bits, "python": machine.bits}
    return Line(State.OK, both("doctor", "excel", **facts))


def interpreter(machine: Machine) -> Line | None:
    """Look for the Python that the workbook names."""
    if not (machine.desk and machine.desk.has_macros and machine.runs_macros):
        return None
    facts = {"there": machine.interpreter, "here": machine.executable}
    remedy = both("doctor", "interpreter_set", **facts)
    if not machine.interpreter:
        return Line(State.MISSING, both("doctor", "interpreter_none"), remedy)
    if not machine.interpreter_there:
        what = both("doctor", "interpreter_gone", **facts)
        return Line(State.MISSING, what, remedy)
    if machine.platform == "darwin" and " " in machine.interpreter:
        # xlwings hands the path to a shell as it is
        what = both("doctor", "interpreter_blank", **facts)
        return Line(State.MISSING, what, both("doctor", "interpreter_move"))
    if _is_same(machine):
        return Line(State.OK, both("doctor", "interpreter", **facts))
    return Line(State.WARN, both("doctor", "interpreter_other", **facts), remedy)


def _is_same(machine: Machine) -> bool:
    """Whether two paths name one Python: python.exe and pythonw.exe are one."""
    one, other = machine.interpreter, machine.executable
    if machine.platform == "win32":
        folders = (ntpath.normcase(ntpath.dirname(x)) for x in (one, other))
        return len(set(folders)) == 1
    return posixpath.normpath(one) == posixpath.normpath(other)


def macros(machine: Machine) -> Line | None:
    """Look what Excel does with macros."""
    if machine.platform != "win32" or not (machine.desk and machine.desk.has_macros):
        return None
    if (machine.vba_warnings or 0) < _SIGNED_ONLY:
        return Line(State.OK, both("doctor", "macros"))
    if machine.is_policy:
        remedy = both("doctor", "macros_firm")
        return Line(State.MISSING, both("doctor", "macros_policy"), remedy)
    remedy = both("doctor", "macros_allow")
    key_none = machine.vba_warnings == _NONE
    off, signed = both("doctor", "macros_off"), both("doctor", "macros_signed")
    return Line(State.MISSING, off if key_none else signed, remedy)


def from_web(machine: Machine) -> Line | None:
    """Look for the mark of a file from the web: Excel runs no macro in it."""
    if machine.platform != "win32" or machine.desk is None:
        return None
    name = machine.desk.name
    if machine.zone < _WEB:
        return Line(State.OK, both("doctor", "zone", name=name))
    remedy = both("doctor", "zone_unblock", name=name)
    return Line(State.MISSING, both("doctor", "zone_web", name=name), remedy)

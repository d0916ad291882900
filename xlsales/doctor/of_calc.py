"""Of Calc: LibreOffice, which Python it can run, and whether our buttons are in it.

All of this is a matter of choice: who works in Excel needs none of it.
"""

from xlsales.doctor.line import Line, State
from xlsales.doctor.machine import Machine
from xlsales.language import both


def office(machine: Machine) -> Line:
    """Look for LibreOffice, which makes PDFs and recalculated copies, too."""
    if not machine.office:
        remedy = both("doctor", "office_install")
        return Line(State.OPTIONAL, both("doctor", "office_missing"), remedy)
    version = machine.calc.version if machine.calc else ""
    name = f"LibreOffice {version}".strip()
    return Line(State.OK, both("doctor", "office", name=name, where=machine.office))


def bridge(machine: Machine) -> Line | None:
    """Look whether LibreOffice runs Python, and where xlsales runs then."""
    if not machine.office:
        return None
    calc = machine.calc
    if calc is None or not calc.has_bridge:
        return _no_bridge(machine)
    if calc.python is None:
        return Line(State.OK, both("doctor_calc", "bridge_either"))
    ours = machine.python[:2]
    if calc.extension and calc.extension.version:
        ours = calc.extension.version
    facts = {"there": _shown(calc.python), "here": _shown(ours)}
    if calc.python == ours:
        return Line(State.OK, both("doctor_calc", "bridge_inside", **facts))
    return Line(State.OK, both("doctor_calc", "bridge_beside", **facts))


def _no_bridge(machine: Machine) -> Line:
    """Say what is missing; it matters to who has the extension."""
    is_used = machine.calc is not None and machine.calc.extension is not None
    state = State.MISSING if is_used else State.OPTIONAL
    on_linux, elsewhere = (
        both("doctor_calc", "bridge_package"),
        both("doctor_calc", "bridge_again"),
    )
    remedy = on_linux if machine.platform == "linux" else elsewhere
    return Line(state, both("doctor_calc", "bridge_missing"), remedy)


def extension(machine: Machine) -> Line | None:
    """Look whether our buttons are in LibreOffice, and of this version."""
    if not (machine.office and machine.calc):
        return None
    found, ours = machine.calc.extension, machine.versions.get("xlsales", "")
    remedy = both("doctor_calc", "install")
    if found is None:
        return Line(State.OPTIONAL, both("doctor_calc", "extension_none"), remedy)
    made, there = found.xlsales or "–", found.python or "–"
    if not found.is_python_there:
        what = both("doctor_calc", "extension_gone", there=there)
        return Line(State.MISSING, what, remedy)
    if ours and found.xlsales != ours:
        what = both("doctor_calc", "extension_other", made=made, ours=ours)
        return Line(State.WARN, what, remedy)
    what = both("doctor_calc", "extension", made=made, there=there)
    return Line(State.OK, what)


def _shown(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))

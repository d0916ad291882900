"""Probes: everything that is looked at, in the order in which it is said."""

from xlsales.doctor import of_calc, of_excel, of_files, of_python
from xlsales.doctor.line import Line, Probe, State
from xlsales.doctor.machine import Machine
from xlsales.language import both, text

PROBES: tuple[Probe, ...] = (
    Probe("python", text("doctor", "of_python"), ("python",), of_python.python),
    Probe("xlsales", text("doctor", "of_xlsales"), ("versions",), of_python.xlsales),
    Probe("workbook", text("doctor", "of_workbook"), ("desk",), of_files.workbook),
    Probe("folder", text("doctor", "of_folder"), ("is_writable",), of_files.folder),
    Probe("cloud", text("doctor", "of_cloud"), ("synced",), of_files.cloud),
    Probe("excel", text("doctor", "of_excel"), ("excel_bits",), of_excel.excel),
    Probe("xlwings", text("doctor", "of_xlwings"), ("versions",), of_python.xlwings),
    Probe(
        "same_xlwings",
        text("doctor", "of_same"),
        ("vba",),
        of_python.same_xlwings,
    ),
    Probe(
        "interpreter",
        text("doctor", "of_its_python"),
        ("interpreter_there",),
        of_excel.interpreter,
    ),
    Probe("dll", text("doctor", "of_dll"), ("dlls",), of_python.dll),
    Probe("macros", text("doctor", "of_macros"), ("vba_warnings",), of_excel.macros),
    Probe("from_web", text("doctor", "of_from_web"), ("zone",), of_excel.from_web),
    Probe("script", text("doctor", "of_script"), ("has_script",), of_python.script),
    Probe("automation", text("doctor", "of_automation"), (), of_python.automation),
    Probe("fonts", text("doctor", "of_fonts"), ("fonts",), of_files.fonts),
    Probe("office", text("doctor", "of_office"), ("office",), of_calc.office),
    Probe("bridge", text("doctor_calc", "of_bridge"), ("calc",), of_calc.bridge),
    Probe(
        "extension",
        text("doctor_calc", "of_extension"),
        ("calc",),
        of_calc.extension,
    ),
)


def lines(machine: Machine) -> dict[str, Line]:
    """Return what is to be said of a machine, by the keys of the probes.

    What does not matter on that machine is left out.
    """
    found = {probe.key: _line(probe, machine) for probe in PROBES}
    return {key: line for key, line in found.items() if line}


def _line(probe: Probe, machine: Machine) -> Line | None:
    line = probe.run(machine)
    why = next((machine.unseen[x] for x in probe.needs if x in machine.unseen), "")
    if line is None or not why:
        return line
    return Line(State.UNSEEN, both("doctor", "unseen", subject=probe.subject, why=why))

"""Of files: the workbook, its folder, and what documents and PDFs need."""

from xlsales.doctor.line import Line, State
from xlsales.doctor.machine import Desk, Machine
from xlsales.language import both
from xlsales.workbook.schema import SCHEMA

_FOLDER = "XLSALES FOLDER"


def workbook(machine: Machine) -> Line | None:
    """Look whether the workbook can be read, and is of this version's shape."""
    if machine.fault:
        remedy = both("doctor", "workbook_choose")
        what = both("doctor", "workbook_unread", why=machine.fault)
        return Line(State.MISSING, what, remedy)
    desk = machine.desk
    if desk is None:
        return None
    if not desk.is_master:
        what = both("doctor", "no_master", name=desk.name)
        return Line(State.MISSING, what, both("doctor", "workbook_new"))
    return _shape(desk, machine.versions.get("xlsales", ""))


def _shape(desk: Desk, ours: str) -> Line:
    """Compare a workbook with this version."""
    facts = {"name": desk.name, "found": desk.schema, "now": SCHEMA, "version": ours}
    upgrade = both("doctor", "upgrade", name=desk.name)
    if desk.schema is None:
        return Line(State.WARN, both("doctor", "schema_none", **facts), upgrade)
    if desk.schema > SCHEMA:
        what, remedy = both("doctor", "schema_new", **facts), both("doctor", "update")
        return Line(State.MISSING, what, remedy)
    if desk.schema < SCHEMA:
        return Line(State.MISSING, both("doctor", "schema_old", **facts), upgrade)
    if ours and desk.version != ours:
        made = {**facts, "made": desk.version or "–"}
        return Line(State.WARN, both("doctor", "version_other", **made), upgrade)
    return Line(State.OK, both("doctor", "schema", **facts))


def folder(machine: Machine) -> Line | None:
    """Look whether results can be written where they go."""
    if not machine.folder:
        return None
    where = machine.folder
    if machine.is_writable:
        return Line(State.OK, both("doctor", "folder", where=where))
    remedy = both("doctor", "folder_other")
    return Line(State.MISSING, both("doctor", "folder_closed", where=where), remedy)


def cloud(machine: Machine) -> Line | None:
    """Look whether a service in the cloud keeps the folder, which Excel renames."""
    if machine.desk is None or not machine.synced:
        return None
    what = both("doctor", "cloud", service=machine.synced)
    if (machine.desk.conf or {}).get(_FOLDER, "").strip():
        return Line(State.OK, what)
    return Line(State.WARN, what, both("doctor", "cloud_keep"))


def fonts(machine: Machine) -> Line:
    """Look for a font that has Chinese, without which PDFs show boxes."""
    if machine.fonts:
        return Line(State.OK, both("doctor", "fonts", font=machine.fonts[0]))
    remedy = both("doctor", "fonts_install")
    return Line(State.WARN, both("doctor", "fonts_missing"), remedy)

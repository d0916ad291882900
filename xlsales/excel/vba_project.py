"""The VBA project: what people wrote in it stays, what is ours is written anew.

pyOpenVBA reads and writes the streams. They are put in as source alone, under
the version that has Excel compile all of it when the workbook is opened.
"""

import re
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from pyopenvba import ExcelFile, VBAModuleKind
from pyopenvba.cfb import CFB
from pyopenvba.vba import (
    VBAModule,
    VBAProject,
    compress,
    parse_vba_project,
    rebuild_module_stream,
    serialize_dir_stream,
    serialize_project_stream,
    serialize_projectwm,
    split_attribute_header,
    write_back_modules,
)

from xlsales.macros.names import OURS

BOOK_CLASS: Final = "00020819"
SHEET_CLASS: Final = "00020820"
_NOT_COMPILED = bytes.fromhex("CC61FFFF000000")  # [MS-OVBA] 2.3.4.1
_OPENED = "XlsalesOpened"
_CLASS_HEADER = "Attribute VB_Base"
_OPEN = re.compile(r"(?im)^[ \t]*(?:Private |Public )?Sub Workbook_Open\(\)[^\n]*\n")
_HEADER = "".join(
    f"Attribute VB_{line}\r\n"
    for line in (
        'Name = "{name}"',
        'Base = "0{{{kind}-0000-0000-C000-000000000046}}"',
        "GlobalNameSpace = False",
        "Creatable = False",
        "PredeclaredId = True",
        "Exposed = True",
        "TemplateDerived = False",
        "Customizable = True",
    )
)


class Documents(NamedTuple):
    """The code names of the workbook and of its sheets: each has a module."""

    book: str
    sheets: Sequence[str]


def project_of(
    before: bytes | None,
    documents: Documents,
    modules: Mapping[str, str],
    opening: str,
) -> bytes:
    """Return a VBA project with our modules in it; the same bytes if it has them.

    Args:
        before: the project there is; None makes one.
        documents: what the workbook and its sheets are called in it.
        modules: our modules by name. A module of such a name is replaced, one
            that an older version of ours had goes. A class, which begins with
            ``VERSION``, is put in where there is none of its name that Excel takes.
        opening: what the module of the workbook does on opening.
    """
    cfb = CFB.from_bytes(before or _empty())
    project = parse_vba_project(cfb)
    if before is None:
        for one in list(project.modules):
            project.delete_module(one.name)
    declared = _add_documents(project, documents)
    _put_modules(project, modules)
    _call_on_opening(project, documents.book, opening)
    if before and not _is_changed(project):
        return before
    _write(cfb, project, declared)
    return bytes(cfb.to_bytes())


@cache
def _empty() -> bytes:
    """Return the project of an empty workbook, as Excel makes one."""
    with tempfile.TemporaryDirectory() as folder:
        book = ExcelFile.create_new(Path(folder) / "empty.xlsm")
        try:
            return bytes(book.vba_project_bytes())
        finally:
            book.close()


def _add_documents(project: VBAProject, documents: Documents) -> set[str]:
    """Add the modules of the workbook and of sheets that have none."""
    kinds = {documents.book: BOOK_CLASS, **dict.fromkeys(documents.sheets, SHEET_CLASS)}
    known = {name.casefold() for name in project.module_names()}
    for name, kind in kinds.items():
        if name.casefold() not in known:
            header = _HEADER.format(name=name, kind=kind)
            project.add_module(name, header, kind=VBAModuleKind.other)
    return {name.casefold() for name in kinds}


def _put_modules(project: VBAProject, modules: Mapping[str, str]) -> None:
    wanted = {name.casefold(): text for name, text in modules.items()}
    for module in list(project.modules):
        key = module.name.casefold()
        is_old = key not in wanted and module.name.startswith(OURS)
        if is_old or _is_broken(module, wanted.get(key, "")):
            project.delete_module(module.name)
        elif (text := wanted.pop(key, "")) and not _is_class(text):
            _rewrite(module, text)
    for name, text in modules.items():
        if name.casefold() in wanted:
            kinds = VBAModuleKind.standard, VBAModuleKind.other
            project.add_module(name, text, kind=kinds[_is_class(text)])


def _is_class(text: str) -> bool:
    return text.startswith("VERSION ")


def _is_broken(module: VBAModule, text: str) -> bool:
    """Whether a class lost its header; LibreOffice writes ``Option ClassModule``."""
    return _is_class(text) and _CLASS_HEADER not in module.source


def _rewrite(module: VBAModule, text: str) -> None:
    if module.source != text:
        module.source, module.dirty = text, True


def _call_on_opening(project: VBAProject, book: str, opening: str) -> None:
    """Have the workbook call ours when it is opened, beside what a person has there."""
    module = project.get_module(book)
    header, body = split_attribute_header(module.source)
    if _OPENED.casefold() in body.casefold():
        return
    if found := _OPEN.search(body):
        body = f"{body[: found.end()]}    {_OPENED}\r\n{body[found.end() :]}"
    else:
        body = f"{body.rstrip()}\r\n\r\n{opening}" if body.strip() else opening
    module.source, module.dirty = header + body, True


def _is_changed(project: VBAProject) -> bool:
    return project.dir_structure_dirty or any(one.dirty for one in project.modules)


def _write(cfb: CFB, project: VBAProject, documents: set[str]) -> None:
    """Put a changed project into its streams ([MS-OVBA] 2.2)."""
    gone, page = set(project.pending_deletes), project.code_page
    new = [one for one in project.modules if one.stream_name in project.pending_adds]
    for name in sorted(gone):
        cfb.remove_stream_in_storage("VBA", name)
    for one in new:
        packed = rebuild_module_stream(one, page)
        cfb.add_stream_to_storage("VBA", one.stream_name, packed)
        one.dirty = False
    write_back_modules(cfb, project)
    cfb.write_stream_in_storage("VBA", "dir", compress(serialize_dir_stream(project)))
    declared = [(one.name, _kind(one, documents)) for one in new]
    listed = cfb.get_stream("PROJECT")
    listed = serialize_project_stream(
        listed, {}, add_modules=declared, delete_names=gone, code_page=page
    )
    cfb.write_stream("PROJECT", listed)
    if "PROJECTwm" in cfb.list_streams():
        names = [(one.name, one.name_unicode or one.name) for one in project.modules]
        cfb.write_stream("PROJECTwm", serialize_projectwm(names, code_page=page))
    cfb.write_stream_in_storage("VBA", "_VBA_PROJECT", _NOT_COMPILED)
    cfb.drop_streams_in_storage("VBA", lambda name: name.startswith("__SRP_"))


def _kind(module: VBAModule, documents: set[str]) -> str:
    if module.kind is VBAModuleKind.standard:
        return "Module"
    return "Document" if module.name.casefold() in documents else "Class"

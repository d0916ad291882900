"""The extension: ``xlsales.oxt``, made on the machine that it is for.

It says which Python has xlsales: the office's own where the versions match, else
that is started beside it. The rest is the lists of functions and buttons, and
the part of xlsales that runs inside the office.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from xlsales.calc.function_texts import method_of, types, wizard
from xlsales.calc.menu_text import menu
from xlsales.functions import FUNCTIONS
from xlsales.language import LANGUAGES, say, text
from xlsales.macros import MACROS
from xlsales.macros.names import sub_of
from xlsales.office.installed import IDENTIFIER, SETTINGS
from xlsales.openxml.zipped import pack, write_package
from xlsales.sheets.results import HOME

_INSIDE = "pythonpath/xlsales_in_office"
_WORDS = {
    "title": text("in_office", "title"),
    "busy": text("in_office", "busy"),
    "read_only": text("in_office", "read_only"),
    "no_start": text("in_office", "no_start"),
    "broken_off": text("in_office", "broken_off"),
    "no_answer": text("in_office", "no_answer"),
    "unexpected": text("in_office", "unexpected"),
    "half_back": text("in_office", "half_back"),
    "was_broken_off": text("in_office", "was_broken_off"),
}
"""What the office says where xlsales cannot."""
_DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006">
 <identifier value="{identifier}"/>
 <version value="{version}"/>
 <display-name>
  <name lang="zh-CN">{zh}</name>
  <name lang="en">{en}</name>
 </display-name>
</description>
"""


@dataclass(frozen=True, slots=True)
class Python:
    """The Python that has xlsales.

    Attributes:
        program: its path.
        version: its first two numbers.
        paths: the folders in which it finds packages.
        xlsales: the version of xlsales there.
    """

    program: str
    version: tuple[int, int]
    paths: Sequence[str]
    xlsales: str


def extension(python: Python) -> bytes:
    """Return the extension for an office on this machine; the same for the same."""
    files: dict[str, bytes] = {
        "description.xml": _description(python.xlsales),
        SETTINGS: json.dumps(settings(python), ensure_ascii=False, indent=1).encode(),
        "functions.idl": types(FUNCTIONS),
        "CalcAddIns.xcu": wizard(FUNCTIONS),
        "Addons.xcu": menu(MACROS),
    }
    ours = resources.files("xlsales.calc")
    files |= _files(ours / "oxt", "")
    files |= _files(ours / "in_office", f"{_INSIDE}/")
    return write_package(pack(name, files[name]) for name in sorted(files))


def settings(python: Python) -> Mapping[str, object]:
    """Return what the part inside the office is told."""
    return {
        "python": python.program,
        "version": list(python.version),
        "paths": list(python.paths),
        "xlsales": python.xlsales,
        "functions": {method_of(one): one.name for one in FUNCTIONS},
        "buttons": {sub_of(one): one.key for one in MACROS},
        "home": [HOME.title(language) for language in LANGUAGES],
        "words": {
            language: {key: said(language) for key, said in _WORDS.items()}
            for language in LANGUAGES
        },
    }


def _description(version: str) -> bytes:
    names = {language: say("excel", "tab", language) for language in LANGUAGES}
    return _DESCRIPTION.format(identifier=IDENTIFIER, version=version, **names).encode()


def _files(folder: Traversable, prefix: str) -> dict[str, bytes]:
    """Return the files of a folder and of those in it."""
    found: dict[str, bytes] = {}
    for one in folder.iterdir():
        if one.is_dir():
            if one.name != "__pycache__":
                found |= _files(one, f"{prefix}{one.name}/")
        else:
            found[prefix + one.name] = one.read_bytes()
    return found

"""Machines made up for the tests: one of each kind on which all is well."""

from dataclasses import replace

from xlsales.doctor.calc_facts import Calc, Extension
from xlsales.doctor.machine import Desk, Machine
from xlsales.workbook.schema import SCHEMA

VERSIONS = {"xlsales": "0.1.0", "xlwings": "0.37.8"}
WINDOWS_PYTHON = r"C:\Users\su\AppData\Local\Programs\Python\Python312\pythonw.exe"
MAC_PYTHON = "/Users/su/venv/bin/python"

DRESSED = Desk(
    name="主簿.xlsm",
    schema=SCHEMA,
    version="0.1.0",
    conf={"INTERPRETER_WIN": WINDOWS_PYTHON, "INTERPRETER_MAC": MAC_PYTHON},
    vba_version="0.37.8",
)
PLAIN = Desk(name="主簿.xlsx", schema=SCHEMA, version="0.1.0")

DRESSED_CALC = Calc(
    version="25.2",
    python=(3, 12),
    has_bridge=True,
    extension=Extension(
        xlsales="0.1.0",
        python="/usr/bin/python3",
        version=(3, 12),
        is_python_there=True,
    ),
)
PLAIN_CALC = replace(DRESSED_CALC, extension=None)

LINUX = Machine(
    platform="linux",
    python=(3, 12, 1),
    executable="/usr/bin/python3",
    versions={"xlsales": "0.1.0"},
    fonts=("Noto Sans CJK SC",),
    office="/usr/bin/soffice",
    calc=DRESSED_CALC,
    folder="/home/su/销售",
    desk=PLAIN,
)
WINDOWS = replace(
    LINUX,
    platform="win32",
    executable=WINDOWS_PYTHON.replace("pythonw", "python"),
    versions=VERSIONS,
    excel_bits=64,
    interpreter_there=True,
    dlls=("xlwings32-0.37.8.dll", "xlwings64-0.37.8.dll"),
    office=r"C:\Program Files\LibreOffice\program\soffice.com",
    folder=r"C:\Users\su\销售",
    desk=DRESSED,
)
MAC = replace(
    LINUX,
    platform="darwin",
    executable=MAC_PYTHON,
    versions=VERSIONS,
    interpreter_there=True,
    has_script=True,
    desk=DRESSED,
)

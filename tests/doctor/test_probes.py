"""Every probe on machines made up for it: what it says, and what to do."""

from dataclasses import replace

import pytest

from doctor.machines import (
    DRESSED,
    DRESSED_CALC,
    LINUX,
    MAC,
    PLAIN,
    PLAIN_CALC,
    WINDOWS,
)
from xlsales.doctor.line import State
from xlsales.doctor.probes import PROBES, lines
from xlsales.language import Text
from xlsales.workbook.schema import SCHEMA


def said(machine):
    """Return the states by key, and the lines in Chinese."""
    found = lines(machine)
    states = {key: line.state.value for key, line in found.items()}
    texts = {key: (one.what.zh, one.remedy.zh) for key, one in found.items()}
    return states, texts


def test_on_linux_only_what_matters_there_is_said():
    states, texts = said(LINUX)
    assert states == dict.fromkeys(
        [
            *("python", "xlsales", "workbook", "folder", "fonts"),
            *("office", "bridge", "extension"),
        ],
        "ok",
    )
    assert texts["workbook"] == (f"主簿.xlsx 是现在的版式（{SCHEMA}）", "")


def test_on_windows_everything_that_buttons_need_is_said():
    states, _ = said(WINDOWS)
    assert states == dict.fromkeys(
        [
            *("python", "xlsales", "workbook", "folder", "excel", "xlwings"),
            *("same_xlwings", "interpreter", "dll", "macros", "from_web"),
            *("fonts", "office", "bridge", "extension"),
        ],
        "ok",
    )


def test_on_a_mac_the_permission_cannot_be_seen_and_is_explained():
    states, texts = said(MAC)
    assert {key for key, state in states.items() if state != "ok"} == {"automation"}
    assert states["automation"] == "unseen"
    assert "−1743" in texts["automation"][1]
    assert set(states) >= {"script", "xlwings", "same_xlwings", "interpreter"}
    assert not set(states) & {"dll", "macros", "from_web", "excel"}


def test_without_a_workbook_the_machine_alone_is_looked_at():
    machine = replace(WINDOWS, desk=None, folder="")
    states, _ = said(machine)
    assert not set(states) & {"workbook", "folder", "interpreter", "macros", "cloud"}


def of(machine, **facts):
    return replace(machine, **facts)


def with_conf(**conf):
    return replace(DRESSED, conf=conf)


def with_extension(**facts):
    return replace(DRESSED_CALC, extension=replace(DRESSED_CALC.extension, **facts))


OLD = replace(DRESSED, schema=SCHEMA - 1)
FAULTS = [
    ("python", of(LINUX, python=(3, 9, 2)), "missing", "安装 Python 3.11"),
    ("xlsales", of(LINUX, versions={}), "warn", "pip install ."),
    ("xlwings", of(WINDOWS, versions={"xlsales": "0.1.0"}), "missing", "pip install x"),
    (
        "same_xlwings",
        of(WINDOWS, desk=replace(DRESSED, vba_version="0.30.1")),
        "missing",
        "xlsales upgrade 主簿.xlsm",
    ),
    ("dll", of(WINDOWS, dlls=()), "missing", "--force-reinstall xlwings==0.37.8"),
    ("dll", of(WINDOWS, dlls=("xlwings64-0.30.1.dll",)), "missing", "pip install"),
    ("dll", of(WINDOWS, dlls=("xlwings32-0.37.8.dll",)), "missing", "pip install"),
    ("script", of(MAC, has_script=False), "missing", "runpython install"),
    ("interpreter", of(WINDOWS, desk=with_conf()), "missing", r"Python312\python.exe"),
    ("interpreter", of(WINDOWS, interpreter_there=False), "missing", "xlwings.conf"),
    (
        "interpreter",
        of(WINDOWS, desk=with_conf(INTERPRETER_WIN=r"D:\py\python.exe")),
        "warn",
        "xlwings.conf",
    ),
    (
        "interpreter",
        of(MAC, desk=with_conf(INTERPRETER_MAC="/usr/bin/python3")),
        "warn",
        "/Users/su/venv/bin/python",
    ),
    (
        "interpreter",
        of(MAC, desk=with_conf(INTERPRETER_MAC="/Users/su/my venv/bin/python")),
        "missing",
        "没有空格的文件夹",
    ),
    ("excel", of(WINDOWS, excel_bits=None), "warn", "xlsales --help"),
    ("macros", of(WINDOWS, vba_warnings=4), "missing", "信任中心"),
    ("macros", of(WINDOWS, vba_warnings=3), "missing", "信任中心"),
    ("macros", of(WINDOWS, vba_warnings=4, is_policy=True), "missing", "请 IT 放行"),
    ("from_web", of(WINDOWS, zone=3), "missing", "解除锁定"),
    ("cloud", of(WINDOWS, synced="OneDrive"), "warn", "始终保留在此设备上"),
    ("folder", of(LINUX, is_writable=False), "missing", "请 IT"),
    ("workbook", of(WINDOWS, desk=OLD), "missing", "xlsales upgrade 主簿.xlsm"),
    (
        "workbook",
        of(WINDOWS, desk=replace(DRESSED, schema=SCHEMA + 1)),
        "missing",
        "升级 xlsales",
    ),
    (
        "workbook",
        of(LINUX, desk=replace(PLAIN, schema=None)),
        "warn",
        "xlsales upgrade 主簿.xlsx",
    ),
    (
        "workbook",
        of(LINUX, desk=replace(PLAIN, version="0.0.9")),
        "warn",
        "xlsales upgrade 主簿.xlsx",
    ),
    (
        "workbook",
        of(LINUX, desk=replace(PLAIN, is_master=False, schema=None)),
        "missing",
        "xlsales new",
    ),
    (
        "workbook",
        of(LINUX, desk=None, fault=Text("打不开", "no")),
        "missing",
        "另存一份",
    ),
    ("fonts", of(LINUX, fonts=()), "warn", "Noto Sans CJK"),
    (
        "bridge",
        of(LINUX, calc=replace(DRESSED_CALC, has_bridge=False)),
        "missing",
        "python3-uno",
    ),
    (
        "bridge",
        of(WINDOWS, calc=replace(DRESSED_CALC, has_bridge=False)),
        "missing",
        "重新完整安装 LibreOffice",
    ),
    (
        "extension",
        of(WINDOWS, calc=with_extension(xlsales="0.0.9")),
        "warn",
        "xlsales calc install",
    ),
    (
        "extension",
        of(MAC, calc=with_extension(is_python_there=False)),
        "missing",
        "xlsales calc install",
    ),
]


@pytest.mark.parametrize(("key", "machine", "state", "remedy"), FAULTS)
def test_a_fault_is_one_line_with_what_to_do(key, machine, state, remedy):
    states, texts = said(machine)
    assert states[key] == state
    assert remedy in texts[key][1]
    others = {k for k, v in states.items() if v not in {"ok", "unseen"}}
    assert others == {key}


CHOICES = [
    (of(LINUX, office="", calc=None), {"office": "XLSALES_OFFICE"}),
    (of(MAC, office="", calc=None), {"office": "安装 LibreOffice"}),
    (of(WINDOWS, calc=PLAIN_CALC), {"extension": "xlsales calc install"}),
    (
        of(LINUX, calc=replace(PLAIN_CALC, has_bridge=False)),
        {"bridge": "python3-uno", "extension": "xlsales calc install"},
    ),
]


@pytest.mark.parametrize(("machine", "remedies"), CHOICES)
def test_what_nobody_has_to_have_is_said_and_is_no_fault(machine, remedies):
    states, texts = said(machine)
    assert {k for k, v in states.items() if v == "optional"} == set(remedies)
    assert all(remedy in texts[key][1] for key, remedy in remedies.items())
    assert all(line.state.is_fine for line in lines(machine).values())


WHERE = [
    (DRESSED_CALC, "与 xlsales 的相同"),
    (replace(PLAIN_CALC, python=(3, 11)), "有 Python 3.11，xlsales 用 3.12"),
    (with_extension(version=(3, 11)), "有 Python 3.12，xlsales 用 3.11"),
    (with_extension(version=None), "与 xlsales 的相同"),
    (replace(DRESSED_CALC, python=None), "看不出是哪一版"),
]


@pytest.mark.parametrize(("calc", "words"), WHERE)
def test_where_xlsales_runs_is_told_by_the_versions_of_python(calc, words):
    """The one that the extension was made with decides, else the one that asks."""
    states, texts = said(of(LINUX, calc=calc))
    assert states["bridge"] == "ok"
    assert words in texts["bridge"][0]


def test_of_an_office_that_is_not_as_usual_nothing_is_claimed():
    machine = of(LINUX, calc=None, unseen={"calc": "FileNotFoundError: bootstraprc"})
    states, texts = said(machine)
    assert states["bridge"] == "unseen"
    assert "FileNotFoundError: bootstraprc" in texts["bridge"][0]
    assert "extension" not in states
    assert texts["office"][0] == "LibreOffice：/usr/bin/soffice"


FINE = [
    ("macros", of(WINDOWS, vba_warnings=1)),
    ("macros", of(WINDOWS, vba_warnings=2)),
    ("from_web", of(WINDOWS, zone=2)),
    ("dll", of(WINDOWS, excel_bits=32, dlls=("XLWINGS32-0.37.8.DLL",))),
    (
        "cloud",
        of(
            WINDOWS,
            synced="OneDrive",
            desk=replace(DRESSED, conf={**DRESSED.conf, "XLSALES FOLDER": r"D:\out"}),
        ),
    ),
]


@pytest.mark.parametrize(("key", "machine"), FINE)
def test_what_is_fine_is_not_complained_of(key, machine):
    assert said(machine)[0][key] == "ok"


def test_what_could_not_be_looked_at_is_said_and_is_nothing_to_do():
    machine = of(LINUX, fonts=(), unseen={"fonts": "FileNotFoundError: fc-list"})
    states, texts = said(machine)
    assert states["fonts"] == "unseen"
    assert texts["fonts"] == ("没能查看中文字体：FileNotFoundError: fc-list", "")
    assert lines(machine)["fonts"].state.is_fine


def test_every_fact_that_a_probe_needs_is_one_that_may_be_unseen():
    facts = {*LINUX.__slots__, "vba"}
    assert {one for probe in PROBES for one in probe.needs} <= facts


def test_keys_are_said_once():
    keys = [probe.key for probe in PROBES]
    assert len(set(keys)) == len(keys)


def test_a_state_with_something_to_do_is_not_fine():
    assert {one for one in State if one.is_fine} == {
        State.OK,
        State.OPTIONAL,
        State.UNSEEN,
    }

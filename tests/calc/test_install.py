"""Install: what the office's own tool is told, and what is made of what it says."""

import json
import os
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import lxml
import pytest

from harness.extended_office import as_another
from office.places import debian
from xlsales.calc import install as into
from xlsales.errors import ExtensionRefused, NoOffice
from xlsales.language import say
from xlsales.office.installed import settings_in
from xlsales.workbook.schema import version

CHECKOUT = Path(__file__).resolve().parents[2]
ASKED = """#!/bin/sh
printf '%s\\n' "$@" >HERE/asked
for last; do :; done
cp "$last" HERE/xlsales.oxt 2>/dev/null || :
"""
LOCKED = """echo 'unopkg 无法启动。锁定文件表示它已在运行：' >&2
echo '/home/su/.config/libreoffice/4/.lock' >&2; exit 1"""
NOT_THERE = "echo 'ERROR: 没有部署这样的扩展: xlsales.calc' >&2; exit 1"
OF_ROOT = "echo 'ERROR: Cannot run unopkg as root' >&2; exit 1"
FROM = "from xlsales.calc.install import install, remove"
BROKEN = "echo 'ERROR: Exception occurred: disk full'; exit 1"


class PlayedTool:
    """A script in the place of unopkg, beside an office made up of files."""

    def __init__(self, folder):
        self.folder = folder
        self.program = debian(folder)
        self._tool = self.program.resolve().parent / "unopkg"

    def plays(self, script=""):
        self._tool.write_text(ASKED.replace("HERE", str(self.folder)) + script)
        self._tool.chmod(self._tool.stat().st_mode | stat.S_IXUSR)

    def is_gone(self):
        self._tool.unlink()

    def has_no_bridge(self):
        (self._tool.parent / "pythonloader.py").unlink()

    @property
    def asked(self):
        return (self.folder / "asked").read_text().split()

    @property
    def got(self):
        with zipfile.ZipFile(self.folder / "xlsales.oxt") as package:
            return json.loads(package.read("settings.json"))


@pytest.fixture
def played(tmp_path, monkeypatch):
    """A tool that does what it is asked, until told otherwise; we are not root."""
    tool = PlayedTool(tmp_path)
    tool.plays()
    monkeypatch.setenv("XLSALES_OFFICE", str(tool.program))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    return tool


def reason(work):
    with pytest.raises(ExtensionRefused) as caught:
        work()
    facts = caught.value.facts
    assert say("errors", caught.value.code, "zh", **facts).startswith(
        "LibreOffice 没能"
    )
    return facts["reason"].zh


def test_the_extension_takes_the_place_of_an_older_one(played):
    into.install(("-env:UserInstallation=file:///x",))
    *options, path = played.asked
    assert options == [
        *("add", "--force", "--suppress-license", "-env:UserInstallation=file:///x"),
    ]
    assert path.endswith("/xlsales.oxt")
    assert not Path(path).exists()


def test_what_is_put_in_names_this_python(played):
    into.install()
    assert played.got["python"] == sys.executable
    assert played.got["version"] == list(sys.version_info[:2])
    assert played.got["xlsales"] == version()
    assert str(Path(lxml.__file__).parents[1]) in played.got["paths"]


def test_what_went_in_by_half_is_taken_out_again(played):
    played.plays(BROKEN)
    assert "disk full" in reason(into.install)
    assert played.asked == ["remove", "xlsales.calc"]


def test_an_environment_that_is_activated_does_not_lead_the_office_astray(
    played, monkeypatch
):
    """Its Python takes the first ``python3`` on the path for its own."""
    ours = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{ours}:/usr/bin:/bin:/opt/tools")
    monkeypatch.setenv("PYTHONPATH", "/desk")
    monkeypatch.setenv("VIRTUAL_ENV", str(ours.parent))
    played.plays(f"env >{played.folder}/environment")
    into.install()
    found = (played.folder / "environment").read_text().splitlines()
    assert "PATH=/usr/bin:/bin:/opt/tools" in found
    assert not any(one.startswith(("PYTHON", "VIRTUAL_ENV")) for one in found)


def test_it_is_taken_out_by_its_name(played):
    into.remove()
    assert played.asked == ["remove", "xlsales.calc"]


REFUSALS = [
    (into.install, LOCKED, "关掉它的全部窗口"),
    (into.remove, LOCKED, "关掉它的全部窗口"),
    (into.remove, NOT_THERE, "不用取下"),
    (into.install, NOT_THERE, "没有部署这样的扩展: xlsales.calc"),
    (into.install, BROKEN, "ERROR: Exception occurred: disk full"),
    (into.install, "exit 3", "没有说明原因"),
    (into.install, "echo 'Warning: no Java'; exit 1", "没有说明原因"),
]


@pytest.mark.parametrize(("work", "script", "words"), REFUSALS)
def test_what_it_refuses_is_a_sentence(played, work, script, words):
    """It speaks the language of the office; what it names is the same in all."""
    played.plays(script)
    assert words in reason(work)


def test_root_is_told_who_is_to_run_it(played, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    played.plays(OF_ROOT)
    assert "不要加 sudo" in reason(into.install)


def test_an_office_without_python_is_known_when_it_fails(played):
    played.has_no_bridge()
    into.install()
    played.plays(BROKEN)
    assert "python3-uno" in reason(into.install)


def test_an_office_that_hangs_is_stopped(played, monkeypatch):
    monkeypatch.setattr(into, "_SECONDS", 0.2)
    played.plays("sleep 60 & wait")
    assert "没有在时限内完成" in reason(into.install)


def test_an_office_without_the_tool_is_not_the_one_to_name(played):
    played.is_gone()
    said = reason(into.install)
    assert f"在 {played.program.resolve().parent} 里没有它的 unopkg" in said
    assert "XLSALES_OFFICE" in said


def test_without_an_office_nothing_is_done(monkeypatch, tmp_path):
    monkeypatch.setenv("XLSALES_OFFICE", str(tmp_path / "none"))
    for work in (into.install, into.remove, into.office_here):
        with pytest.raises(NoOffice):
            work()


def test_an_xlsales_that_is_not_installed_would_not_be_found(played, monkeypatch):
    monkeypatch.setattr(into, "version", lambda: "")
    assert "pip install ." in reason(into.install)


def test_what_the_office_is(played):
    office = into.office_here()
    assert (office.version, office.python) == ("25.2", (3, 11))


def test_of_a_program_that_only_starts_another_nothing_is_told(played, monkeypatch):
    (played.program.resolve().parent / "bootstraprc").unlink()
    assert into.office_here() is None


@pytest.fixture
def anybodys(monkeypatch):
    """A folder that everybody may write into; those of pytest are ours alone."""
    first = [str(Path(sys.executable).parent), os.environ["PATH"]]
    monkeypatch.setenv("PATH", os.pathsep.join(first))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder)
        path.chmod(0o777)
        (path / "profile").mkdir()
        (path / "profile").chmod(0o777)
        yield path


@pytest.mark.extension
def test_the_real_tool_puts_it_in_and_takes_it_out(anybodys):
    profile = anybodys / "profile"
    where = f"-env:UserInstallation={profile.as_uri()}"

    def run(*command):
        done = subprocess.run(
            [*as_another(), *command],
            env={**os.environ, "HOME": str(anybodys), "TMPDIR": str(anybodys)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ours(work):
        """As from a terminal in which an environment is activated."""
        run(sys.executable, "-c", f"{FROM}; {work}(({where!r},))")

    assert settings_in(profile) is None
    ours("install")
    listed = run(str(into.tool()), "list", where)
    assert "Identifier: xlsales.calc\n" in listed
    assert listed.count("is registered: yes") == 7  # six parts, and the whole
    assert "is registered: no" not in listed
    assert settings_in(profile)["python"] == sys.executable
    ours("install")
    assert settings_in(profile)["xlsales"] == version()
    ours("remove")
    assert "xlsales" not in run(str(into.tool()), "list", where)
    assert settings_in(profile) is None

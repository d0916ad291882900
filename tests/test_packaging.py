"""What is shipped: the wheel, the locked versions, what is loaded and when."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"(?m)^([A-Za-z0-9._-]+)==(\S+) \\\n((?:    --hash=.+\n?)+)")


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run(
        [*build, "--outdir", folder, CHECKOUT], check=True, capture_output=True
    )
    [path] = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def locked(lock):
    text = (CHECKOUT / lock).read_text("utf-8")
    return {
        canonicalize_name(name): version for name, version, _ in PINNED.findall(text)
    }


def modules_after(code):
    """Return the modules that are loaded once a fresh Python has run ``code``."""
    script = f"import sys\n{code}\nprint('modules:', *sys.modules)"
    done = subprocess.run(  # noqa: PLW1510 - what went wrong is shown below
        [sys.executable, "-c", script], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("modules:")[2].split())


def test_the_wheel_has_every_file_of_the_package(wheel):
    tracked = {
        path.relative_to(CHECKOUT).as_posix()
        for path in (CHECKOUT / "xlsales").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert tracked <= set(wheel)
    assert "xlsales/py.typed" in wheel
    assert "xlsales/messages.toml" in wheel


def test_the_wheel_has_every_template(wheel):
    for path in (CHECKOUT / "templates").rglob("*"):
        if path.is_file():
            name = path.relative_to(CHECKOUT).as_posix()
            assert wheel[f"xlsales/{name}"] == path.read_bytes()


def test_the_wheel_has_nothing_else(wheel):
    assert {name.partition("/")[0] for name in wheel} == {
        "xlsales",
        "xlsales-0.1.0.dist-info",
    }


def test_the_wheel_names_no_machine(wheel):
    assert not any(str(CHECKOUT).encode() in content for content in wheel.values())


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_version_has_hashes_and_no_origin(lock):
    text = (CHECKOUT / lock).read_text("utf-8")
    rest = [line for line in PINNED.sub("", text).splitlines() if line.strip()]
    assert [line for line in rest if not line.startswith("#")] == []
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_locks_hold_what_the_project_asks_for(project):
    runtime, everything = (locked(lock) for lock in LOCKS)
    wanted = project["project"]["dependencies"]
    tools = project["dependency-groups"]["dev"] + project["build-system"]["requires"]
    for lock, requirements in (runtime, wanted), (everything, wanted + tools):
        for requirement in map(Requirement, requirements):
            version = lock[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), requirement
    assert runtime.items() <= everything.items()


def test_the_sheets_load_neither_pandas_nor_jinja():
    loaded = modules_after("import xlsales.sheets")
    assert loaded.isdisjoint({"pandas", "numpy", "jinja2", "xlsxwriter", "lxml"})


def test_help_loads_neither_pandas_nor_xlwings():
    loaded = modules_after(
        "from xlsales.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit as end: assert not end.code"
    )
    assert loaded.isdisjoint({"pandas", "numpy", "xlwings", "xlsxwriter"})

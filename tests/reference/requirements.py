"""REQUIREMENTS.md: what the desk asks for, where it is kept and what proves it."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from harness.needs import CHECKOUT
from reference import markdown as md
from reference.problems import title as title_of_problem
from xlsales.language import Text

SOURCE = Path(__file__).with_name("requirements.toml")
ID = re.compile(r"\bS-\d{3}\b")
RANGE = re.compile(r"\bS-\d{3} ?(?:…|–|—|-|\.\.+) ?S-\d{3}\b")
_GALLERY = CHECKOUT / "tests/checks/gallery.py"
_PROBLEMS = "PROBLEMS.md"


class Requirement(NamedTuple):
    """One row; ``waits`` where it is not built, ``still`` where it lacks something."""

    said: Text
    waits: Text | None
    still: Text | None


class System(NamedTuple):
    """A system of order to cash: its number in the catalogue, its name, its rows."""

    number: int
    name: Text
    rows: tuple[str, ...]


class Citation(NamedTuple):
    """Where an id stands: the file, and the test or the case it belongs to."""

    path: str
    test: str = ""
    case: str = ""


def page() -> str:
    """Return the page."""
    return md.page(
        "要求 · Requirements",
        "内勤工作的要求，编号来自五份销售内勤资料的目录。测试写明它证明的编号，这里由"
        "代码汇集。 What the desk asks for; the ids are rows of a catalogue of five "
        "documents of sales assistants. A test names what it proves; this is collected "
        "from the code.",
        _counted(),
        *_systems(),
        *(_area(title, rows) for title, rows in areas()),
    )


def _counted() -> str:
    waiting = sum(row.waits is not None for row in requirements().values())
    built = len(requirements()) - waiting
    return (
        f"已做 {built} 条，以后 {waiting} 条。 {built} are built, {waiting} come "
        "later and say what they wait for."
    )


@cache
def requirements() -> dict[str, Requirement]:
    """Return every row of the source, by id."""
    return {number: row for _, rows in areas() for number, row in rows.items()}


def areas() -> Iterator[tuple[Text, dict[str, Requirement]]]:
    """Yield the areas of the source with their rows."""
    for name, area in _source().items():
        if name in {"core", "systems"}:
            continue
        rows = {
            number: Requirement(_text(row), _text(row, "waits"), _text(row, "still"))
            for number, row in area.items()
            if isinstance(row, dict)
        }
        yield _text(area), rows


def systems() -> list[System]:
    """Return the systems of order to cash, in the order of the catalogue."""
    return [
        System(one["number"], _text(one), tuple(one["rows"]))
        for one in _source()["systems"]
    ]


def core() -> set[str]:
    """Return the rows that the desk cannot do without."""
    return set(_source()["core"])


@cache
def in_modules() -> dict[str, list[str]]:
    """Return the modules that cite an id, by id."""
    found = defaultdict(list)
    for path in sorted((CHECKOUT / "xlsales").rglob("*.py")):
        for number in sorted(set(ID.findall(path.read_text("utf-8")))):
            found[number].append(_relative(path))
    return found


@cache
def in_tests() -> dict[str, list[Citation]]:
    """Return the tests that name an id, by id; an id outside a test has no test."""
    found = defaultdict(list)
    for path in [_GALLERY, *sorted((CHECKOUT / "tests").rglob("test_*.py"))]:
        source = path.read_text("utf-8")
        for citation, text in _pieces(path, source):
            for number in sorted(set(ID.findall(text))):
                found[number].append(citation)
    return found


def ranges() -> list[str]:
    """Return what cites ids from one to another: which are meant is not to be seen."""
    folders = [CHECKOUT / "xlsales", CHECKOUT / "tests"]
    return [
        f"{_relative(path)}: {found}"
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        for found in RANGE.findall(path.read_text("utf-8"))
    ]


def _pieces(path: Path, source: str) -> Iterator[tuple[Citation, str]]:
    """Yield what belongs to each test: its lines, and what stands right above it."""
    name, lines, begin = _relative(path), source.splitlines(), 0
    if path == _GALLERY:
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Case":
                code = next(one for one in call.keywords if one.arg == "code")
                text = "\n".join(lines[call.lineno - 1 : call.end_lineno])
                yield Citation(name, case=ast.literal_eval(code.value)), text
        return
    for one in ast.parse(source).body:
        text = "\n".join(lines[begin : one.end_lineno])
        begin = one.end_lineno
        test = getattr(one, "name", "")
        yield Citation(name, test if test.startswith("test_") else ""), text


def _systems() -> Iterator[str]:
    """Yield the part by system: each row, what is asked, and what proves it."""
    asked, tests, needed = requirements(), in_tests(), core()
    yield (
        "## 从订单到收款，按系统 · Order to cash, by system\n\n"
        "粗体的编号缺不得，测试保证每一条都做到。 The desk cannot do without the ids "
        "in bold; a test sees to it that each is built."
    )
    head = ("", "要求 Requirement", "测试 Tests")
    for number, name, rows in systems():
        table = [
            (
                f"**{one}**" if one in needed else one,
                _said(asked[one]),
                "\n".join(map(_proof, tests.get(one, ()))),
            )
            for one in rows
        ]
        yield f"### {number} {md.heading(name)}\n\n{md.table(head, table)}"


def _area(title: Text, rows: dict[str, Requirement]) -> str:
    modules, tests = in_modules(), in_tests()
    head = ("", "要求 Requirement", "模块 Modules", "测试 Tests")
    table = [
        (
            number,
            _said(row),
            "\n".join(f"[{_short(one)}](../{one})" for one in modules.get(number, ())),
            "\n".join(map(_proof, tests.get(number, ()))),
        )
        for number, row in rows.items()
    ]
    return f"## {md.heading(title)}\n\n{md.table(head, table)}"


def _said(row: Requirement) -> str:
    lines = [md.both(row.said)]
    if row.waits:
        lines.append(f"**以后** 等{row.waits.zh} · **Later**: waits for {row.waits.en}")
    if row.still:
        lines.append(f"尚缺：{row.still.zh} · Still missing: {row.still.en}")
    return "\n".join(lines)


def _proof(one: Citation) -> str:
    if one.case:
        return md.link(md.code(one.case), title_of_problem(one.case), _PROBLEMS)
    words = one.test.removeprefix("test_").replace("_", " ").replace(" s ", "'s ")
    return f"[{words}](../{one.path})"


def _short(path: str) -> str:
    return md.code(path.removeprefix("xlsales/"))


def _relative(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


@cache
def _source() -> dict[str, Any]:
    return tomllib.loads(SOURCE.read_text("utf-8"))


def _text(row: dict[str, object], name: str = "") -> Text | None:
    said = row.get(name) if name else row
    return Text(said["zh"], said["en"]) if said else None

"""The reference says what the code says: up to date, complete, no link broken."""

import ast
import inspect
import json
import re
from functools import cache
from itertools import pairwise

import pytest

import reference
import xlsales
from checks.changes import CLEAN_BOOK
from harness.needs import CHECKOUT
from harness.tables import rows_from
from reference import (
    commands,
    markdown,
    notes,
    problems,
    requirements,
    sheets,
    templates,
)
from reference.shapes import SHAPES, keys_of
from xlsales import cli
from xlsales.checks import CHECKS
from xlsales.checks.problem import Kind
from xlsales.checks.run import Verdict
from xlsales.documents import DOCUMENTS
from xlsales.sheets import SHEETS
from xlsales.sheets.columns import ColumnType
from xlsales.sheets.options import OPTION_LISTS

COMMANDS = commands.every_command()
EVERY_PAGE = pytest.mark.parametrize("name", reference.PAGES)
DAY = ("--as-of", "2026-10-20")


@cache
def text_of(page):
    """Return a page as the code writes it now."""
    return reference.PAGES[page]()


def section(page, title):
    """Return what stands under a heading, up to the next one."""
    level = re.search(rf"(?m)^(#+) {re.escape(title)}$", text_of(page))
    assert level, f"{page} has no heading {title!r}"
    rest = text_of(page)[level.end() :]
    return re.split(rf"(?m)^#{{1,{len(level[1])}}} ", rest)[0]


@EVERY_PAGE
def test_a_page_is_up_to_date(name):
    path = CHECKOUT / name
    assert path.is_file(), f"{name} is not there. make docs"
    fresh = path.read_text("utf-8") == text_of(name)
    assert fresh, f"{name} is stale. make docs, and read the diff"


@EVERY_PAGE
def test_a_page_names_no_machine(name):
    assert str(CHECKOUT) not in text_of(name)
    assert not re.search(r"/(home|root|tmp|work|Users)/", text_of(name))


@EVERY_PAGE
def test_every_link_leads_somewhere(name):
    for shown, target in markdown.links(text_of(name)):
        path, _, anchor = target.partition("#")
        page = (CHECKOUT / name).parent / path if path else CHECKOUT / name
        assert page.exists(), f"{shown} → {target}"
        if anchor:
            assert anchor in markdown.anchors(page.read_text("utf-8")), target


@EVERY_PAGE
def test_every_row_of_a_table_has_as_many_cells(name):
    lines = text_of(name).splitlines()
    for above, below in pairwise(lines):
        if above.startswith("| ") and below.startswith("| "):
            assert len(re.findall(r"(?<!\\)\|", above)) == len(
                re.findall(r"(?<!\\)\|", below)
            ), below


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.key)
def test_every_column_of_a_sheet_is_there(sheet):
    text = section("workbooks/SHEETS.md", sheets.title(sheet))
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]
    said = [(row[1], row[2]) for row in rows[2:]]
    assert said == [
        (f"`{one.key}`", markdown.both(one.title).replace("\n", "<br>"))
        for one in sheet.columns
    ]


def test_every_type_of_column_and_every_list_is_there():
    assert set(sheets.KINDS) == set(ColumnType)
    text = section("workbooks/SHEETS.md", sheets.LISTS)
    assert all(f"| {name} |" in text for name in OPTION_LISTS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.code)
def test_every_code_is_there_with_its_case(check):
    text = section("workbooks/PROBLEMS.md", problems.title(check.code))
    assert check.kind.value in text
    assert "```text\n" in text
    assert re.search(r"(?m)^- \*\*.+\*\*", text)


def test_every_group_of_checks_has_a_chinese_name():
    assert set(problems.GROUPS) == {inspect.getmodule(one.find) for one in CHECKS}


def test_every_kind_and_verdict_is_explained():
    assert set(problems.KINDS) == set(Kind)
    assert set(problems.VERDICTS) == set(Verdict)


def test_every_command_has_its_note():
    assert set(notes.NOTES) == set(COMMANDS), "say it in tests/reference/notes.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_there_and_means_something(name):
    text = section("workbooks/COMMANDS.md", f"xlsales {name}")
    for form, option, english in commands.options_of(COMMANDS[name]):
        assert f"| `{form}` |" in text
        meaning = commands.meaning(name, option)
        assert meaning.zh, f"say in tests/reference/notes.py what {form} means"
        assert english or meaning.en


def test_no_note_is_left_over():
    used = {one.name for command in COMMANDS.values() for one in command.params}
    assert {key.rpartition(" ")[2] for key in notes.OPTIONS} == used
    assert {name for name, _, _ in notes.FILES} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_what_the_terminal_shows(name, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    cli.run([*name.split(), "--help"])
    assert capsys.readouterr().out.strip() in text_of("workbooks/COMMANDS.md")


def test_every_command_with_json_has_its_shape():
    with_json = {
        n for n, c in COMMANDS.items() if any("--json" in p.opts for p in c.params)
    }
    assert set(SHAPES) == with_json


KEPT = {
    "deduction_no": "K1",
    "customer_code": "C1",
    "kind": "服务费",
    "date": "2026-10-15",
    "amount": "106.00",
    "paper_state": "已到",
}
INVOICED = {
    "invoice_no": "26990000000000000001",
    "invoice_date": "2026-10-16",
    "customer_code": "C1",
    "kind": "数电专票",
    "amount": "100.00",
}


@pytest.fixture
def desk(tmp_path):
    """A folder with a small book, one line of which does not multiply."""
    path = tmp_path / "book.xlsx"
    rows = rows_from(CLEAN_BOOK)
    rows["order_lines"][1]["amount"] = "426.69"
    rows["orders"][1]["sign_place"] = "杭州"
    rows["deductions"] = [KEPT]
    rows["invoices"] = [INVOICED]
    path.write_bytes(xlsales.new_workbook(rows))
    return path


ARGUMENTS = {
    "stats": ("--month", "2026-10", "--by", "customer"),
    "plan": ("--month", "2026-11"),
    "regenerate": ("--month", "2026-10", "--jobs", "1"),
}


def spoil(path):
    """Leave the orders without a place of signing, and a template that is none."""
    path.write_bytes(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    template = path.parent / "templates" / "statement.xlsx"
    template.parent.mkdir()
    template.write_bytes(b"no workbook")


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_has_the_keys_of_a_real_answer(name, desk, capsys):
    if name == "regenerate":  # its answer names what was refused and what failed
        spoil(desk)
    day = DAY if any(one.name == "as_of" for one in COMMANDS[name].params) else ()
    cli.run([name, str(desk), "--json", *ARGUMENTS.get(name, ()), *day])
    answer = json.loads(capsys.readouterr().out)
    assert keys_of(answer) == keys_of(SHAPES[name])


FILE = "FILE"
RUNS = {
    "new": (FILE, "--force"),
    "check": (FILE, "--mark"),
    "contract": (FILE, "ZJHZNO.001"),
    "statement": (FILE, "--month", "2026-10"),
    "paper": ("receipt", FILE, "SK-1"),
    "stats": (FILE, "--month", "2026-10"),
    "plan": (FILE, "--month", "2026-11"),
    "recalc": (FILE,),
    "regenerate": (FILE, "--month", "2026-10", "--jobs", "1"),
    "calc build": (),
}
OFFICE = {"recalc": pytest.mark.office}


@pytest.mark.parametrize(
    ("name", "pattern"),
    [pytest.param(*one[:2], marks=OFFICE.get(one[0], ())) for one in notes.FILES],
)
def test_a_command_writes_files_of_the_names_that_are_said(
    name, pattern, desk, monkeypatch
):
    monkeypatch.chdir(desk.parent)
    day = DAY if any(one.name == "as_of" for one in COMMANDS[name].params) else ()
    given = [str(desk) if one == FILE else one for one in RUNS[name]]
    cli.run([*name.split(), *given, *day])
    written = [p.relative_to(desk.parent).as_posix() for p in desk.parent.rglob("*.*")]
    stands_for = re.sub(r"<\w+>", "[^/_]+", pattern)
    assert any(re.fullmatch(stands_for, one) for one in written), written


def test_every_filter_is_there():
    assert set(templates.FILTERS) == templates.own_filters()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.key)
def test_every_variable_is_there(document):
    text = section("templates/README.md", templates.title(document))
    for one in document.variables:
        assert f"| `{one.name}` | {one.meaning.zh} | {one.meaning.en} |" in text


def test_every_name_on_the_walk_exists():
    found = 0
    for shown, target in markdown.links(text_of("workbooks/WALK.md")):
        if target.endswith(".py") and shown.startswith("`"):
            found += 1
            source = (CHECKOUT / "workbooks" / target).read_text("utf-8")
            assert shown.strip("`") in names_of(ast.parse(source)), (
                f"{shown} in {target}"
            )
    assert found > 40


def names_of(tree, prefix=""):
    """Return what a module defines; of a class also what it holds."""
    names = set()
    for one in tree.body:
        if isinstance(one, ast.ClassDef | ast.FunctionDef):
            names.add(prefix + one.name)
        if isinstance(one, ast.ClassDef):
            names |= names_of(one, f"{prefix}{one.name}.")
        targets = getattr(one, "targets", [getattr(one, "target", None)])
        names |= {prefix + t.id for t in targets if isinstance(t, ast.Name)}
    return names


def test_every_id_that_is_cited_is_a_requirement():
    known = set(requirements.requirements())
    cited = set(requirements.in_modules()) | set(requirements.in_tests())
    assert cited <= known, "say it in tests/reference/requirements.toml"


def test_a_requirement_is_said_once():
    numbers = [number for _, rows in requirements.areas() for number in rows]
    assert len(set(numbers)) == len(numbers)
    assert all(requirements.ID.fullmatch(number) for number in numbers)


@pytest.mark.parametrize("number", requirements.requirements())
def test_a_test_names_every_requirement_that_is_built_and_no_other(number):
    named = requirements.in_tests().get(number, [])
    if requirements.requirements()[number].waits:
        assert not named, f"{number} is built: take `waits` away in requirements.toml"
    else:
        assert named, f"no test names {number}; write `# {number}` above the one"


@pytest.mark.parametrize("number", sorted(requirements.core()))
def test_a_core_row_is_built_and_belongs_to_a_system(number):
    row = requirements.requirements()[number]
    assert row.waits is None, f"{number} is a row the desk cannot do without"
    assert requirements.in_tests().get(number), f"no test names {number}"
    assert any(number in one.rows for one in requirements.systems())


@pytest.mark.parametrize("system", requirements.systems(), ids=lambda one: one.number)
def test_the_rows_of_a_system_are_said_in_order_and_once(system):
    known = requirements.requirements()
    lost = [number for number in system.rows if number not in known]
    assert not lost, "say it in tests/reference/requirements.toml"
    assert list(system.rows) == sorted(set(system.rows))


def test_an_id_stands_at_a_test_or_at_a_case_of_the_gallery():
    for number, cited in requirements.in_tests().items():
        for one in cited:
            assert one.test or one.case, f"{number} in {one.path} belongs to no test"


def test_ids_are_cited_one_by_one():
    assert requirements.ranges() == []


@pytest.mark.parametrize("name", ["anatomy.png", "three-ways.png"])
def test_the_pictures_are_there_and_light(name):
    picture = (CHECKOUT / "workbooks" / name).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000


def test_only_what_is_stale_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(reference, "CHECKOUT", tmp_path)
    monkeypatch.setattr(
        reference, "PAGES", {"a.md": lambda: "甲", "b.md": lambda: "乙"}
    )
    (tmp_path / "a.md").write_text("甲", "utf-8")
    assert reference.write() == ["b.md"]
    assert (tmp_path / "b.md").read_text("utf-8") == "乙"
    assert reference.stale() == []

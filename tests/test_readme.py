"""The two READMEs: of equal rank, and true."""

import re
from pathlib import Path

import pytest

from harness import demo
from reference import requirements
from xlsales import cli
from xlsales.functions import FUNCTIONS, function_named
from xlsales.functions.formula import parse
from xlsales.jobs.desk_papers import PAPERS
from xlsales.macros import MACROS
from xlsales.sheets import SHEETS

ROOT = Path(__file__).parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
SECONDS = re.compile(r"[\d.]+ (s|秒)$")


def blocks(text, kind):
    """Return the code blocks of a kind."""
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def lines_of(text):
    """Return lines without trailing spaces, and without the time it took."""
    return [SECONDS.sub("", line.rstrip()) for line in text.strip().splitlines()]


@pytest.mark.parametrize("language", READMES)
def test_the_demo_prints_what_the_readme_shows(language, tmp_path, monkeypatch, capsys):
    shown = blocks(READMES[language].read_text("utf-8"), "console")[0]
    command, printed = shown.split(f"xlsales demo --lang {language}\n")
    assert command.startswith("$ python -m pip install")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["demo", "--lang", language]) == 0
    assert lines_of(capsys.readouterr().out) == lines_of(printed)


def test_every_command_of_the_readmes_runs(tmp_path, monkeypatch, capsys):
    """On the demo's own workbook; ``new`` makes another one first."""
    monkeypatch.chdir(tmp_path)
    said = [
        line.split("#")[0].strip()
        for path in READMES.values()
        for line in blocks(path.read_text("utf-8"), "console")[1].splitlines()
    ]
    commands = [line.split() for line in dict.fromkeys(said)]  # of both, each once
    Path("master.xlsx").write_bytes(demo.master())
    for dollar, program, *arguments in commands:
        assert (dollar, program) == ("$", "xlsales")
        takes = {one.name for one in cli.commands.commands[arguments[0]].params}
        more = ["--as-of", "2026-10-31"] if "as_of" in takes else []
        more += ["--force", "--demo"] if arguments[0] == "new" else []
        assert cli.run([*arguments, *more]) in {0, 1}, arguments
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("language", READMES)
def test_the_python_of_the_readme_runs(language, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("master.xlsx").write_bytes(demo.master())
    (script,) = blocks(READMES[language].read_text("utf-8"), "python")
    exec(compile(script, "README", "exec"), {})  # noqa: S102 - our own README
    assert re.search(r"^\d+\.\d\d$", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize("language", READMES)
def test_every_link_leads_somewhere(language):
    text = READMES[language].read_text("utf-8")
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert (ROOT / link).exists(), link


def test_both_have_the_same_shape():
    shapes = [
        [line[:3] for line in path.read_text("utf-8").splitlines() if line[:1] in "#|"]
        for path in READMES.values()
    ]
    assert [len(shape) for shape in shapes] == [len(shapes[0])] * 2


COUNTED = {"en": "| {} worksheet functions |", "zh": "| {} 个工作表函数 |"}


@pytest.mark.parametrize("language", READMES)
def test_the_functions_are_counted(language):
    said = COUNTED[language].format(len(FUNCTIONS))
    assert said in READMES[language].read_text("utf-8")


@pytest.mark.parametrize("language", READMES)
def test_every_formula_calls_a_function_with_arguments_it_has(language):
    text = READMES[language].read_text("utf-8")
    formulas = re.findall(r"`=(XLSALES_[^`]+)`", text)
    assert formulas
    for formula in formulas:
        call = parse(formula)
        asked = function_named(call.name).arguments
        required = [one for one in asked if not one.is_optional]
        assert len(required) <= len(call.arguments) <= len(asked), formula


@pytest.mark.parametrize("language", READMES)
def test_every_button_that_is_named_is_there(language):
    text = READMES[language].read_text("utf-8").partition("three-ways.png")[2]
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| (?:`=|–)", text, re.MULTILINE)
    labels = {macro.label.zh for macro in MACROS}
    assert len(rows) >= len(COUNTED)
    for row in rows:
        assert any(label in row for label in labels), row


def system_rows(language):
    """Return the lines of the table of systems: name, sentence, sheets, how."""
    text = READMES[language].read_text("utf-8").partition("REQUIREMENTS.md)")[2]
    table = text.partition("\n## ")[0].strip().splitlines()
    rows = [line.strip("| ").split(" | ") for line in table if line.startswith("| ")]
    return rows[1:]


@pytest.mark.parametrize("language", READMES)
def test_every_system_has_a_line(language):
    names = [one.name(language) for one in requirements.systems()]
    assert [row[0] for row in system_rows(language)] == names
    assert all(len(row) == 4 for row in system_rows(language))


@pytest.mark.parametrize("language", READMES)
def test_every_sheet_of_a_system_is_there(language):
    titles = {one.title(language) for one in SHEETS}
    for name, _, sheets, _ in system_rows(language):
        assert set(re.split("、|, ", sheets)) <= titles, name


@pytest.mark.parametrize("language", READMES)
def test_every_command_button_and_function_of_a_system_is_there(language):
    labels = {macro.label.zh for macro in MACROS}
    kinds = {paper.key.replace("_", "-") for paper in PAPERS}
    for name, _, _, how in system_rows(language):
        for one in re.split("、|, ", how):
            if one.startswith("**"):
                assert one.strip("*") in labels, name
            elif one.startswith("`XLSALES_"):
                assert function_named(one.strip("`")), name
            else:
                program, command, *kind = one.strip("`").split()
                assert program == "xlsales"
                assert command in cli.commands.commands, name
                assert (command == "paper") is bool(kind)
                assert set(kind) <= kinds, name

"""Language: one catalogue, whole in both languages, and nothing idle in it."""

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import xlsales
from xlsales.checks import CHECKS
from xlsales.checks.problem import Severity
from xlsales.checks.run import Verdict
from xlsales.errors import XlsalesError
from xlsales.language import (
    LANGUAGES,
    Text,
    both,
    catalogue,
    fill,
    first_known,
    problem_text,
    say,
    show,
    show_number,
    text,
)
from xlsales.ledger.sales import Basis
from xlsales.ledger.terms import Event
from xlsales.periods import MONTHS_OF

PACKAGE = Path(xlsales.__file__).parent
SOURCES = [
    ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")
]
PARTS = ("title", "message", "why", "remedy")


def entries() -> Iterator[tuple[str, object]]:
    """Return every entry of the catalogue under its full name."""
    for section, found in catalogue().items():
        for key, entry in found.items():
            if section == "problems":
                yield from ((f"{section}.{key}.{part}", entry[part]) for part in entry)
            else:
                yield f"{section}.{key}", entry


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


ENTRIES = dict(entries())

# A month has a number in Chinese and a name in English.
ONE_SIDED = {"report.month"}


def test_every_entry_is_whole_in_both_languages():
    broken = [
        name
        for name, entry in ENTRIES.items()
        if set(entry) != set(LANGUAGES)
        or not all(entry[language].strip() for language in LANGUAGES)
    ]
    assert broken == []


def test_every_entry_speaks_of_the_same_facts_in_both_languages():
    torn = [
        name
        for name, entry in ENTRIES.items()
        if placeholders(entry["zh"]) != placeholders(entry["en"])
    ]
    assert set(torn) == ONE_SIDED


def test_an_english_sentence_has_no_chinese_but_names_and_examples():
    """What a clerk types stays as it is typed: 折, 定金, payment terms."""
    typed = ("term_faults.", "words.a_discount", "problems.discount_", "open_points.")
    mixed = [
        name
        for name, entry in ENTRIES.items()
        if not name.startswith(typed) and re.search(r"[\u4e00-\u9fff]", entry["en"])
    ]
    assert mixed == []


def test_every_check_has_its_four_sentences():
    for check in CHECKS:
        code = check.code
        assert set(catalogue()["problems"][code]) == set(PARTS), code
        said = problem_text(code)
        assert all(isinstance(getattr(said, part), Text) for part in PARTS), code
        assert not placeholders(said.title.zh), code
        assert not placeholders(said.why.zh), code


def test_every_problem_in_the_catalogue_has_its_check():
    assert set(catalogue()["problems"]) == {check.code for check in CHECKS}


def test_every_exception_has_its_sentence():
    kinds = [XlsalesError, *XlsalesError.__subclasses__()]
    codes = {kind.code for kind in kinds} | {"unexpected"}  # any other exception
    assert set(catalogue()["errors"]) == codes


def calls(*names: str) -> Iterator[ast.Call]:
    """Return the calls in the package of functions of those names."""
    for tree in SOURCES:
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in names
            ):
                yield node


def literals(call: ast.Call) -> tuple[str, ...]:
    """Return section and key where both stand in the call as they are."""
    first = [one.value for one in call.args[:2] if isinstance(one, ast.Constant)]
    both = len(first) == 2 and all(isinstance(one, str) for one in first)
    return tuple(first) if both else ()


def test_every_sentence_that_is_said_is_in_the_catalogue():
    said = {found for call in calls("say", "text", "both") if (found := literals(call))}
    assert len(said) > 20
    missing = {
        (section, key) for section, key in said if key not in catalogue()[section]
    }
    assert not missing


def test_a_sentence_gets_every_fact_it_speaks_of():
    for call in calls("say", "both"):
        given = {keyword.arg for keyword in call.keywords}
        if (found := literals(call)) and None not in given:
            section, key = found
            assert placeholders(catalogue()[section][key]["zh"]) == given, found


def test_nothing_in_the_catalogue_is_idle():
    """A key stands in the code as it is, or is made in one of these ways."""
    said = {
        node.value
        for tree in SOURCES
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = {
        "severity": {severity.value for severity in Severity},
        "verdict": {verdict.value for verdict in Verdict},
        "terms": {
            f"{e.value}{days}" for e in Event for days in ("", "_days", "_months")
        },
        "report": {
            *(f"than_{months}" for months in MONTHS_OF.values()),
            *(f"basis_{basis.value}" for basis in Basis),
        },
        "definitions": set(catalogue()["definition_titles"]),
        "definition_titles": set(catalogue()["definitions"]),
        "home": {
            *(f"step_{n}" for n in range(1, 5)),
            *(f"{of}_{key}" for of in ("mark", "meaning") for key in said),
        },
    }
    idle = {
        f"{section}.{key}"
        for section, found in catalogue().items()
        if section not in {"problems", "errors"}
        for key in found
        if key not in said | made.get(section, set())
    }
    assert not idle


def test_a_text_speaks_the_language_asked_for():
    both = Text("订单", "order")
    assert both("zh") == "订单"
    assert both("en") == "order"
    assert text("names", "order") == both


def test_facts_are_put_into_the_sentence():
    assert say("errors", "already_there", "zh", name="a.xlsx").startswith("a.xlsx ")
    sentence = "{who}: {amount}, {day}, {rows}, {none}"
    facts = {
        "who": Text("客户", "customer"),
        "amount": Decimal("1234.5"),
        "day": date(2026, 10, 8),
        "rows": (2, Decimal("3.00"), Text("四", "four")),
        "none": None,
    }
    assert fill(sentence, facts, "zh") == "客户: 1,234.50, 2026-10-08, 2、3、四, "
    assert fill(sentence, facts, "en") == "customer: 1,234.50, 2026-10-08, 2, 3, four, "


def test_a_sentence_in_both_languages_has_each_fact_in_its_own():
    both_ways = both("cli", "no_sheet", sheet=Text("订单", "Orders"))
    assert both_ways.zh == "注意：没有「订单」表，其中的内容没有计入"
    assert both_ways.en == "Note: there is no sheet Orders; nothing of it is counted"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (("en", "zh"), "en"),
        ((None, "EN"), "en"),
        (("fr", "zh", "en"), "zh"),
        (("", None), "zh"),
        ((), "zh"),
    ],
)
def test_the_first_language_that_we_speak(wanted, spoken):
    assert first_known(*wanted) == spoken


def test_a_fact_with_braces_is_no_placeholder():
    assert fill("找不到 {found}", {"found": "{name}"}, "zh") == "找不到 {name}"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1234.5", "1,234.50"),
        ("1234.50", "1,234.50"),
        ("1234", "1,234"),
        ("1234.00", "1,234"),
        ("1E+2", "100"),
        ("0.0004", "0.0004"),
        ("1.2345", "1.2345"),
        ("-1234567.8", "-1,234,567.80"),
        ("0", "0"),
        ("0.00", "0"),
    ],
)
def test_a_number_is_shown_as_a_person_writes_it(number, shown):
    assert show_number(Decimal(number)) == shown
    assert show(Decimal(number), "zh") == shown


def test_a_key_that_is_not_there_is_a_programmers_mistake():
    with pytest.raises(KeyError):
        text("words", "no such key")
    with pytest.raises(KeyError):
        problem_text("no_such_code")
    with pytest.raises(TypeError, match="both languages"):
        text("problems", "sheet_missing")

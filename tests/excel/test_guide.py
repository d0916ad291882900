"""函数: a row a function, with an example whose answer is there without Python."""

import datetime as dt
from dataclasses import replace

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from excel.dressed import opened, plain
from excel.samples import BALANCE, TODAY, WORDS
from xlsales.excel.guide import put_guide
from xlsales.language import LANGUAGES
from xlsales.patch.patch import Patch

DAY = replace(
    TODAY,
    name="XLSALES_SAMPLE_DAY",
    examples=(("=XLSALES_SAMPLE_DAY()", dt.date(2026, 10, 31)),),
)
SHARES = replace(
    TODAY,
    name="XLSALES_SAMPLE_SHARE",
    examples=(("=XLSALES_SAMPLE_SHARE({1;3})", [[0.25], [0.75]]),),
)
ASKED = replace(BALANCE, examples=(('=XLSALES_SAMPLE_BALANCE("C1")', 500.0),))
FUNCTIONS = (WORDS, ASKED, TODAY, DAY, SHARES)
TITLES = {"zh": "函数", "en": "Functions"}


def guided(content, language="zh", functions=FUNCTIONS):
    patch = Patch(content)
    title = put_guide(patch, functions, language)
    return title, patch.to_bytes()


def rows_of(content, title, **how):
    return list(opened(content, **how)[title].iter_rows(min_row=2, values_only=True))


def typed(formula):
    """A formula as the formula bar shows it; one of an array in braces."""
    return f"{{{formula.text}}}" if isinstance(formula, ArrayFormula) else formula


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_function_is_named_and_explained(language):
    title, content = guided(plain("empty", language), language)
    assert title == TITLES[language]
    assert rows_of(content, title)[0][:5] == (
        "XLSALES_SAMPLE_WORDS",
        WORDS.category(language),
        WORDS.about(language),
        "\n".join(
            (
                f"amount: {WORDS.arguments[0].about(language)}",
                f"[cur]: {WORDS.arguments[1].about(language)}",
            )
        ),
        "=XLSALES_SAMPLE_WORDS(1)",
    )


def test_an_example_has_its_answer_and_is_computed_where_it_needs_no_sheet():
    title, content = guided(plain())
    day = dt.datetime.combine(DAY.examples[0][1], dt.time())
    shown = [row[5:] for row in rows_of(content, title)]
    assert [(said, typed(live)) for said, live in shown] == [
        ("壹元整", "=XLSALES_SAMPLE_WORDS(1)"),
        ("按本簿的内容", None),
        (None, None),
        (day, "=XLSALES_SAMPLE_DAY()"),
        ("0.25; 0.75", "{=XLSALES_SAMPLE_SHARE({1;3})}"),
    ]
    stored = [row[6] for row in rows_of(content, title, data_only=True)]
    # of many answers one cell shows the first
    assert stored == ["壹元整", None, None, day, 0.25]


def test_the_revision_is_no_argument_to_read_about():
    title, content = guided(plain())
    said = rows_of(content, title)[1][3]
    assert said == "customer: 客户编码\n[as_of]: 哪一天"


def test_twice_is_once_and_an_older_one_makes_room():
    title, once = guided(plain())
    assert guided(once) == (title, once)
    _, fewer = guided(once, functions=(WORDS,))
    assert opened(fewer).sheetnames == opened(once).sheetnames
    assert len(rows_of(fewer, title)) == 1


def test_a_guide_that_a_person_renamed_keeps_its_title():
    _, content = guided(plain())
    renamed = content_with_title(content, "函数", "公式大全")
    title, again = guided(renamed, "en")
    assert title == "公式大全"
    assert "Functions" not in opened(again).sheetnames


def content_with_title(content, old, new):
    patch = Patch(content)
    book = patch.package.tree(patch.package.book)
    for one in book.iter("{*}sheet"):
        if one.get("name") == old:
            one.set("name", new)
    for one in book.iter("{*}definedName"):
        one.text = (
            (one.text or "")
            .replace(f"{old}'!", f"{new}'!")
            .replace(f"{old}!", f"{new}!")
        )
    return patch.to_bytes()


def test_a_sheet_of_a_persons_own_that_is_called_so_stays():
    patch = Patch(plain())
    put_guide(patch, (WORDS,), "zh")
    patch.package.tree(patch.package.book)
    for one in patch.package.tree(patch.package.book).iter("{*}definedName"):
        if one.get("name") == "xlsales_guide":
            one.set("name", "theirs")
    theirs = patch.to_bytes()
    assert guided(theirs) == (None, theirs)


def test_without_functions_there_is_no_guide():
    assert guided(plain(), functions=()) == (None, plain())

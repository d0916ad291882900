"""An amount in words beside digits, in what people type and what was made."""

import io

import pytest
from docx import Document

from xlsales.documents import word
from xlsales.documents.agreement import disagreement
from xlsales.errors import BadTemplate


@pytest.mark.parametrize(
    "text",
    [
        "定金人民币壹仟元整（¥1,000.00）",
        "定金 1000元（大写：壹仟圆正）",
        "预付贰佰元伍角，即 200.50，余款叁佰元整，即 300.00",
        "红字金额 5.00（负数伍元整）",
        "于 2026-10-31 前支付壹仟元整",
        "按 3 次支付，每次壹仟元整",
        "包装费 12.00 元",
        "每箱 12 元，壹拾贰拾元整",
    ],
)
def test_what_agrees_or_has_nothing_beside_it(text):
    assert disagreement(text) is None


@pytest.mark.parametrize(
    ("text", "words", "digits"),
    [
        ("定金人民币壹仟元整（¥1,100.00）", "壹仟元整", ("1,100.00",)),
        ("定金 1000元（大写：壹万元整）", "壹万元整", ("1000",)),
        ("伍角（USD 5）", "伍角", ("5",)),
    ],
)
def test_words_that_say_another_amount(text, words, digits):
    assert disagreement(text) == (words, digits)


def a_template(text):
    document = Document()
    document.add_table(1, 2).rows[0].cells[0].text = text
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_template_with_another_amount_in_words_is_refused():
    """Rules §1: words and digits of one document agree: a check."""
    template = a_template("{{ '120' }} 元（大写 {{ '壹佰元整' }}）")
    with pytest.raises(BadTemplate) as caught:
        word.render(template, {}, "mine.docx")
    assert all("壹佰元整" in one for one in caught.value.facts["reason"])

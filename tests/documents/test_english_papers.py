"""Papers in English: for customers who have them so, and without a Chinese word."""

import datetime as dt
import io
import re

import pytest
from docx import Document as Word
from openpyxl import load_workbook

from documents.long_papers import CHINESE, ENGLISH, drafts, is_english, long_book
from documents.long_papers import template as template_of
from xlsales.documents.shown import discount_shown, term_shown
from xlsales.jobs.papers import made_of
from xlsales.sheets.settings import Settings

FOR_CUSTOMERS = {
    "quote", "delivery_note", "order_change", "receipt", "letter", "statement"
}  # fmt: skip
# What was typed in Chinese into the book, and is printed as it was typed.
TYPED = (
    "王晓梅", "李建国", "陈立", "欧阳慧敏", "顺达物流运输服务有限公司", "辽",
    "收到预付款后十五个工作日内", "示例银行股份有限公司沈阳铁西支行营业部",
)  # fmt: skip


@pytest.fixture(scope="module")
def english():
    return drafts(long_book(3, ENGLISH))


def test_papers_are_chinese_unless_the_customer_has_them_in_english(english):
    chinese = drafts(long_book(3, CHINESE))
    assert not any(is_english(one) for one in chinese.values())
    assert {key for key, one in english.items() if is_english(one)} == FOR_CUSTOMERS


@pytest.mark.parametrize("key", sorted(FOR_CUSTOMERS))
def test_nothing_is_chinese_but_what_was_typed_so(english, key):
    made = made_of(english[key], template_of)
    said = text_of(made.content, made.ending)
    for one in TYPED:
        said = said.replace(one, "")
    assert re.findall("[\u4e00-\u9fff]+", said) == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        # 3 × 2,055,555.39 = 6,166,666.17
        ("quote", ["QUOTATION", "CNY 6,166,666.17", "Valid until: 2026-10-31"]),
        ("quote", ["Terms of payment: 100% within 30 days of delivery.", "pcs"]),
        # less the order discount of 20.00
        ("delivery_note", ["Copy 1 – Carrier", "CNY 6,166,646.17", "2026-10-22"]),
        ("order_change", ["Quantity", "12345", "12355", "Awaiting your confirmation"]),
        ("receipt", ["CNY 123,456,789.01", "Payment for goods (QC-1)", "Bank bill"]),
        # three items of 123,456,789.01, and the delivery of 6,166,666.17
        ("letter", ["4 items", "CNY 376,537,033.20", "by 2026-10-26", "Dear Sir"]),
        ("statement", ["Balance due from you", "59 days overdue", "Delivery"]),
    ],
)
def test_it_says_what_the_chinese_one_says(english, key, said):
    made = made_of(english[key], template_of)
    text = text_of(made.content, made.ending)
    for one in said:
        assert one in text


def test_its_file_is_called_in_english(english):
    assert english["quote"].name[0] == "Quote"
    assert english["statement"].ending == ".xlsx"


def test_a_term_that_cannot_be_read_stays_as_it_was_typed():
    settings = Settings()
    assert term_shown(settings, "再议", "en") == "再议"
    assert term_shown(settings, "款到发货", "en") == "100% before shipping"


def test_a_discount_is_said_as_the_language_says_it():
    from decimal import Decimal

    assert discount_shown(Decimal("0.05"), "zh") == "9.5折"
    assert discount_shown(Decimal("0.05"), "en") == "5% off"
    assert discount_shown(Decimal(0), "en") == ""


def text_of(content, ending):
    if ending == ".xlsx":
        sheet = load_workbook(io.BytesIO(content)).active
        cells = [cell.value for row in sheet for cell in row if cell.value is not None]
        return "\n".join(map(shown, cells))
    word = Word(io.BytesIO(content))
    parts = [word.element.body]
    for section in word.sections:
        parts += [section.header._element, section.footer._element]
    paragraphs = [
        one for part in parts for one in part.iter() if one.tag.endswith("}p")
    ]
    return "\n".join(
        "".join(node.text or "" for node in one.iter() if node.tag.endswith("}t"))
        for one in paragraphs
    )


def shown(value):
    return value.isoformat() if isinstance(value, dt.date) else str(value)

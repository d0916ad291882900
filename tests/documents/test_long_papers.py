"""Every document as an office opens it: long names, sixty lines, nine digits."""

import re
import subprocess

import pytest

from documents.long_papers import (
    CUSTOMER,
    ENGLISH,
    NUMBERS,
    REMARK,
    SELLER,
    drafts,
    is_english,
    long_book,
    template,
)
from xlsales.jobs.papers import made_of

pytestmark = pytest.mark.office

COUNT = 60
# A title of the table of lines, what each line has once at its top, and at its end.
LINES = {
    "contract": ("产品编码", "SY-00001-AB", "30mA"),
    "statement": ("客户单号", "PO-2026-000018", "30mA"),
    "quote": ("产品编码", "SY-00001-AB", "30mA"),
    "delivery_note": ("产品编码", "SY-00001-AB", "30mA"),
    "invoice_request": ("含税单价", "2,055,555.39", "30mA"),
    "report": ("单据日期", "QC-", "2026-07-"),
    "letter": ("单据日期", "QC-", "2026-07-"),
    "statement.en": ("Yourorder", "PO-2026-000018", "30mA"),
    "quote.en": ("Itemcode", "SY-00001-AB", "30mA"),
    "delivery_note.en": ("Itemcode", "SY-00001-AB", "30mA"),
    "letter.en": ("Duedate", "QC-", "2026-07-"),
}
# An amount that is there so often, never broken over two lines.
AMOUNTS = {
    "contract": ("2,055,555.39", COUNT),
    "statement": ("123,456,789.01", 2 * COUNT),
    "quote": ("2,055,555.39", COUNT),
    "delivery_note": ("1,234.5678", 2 * COUNT),
    "invoice_request": ("2,055,555.39", COUNT),
    "receipt": ("123,456,789.01", 2),
    "report": ("123,456,789.01", 2 * COUNT),
    "letter": ("123,456,789.01", COUNT),
    "statement.en": ("123,456,789.01", 2 * COUNT),
    "quote.en": ("2,055,555.39", COUNT),
    "delivery_note.en": ("1,234.5678", 2 * COUNT),
    "receipt.en": ("123,456,789.01", 2),
    "letter.en": ("123,456,789.01", COUNT),
}
SIGNED = {
    "contract": ("生效与文本", "授权代表", "制单：", "业务员："),
    "statement": ("付款账户", "对账回执", "经办人", "传回我方"),
    "quote": ("付款条件", "（盖章）", "制单：", "日期："),
    "order_change": ("变更原因", "（盖章）", "经办人", "日期："),
    "invoice_request": ("价税合计", "制单：", "发票号：", "领票人"),
    "receipt": ("第二联", "收款单位", "出纳：", "交款人："),
    "report": ("二、未回款原因", "三、签字", "日期："),
    "letter": ("开户行", "此致", "敬礼", "盖章"),
    "extension": ("二、延期原因", "三、审批", "日期："),
    "entry_contract": ("生效与文本", "授权代表", "制单：", "签字"),
    "statement.en": (
        "Ourbankaccount",
        "CONFIRMATIONSLIP",
        "disagree",
        "returnthisslip",
    ),
    "quote.en": ("Termsofpayment", "（Stamp）", "Preparedby:", "Date:"),
    "order_change.en": ("Reason", "（Stamp）", "Nameandsignature:", "Date:"),
    "receipt.en": ("Copy2", "onbehalfofthepayee", "Cashier:"),
    "letter.en": ("Bank", "Yoursfaithfully", "（stamp）", "Enclosure"),
}


@pytest.fixture(scope="module")
def texts(office, tmp_path_factory):
    """Return the text of each document, all made by one call of the office."""
    folder = tmp_path_factory.mktemp("long")
    paths = {}
    made = drafts(long_book(COUNT))
    english = drafts(long_book(COUNT, ENGLISH))
    made |= {f"{key}.en": one for key, one in english.items() if is_english(one)}
    for key, draft in made.items():
        paths[key] = folder / f"{key}{draft.ending}"
        paths[key].write_bytes(made_of(draft, template).content)
    pdfs = office.to_pdf(paths.values())
    return {key: text_of(pdf) for key, pdf in zip(paths, pdfs, strict=True)}


@pytest.fixture(scope="module")
def papers(texts):
    """Return the pages of each document, without blanks, in wide brackets."""
    wide = str.maketrans("()", "（）")
    return {
        key: ["".join(page.split()).translate(wide) for page in text.split("\f")]
        for key, text in texts.items()
    }


def text_of(pdf):
    done = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True
    )
    return done.stdout.removesuffix("\f")


@pytest.mark.parametrize("key", LINES)
def test_titles_stand_over_the_lines_of_every_page_and_no_line_is_split(papers, key):
    title, first, last = LINES[key]
    for page in papers[key]:
        assert title in page or first not in page
        assert page.count(first) == page.count(last)
    assert sum(title in page for page in papers[key]) > 1


@pytest.mark.parametrize("key", SIGNED)
def test_what_is_signed_stands_on_one_page_with_what_is_said(papers, key):
    for wanted in SIGNED[key]:
        assert wanted in papers[key][-1]


@pytest.mark.parametrize("key", ["contract", "statement", *NUMBERS])
def test_names_are_whole(papers, key):
    whole = "".join(papers[key])
    assert SELLER in whole
    assert CUSTOMER in whole


@pytest.mark.parametrize("key", [key for key in SIGNED if key.endswith(".en")])
def test_english_names_are_whole(papers, key):
    whole = "".join(papers[key])
    for name in ("seller", "customer"):
        assert "".join(ENGLISH[name].split()) in whole.replace("（", "(").replace(
            "）", ")"
        )


@pytest.mark.parametrize("key", AMOUNTS)
def test_amounts_are_whole_and_on_one_line(texts, key):
    amount, count = AMOUNTS[key]
    assert texts[key].count(amount) == count
    assert "###" not in texts[key]


@pytest.mark.parametrize("key", ["quote", "delivery_note", "order_change", "report"])
def test_remarks_are_whole(papers, key):
    assert REMARK in "".join(papers[key])


# S-104
def test_each_copy_of_a_delivery_note_says_on_each_page_which_page_it_is(papers):
    said = [
        re.search(r"发货单号FH202610-001(第.联).*?第(\d)页共(\d)页", page).groups()
        for page in papers["delivery_note"]
    ]
    english = [
        re.search(r"FH202610-001Copy(\d)–.*?Page(\d)of(\d)", page).groups()
        for page in papers["delivery_note.en"]
    ]
    expected = [
        (copy, str(number), str(count))
        for copy, count in (("第一联", 4), ("第二联", 5), ("第三联", 5))
        for number in range(1, count + 1)
    ]
    assert said == expected
    copies = {copy: count for copy, _, count in english}
    assert english == [
        (copy, str(number), count)
        for copy, count in copies.items()
        for number in range(1, int(count) + 1)
    ]
    assert list(copies) == ["1", "2", "3"]

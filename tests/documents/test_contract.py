import io
import re
from datetime import date

import pytest
from docx import Document

from documents.contexts import names_of
from harness.tables import book_from
from xlsales.documents import CONTRACT, render
from xlsales.documents.contract import contract_context, late_rate

SIGNED = date(2026, 10, 5)


@pytest.fixture
def context_of(make_book):
    def make(lines=None, words="次月末前付清。", **facts):
        book = make_book(lines, **facts)
        order = book.orders["LNSYNO.001"]
        return contract_context(
            book, order, "HT202610-001", signed_on=SIGNED, payment_words=words
        )

    return make


@pytest.fixture
def printed(contract_template):
    def make(context):
        return Document(io.BytesIO(render(CONTRACT, contract_template, context)))

    return make


def all_text(document):
    texts = [one.text for one in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def test_the_context_has_exactly_the_documented_names(context_of):
    in_parts = context_of(order={"payment_term": "30/70"})

    assert names_of(in_parts) == {one.name for one in CONTRACT.variables}


def test_the_total_in_digits_and_words(context_of):
    context = context_of(order={"order_discount": "25"})

    assert context["lines_total"] == "125.00"
    assert context["order_discount"] == "25.00"
    assert context["total"] == "100.00"
    assert context["total_words"] == "人民币壹佰元整"


@pytest.mark.parametrize(
    ("rounding", "tax"),
    [("每行", "0.03"), ("每税率一次", "0.02")],
)
def test_tax_is_rounded_as_the_settings_say(context_of, line, rounding, tax):
    lines = [line(n, quantity="1", price="0.06") for n in (1, 2, 3)]

    context = context_of(lines, settings={"tax_rounding": rounding})

    assert context["tax"] == tax
    assert context["tax_shares"] == [
        {"rate": "13%", "gross": "0.18", "net": context["net"], "tax": tax}
    ]


def test_tax_is_of_the_line_after_its_share_of_the_order_discount(context_of, line):
    lines = [
        line(1, quantity="1", price="300"),
        line(2, quantity="1", price="100", tax_rate="9%"),
    ]

    shares = context_of(lines, order={"order_discount": "40"})["tax_shares"]

    assert [(one["rate"], one["gross"]) for one in shares] == [
        ("13%", "270.00"),
        ("9%", "90.00"),
    ]


def test_a_line_priced_by_weight_shows_its_weight(context_of, printed, line):
    steel = line(1, product_code="GT-001", quantity="12", weight="6.782", unit="张")

    context = context_of([steel], settings={"delivery_tolerance": "3%"})
    text = all_text(printed(context))

    assert context["lines"][0]["spec"] == "Q235B 8×1500×6000"
    assert "重量 6.782" in text
    assert "不超过 3% 的" in text


def test_a_gift_is_marked_and_has_no_price(context_of, printed, line, gift):
    text = all_text(printed(context_of([line(1), gift(2)])))

    assert "试电笔（赠品）" in text
    assert "标明“赠品”的产品不计价款" in text


def test_no_placeholder_and_no_empty_label_remains(context_of, printed):
    """Optional facts are left out with their label (S-088)."""
    context = context_of(
        buyer={"address": None, "phone": None},
        order={"sign_place": None, "contact": None, "customer_po": None},
        settings={"legal_rep": None, "email": None},
    )

    text = all_text(printed(context))

    assert "{{" not in text
    assert "{%" not in text
    assert "None" not in text
    for label in ("签订地点", "法定代表人", "邮箱", "买方订单", "收货联系人"):
        assert label not in text
    assert not re.search(r"(开户行|账号|地址|电话)：(\n|$)", text)


# S-269
@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"buyer": {"invoice_kind": "不开票"}}, "无需卖方开具发票"),
        ({"buyer": {"invoice_timing": "先票后款"}}, "卖方先开具发票"),
        ({"buyer": {"invoice_timing": "收款后"}}, "收到相应货款后开具发票"),
        ({}, "盖章确认对账单后开具发票"),
        ({"settings": {"freight_bearer": "买方"}}, "由买方承担，按实际发生额结算"),
        ({}, "运输费用由卖方承担，已包含在合同总价中"),
        ({}, "签收之日起 7 日内书面提出"),
        ({}, "售后服务期为 12 个月"),
        ({}, "每日按逾期金额的 0.05% 向卖方支付违约金"),
        ({"settings": {"late_rate": 0}}, "买方逾期付款的，应依法承担违约责任"),
        ({"order": {"special_requirement": "贴条码。"}}, "贴条码。"),
        ({}, "所有权自买方签收时起转移给买方"),
        ({}, "但第 4.5 款和第 8.1 款另有约定的除外"),
        ({}, "作为第 4.4 款的例外"),
        ({}, "不论第 4.4 款的期限是否届满"),
        ({}, "邮箱：dz@example.com"),
        ({}, "通知自进入该邮箱时送达"),
        ({}, "《中华人民共和国民法典》"),
        ({"order": {"checker": None}}, "待复核"),
    ],
)
def test_a_clause_says_what_was_agreed(context_of, printed, facts, sentence):
    assert sentence in all_text(printed(context_of(**facts)))


RATES = """
    参数
    | 日违约金率 | 0.05% |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结30天 |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-03-05 | C1   | 已复核 |

    合同
    | 合同号 | 类型 | 客户 | 订单号 | 生效日 | 到期日 | 逾期日利率 |
"""


# S-171
@pytest.mark.parametrize(
    ("rows", "rate"),
    [
        ("", "0.0005"),
        ("| N1 | 年度购销合同 | C1 |    | 2026-01-01 | 2026-12-31 | 0.03% |", "0.0003"),
        ("| N1 | 年度购销合同 | C1 |    | 2026-04-01 | 2026-12-31 | 0.03% |", "0.0005"),
        ("| N1 | 年度购销合同 | C2 |    | 2026-01-01 | 2026-12-31 | 0.03% |", "0.0005"),
        ("| N1 | 年度购销合同 | C1 |    | 2026-01-01 | 2026-12-31 |       |", "0.0005"),
        ("| J1 | 产品进场合同 | C1 |    | 2026-01-01 | 2026-12-31 | 0.03% |", "0.0005"),
        ("| H1 | 销售合同     | C1 | A1 | 2026-03-05 | 2026-12-31 | 0.02% |", "0.0002"),
        ("| H1 | 销售合同     | C1 | A2 | 2026-03-05 | 2026-12-31 | 0.02% |", "0.0005"),
        (
            """| N1 | 年度购销合同 | C1 |    | 2026-01-01 | 2026-12-31 | 0.03% |
            | H1 | 销售合同     | C1 | A1 | 2026-03-05 | 2026-12-31 | 0.02% |""",
            "0.0002",
        ),
    ],
)
def test_an_order_s_contract_charges_what_the_yearly_one_agreed(rows, rate):
    """Else what its letter charges would not be what it says."""
    book = book_from(RATES + rows)
    assert str(late_rate(book, book.orders["A1"])) == rate


# S-081
@pytest.mark.parametrize(
    ("salesperson", "line"),
    [("E03", "业务员：陈立（签字）"), (None, "业务员（签字）：")],
)
def test_the_salesperson_signs(context_of, printed, salesperson, line):
    text = all_text(printed(context_of(order={"salesperson": salesperson})))

    assert line in text


# S-020
def test_a_line_says_grade_spec_quantity_date_and_what_is_required(
    context_of, printed, line
):
    steel = line(
        1, product_code="GT-001", quantity="12", weight="6.782", unit="张",
        delivery_date="2026-10-18",
    )  # fmt: skip

    context = context_of([steel], order={"special_requirement": "两端打磨"})

    [shown] = context["lines"]
    assert (shown["name"], shown["spec"]) == ("热轧钢板", "Q235B 8×1500×6000")
    assert (shown["quantity"], shown["delivery_date"]) == ("12", "2026-10-18")
    assert "两端打磨" in all_text(printed(context))


def test_freight_as_a_line_is_part_of_the_total(context_of, printed, line):
    freight = line(2, quantity="1", price="80", line_type="运费", name_typed="运费")

    text = all_text(printed(context_of([line(1), freight])))

    assert "运输费用 80.00 元已列入产品明细和合同总价" in text


def test_sixty_lines_repeat_the_header_and_split_no_row(context_of, printed, line):
    document = printed(context_of([line(n) for n in range(1, 61)]))

    table = next(one for one in document.tables if one.cell(0, 0).text == "序号")
    numbers = [row.cells[0].text for row in table.rows[1:61]]

    assert numbers == [str(n) for n in range(1, 61)]
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    splitting = [row for row in table.rows if not row._tr.xpath("w:trPr/w:cantSplit")]
    assert not splitting


def test_the_footer_has_the_number_and_the_pages(context_of, printed):
    footer = printed(context_of()).sections[0].footer

    assert "HT202610-001" in footer.paragraphs[0].text
    assert "NUMPAGES" in footer._element.xml


def test_names_with_markup_are_printed_as_they_are(context_of, printed):
    context = context_of(buyer={"full_name": "A&B<甲>\x01商行"})

    assert "A&B<甲>商行" in all_text(printed(context))


def clause(document, number):
    """Return the numbered paragraphs of a clause; headings carry the number."""
    names = {"Contract Clause", "Contract Text"}
    found, at = {}, 0
    for one in document.paragraphs:
        if one.style.name == "Contract Clause":
            at += 1
        if at == number and one.style.name in names:
            found[len(found)] = one.text
    return found


def test_the_clauses_that_are_named_by_number_stand_there(context_of, printed):
    """4.4 is the objection period, 4.5 hidden defects, 8.1 the after-sales period."""
    document = printed(context_of())

    goods, service = clause(document, 4), clause(document, 8)

    assert goods[4].startswith("异议期")
    assert goods[5].startswith("作为第 4.4 款的例外")
    assert service[1].startswith("产品的售后服务期为")


@pytest.mark.parametrize(
    ("term", "total", "said"),
    [
        (
            "30/70",
            "14,985.80",
            """
（1）订单确认时预付 30%，计人民币 4,495.74 元，于 2026年10月5日（含当日）前付清；
（2）发货前付 70%，计人民币 10,490.06 元。
            """,
        ),
        (
            "预付30%,发货前30%,货到30天40%",
            "100.01",
            """
（1）订单确认时预付 30%，计人民币 30.00 元，于 2026年10月5日（含当日）前付清；
（2）发货前付 30%，计人民币 30.01 元；
（3）货到后 30 日内付 40%，计人民币 40.00 元。
            """,
        ),
        ("款到发货", "125.00", "（1）发货前付 100%，计人民币 125.00 元。"),
        (
            "预付10天20%,货到80%",
            "50.00",
            """
（1）订单确认后 10 日内预付 20%，计人民币 10.00 元，于 2026年10月15日（含当日）前付清；
（2）货到时付 80%，计人民币 40.00 元。
            """,
        ),
        ("月结30天", "125.00", ""),
    ],
)
def test_a_term_in_parts_names_each_amount_and_its_day(
    context_of, printed, line, term, total, said
):
    """S-080: when the money is paid stands in the contract, not only how."""
    one = line(1, quantity="1", price=total.replace(",", ""))

    document = printed(context_of([one], order={"payment_term": term}))

    found = [one.text for one in document.paragraphs if one.text.startswith("（")]
    assert found == said.strip().splitlines()


def test_it_is_signed_and_sealed_by_both_and_by_our_salesperson(context_of, printed):
    """S-077, S-078, S-081, S-404: drafted and reviewed by two, then signed."""
    text = all_text(printed(context_of()))

    assert text.count("（盖章）") == 2
    assert text.count("授权代表（签字）：") == 2
    for wanted in ("制单：王晓梅", "复核：李建国", "业务员：陈立（签字）"):
        assert wanted in text


def test_it_states_what_is_asked_before_it_is_drafted(context_of, printed):
    """S-079, S-080, S-087: what is delivered when and where, to whom, and paid how."""
    text = all_text(printed(context_of()))

    for wanted in (
        "交货地点：大连市甘井子区中华路2号",
        "买方收货联系人：周敏（13900000000）",
        "交货日期：2026年10月15日",
        "付款条件：月结30天",
        "人民币 125.00 元",
        "售后服务期为 12 个月",
        "签订地点：沈阳市铁西区",
    ):
        assert wanted in text


def test_the_last_clause_stays_with_the_signatures(contract_template):
    """No page of signatures alone: everything from the last clause on is kept."""
    document = Document(io.BytesIO(contract_template))
    names = [one.text for one in document.paragraphs]
    last = document.paragraphs[names.index("生效与文本") :]
    kept = [
        one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next
        for one in last
        if one.text
    ]
    signatures = [
        one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next
        for row in document.tables[-2].rows
        for cell in row.cells
        for one in cell.paragraphs
    ]
    assert kept == [True] * len(kept)
    assert signatures == [True] * len(signatures)


def test_an_amount_in_another_currency_is_not_called_yuan(context_of, printed):
    text = all_text(printed(context_of(order={"currency": "USD"})))

    assert "美元 125.00" in text
    assert "125.00 元" not in text
    assert "美元壹佰贰拾伍元整" in text

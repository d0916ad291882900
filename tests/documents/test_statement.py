import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from documents.contexts import names_of
from xlsales.documents import STATEMENT, render
from xlsales.documents.statement import (
    statement_context,
)
from xlsales.documents.statement_words import ENTRY_TITLES, WAITING
from xlsales.ledger.accounts import AgeingBucket, Entry, OpenItem

AS_OF = date(2026, 10, 8)


@pytest.fixture
def context_of(make_book):
    def make(statement, **settings):
        return statement_context(
            statement, make_book(settings=settings).settings, AS_OF
        )

    return make


@pytest.fixture
def printed(statement_template, context_of):
    def make(statement, **settings):
        context = context_of(statement, **settings)
        content = render(STATEMENT, statement_template, context)
        return load_workbook(io.BytesIO(content)).active

    return make


def texts(sheet):
    return [str(one) for row in sheet.values for one in row if one is not None]


def row_of(sheet, text):
    return next(
        cell.row for row in sheet for cell in row if str(cell.value).startswith(text)
    )


def test_the_context_has_exactly_the_documented_names(
    context_of, make_statement, a_memo
):
    memos = {"in_transit": (a_memo,), "uncleared": (a_memo,)}

    context = context_of(make_statement(["5"], **memos))

    assert names_of(context) == {one.name for one in STATEMENT.variables}


@pytest.mark.parametrize(
    ("amounts", "label", "shown", "words"),
    [
        (["200.50"], "贵方应付余额", "1200.50", "人民币壹仟贰佰元零伍角整"),
        (["-1500"], "贵方预付余额", "500.00", "人民币伍佰元整"),
        (["-1000"], "双方无余额", "0.00", "人民币零元整"),
    ],
)
def test_who_owes_whom(context_of, make_statement, amounts, label, shown, words):
    context = context_of(make_statement(amounts))

    assert context["closing_label"] == label
    assert context["closing_shown"] == Decimal(shown)
    assert context["closing_words"] == words


# S-153
def test_the_box_stands_above_the_lines(printed, make_statement):
    sheet = printed(make_statement(["200"]))

    box = row_of(sheet, "贵方应付余额")

    assert box < row_of(sheet, "一、往来明细")
    assert sheet.cell(box + 1, 1).value == 1200
    assert sheet.cell(box + 1, 5).value.date() == date(2026, 10, 31)
    assert sheet.cell(box + 2, 1).value == "大写：人民币壹仟贰佰元整"


def test_increase_decrease_and_running_balance(printed, make_statement):
    """S-145, S-151, S-153: opening, what moved, closing, line by line."""
    sheet = printed(make_statement(["200", "-50"]))

    first = row_of(sheet, "日期") + 2

    assert [one.value for one in sheet[first][7:10]] == [200, None, 1200]
    assert [one.value for one in sheet[first + 1][7:10]] == [None, 50, 1150]
    closing = row_of(sheet, "期末余额")
    assert [one.value for one in sheet[closing][7:10]] == [200, 50, 1150]


def test_no_lines_says_so(printed, make_statement):
    sheet = printed(make_statement())

    assert "本期没有往来。" in texts(sheet)
    assert sheet[f"J{row_of(sheet, '期末余额')}"].value == 1000
    assert not sheet.row_breaks.brk


def test_eighty_lines_repeat_the_header_on_every_page(printed, make_statement):
    sheet = printed(make_statement(["10"] * 80))
    head = row_of(sheet, "日期")

    assert sheet.print_title_rows == f"${head}:${head}"
    assert [sheet.cell(head + 2 + n, 2).value for n in (0, 79)] == ["FH-000", "FH-079"]
    assert len(sheet.row_breaks.brk) == 1
    assert sheet.page_setup.fitToHeight == 0


def test_a_credit_balance_is_ours_to_owe(printed, make_statement):
    sheet = printed(make_statement(["-1500"]))

    found = texts(sheet)

    assert any(one.startswith("贵方预付余额") for one in found)
    assert "减：未核销的预收款" in found
    assert "—" in found
    last = row_of(sheet, "减：未核销")
    assert sheet.cell(last, 9).value == -500
    assert sheet.cell(last + 1, 9).value == -500


def test_memos_stand_apart_and_only_when_there_are_any(printed, make_statement, a_memo):
    with_memo = texts(printed(make_statement(in_transit=(a_memo,))))
    without = texts(printed(make_statement()))

    assert any("尚未签收" in one for one in with_memo)
    assert not any("尚未签收" in one for one in without)
    assert not any("尚未入账" in one for one in with_memo)


@pytest.mark.parametrize("basis", ["签收日", "发货日"])
def test_the_basis_is_printed(printed, make_statement, basis):
    sheet = printed(make_statement(), delivery_basis=basis)

    assert any(one.startswith(f"应收按{basis}计入") for one in texts(sheet))


# S-147
def test_the_slip_asks_for_an_answer_and_never_hedges(printed, make_statement):
    found = "\n".join(texts(printed(make_statement(), reply_days=5)))

    for wanted in (
        "□ 相符",
        "□ 不符，差额",
        "原因",
        "盖章",
        "经办人",
        "2026年10月13日",
    ):
        assert wanted in found
    assert "仅供核对" not in found


def test_our_bank_is_printed_and_a_missing_one_leaves_no_label(printed, make_statement):
    assert "2885000012345" in texts(printed(make_statement()))
    assert "账号" not in texts(printed(make_statement(), account=None))


def test_ageing_names_the_days(context_of, make_statement):
    edges = ((0, 0), (1, 30), (31, 60), (61, None))
    buckets = tuple(
        AgeingBucket(since=low, until=high, amount=Decimal(1)) for low, high in edges
    )

    context = context_of(make_statement(ageing=buckets))

    assert [one["label"] for one in context["ageing"]] == [
        "未到期",
        "逾期1–30天",
        "逾期31–60天",
        "逾期60天以上",
    ]
    assert context["ageing_total"] == 4


def an_item(due, amount="100", left="100", **facts):
    return OpenItem(
        **{
            "document": "FH-001",
            "order_no": "LNSYNO.001",
            "customer_code": "C001",
            "currency": "CNY",
            "date": date(2026, 8, 3),
            "due_date": due,
            "amount": Decimal(amount),
            "open_amount": Decimal(left),
        }
        | facts
    )


def test_every_due_date_has_its_row(printed, make_statement):
    """Who is to pay how much by when, document by document.

    The period ends on 30 September; what waits for its invoice is not due.
    """
    items = (
        an_item(date(2026, 9, 20), "100", "40", document="Q-1"),
        an_item(date(2026, 9, 30), document="FH-002"),
        an_item(date(2026, 11, 30), document="FH-003"),
        an_item(None, document="FH-004"),
    )
    sheet = printed(make_statement(open_items=items))

    head = row_of(sheet, "到期日")
    rows = [
        [cell.value for cell in sheet[head + n]][:10] for n in range(1, len(items) + 1)
    ]
    assert [(row[1], row[3], row[7], row[8], row[9]) for row in rows] == [
        ("Q-1", "逾期 10 天", 100, 60, 40),
        ("FH-002", "未到期", 100, 0, 100),
        ("FH-003", "未到期", 100, 0, 100),
        ("FH-004", "待开票，收到发票后起算", 100, 0, 100),
    ]
    assert [str(row[0])[:10] for row in rows] == [
        "2026-09-20",
        "2026-09-30",
        "2026-11-30",
        "待开票",
    ]


def test_what_was_agreed_on_settling_stands_on_top(printed, make_book, make_statement):
    """S-058, S-156: type, term, cutoff and pay day of this customer."""
    plain = texts(printed(make_statement()))
    buyer = {"cutoff_day": "25", "fixed_pay_day": "10"}
    customer = make_book(buyer=buyer).customers["C001"]
    found = texts(printed(make_statement(customer=customer)))

    assert any("结算约定：购销月结，月结30天，月末截账。" in one for one in plain)
    assert any("每月 25 日截账，每月 10 日付款" in one for one in found)


@pytest.mark.parametrize(
    ("entry", "was_refused", "why"),
    [
        (Entry.RECEIPT, False, "尚未到账，到账后冲减应收"),
        (Entry.DEDUCTION, False, "单据未到我方，到后冲减应收"),
        (Entry.RECEIPT, True, "银行退票或拒付，应收不减"),
        (Entry.BILL, True, "银行退票或拒付，应收不减"),
    ],
)
def test_a_memo_says_why_it_does_not_count(
    printed, make_statement, a_memo, entry, was_refused, why
):
    """S-094: a fee kept back counts only with its paper, and the statement says so."""
    memo = replace(a_memo, entry=entry, was_refused=was_refused)

    assert why in texts(printed(make_statement(uncleared=(memo,))))


def test_a_bill_that_counts_says_what_happens_if_it_is_refused(printed, make_statement):
    account = make_statement(["-200"])
    bill = replace(account.lines[0], entry=Entry.BILL, detail="银票 0012")
    with_bill = texts(printed(replace(account, lines=(bill,))))

    assert "收到票据 银票 0012" in with_bill
    assert any("到期被拒付的，恢复原应收" in one for one in with_bill)
    assert not any("被拒付的" in one for one in texts(printed(account)))


def test_the_slip_can_be_read_without_the_statement(printed, make_statement):
    """S-146, S-147, S-151: it repeats what it answers, and asks where they differ."""
    sheet = printed(make_statement(["200.50"]))
    first = row_of(sheet, "对账回执")
    slip = [
        str(cell.value)
        for row in sheet.iter_rows(min_row=first)
        for cell in row
        if cell.value is not None
    ]
    text = "\n".join(slip)

    for wanted in (
        "对账单编号 DZ202609-C001",
        "对账月份 2026-09",
        "贵方应付余额 人民币 1,200.50 元",
        "人民币壹仟贰佰元零伍角整",
        "差异单据",
        "我方记录（金额）",
        "贵方记录（金额）",
        "单位（盖章）：大连华联超市有限公司",
        "dz@example.com",
    ):
        assert wanted in text


def test_we_seal_it_and_name_maker_and_checker(printed, make_statement):
    """S-153, S-404: made and checked by two people before it goes out."""
    sheet = printed(make_statement())
    row = row_of(sheet, "我方（盖章）")

    said = [cell.value for cell in sheet[row] if cell.value]
    assert said == ["我方（盖章）：沈阳恒联电气设备有限公司", "制单：", "复核："]
    assert sheet.row_dimensions[row].height >= 40
    assert row < row_of(sheet, "对账回执")


def test_a_zero_is_a_dash_in_every_table(printed, make_statement):
    sheet = printed(make_statement(["200", "-50"]))
    head = row_of(sheet, "日期")
    shown = [
        cell.number_format
        for row in sheet.iter_rows(min_row=head, min_col=8)
        for cell in row
        if isinstance(cell.value, int | float)
    ]
    assert shown
    assert all(one.endswith(";–") for one in shown)


def test_a_line_says_why_its_amount_is_not_quantity_times_price(
    context_of, make_statement
):
    """Weight, discounts and gifts: what a customer would otherwise ask about."""
    line = make_statement(["200"]).lines[0]
    facts = (
        {"weight": Decimal("6.782")},
        {"discount": Decimal("0.05"), "shares_discount": True},
        {"is_gift": True},
        {},
    )
    lines = tuple(replace(line, **one) for one in facts)
    context = context_of(make_statement(lines=lines))

    assert [one["text"] for one in context["lines"]] == [
        "发货 断路器 （按重量 6.782 计价）",
        "发货 断路器 （9.5折，含整单优惠）",
        "发货 断路器 （赠品）",
        "发货 断路器",
    ]


@pytest.mark.parametrize(
    ("product", "rows"),
    [
        ("断路器", 1),
        ("塑料外壳式断路器 DZ47LE-63", 2),
        ("塑料外壳式断路器（带漏电保护） DZ47LE-63 C32 4P 30mA", 3),
    ],
)
def test_long_names_count_for_the_page_break(context_of, make_statement, product, rows):
    """Twenty columns a line, a Chinese character two of them; one item is due."""
    account = make_statement(["200"])
    line = replace(account.lines[0], product=product)

    assert context_of(replace(account, lines=(line,)))["text_lines"] == rows + 1


def test_another_currency_is_not_called_yuan(printed, make_statement):
    found = texts(printed(make_statement(["200"], currency="USD")))

    assert any("美元 1,200.00（大写：美元壹仟贰佰元整）" in one for one in found)
    assert not any("（元）" in one for one in found)


def test_every_kind_of_entry_has_a_name():
    assert set(ENTRY_TITLES) == set(Entry)
    waits = {Entry.DELIVERY, Entry.RECEIPT, Entry.BILL, Entry.DEDUCTION}
    assert set(WAITING) == waits


def test_the_same_account_makes_the_same_bytes(
    statement_template, context_of, make_statement
):
    context = context_of(make_statement(["1", "-2"]))

    one, other = (render(STATEMENT, statement_template, context) for _ in range(2))

    assert one == other

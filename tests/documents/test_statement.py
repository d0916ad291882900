import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from xlsales.documents import STATEMENT, render
from xlsales.documents.statement import ENTRY_TITLES, statement_context
from xlsales.ledger.accounts import AgeingBucket, Entry

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


def names_of(value, prefix=""):
    if isinstance(value, list):
        return {name for one in value for name in names_of(one, prefix)}
    if not isinstance(value, dict):
        return set()
    found = set()
    for name, one in value.items():
        found |= {prefix + name} | names_of(one, f"{prefix}{name}.")
    return found


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


def test_every_kind_of_entry_has_a_name():
    assert set(ENTRY_TITLES) == set(Entry)


def test_the_same_account_makes_the_same_bytes(
    statement_template, context_of, make_statement
):
    context = context_of(make_statement(["1", "-2"]))

    one, other = (render(STATEMENT, statement_template, context) for _ in range(2))

    assert one == other

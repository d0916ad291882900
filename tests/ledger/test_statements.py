"""Statements: a customer's account for one statement month."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from harness.tables import book_from
from xlsales.ledger.accounts import Entry
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statements
from xlsales.periods import Period, parse_period
from xlsales.sheets.receivables import DeductionKind

# September: Q1 of 500.00 was owed. October: F1 of 400.00 is delivered, F2 of
# 600.00 is shipped in October and signed for in November; 300.00 come in, a
# cheque waits, 50.00 go back, and 20.00 of a fee have their paper.
STORY = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 对账截止日 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | {cutoff}   |
    | C2       | 街角书店 | 启用 | 购销月结 | 月结     |            |
    | C3       | 路口书店 | 启用 | 购销月结 | 月结     |            |
    | C4       | 桥头书店 | 启用 | 购销月结 | 月结     |            |

    产品
    | 产品编码 | 名称 | 型号规格 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | HB       | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 客户单号 | 订货日期   | 客户 | 状态   |
    | A1     | PO-77    | 2026-10-01 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | A1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-12 | 40   | 2026-10-14 |
    | F2       | A1     | 1    | 发货 | 2026-10-28 | 60   | 2026-11-02 |
    | F3       | A1     | 1    | 退货 | 2026-10-20 | 5    | 2026-10-20 |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额    | 状态   |
    | R1       | 2026-10-16 | 2026-10-16 | C1       | 转账 | 300.00  | 已到账 |
    | R2       | 2026-10-30 | 2026-11-03 | C1       | 支票 | 70.00   | 已到账 |
    | R3       | 2026-10-17 |            | C1       | 支票 | 80.00   | 退票   |
    | R4       | 2026-10-18 | 2026-10-18 | C2       | 转账 | 90.00   | 已到账 |
    | R5       | 2026-10-30 |            | C3       | 支票 | 60.00   | 已交存 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-09-01 | 2026-09-30 | 500.00 |

    扣款
    | 扣款单号 | 客户编码 | 类别   | 日期       | 金额  | 单据状态 |
    | K1       | C1       | 服务费 | 2026-10-22 | 20.00 | 已到     |
    | K2       | C1       | 索赔   | 2026-10-23 | 35.00 | 待单据   |
"""
LATE = date(2099, 12, 31)
OCTOBER = Period(2026, 10)


def made(month=OCTOBER, cutoff="", customers=(), text=STORY):
    book = book_from(text.format(cutoff=cutoff))
    found = statements(Receivables(book), month, LATE, customers)
    return {one.customer.customer_code: one for one in found}


# S-145
def test_opening_and_lines_make_the_closing():
    """500.00 + 400.00 − 300.00 − 50.00 − 20.00 = 530.00."""
    october = made()["C1"]
    assert (october.opening, october.closing) == (Decimal("500.00"), Decimal("530.00"))
    assert [
        (one.date.day, one.entry, one.document, one.amount, one.balance)
        for one in october.lines
    ] == [
        (14, Entry.DELIVERY, "F1", Decimal("400.00"), Decimal("900.00")),
        (16, Entry.RECEIPT, "R1", Decimal("-300.00"), Decimal("600.00")),
        (20, Entry.RETURN, "F3", Decimal("-50.00"), Decimal("550.00")),
        (22, Entry.DEDUCTION, "K1", Decimal("-20.00"), Decimal("530.00")),
    ]


# S-146
def test_a_line_says_what_was_delivered():
    line = made()["C1"].lines[0]
    assert (line.order_no, line.customer_po) == ("A1", "PO-77")
    assert (line.product, line.unit) == ("铅笔 HB", "盒")
    assert (line.quantity, line.unit_price) == (40, 10)


def test_money_and_paper_say_what_they_are_and_money_what_it_pays():
    text = """
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

        回款
        | 收款单号 | 收款日     | 票据/流水号 | 客户编码 | 指定单据 | 方式 | 金额 |
        | R1       | 2026-10-16 | 8801        | C1       | F1       | 银票 | 3.00 |

        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 |
        | K1       | C1       | 服务费 | 2026-10-22 | 2.00 | 已到     |
    """
    lines = made(text=text)["C1"].lines
    assert [(one.document, one.order_no, one.detail) for one in lines] == [
        ("R1", "F1", "银票 8801"),
        ("K1", "", "服务费"),
    ]


GOODS = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    产品
    | 产品编码 | 名称 | 型号规格 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | HB       | 盒   | 启用 | 13%  |
    | P2       | 橡皮 |          | 块   | 启用 | 13%  |

    订单
    | 订单号 | 客户单号 | 订货日期   | 客户 | 状态   | 整单优惠 |
    | A1     | PO-77    | 2026-10-01 | C1   | 已复核 | 9.00     |
    | A2     |          | 2026-10-01 | C1   | 已复核 |          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 折扣 | 金额  | 行类型 |
    | A1     | 1    | P1       | 10   | 箱   | 10   | 10%  | 90.00 | 正常   |
    | A2     | 1    | P1       | 5    |      | 10   |      | 50.00 | 正常   |
    | A2     | 2    | P2       | 1    |      | 0    |      | 0.00  | 赠品   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-12 | 10   | 2026-10-12 |
    | F2       | A2     | 1    | 发货 | 2026-10-13 | 5    | 2026-10-13 |
    | F2       | A2     | 2    | 发货 | 2026-10-13 | 1    | 2026-10-13 |
"""


# S-146
def test_a_line_says_at_what_discount_and_whether_it_is_a_gift():
    """A1: 90.00 less the order's own 9.00; where no unit is typed, the product's."""
    october = made(text=GOODS)["C1"]
    assert [
        (one.document, one.customer_po, one.product, one.unit, str(one.amount))
        for one in october.lines
    ] == [
        ("F1", "PO-77", "铅笔 HB", "箱", "81.00"),
        ("F2", "", "铅笔 HB", "盒", "50.00"),
        ("F2", "", "橡皮", "块", "0.00"),
    ]
    assert [
        (one.discount, one.shares_discount, one.is_gift) for one in october.lines
    ] == [
        (Decimal("0.1"), True, False),
        (Decimal(0), False, False),
        (Decimal(0), False, True),
    ]
    assert october.sums == {Entry.DELIVERY: Decimal("131.00")}


# S-094
def test_sums_by_kind_make_the_closing():
    october = made()["C1"]
    assert october.sums == {
        Entry.DELIVERY: Decimal("400.00"),
        Entry.RETURN: Decimal("-50.00"),
        Entry.RECEIPT: Decimal("-300.00"),
        Entry.DEDUCTION: Decimal("-20.00"),
    }


# S-093
def test_deductions_are_summed_by_what_was_kept_for():
    text = (
        STORY
        + """
        扣款
        | 扣款单号 | 客户编码 | 类别 | 日期       | 金额  | 单据状态 |
        | K3       | C1       | 返利 | 2026-10-24 | 8.00  | 已到     |
        | K4       | C1       | 返利 | 2026-10-25 | 2.50  | 已到     |
        | K5       | C1       | 索赔 | 2026-10-25 | 5.00  | 待单据   |
    """
    )
    october = made(text=text)["C1"]
    assert october.sums[Entry.DEDUCTION] == Decimal("-30.50")
    assert october.kept == {
        DeductionKind.REBATE: Decimal("-10.50"),
        DeductionKind.SERVICE_FEE: Decimal("-20.00"),
    }


def test_credit_brought_forward_is_subtracted_in_the_sums():
    text = """
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
        | C1       | Q1     | 2026-10-01 | 2026-10-31 | -500.00 |
    """
    october = made(text=text)["C1"]
    assert october.closing == Decimal("-500.00")
    assert october.unallocated == Decimal("500.00")
    assert october.sums == {Entry.OPENING_ITEM: Decimal("-500.00")}


# S-151
def test_the_opening_is_the_closing_of_the_month_before():
    months = [parse_period(f"2026-{n:02d}") for n in range(8, 13)]
    found = [made(month, customers=["C1"])["C1"] for month in months]
    assert found[0].opening == 0
    for before, after in pairwise(found):
        assert after.opening == before.closing
        assert after.start > before.end


# S-154
def test_a_month_that_ends_on_the_25th_leaves_the_rest_to_the_next():
    october = made(cutoff=25)["C1"]
    november = made(Period(2026, 11), cutoff=25)["C1"]
    assert (october.start, october.end) == (date(2026, 9, 26), date(2026, 10, 25))
    assert [one.document for one in october.lines] == ["F1", "R1", "F3", "K1"]
    assert october.in_transit == ()
    assert (november.start, november.end) == (date(2026, 10, 26), date(2026, 11, 25))
    assert [one.document for one in november.lines] == ["F2", "R2"]
    assert november.opening == october.closing


def test_goods_signed_for_after_the_month_are_on_the_way_in_it():
    (memo,) = made()["C1"].in_transit
    assert (memo.document, memo.order_no, memo.amount) == (
        "F2",
        "A1",
        Decimal("600.00"),
    )
    assert made(Period(2026, 11))["C1"].in_transit == ()


# S-094, S-162
def test_money_and_paper_that_do_not_count_yet_are_shown_apart():
    """The cheque that bounced, one that clears in November, a claim without paper.

    What bounced is shown in its own month only.
    """
    october, november = made()["C1"], made(Period(2026, 11))["C1"]
    assert [(one.document, one.amount) for one in october.uncleared] == [
        ("R3", Decimal("80.00")),
        ("K2", Decimal("35.00")),
        ("R2", Decimal("70.00")),
    ]
    assert [one.was_refused for one in october.uncleared] == [True, False, False]
    assert [one.document for one in november.uncleared] == ["K2"]


def test_ageing_less_credit_is_the_closing():
    """At the end of October Q1 of 500.00 less 300.00 and 20.00 is 31 days late.

    F1 of 400.00 less its own return of 50.00 is due on 13 November.
    """
    october = made()["C1"]
    assert [one.amount for one in october.ageing[:3]] == [
        Decimal("350.00"),
        Decimal("0.00"),
        Decimal("180.00"),
    ]
    gross = sum(one.amount for one in october.ageing)
    assert gross - october.unallocated == october.closing == Decimal("530.00")
    assert october.overdue == Decimal("180.00")
    assert october.due_by == date(2026, 11, 13)
    assert october.due_amount == Decimal("350.00")
    assert [(one.document, one.open_amount) for one in october.open_items] == [
        ("Q1", Decimal("180.00")),
        ("F1", Decimal("350.00")),
    ]


DUE = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 |
    | C1       | Q1     | 2026-09-01 | 2026-10-30 | 1.00 |
    | C1       | Q2     | 2026-09-01 | 2026-10-31 | 2.00 |
    | C1       | Q3     | 2026-09-02 | 2026-10-31 | 4.00 |
    | C1       | Q4     | 2026-09-01 | 2026-11-15 | 8.00 |
    | C1       | Q5     | 2026-09-01 | 2026-10-21 | 0.50 |
"""


def test_what_is_due_on_the_last_day_is_due_next_and_not_overdue():
    """At the end of October Q1 is a day late, Q5 ten, and Q2 and Q3 are due."""
    october = made(text=DUE)["C1"]
    assert october.month == OCTOBER
    assert october.overdue == Decimal("1.50")
    assert october.due_by == date(2026, 10, 31)
    assert october.due_amount == Decimal("6.00")


def test_ageing_has_the_edges_of_the_firm():
    """Not due 14.00, up to seven days 1.00, beyond them 0.50."""
    text = """
        参数
        | 公司名称 | 晨光纸业 |
        | 账龄分段 | 7        |
    """
    october = made(text=text + DUE)["C1"]
    assert [str(one.amount) for one in october.ageing] == ["14.00", "1.00", "0.50"]


def test_money_without_items_is_a_credit_balance():
    october = made()["C2"]
    assert (october.opening, october.closing) == (Decimal("0.00"), Decimal("-90.00"))
    assert october.unallocated == Decimal("90.00")
    assert october.open_items == ()
    assert october.due_by is None
    assert sum(one.amount for one in october.ageing) == 0


def test_who_has_neither_movement_nor_balance_nor_memo_gets_none():
    assert list(made(Period(2026, 8))) == []
    assert list(made(Period(2026, 9))) == ["C1"]


def test_who_has_only_a_cheque_on_the_way_gets_one():
    """C3's cheque is deposited and has not cleared; C4 has nothing at all."""
    assert list(made()) == ["C1", "C2", "C3"]
    assert [one.document for one in made()["C3"].uncleared] == ["R5"]


def test_a_balance_without_movement_gets_one():
    december = made(Period(2026, 12))["C1"]
    assert december.lines == ()
    assert december.opening == december.closing == Decimal("1060.00")  # 530 + 600 − 70


def test_who_gets_one_though_nothing_is_owed_at_the_end():
    """C1 owed and paid in October. C2 has credit from September.

    C3 owes 50.00, and as much money waits for its order. C4 is quits since then.
    """
    text = """
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
        | C2       | 街角书店 | 启用 | 购销月结 | 货到30天 |
        | C3       | 路口书店 | 启用 | 购销月结 | 货到30天 |
        | C4       | 桥头书店 | 启用 | 购销月结 | 货到30天 |

        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A3     | 2026-09-01 | C3   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  |
        | A3     | 1    | P1       | 5    | 盒   | 10   | 50.00 |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q1     | 2026-10-01 | 2026-10-31 | 50.00  |
        | C2       | Q2     | 2026-09-01 | 2026-09-30 | -50.00 |
        | C3       | Q3     | 2026-09-01 | 2026-09-30 | 50.00  |
        | C4       | Q4     | 2026-09-01 | 2026-09-30 | 50.00  |

        回款
        | 收款单号 | 收款日     | 客户编码 | 指定单据 | 方式 | 金额  |
        | R1       | 2026-10-12 | C1       |          | 银票 | 50.00 |
        | R3       | 2026-09-12 | C3       | A3       | 银票 | 50.00 |
        | R4       | 2026-09-12 | C4       |          | 银票 | 50.00 |
    """
    found = made(text=text)
    assert {code: str(one.closing) for code, one in found.items()} == {
        "C1": "0.00",
        "C2": "-50.00",
        "C3": "0.00",
    }


def test_only_those_named_get_one_and_get_it_though_nothing_happened():
    assert list(made(customers=["C2"])) == ["C2"]
    assert list(made(Period(2026, 8), customers=["C1"])) == ["C1"]


def test_who_never_traded_gets_an_empty_one_if_named():
    [one] = made(customers=["C4"]).values()
    assert (one.opening, one.closing, one.lines) == (0, 0, ())
    assert one.currency == "CNY"


def test_each_currency_has_a_statement_of_its_own():
    text = """
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   | 币种 |
        | C1       | Q1     | 2026-10-01 | 2026-10-31 | 500.00 | CNY  |
        | C1       | Q2     | 2026-10-01 | 2026-10-31 | 70.00  | USD  |
    """
    found = statements(Receivables(book_from(text)), OCTOBER, LATE)
    assert [(one.currency, one.closing) for one in found] == [
        ("CNY", Decimal("500.00")),
        ("USD", Decimal("70.00")),
    ]


@pytest.mark.parametrize("cutoff", ["", 1, 15, 25, 28, 30, 31])
@pytest.mark.parametrize("basis", ["签收日", "发货日"])
def test_the_balance_rolls_on_whatever_the_cutoff_and_basis(cutoff, basis):
    text = STORY.replace(
        "| 到期日遇休顺延 | 否       |",
        f"| 到期日遇休顺延 | 否 |\n| 发货确认依据 | {basis} |",
    )
    closing = Decimal("0.00")
    for n in range(8, 20):
        month = Period(2026, 1).shift(n - 1)
        one = made(month, cutoff, customers=["C1"], text=text)["C1"]
        assert one.opening == closing
        assert one.closing == one.opening + sum(line.amount for line in one.lines)
        gross = sum(bucket.amount for bucket in one.ageing)
        assert gross - one.unallocated == one.closing
        closing = one.closing
    assert closing == Decimal("1060.00")


def test_an_item_is_clear_once_money_and_deductions_make_it_up():
    """S-155: 90.00 of cash and a deduction of 10.00 with its paper clear 100.00."""
    paid = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q9     | 2026-08-01 | 2026-09-15 | 100.00 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
        | R9       | 2026-10-08 | 2026-10-08 | C1       | 现金 | 90.00 | 已到账 |

        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额  | 单据状态 |
        | K9       | C1       | 服务费 | 2026-10-09 | 10.00 | {paper}  |
    """
    customer = """
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
    """

    def left(paper):
        book = book_from(customer + paid.format(paper=paper))
        month, day = Period(2026, 10), date(2026, 10, 31)
        (found,) = statements(Receivables(book), month, day)
        return [(one.document, one.open_amount) for one in found.open_items]

    assert left("已到") == []
    assert left("待单据") == [("Q9", Decimal("10.00"))]


@pytest.mark.parametrize(
    ("quantity", "typed", "weight", "amount"),
    [
        ("12", "6.9", "6.9", "6900.00"),
        ("12", "", "6.6", "6600.00"),
        ("4", "", "2.2", "2200.00"),
    ],
)
def test_goods_priced_by_weight_show_what_they_weighed(quantity, typed, weight, amount):
    """Twelve sheets were to weigh 6.6, each unit of weight at 1000.00."""
    book = book_from(f"""
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

        产品
        | 产品编码 | 名称   | 单位 | 状态 | 税率 | 计价依据 |
        | P1       | 钢板   | 张   | 启用 | 13%  | 重量     |

        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 重量 | 单位 | 单价 | 金额    |
        | A1     | 1    | P1       | 12   | 6.6  | 张   | 1000 | 6600.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日 | 数量 | 签收日 | 实重 |
        | F1 | A1 | 1 | 发货 | 2026-10-08 | {quantity} | 2026-10-09 | {typed} |
    """)
    month, day = Period(2026, 10), date(2026, 10, 31)
    (found,) = statements(Receivables(book), month, day)
    (line,) = found.lines
    assert (line.weight, line.amount) == (Decimal(weight), Decimal(amount))

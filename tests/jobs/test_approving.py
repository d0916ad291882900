"""Approving: a draft gets its number wherever it is named, or the reason why not."""

import pytest

from checks.changes import book_with
from xlsales.errors import UnknownName
from xlsales.jobs.approving import approval_registration, drafts_due
from xlsales.sheets.documents import Series

# Row 4 is 草稿-1 of 太湖 in 湖州: ZJHZ, as 西湖's ZJHZNO.001 of 杭州.
READY = "订单 4 复核 = E2"


def approved(changes="", drafts=("草稿-1",), typed=None):
    return approval_registration(drafts, typed or {}, book_with(changes))


def entered(registration):
    """What is to be entered, as a person would find it."""
    values = {
        f"{one.sheet.title.zh}.{one.column}.{one.row}": one.value
        for one in registration.entries.values
    }
    rows = [one.values for one in registration.entries.rows]
    return values, rows


# S-052
def test_the_number_stands_in_the_order_its_lines_and_the_register():
    """杭州 and 湖州 share ZJHZ, so 002 follows 001."""
    found = approved(READY)
    values, [row] = entered(found)
    assert values == {
        "订单.order_no.4": "ZJHZNO.002",
        "订单.draft_no.4": "草稿-1",
        "订单明细.order_no.5": "ZJHZNO.002",
    }
    assert (row["series"], row["number"]) == (Series.ORDER, "ZJHZNO.002")
    assert (row["customer_code"], str(row["amount"])) == ("C3", "270.00")
    assert [one.zh for one in found.said] == [
        "草稿-1 编号为 ZJHZNO.002，明细等 1 处一并改了",
        "「单据登记」登记了 1 个编号",
    ]
    assert found.is_whole


def test_what_names_the_draft_elsewhere_is_changed_as_well():
    advance = """
        回款
        | 收款单号 | 客户编码 | 收款日     | 方式 | 金额 | 指定单据 | 状态   | 制单 |
        | SK-1     | C3       | 2026-10-19 | 转账 | 27   | 草稿-1   | 已到账 | E1   |

        报价
        | 报价单号 | 报价日     | 有效期至   | 客户 | 业务员 | 成交订单 | 制单 |
        | BJ-1     | 2026-10-18 | 2026-10-31 | C3   | E4     | 草稿-1   | E1   |
    """
    values, _ = entered(approved(READY + advance))
    elsewhere = {cell for cell in values if not cell.startswith("订单")}
    assert {cell.rpartition(".")[0] for cell in elsewhere} == {
        "回款.named_doc",
        "报价.order_no",
    }
    assert {values[cell] for cell in elsewhere} == {"ZJHZNO.002"}


def test_a_number_that_was_given_and_has_no_order_is_not_given_again():
    gone = """
        单据登记
        | 单据 | 编号       | 日期       | 作废日     |
        | 订单 | ZJHZNO.002 | 2026-10-12 | 2026-10-13 |
    """
    values, _ = entered(approved(READY + gone))
    assert values["订单.order_no.4"] == "ZJHZNO.003"


TYPED = [
    # typed         becomes       why not
    ("ZJHZNO.007", "ZJHZNO.007", ""),
    ("ZJHZNO.001", None, "ZJHZNO.001 已经用过"),
    ("HZ-7", None, "HZ-7 不合编号规则，应像 ZJHZNO.001"),
]


@pytest.mark.parametrize(("typed", "becomes", "why"), TYPED)
def test_a_number_typed_is_taken_if_it_fits_and_is_free(typed, becomes, why):
    found = approved(READY, typed={"草稿-1": typed})
    values, _ = entered(found)
    assert values.get("订单.order_no.4") == becomes
    assert why in found.said[0].zh
    assert found.is_whole == (becomes is not None)


AGAINST = [
    # changes                                     order         why
    ("", "草稿-1", "还没有复核人"),
    ("订单 4 复核 = E1", "草稿-1", "制单和复核是同一人"),
    (f"{READY}\n订单 4 状态 = 作废", "草稿-1", "订单已作废"),
    (f"{READY}\n订单 4 客户 = C9", "草稿-1", "「客户」里没有这个客户"),
    (f"{READY}\n客户 4 市 =", "草稿-1", "客户没有填省份或城市，订单号要用"),
    (f"{READY}\n客户 4 省 = 浙", "草稿-1", "客户没有填省份或城市，订单号要用"),
    (f"{READY}\n订单 4 订货日期 = 昨天", "草稿-1", "这一行缺少必填内容"),
    ("", "LNSYNO.001", "已有订单号"),
    (
        f"{READY}\n订单 3 订单号 = 草稿-1",
        "草稿-1",
        "有两张订单都用这个草稿号，先改掉一个",
    ),
]


@pytest.mark.parametrize(("changes", "order", "why"), AGAINST)
def test_why_there_is_no_number(changes, order, why):
    found = approved(changes, [order])
    assert not any(found.entries)
    assert f"{order} 没有编号：" in found.said[0].zh
    assert why in found.said[0].zh
    assert not found.is_whole


def test_a_pattern_without_the_city_needs_none():
    pattern = "参数 订单号规则 = DD{year}-{seq:04d}"
    values, _ = entered(approved(f"{READY}\n客户 4 市 =\n{pattern}"))
    assert values["订单.order_no.4"] == "DD2026-0001"


def test_of_no_draft_named_those_that_were_checked_are_numbered():
    assert drafts_due(book_with()) == []
    assert drafts_due(book_with(READY)) == ["草稿-1"]
    assert approved("", ()).said[0].zh == "没有复核过的草稿订单"
    values, _ = entered(approved(READY, ()))
    assert values["订单.order_no.4"] == "ZJHZNO.002"


def test_an_order_there_is_not_is_refused():
    with pytest.raises(UnknownName):
        approved(READY, ["草稿-9"])

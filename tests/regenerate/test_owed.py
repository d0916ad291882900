"""What a period owes: contracts up to its end, statements of months that began."""

import datetime as dt

from checks.changes import AS_OF, book_with, check
from xlsales.periods import Period
from xlsales.regenerate.owed import contracts_owed, statements_owed

OCTOBER, QUARTER = Period(2026, 10), Period(2026, 10, 3)
SIGNED = """
订单 2 签订地点 = 沈阳
订单 3 签订地点 = 杭州
"""


def contracts(changes="", period=OCTOBER):
    return sorted(contracts_owed(check(SIGNED + changes), period).drafts)


def statements(changes="", period=OCTOBER, as_of=AS_OF):
    return sorted(statements_owed(book_with(changes), period, as_of).drafts)


def test_october_owes_the_contracts_of_its_checked_orders():
    assert contracts() == [
        "合同_HT-LNSYNO.001_北方.docx",
        "合同_HT-ZJHZNO.001_西湖.docx",
    ]


def test_an_order_of_october_is_nothing_to_september():
    assert contracts(period=Period(2026, 9)) == []


def test_an_order_of_september_without_a_contract_is_owed_in_october():
    earlier = "订单 2 订货日期 = 2026-09-28"
    assert contracts(earlier, Period(2026, 9)) == ["合同_HT-LNSYNO.001_北方.docx"]
    assert len(contracts(earlier)) == 2


def test_an_open_point_is_refused_with_its_reason():
    (refused,) = contracts_owed(check(SIGNED + "订单 3 签订地点 ="), OCTOBER).refused
    assert refused.name == "ZJHZNO.001"
    assert [why.en for why in refused.reasons] == ["There is no place of signing"]


def test_two_statements_of_one_name_are_not_one_file():
    """A file name cannot hold a slash: two codes look the same in it."""
    owed = statements_owed(
        book_with("""
            客户
            | 客户编码 | 客户全称 | 票种   | 简称 | 状态 | 结算类型 | 付款条件 |
            | A/1      | 甲       | 不开票 | 甲   | 启用 | 购销月结 | 月结30天 |
            | A／1     | 乙       | 不开票 | 甲   | 启用 | 购销月结 | 月结30天 |

            期初应收
            | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 | 业务员 |
            | A/1      | QC-2   | 2026-09-01 | 2026-10-30 | 100  | E4     |
            | A／1     | QC-3   | 2026-09-01 | 2026-10-30 | 200  | E4     |
            """),
        OCTOBER,
        AS_OF,
    )
    assert "对账单_DZ202610-A／1_甲.xlsx" in owed.drafts
    (refused,) = owed.refused
    assert refused.name == "DZ202610-A／1"


def test_a_quarter_owes_the_statements_of_its_months_that_have_begun():
    """C2 bought and paid in October; December has not begun on 20 November."""
    assert statements(period=QUARTER, as_of=dt.date(2026, 11, 20)) == [
        "对账单_DZ202610-C1_北方.xlsx",
        "对账单_DZ202610-C2_西湖.xlsx",
        "对账单_DZ202611-C1_北方.xlsx",
    ]


def test_a_statement_month_that_begins_on_the_26th_has_begun_on_the_26th():
    """With a cutoff on the 25th, November runs from 26 October."""
    changes, november = "客户 2 对账截止日 = 25", Period(2026, 11)
    assert statements(changes, november, dt.date(2026, 10, 25)) == []
    assert statements(changes, november, dt.date(2026, 10, 26)) == [
        "对账单_DZ202611-C1_北方.xlsx"
    ]

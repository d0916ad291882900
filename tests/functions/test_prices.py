"""Prices: the row in force, by customer, day and quantity."""

import pytest

from functions.formulas import answer_to, calculator

ROWS = """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 含税 | 价格类型 | 生效日     | 失效日     |
    | P1       | C1       | 1    | 9.5  | 是   | 标准     | 2026-10-01 | 2026-10-31 |
    | P1       |          | 200  | 9    | 是   | 标准     | 2026-01-01 |            |
    | P2       | C3       | 1    | 8    | 否   | 标准     | 2026-01-01 |            |
    | P2       | C2       | 1    | 7    | 是   | 标准     | 2026-01-01 |            |
    | P2       | C2       | 1    | 6    | 是   | 标准     | 2026-01-01 |            |
"""


@pytest.mark.parametrize(
    ("asked", "price", "row"),
    [
        ('"P1","C1","2026-10-12",100', 9.5, 4.0),  # the customer's own
        ('"P1","C1","2026-11-01",100', 10.0, 2.0),  # which has ended
        ('"P1","C2","2026-10-12",199', 10.0, 2.0),
        ('"P1","C2","2026-10-12",200', 9.0, 5.0),  # the quantity is reached
        ('"P2","C3","2026-10-12"', 9.04, 6.0),  # 8 × 1.13
        ('"P2","C2","2026-10-12"', "#价格第 7、8 行并列", "#价格第 7、8 行并列"),
        ('"P1","C1","2026-10-12",1,"USD"', "#没有有效价格", "#没有有效价格"),
    ],
)
def test_the_price_in_force_and_its_row(asked, price, row):
    over = calculator(ROWS)
    assert answer_to(f"=XLSALES_PRICE({asked})", over) == price
    assert answer_to(f"=XLSALES_PRICE_ROW({asked})", over) == row


# S-032
def test_an_accepted_quote_names_its_own_sheet_and_row():
    over = calculator("""
        报价
        | 报价单号 | 报价日     | 有效期至   | 客户 | 状态   | 制单 | 复核 |
        | BJ-1     | 2026-10-01 | 2026-10-31 | C1   | 已接受 | E1   | E2   |

        报价明细
        | 报价单号 | 行号 | 产品编码 | 数量 | 单价 |
        | BJ-1     | 1    | P2       | 10   | 8    |
        | BJ-1     | 2    | P1       | 50   | 9.2  |
    """)
    asked = '"P1","C1","2026-10-12",50'
    assert answer_to(f"=XLSALES_PRICE({asked})", over) == 9.2
    assert answer_to(f"=XLSALES_PRICE_ROW({asked})", over) == "报价明细!3"

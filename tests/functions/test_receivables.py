"""Receivables: balances, what is late, credit, and what was kept back."""

import pytest

from functions.formulas import answer_to, calculator

LIMIT = "客户 2 信用额度 = 2000"
PAYER = "客户 4 付款单位 = C1"
KEPT_BACK = """
    扣款
    | 扣款单号 | 客户编码 | 合同号 | 类别   | 日期       | 金额 | 单据状态 |
    | KK-2     | C1       | HT-1   | 返利   | 2026-10-02 | 40   | 已到     |
    | KK-3     | C1       |        | 服务费 | 2026-10-03 | 7.5  | 已到     |
    | KK-4     | C1       | HT-1   | 返利   | 2026-11-01 | 60   | 已到     |
    | KK-5     | C2       | HT-1   | 返利   | 2026-10-02 | 80   | 已到     |
"""


@pytest.mark.parametrize(
    ("changes", "formula", "answer"),
    [
        # C1 owes 500 and has an order of 1,426.70 on credit
        (LIMIT, 'CREDIT_LEFT("C1","2026-10-20")', 73.3),
        ("客户 2 信用额度 = 1000", 'CREDIT_LEFT("C1","2026-10-20")', -926.7),
        ("客户 2 信用额度 = 0", 'CREDIT_LEFT("C1","2026-10-20")', -1926.7),
        # C3 is paid for by C1
        (f"{LIMIT}\n{PAYER}", 'CREDIT_LEFT("C3","2026-10-20")', 73.3),
        (PAYER, 'EXPOSURE("C3","2026-10-20")', 1926.7),
        ("", 'EXPOSURE("C1","2026-10-20","USD")', 0.0),
        ("", 'OPEN_BALANCE("C1","2026-08-31")', 0.0),
        ("", 'OPEN_BALANCE("C1","2026-10-20","USD")', 0.0),
        ("", 'OPEN_BALANCE("C3","2026-10-20")', 0.0),
        ("", 'OPEN_BALANCE("C9","2026-10-20")', "#没有客户 C9"),
        # 500 less the rebate of 40 and the fee of 7.50 whose papers are there
        (KEPT_BACK, 'OPEN_BALANCE("C1","2026-10-20")', 452.5),
        (KEPT_BACK, 'OVERDUE_BALANCE("C1","2026-10-21")', 452.5),
        (KEPT_BACK, 'DEDUCTIONS("C1","2026-10")', 47.5),
        (KEPT_BACK, 'DEDUCTIONS("C1","2026-10","HT-1")', 40.0),
        (KEPT_BACK, 'DEDUCTIONS("C1","2026-Q4","HT-1","Rebate")', 100.0),
        (KEPT_BACK, 'DEDUCTIONS("C1","2026-10",,"服务费")', 7.5),
        (KEPT_BACK, 'DEDUCTIONS("C1","2026-10",,"礼物")', "#不是扣款类别：礼物"),
    ],
)
def test_a_customer_is_asked_about(changes, formula, answer):
    assert answer_to(f"=XLSALES_{formula}", calculator(changes)) == answer

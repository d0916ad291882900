"""Orders: numbers, contract numbers, and what the check says."""

import pytest

from functions.formulas import answer_to, calculator


@pytest.mark.parametrize(
    ("changes", "formula", "answer"),
    [
        ("", 'ORDER_VERDICT("草稿-1","2026-10-20")', "无异常"),
        ("", 'ORDER_VERDICT("A9","2026-10-20")', "#没有订单 A9"),
        ("", 'ORDER_FINDING("A9","2026-10-20")', "#没有订单 A9"),
        (
            "订单明细 2 金额 = 999",
            'ORDER_FINDING("LNSYNO.001","2026-10-20")',
            "金额 999，应为 1,000（数量 100 × 单价 10 × （1 − 折扣 0））",
        ),
        (
            "订单 4 状态 = 作废",
            'ORDER_VERDICT("草稿-1","2026-10-20")',
            "#作废的订单没有结论",
        ),
        # an order of which a fact cannot be read is no record, but has a verdict
        (
            "订单 2 订货日期 = 十二",
            'ORDER_VERDICT("LNSYNO.001","2026-10-20")',
            "异常",
        ),
        # void orders keep their numbers
        ("订单 3 状态 = 作废", 'NEXT_ORDER_NO("C2","2026-10-12")', "ZJHZNO.002"),
        (
            "订单 3 订单号 = ZJHZNO.017",
            'NEXT_ORDER_NO("C3","2026-10-12")',
            "ZJHZNO.018",
        ),
        (
            "参数 订单号规则 = SO{year}{month}-{seq:04d}",
            'NEXT_ORDER_NO("C1","2026-10-12")',
            "SO202610-0001",
        ),
        (
            "参数 订单号规则 = {seq}",
            'NEXT_ORDER_NO("C1","2026-10-12")',
            "#订单号规则里没有前缀",
        ),
        ("订单 2 合同号 = HT-7", 'CONTRACT_NO("LNSYNO.001")', "HT-7"),
        ("", 'ORDER_TOTAL("草稿-1")', 270.0),
    ],
)
def test_an_order_is_asked_about(changes, formula, answer):
    assert answer_to(f"=XLSALES_{formula}", calculator(changes)) == answer

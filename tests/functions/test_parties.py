"""Customers by code and by name."""

import pytest

from functions.formulas import answer_to, calculator


@pytest.mark.parametrize(
    ("changes", "formula", "answer"),
    [
        ("", 'CUSTOMER_CODE("太湖")', "C3"),
        ("", 'CUSTOMER_CODE("东海")', "#没有客户 东海"),
        ("客户 4 简称 = 西湖", 'CUSTOMER_CODE("西湖")', "#2 个客户叫 西湖"),
        (
            "客户 4 简称 = 湖州太湖食品有限公司",
            'CUSTOMER_CODE("湖州太湖食品有限公司")',
            "C3",
        ),
    ],
)
def test_a_customer_is_found(changes, formula, answer):
    assert answer_to(f"=XLSALES_{formula}", calculator(changes)) == answer

"""Terms: by what 参数, the calendar and the customer say."""

import datetime as dt

import pytest

from functions.formulas import answer_to, calculator, shown


@pytest.mark.parametrize(
    ("changes", "formula", "answer"),
    [
        # 2026-10-10 is a working Saturday; 11 a Sunday, moved to Monday the 12th
        ("", 'DUE_DATE("货到1天","2026-10-10")', dt.date(2026, 10, 12)),
        (
            "参数 到期日遇休顺延 = 否",
            'DUE_DATE("货到1天","2026-10-10")',
            dt.date(2026, 10, 11),
        ),
        (
            "参数 月结天数读法 = 按天数",
            'DUE_DATE("月结30天","2026-10-12")',
            dt.date(2026, 11, 30),
        ),
        ("", 'DUE_DATE("预付30%,货到10天70%","2026-10-12")', dt.date(2026, 10, 22)),
        ("", 'DUE_DATE("预付30%,货到10天70%","2026-10-12",1)', dt.date(2026, 10, 12)),
        ("", 'DUE_DATE("货到30天","2026-10-12",,,15)', dt.date(2026, 11, 16)),
        ("", 'DUE_DATE("随便","2026-10-12")', "#看不懂的付款条件：随便"),
        ("", 'DUE_DATE("定金30%,发货前70%","2026-10-12")', "#定金 30%，超过 20%"),
        (
            "客户 2 对账截止日 = 25",
            'CUSTOMER_STATEMENT_MONTH("C1","2026-10-26")',
            "2026-11",
        ),
        (
            "客户 2 付款日 = 15",
            'CUSTOMER_DUE_DATE("C1","2026-10-12")',
            dt.date(2026, 12, 15),
        ),
        ("", 'CUSTOMER_DUE_DATE("C9","2026-10-12")', "#没有客户 C9"),
    ],
)
def test_a_term_is_asked_about(changes, formula, answer):
    assert answer_to(f"=XLSALES_{formula}", calculator(changes)) == shown(answer)

"""Progress of an order: from the contract that came back to the money."""

from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.progress import Milestone, progress
from xlsales.ledger.receivables import Receivables

BOOK = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 票种           |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | {invoices}     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 交货日期   | 客户 | 状态   | 付款条件 |
    | A1     | 2026-10-01 | 2026-10-08 | C1   | 已放行 | {term}   |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |

    合同
    | 合同号 | 类型     | 客户 | 订单号 | 签订日     | 生效日     | 回传日     | 制单 |
    | HT-A1  | 销售合同 | C1   | A1     | 2026-10-01 | 2026-10-01 | {returned} | E1   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-05 | 4    | 2026-10-06 |
    | F2       | A1     | 1    | 发货 | 2026-10-07 | 6    | 2026-10-08 |

    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 制单 |
    | V1     | 2026-10-10 | C1   | 纸质专票 | 100      | E1   |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | 40       |
    | V1     | 2    | F2       | A1     | 1        | 60       |

    邮寄
    | 邮件单号 | 行号 | 物品类型 | 寄出日     | 客户 | 发票号 | 签收日     |
    | SF-1     | 1    | 发票 | 2026-10-12 | C1   | V1     | 2026-10-14 |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 指定单据 | 方式 | 金额  | 状态   |
    | K1       | 2026-10-04 | 2026-10-04 | C1       | A1       | 转账 | 30.00 | 已到账 |
    | K2       | 2026-10-20 | 2026-10-20 | C1       | A1       | 转账 | 70.00 | 已到账 |
"""


def of(as_of, *, invoices="增值税专用发票", term="", returned="2026-10-03"):
    text = BOOK.format(invoices=invoices, term=term, returned=returned)
    book = book_from(text)
    return progress(Receivables(book), book.orders["A1"], date.fromisoformat(as_of))


# S-085, S-086, S-140
def test_the_chain_of_an_order_has_its_days():
    assert [(one.milestone.value, str(one.day)) for one in of("2026-10-31").steps] == [
        ("returned", "2026-10-03"),
        ("shipped", "2026-10-07"),
        ("arrived", "2026-10-08"),
        ("invoiced", "2026-10-10"),
        ("received", "2026-10-14"),
        ("paid", "2026-10-20"),
    ]


# S-069, S-072, S-084
@pytest.mark.parametrize(
    ("as_of", "following"),
    [
        ("2026-10-02", Milestone.RETURNED),
        ("2026-10-03", Milestone.SHIPPED),
        ("2026-10-06", Milestone.SHIPPED),  # four of ten are there
        ("2026-10-07", Milestone.ARRIVED),
        ("2026-10-08", Milestone.INVOICED),
        ("2026-10-10", Milestone.RECEIVED),
        ("2026-10-14", Milestone.PAID),
        ("2026-10-19", Milestone.PAID),  # 30 of 100 is there
        ("2026-10-20", None),
    ],
)
def test_what_comes_next(as_of, following):
    assert of(as_of).following is following


def test_a_contract_that_is_not_back_waits_though_the_goods_are_there():
    assert of("2026-10-31", returned="").following is Milestone.RETURNED


def test_who_wants_no_invoice_gets_none():
    steps = [one.milestone for one in of("2026-10-31", invoices="不开票").steps]
    assert Milestone.INVOICED not in steps
    assert Milestone.RECEIVED not in steps


def test_what_is_paid_first_is_paid_before_it_is_shipped():
    found = of("2026-10-06", term="款到发货")
    assert [one.milestone for one in found.steps][1:3] == [
        Milestone.PAID,
        Milestone.SHIPPED,
    ]
    assert found.following is Milestone.PAID
    assert found.steps[1].day is None

"""One desk whose names, remarks and amounts are as long as they come."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from harness.tables import book_from
from xlsales.documents import CONTRACT
from xlsales.documents.contract import contract_context
from xlsales.jobs.desk_papers import PAPERS
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.statements import statement_draft, statements_due
from xlsales.periods import Period
from xlsales.sheets.book import Book

TEMPLATES = Path(__file__).parents[2] / "templates"
AS_OF = date(2026, 10, 20)
SELLER = (
    "沈阳恒联电气设备制造安装工程有限责任公司（中外合资）东北大区铁西第二分公司营销部"
)
CUSTOMER = (
    "大连华联超市连锁经营管理股份有限公司甘井子区第三配送中心（原东北区域物流采购总部）"
)
GOODS = (
    "高分断小型塑料外壳式漏电保护断路器（带过欠压保护及远程分合闸功能）工业加强型三极"
)
ADDRESS = (
    "辽宁省大连市甘井子区中华路街道西部通道工业园区第三排十八号库房二层东侧收货平台"
)
REMARK = "到货前两小时请电话通知库房，卸货须走西门；" * 10  # 210 signs
CHINESE = {
    "seller": SELLER,
    "customer": CUSTOMER,
    "goods": GOODS,
    "address": ADDRESS,
    "remark": REMARK,
    "language": "中文",
}
ENGLISH = {
    "seller": "Henglian Electrical Equipment and Installation Works (North-East) Ltd",
    "customer": "Gulf and Peninsula Wholesale Trading and Contracting Company W.L.L.",
    "goods": "Moulded-case residual current circuit breaker, industrial type",
    "address": "Warehouse 18, Third Row, Western Corridor Industrial Park, Doha",
    "remark": "Please call the warehouse two hours ahead; unload at the west gate. "
    * 3,
    "language": "英文",
}
BOOK = """
    参数
    | 公司名称 | {seller} |
    | 统一社会信用代码 | 91210100MA0TEST01X |
    | 地址 | {address} |
    | 电话 | 024-25550118 |
    | 邮箱 | dz@example.com |
    | 开户行 | 示例银行股份有限公司沈阳铁西支行营业部 |
    | 账号 | 2885 0000 1234 5000 001 |
    | 法定代表人 | 欧阳建国 |
    | 日违约金率 | 0.05% |

    员工
    | 工号 | 姓名   | 角色 | 状态 |
    | E1   | 王晓梅 | 制单 | 启用 |
    | E2   | 李建国 | 复核、放行 | 启用 |
    | E4   | 陈立   | 业务 | 启用 |

    客户
    | 客户编码 | 客户全称   | 状态 | 结算类型 | 付款条件 | 统一社会信用代码   | 地址      | 电话          | 开户行         | 账号    | 票种           | 开票时点 | 业务员 | 单据语言 |
    | C001     | {customer} | 启用 | 购销月结 | 货到30天 | 91210100MA0TEST02X | {address} | 0411-82220055 | 示例银行大连中山支行 | 9000001 | 增值税专用发票 | 先票后款 | E4     | {language} |

    产品
    | 产品编码 | 名称 | 英文名称 | 型号规格 | 单位 | 状态 | 税率 |
    | SY-00001-AB | {goods} | {goods} | DZ47LE-63/3P+N C63A 30mA | 只 | 启用 | 13% |

    选项
    | 清单 | 值 | 英文 |
    | 单位 | 只 | pcs |

    报价
    | 报价单号 | 报价日 | 有效期至 | 客户 | 联系人 | 电话 | 业务员 | 交货期 | 特殊要求 | 状态 | 制单 | 复核 |
    | BJ202610-001 | 2026-10-19 | 2026-10-31 | C001 | 欧阳慧敏 | 13900000000 | E4 | 收到预付款后十五个工作日内 | {remark} | 已复核 | E1 | E2 |

    报价明细
    | 报价单号 | 行号 | 产品编码 | 数量 | 单价 | 备注 |
    {quote_lines}

    订单
    | 订单号 | 客户单号 | 订货日期 | 交货日期 | 客户 | 联系人 | 电话 | 发货地址 | 业务员 | 整单优惠 | 状态 | 特殊要求 | 签订地点 | 制单 | 复核 | 放行人 | 放行原因 | 放行日 |
    | LNDLNO.001 | PO-2026-000017 | 2026-10-12 | 2026-10-25 | C001 | 欧阳慧敏 | 13900000000 | {address} | E4 | 20 | 已放行 | {remark} | 沈阳市铁西区 | E1 | E2 | E2 | 客户分期付款中 | 2026-10-12 |
    | LNDLNO.002 | PO-2026-000018 | 2026-09-01 | 2026-09-05 | C001 | 欧阳慧敏 | 13900000000 | {address} | E4 |    | 已放行 |          | 沈阳市铁西区 | E1 | E2 | E2 | 老客户 | 2026-09-01 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 | 行类型 |
    {order_lines}

    发货单
    | 发货单号 | 开单日 | 客户 | 收货人 | 电话 | 收货地址 | 物流 | 车号 | 备注 | 仓库核实 | 制单 | 复核 |
    | FH202610-001 | 2026-10-20 | C001 | 欧阳慧敏 | 13900000000 | {address} | 顺达物流运输服务有限公司 | 辽A12345 | {remark} | E1 | E1 | E2 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日 | 预计到达 | 数量 | 签收日 | 制单 | 复核 |
    {deliveries}

    订单变更
    | 变更单号 | 变更日 | 订单号 | 行号 | 变更项 | 原值 | 新值 | 原因 | 申请人 | 批准人 |
    | BG202610-001 | 2026-10-20 | LNDLNO.001 | 1 | 数量 | 12345 | 12355 | {remark} | E1 | E2 |

    开票申请
    | 申请单号 | 申请日 | 客户 | 对账月份 | 发货单号 | 金额 | 状态 | 制单 | 复核 |
    | KP202610-001 | 2026-10-20 | C001 | 2026-09 | FH202609-001 | {invoiced} | 已申请 | E1 | E2 |

    回款
    | 收款单号 | 收据号 | 票据/流水号 | 收款日 | 客户编码 | 指定单据 | 付款方 | 方式 | 金额 | 状态 | 承兑人 | 出票日 | 到期日 | 到账日 | 制单 | 复核 |
    | SK202610-001 | SJ202610-001 | 1310000012345678901234567890123 | 2026-10-20 | C001 | QC-1 | {customer} | 银票 | 123456789.01 | 已收 | 示例银行股份有限公司沈阳铁西支行营业部 | 2026-10-01 | 2027-03-31 | | E1 | E2 |

    催收
    | 催收单号 | 日期 | 客户编码 | 步骤 | 原因 | 经办人 |
    | CS202610-001 | 2026-10-19 | C001 | 未回款报告 | {remark} | E4 |
    | CS202610-002 | 2026-10-19 | C001 | 逾期函     |          | E4 |

    延期
    | 延期单号 | 申请日 | 类别 | 客户编码 | 单据号 | 新到期日 | 原因 | 申请人 |
    | YQ202610-001 | 2026-10-20 | 延期 | C001 | QC-2 | 2026-12-31 | {remark} | E4 |

    合同
    | 合同号 | 类型 | 客户 | 签订日 | 生效日 | 到期日 | 对账日 | 交票日 | 结算方式 | 支票周期 | 逾期日利率 | 制单 | 复核 |
    | JC202601-001 | 产品进场合同 | C001 | 2026-01-10 | 2026-01-15 | 2026-12-31 | 5 | 15 | 支票 | 30 | 0.05% | E1 | E2 |

    合同条款
    | 合同号 | 行号 | 费用 | 周期 | 金额 | 比例 | 累计起点 | 单品数 | 扣除方式 | 说明 |
    {terms}

    期初应收
    | 客户编码 | 单据号 | 单据日期 | 到期日 | 金额 |
    {opening}
"""  # noqa: E501 - rows of a sheet are as wide as they are
NUMBERS = {
    "quote": "BJ202610-001",
    "delivery_note": "FH202610-001",
    "order_change": "BG202610-001",
    "invoice_request": "KP202610-001",
    "receipt": "SK202610-001",
    "report": "CS202610-001",
    "letter": "CS202610-002",
    "extension": "YQ202610-001",
    "entry_contract": "JC202601-001",
}


def long_book(count: int, names: Mapping[str, str] = CHINESE) -> Book:
    """Return a book whose every paper has ``count`` lines."""
    remark = names["remark"]
    lines = range(1, count + 1)
    price, quantity = "1234.5678", "1665"
    amount = "2055555.39"  # 1,665 × 1,234.5678 = 2,055,555.387
    goods = "SY-00001-AB"
    shipped = [
        ("FH202610-001", "LNDLNO.001", "2026-10-20", "2026-10-22", ""),
        ("FH202609-001", "LNDLNO.002", "2026-09-02", "2026-09-03", "2026-09-03"),
    ]
    days = [f"{1 + n % 28:02}" for n in lines]
    return book_from(
        BOOK.format(
            **names,
            invoiced=count * Decimal(amount),
            quote_lines=_rows(
                ("BJ202610-001", n, goods, quantity, price, remark if n == 1 else "")
                for n in lines
            ),
            order_lines=_rows(
                (order, n, goods, quantity, "只", price, amount, "正常")
                for order in ("LNDLNO.001", "LNDLNO.002")
                for n in lines
            ),
            deliveries=_rows(
                (no, order, n, "发货", out, eta, quantity, signed, "E1", "E2")
                for no, order, out, eta, signed in shipped
                for n in lines
            ),
            terms=_rows(
                ("JC202601-001", n, "海报费", "每月", "9.5", "", "", "", "账扣", remark)
                for n in lines[:12]
            ),
            opening=_rows(
                ("C001", f"QC-{n}", f"2026-07-{on}", f"2026-08-{on}", "123456789.01")
                for n, on in zip(lines, days, strict=True)
            ),
        )
    )


def drafts(book: Book) -> dict[str, Draft]:
    """Return every document that there is, by its key."""
    made = {
        one.key: _drafted(one.draft(book, NUMBERS[one.key], AS_OF)) for one in PAPERS
    }
    order = book.orders["LNDLNO.001"]
    contract = contract_context(
        book, order, "HT202610-001", signed_on=AS_OF, payment_words="货到之日起30天内"
    )
    [due] = statements_due(book, Period(2026, 9), as_of=AS_OF)
    statement = _drafted(statement_draft(book, due, AS_OF))
    made["contract"] = Draft(CONTRACT, (CONTRACT.title.zh,), contract)
    return made | {"statement": statement}


def is_english(draft: Draft) -> bool:
    """Whether a document is in English: some are only for us, or under our law."""
    return draft.template == draft.document.english


def template(name: str) -> bytes:
    """Return a template by its file name."""
    return (TEMPLATES / name).read_bytes()


def _rows(rows: Iterable[tuple[object, ...]]) -> str:
    return "\n    ".join(f"| {' | '.join(map(str, row))} |" for row in rows)


def _drafted(draft: Draft | Refused) -> Draft:
    assert isinstance(draft, Draft), draft
    return draft

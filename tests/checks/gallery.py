"""The error gallery: for every code a book that has the fault and one that has not.

``wrong`` and ``right`` are changes of the clean book (see ``changes.py``), the
second as near to the first as it can be without a finding.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fault: how it is made, where it is found, and its clean neighbour.

    ``said`` is the sentence a person reads, ``found`` and ``expected`` are the
    columns 现值 and 应为 of 校验结果.
    """

    code: str
    wrong: str
    at: str
    said: str
    found: str = ""
    expected: str = ""
    right: str


_EARLIER = "".join(
    f"""
    订单
    | 订单号     | 订货日期     | 交货日期   | 客户 | 联系人 | 电话        | \
      发货地址  | 业务员 | 结算类型 | 状态 | 制单 |
    | 草稿-{day} | 2026-10-{day} | 2026-10-26 | C3   | 钱蓉   | 13900000003 | \
      人民路3号 | E4     | 购销月结 | 草稿 | E1   |

    订单明细
    | 订单号     | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
    | 草稿-{day} | 1    | P1       | 20   | 包   | 10   | 200  |
    """
    for day in range(12, 17)
)
_ISSUED = """
    客户 3 票种 = 增值税专用发票
    客户 3 开票时点 = 先票后款
    发票
    | 发票号               | 开票日     | 客户 | 票种     | 价税合计 | 税额  | 制单 | 开票人 | 审核 |
    | 26350000000000000001 | 2026-10-16 | C2   | 数电专票 | 180      | 20.71 | E1   | E2     | E3   |

    发票明细
    | 发票号               | 行号 | 发货单号 | 订单号     | 订单行号 | 数量 | 价税合计 |
    | 26350000000000000001 | 1    | FH-1     | ZJHZNO.001 | 1        | 20   | 180      |
    """  # noqa: E501 - a row of 发票 is as wide as it is
_REQUEST = """
    客户 3 票种 = 增值税专用发票
    客户 3 开票时点 = 先票后款
    开票申请
    | 申请单号 | 申请日     | 客户 | 对账月份 | 金额 | 状态   | 制单 | 复核 |
    | KP-1     | 2026-10-16 | C2   | 2026-10  | 180  | 已申请 | E1   | E2   |
    """
_RED = (
    _ISSUED
    + """
    发票
    | 发票号               | 开票日     | 客户 | 票种     | 价税合计 | 原发票号             | 红字原因 | 红字确认日 | 制单 | 开票人 | 审核 |
    | 26350000000000000002 | 2026-10-17 | C2   | 数电专票 | -100     | 26350000000000000001 | 销售折让 | 2026-10-17 | E1   | E2     | E3   |

    发票明细
    | 发票号               | 行号 | 发货单号 | 订单号     | 订单行号 | 价税合计 |
    | 26350000000000000002 | 1    | FH-1     | ZJHZNO.001 | 1        | -100     |
    """  # noqa: E501 - a row of 发票 is as wide as it is
)
_TWO_REDS = (
    _RED
    + """
    发票
    | 发票号               | 开票日     | 客户 | 票种     | 价税合计 | 原发票号             | 红字原因 | 红字确认日 | 制单 | 开票人 | 审核 |
    | 26350000000000000003 | 2026-10-18 | C2   | 数电专票 | -80      | 26350000000000000001 | 销售折让 | 2026-10-18 | E1   | E2     | E3   |

    发票明细
    | 发票号               | 行号 | 发货单号 | 订单号     | 订单行号 | 价税合计 |
    | 26350000000000000003 | 1    | FH-1     | ZJHZNO.001 | 1        | -80      |
    """  # noqa: E501 - a row of 发票 is as wide as it is
)
_SEPTEMBER = """
    订单 3 订货日期 = 2026-09-01
    订单 3 交货日期 = 2026-09-04
    回款 2 收款日 = 2026-09-02
    回款 2 到账日 = 2026-09-02
    发货 2 发货日 = 2026-09-03
    发货 2 签收日 = 2026-09-04
    """
_ON_PAPER = (
    _SEPTEMBER
    + _ISSUED
    + """
    发票 2 发票号 = 00123456
    发票明细 2 发票号 = 00123456
    发票 2 票种 = 纸质专票
    发票 2 发票代码 = 3500261130
    发票 2 开票日 = 2026-09-30
    """
)
_MAILED = (
    _ISSUED
    + """
    邮寄
    | 邮件单号 | 行号 | 寄出日     | 物品类型 | 客户 | 发票号               | 发票金额 | 数量 | 发送人 |
    | YJ-1     | 1    | 2026-10-17 | 发票     | C2   | 26350000000000000001 | 180      | 1    | E1     |
    """  # noqa: E501 - a row of 邮寄 is as wide as it is
)

_OWED = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   | 业务员 |
    | C2       | QC-2   | 2024-01-01 | 2026-11-30 | 100.00 | E4     |
"""
_LIMIT = """
    信用
    | 客户编码 | 日期   | 额度 | 临时额度至 | 原因 | 提议人 | 批准人     |
    | C2       | {date} | 9999 | {until}    | 旺季 | E4     | {approver} |
"""
_DUNNED = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日 | 金额   | 业务员 |
    | C2       | QC-2   | 2026-08-20 | {due}  | 100.00 | E4     |

    催收
    | 催收单号 | 日期       | 客户编码 | 步骤   | 单据号 | 经办人 |
    | CS-1     | 2026-10-20 | C2       | {step} | QC-2   | E4     |
"""
_PAID = """
    回款
    | 收款单号 | 收款日     | 到账日    | 客户编码 | 方式 | 金额  | 状态    | 制单 |
    | SK-2     | 2026-10-18 | {cleared} | C2       | 转账 | 40.00 | {state} | E1   |
"""
_DEFERRED = """
    延期
    | 延期单号 | 类别 | 客户编码 | 单据号 | 新到期日 | 批准人     | 批准日     | \
      申请日     | 原因 | 申请人 |
    | YQ-1     | 延期 | C2       | QC-2   | {due}    | {approver} | {approved} | \
      2026-10-17 | 旺季 | E4     |
"""
_DISPUTED = """
    延期
    | 延期单号 | 申请日 | 类别 | 客户编码 | 单据号 | 原因 | 申请人 |
    | ZY-1     | {date} | 争议 | C2       | QC-2   | 破损 | E4     |
"""

_KEPT_BACK = """
    扣款 2 扣款单号 = K1
    扣款 2 客户编码 = C3
    扣款 2 合同号 = JC-1
    扣款 2 类别 = 服务费
    扣款 2 日期 = 2026-02-10
    """

CASES = (
    # what stands in the cells
    Case(
        code="sheet_missing",
        wrong="没有 日历",
        at="日历",
        said="工作簿里没有「日历」表",
        right="日历 2 休/班 = 休",
    ),
    Case(
        code="column_missing",
        wrong="订单 1 联系人 = 联系",
        at="订单",
        said="没有「联系人」列",
        found="联系",
        expected="联系人",
        right="订单 1 联系人 = Contact*",
    ),
    Case(
        code="column_twice",
        wrong="订单 1 签订地点 = 合同号",
        at="订单",
        said="标题「合同号」出现两次，只读第一列",
        found="合同号",
        right="订单 1 签订地点 = 运输方式",
    ),
    Case(
        code="column_untitled",
        wrong="订单 1 客户单号 =",
        at="订单!C1",
        said="这一列有内容，但没有标题",
        right="订单 1 客户单号 = 备注",
    ),
    Case(
        code="column_unknown",
        wrong="客户 1 客户来源 = 客户来原",
        at="客户",
        said="「客户来原」列不是主簿的列",
        found="客户来原",
        expected="客户来源",
        right="客户 1 客户来源 = 车牌",
    ),
    Case(
        code="required_missing",  # S-051
        wrong="订单 2 发货地址 =",
        at="订单!J2",
        said="「发货地址」没有填",
        expected="发货地址",
        right="订单 2 签订地点 =",
    ),
    Case(
        code="unreadable_value",
        wrong="订单明细 2 数量 = 十二",
        at="订单明细!G2",
        said="「数量」里的「十二」无法识别",
        found="十二",
        expected="数字",
        right="订单明细 2 数量 = １００",
    ),
    Case(
        code="two_dates",
        wrong="订单 2 交货日期 = 2026-10-23、2026-10-30",
        at="订单!F2",
        said="「交货日期」里有两个日期：「2026-10-23、2026-10-30」",
        found="2026-10-23、2026-10-30",
        expected="一个日期",
        right="订单 2 交货日期 = 2026-10-23",
    ),
    Case(
        code="unknown_choice",
        wrong="订单 2 结算类型 = 月结",
        at="订单!L2",
        said="「结算类型」不能是「月结」",
        found="月结",
        expected="购销月结",
        right="订单 2 结算类型 = Outright monthly",
    ),
    Case(
        code="unknown_option",
        wrong="客户 2 区域 = 东北区",
        at="客户!H2",
        said="「区域」的「东北区」不在「选项」的「区域」清单里",
        found="东北区",
        expected="东北",
        right="客户 2 渠道 = Supermarket",
    ),
    Case(
        code="unknown_reference",  # S-054
        wrong="订单明细 2 产品编码 = P11",
        at="订单明细!C2",
        said="「产品」表里没有「P11」",
        found="P11",
        expected="P1",
        right="订单明细 2 产品编码 = P1",
    ),
    Case(
        code="duplicate_key",
        wrong="""期初应收
            | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 |
            | C1       | QC-1   | 2026-09-02 | 2026-11-30 | 70   |""",
        at="期初应收!B3",
        said="「QC-1」重复，第 2 行已经有了",
        found="QC-1",
        right="""期初应收
            | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 |
            | C1       | QC-2   | 2026-09-02 | 2026-11-30 | 70   |""",
    ),
    # what the file holds and does not show
    Case(
        code="sheet_twice",
        wrong="再有 Orders",
        at="Orders",
        expected="订单",
        said="这张工作表与「订单」是同一张表，没有读取",
        right="再有 订单备份",
    ),
    Case(
        code="error_value",
        wrong="订单 2 合同号 = =NA() #N/A",
        at="订单!D2",
        found="#N/A",
        said="单元格是错误值 #N/A",
        right="订单 2 合同号 = ='HT-1' HT-1",
    ),
    Case(
        code="formula_without_value",
        wrong="订单明细 2 客户货号 = =C2",
        at="订单明细!D2",
        said="单元格是公式，但文件里没有算出的值",
        right="订单明细 2 客户货号 = =C2 P1",
    ),
    Case(
        code="merged_cells",
        wrong="合并 订单 S2:S3",
        at="订单!S2:S3",
        said="数据行里有合并单元格，只有第一格有值",
        right="合并 订单 S9:S12",
    ),
    Case(
        code="rows_outside_table",
        wrong="表 订单 A1:AA3",
        at="订单!A4",
        found="4",
        expected="A1:AA3",
        said="第 4 行在表格 A1:AA3 之外",
        right="表 订单 A1:AA4",
    ),
    Case(
        code="rows_hidden",
        wrong="隐藏 订单 3",
        at="订单!A3",
        found="3",
        said="第 3 行隐藏着，照样参加计算",
        right="隐藏 订单 9",
    ),
    Case(
        code="full_width",
        wrong="订单 2 合同号 = ＨＴ-1",
        at="订单!D2",
        found="ＨＴ-1",
        said="合同号 ＨＴ-1 里有全角字母或数字",
        right="订单 2 合同号 = HT-1（补）",
    ),
    Case(
        code="filter_on",
        wrong="""筛选 订单 A1:AA4
            隐藏 订单 3""",
        at="订单!A1:AA4",
        found="3",
        said="筛选隐藏了 1 行（3），照样参加计算",
        right="筛选 订单 A1:AA4",
    ),
    Case(
        code="number_as_text",
        wrong="""订单明细 2 金额 = '1000'
            订单明细 3 金额 = '426.70'""",
        at="订单明细!L2:L3",
        found="1,000",
        said="金额 1,000 存成了文本",
        right="订单明细 2 金额 = 1000",
    ),
    Case(
        code="blanks_around",
        wrong="订单 2 客户单号 = 'PO-7 '",
        at="订单!C2",
        found="PO-7",
        said="客户单号 “PO-7” 前后有空格",
        right="订单 2 客户单号 = 'PO - 7'",
    ),
    # the order sheet
    Case(
        code="order_without_lines",
        wrong="""订单明细 5 订单号 = LNSYNO.001
            订单明细 5 行号 = 3""",
        at="订单!A4",
        said="订单 草稿-1 没有明细",
        found="草稿-1",
        right="""订单明细 5 订单号 = LNSYNO.001
            订单明细 5 行号 = 3
            订单 4 状态 = 作废""",
    ),
    Case(
        code="order_total_differs",
        wrong="订单 3 订单总额 = 200",
        at="订单!P3",
        said="订单总额 200，应为 180（明细合计 200 − 整单优惠 20）",
        found="200",
        expected="180",
        right="""订单 3 订单总额 = 200
            订单 3 整单优惠 = 0
            回款 2 金额 = 200""",
    ),
    Case(
        code="discount_exceeds_order",
        wrong="订单 3 整单优惠 = 500\n订单 3 订单总额 = -300",
        at="订单!O3",
        said="整单优惠 500，应在 0 和明细合计 200 之间",
        found="500",
        expected="200",
        right="订单 3 整单优惠 = 200\n订单 3 订单总额 = 0",
    ),
    Case(
        code="duplicate_contract_no",  # S-092
        wrong="订单 2 合同号 = HT-1\n订单 3 合同号 = HT-1",
        at="订单!D3",
        said="合同号 HT-1 已用于订单 LNSYNO.001",
        found="HT-1",
        right="订单 2 合同号 = HT-1\n订单 3 合同号 = HT-2",
    ),
    Case(
        code="delivery_before_order",
        wrong="订单 4 交货日期 = 2026-10-16",
        at="订单!F4",
        said="交货日期 2026-10-16 早于订货日期 2026-10-19",
        found="2026-10-16",
        expected="2026-10-19",
        right="订单 4 交货日期 = 2026-10-19",
    ),
    Case(
        code="customer_stopped",
        wrong="客户 2 状态 = 停用",
        at="订单!G2",
        said="客户 C1 沈阳北方商贸有限公司 已停用",
        found="C1",
        right="客户 3 状态 = 停用",
    ),
    Case(
        code="maker_is_checker",  # S-403
        wrong="订单 2 复核 = E1",
        at="订单!V2",
        said="制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right="订单 2 复核 = E3",
    ),
    Case(
        code="may_not_make",  # S-002, S-403
        wrong="订单 2 制单 = E4",
        at="订单!U2",
        said="E4 吴波 没有「制单」角色，或已停用",
        found="E4",
        expected="制单",
        right="""订单 2 制单 = E4
            员工 5 角色 = 业务、制单""",
    ),
    Case(
        code="may_not_check",  # S-003, S-403, S-408
        wrong="订单 2 复核 = E4",
        at="订单!V2",
        said="E4 吴波 没有「复核」角色，或已停用",
        found="E4",
        expected="复核",
        right="""订单 2 复核 = E4
            员工 5 角色 = 业务、复核""",
    ),
    Case(
        code="checker_missing",  # S-062, S-404
        wrong="订单 2 复核 =",
        at="订单!V2",
        said="状态为已复核，但没有复核人",
        right="""订单 2 复核 =
            订单 2 状态 = 草稿""",
    ),
    Case(
        code="release_faulty",  # S-057
        wrong="""订单 2 放行人 = E2
            订单 2 放行原因 = 老客户
            订单 2 放行日 = 2026-10-13""",
        at="订单!X2",
        said="放行的「放行人」不对：「E2」",
        found="E2",
        expected="有放行角色的另一人",
        right="""订单 2 放行人 = E3
            订单 2 放行原因 = 老客户
            订单 2 放行日 = 2026-10-13""",
    ),
    Case(
        code="term_faulty",
        wrong="订单 3 付款条件 = 预付30%,发货前60%",
        at="订单!M3",
        said="付款条件「预付30%,发货前60%」不能识别：90%",
        found="预付30%,发货前60%",
        expected="各部分合计 100%",
        right="订单 3 付款条件 = 预付30%,发货前70%",
    ),
    Case(
        code="settlement_type_differs",  # S-058
        wrong="订单 2 结算类型 = 代销",
        at="订单!L2",
        said="结算类型是代销，客户的是购销月结",
        found="代销",
        expected="购销月结",
        right="""订单 2 结算类型 = 代销
            客户 2 结算类型 = 代销""",
    ),
    Case(
        code="requirement_unconfirmed",  # S-065
        wrong="订单 2 特殊要求 = 分两车送",
        at="订单!R2",
        said="特殊要求「分两车送」没有确认人",
        right="""订单 2 特殊要求 = 分两车送
            订单 2 确认人 = 王芳""",
    ),
    Case(
        code="customer_overdue",
        wrong="期初应收 2 到期日 = 2026-10-13",
        at="订单!G2",
        said="客户 C1 逾期 7 天",
        found="C1",
        right="""期初应收 2 到期日 = 2026-10-13
            期初应收 2 客户编码 = C2""",
    ),
    Case(
        code="customer_late",
        wrong="期初应收 2 到期日 = 2026-10-19",
        at="订单!G2",
        said="客户 C1 逾期 1 天",
        found="C1",
        right="期初应收 2 到期日 = 2026-10-20",
    ),
    Case(
        code="credit_exceeded",
        wrong="客户 2 信用额度 = 1926.69",
        at="订单!G2",
        found="C1",
        expected="1,926.69",
        said="付款单位 C1 的信用占用 1,926.70 超过额度 1,926.69"
        "（应收和在途 500，票据 0，未发订单 1,426.70）",
        right="客户 2 信用额度 = 1926.70",
    ),
    Case(
        code="duplicate_customer_po",
        wrong="""订单 4 客户 = C1
            订单 4 客户单号 = PO-7""",
        at="订单!C4",
        said="客户单号 PO-7 已用于订单 LNSYNO.001",
        found="PO-7",
        right="订单 4 客户单号 = PO-7",
    ),
    Case(
        code="closed_day_delivery",
        wrong="订单 2 交货日期 = 2026-10-24",
        at="订单!F2",
        said="交货日期 2026-10-24 是休息日",
        found="2026-10-24",
        expected="2026-10-26",
        right="订单 2 交货日期 = 2026-10-31",
    ),
    Case(
        code="number_form_differs",  # S-052
        wrong="""订单 4 订单号 = HUZHOU-1
            订单明细 5 订单号 = HUZHOU-1""",
        at="订单!A4",
        said="订单号 HUZHOU-1 不合规则",
        found="HUZHOU-1",
        expected="ZJHZNO.001",
        right="""订单 4 订单号 = ZJHZNO.002
            订单明细 5 订单号 = ZJHZNO.002""",
    ),
    Case(
        code="number_gap",  # S-052
        wrong="""订单 4 订单号 = ZJHZNO.003
            订单明细 5 订单号 = ZJHZNO.003""",
        at="订单!A4",
        said="ZJHZNO.003 之前缺 ZJHZNO.002",
        found="ZJHZNO.003",
        right="""订单 4 订单号 = ZJHZNO.002
            订单明细 5 订单号 = ZJHZNO.002""",
    ),
    Case(
        code="order_late",  # S-061, S-064, S-069, S-118, S-125
        wrong="订单 2 交货日期 = 2026-10-19",
        at="订单明细!G2",
        said="交期 2026-10-19 已过 1 天，订 100，已发 0",
        found="100",
        right="订单 2 交货日期 = 2026-10-20",
    ),
    Case(
        code="order_untold",  # S-071, S-335
        wrong="""订单 2 代接人 = E1
            订单 2 问价日 = 2026-10-12""",
        at="订单!AD2",
        said="订单由 E1 代接，还没有转告业务员",
        right="""订单 2 代接人 = E1
            订单 2 问价日 = 2026-10-12
            订单 2 转告日 = 2026-10-13""",
    ),
    Case(
        code="price_unasked",  # S-040
        wrong="""订单 2 代接人 = E1
            订单 2 转告日 = 2026-10-13""",
        at="订单!AC2",
        said="订单由 E1 代接，价格没有问过业务员",
        right="""订单 2 代接人 = E4
            订单 2 转告日 = 2026-10-13""",
    ),
    # its lines
    Case(
        code="quantity_not_positive",  # S-054
        wrong="""订单明细 2 数量 = 0
            订单明细 2 金额 = 0""",
        at="订单明细!G2",
        said="数量是 0",
        found="0",
        expected="大于 0",
        right="""订单明细 2 数量 = 20
            订单明细 2 金额 = 200""",
    ),
    Case(
        code="weight_missing",  # S-076
        wrong="订单明细 3 重量 =",
        at="订单明细!I3",
        said="牛皮纸 按重量计价，但没有重量",
        right="""订单明细 3 重量 =
            订单明细 3 金额 = 42.50
            产品 3 计价依据 = 数量""",
    ),
    Case(
        code="amount_differs",  # S-055
        wrong="订单明细 3 金额 = 426.69",
        at="订单明细!L3",
        said="金额 426.69，应为 426.70（数量 50.20 × 单价 8.50 × （1 − 折扣 0））",
        found="426.69",
        expected="426.70",
        # 50.21 × 8.5 = 426.785, rounded half away from zero
        right="""订单明细 3 重量 = 50.21
            订单明细 3 金额 = 426.79""",
    ),
    Case(
        code="gift_priced",
        wrong="订单明细 2 行类型 = 赠品",
        at="订单明细!L2",
        said="赠品的金额是 1,000",
        found="1,000",
        expected="0",
        right="""订单明细 2 行类型 = 赠品
            订单明细 2 单价 = 0
            订单明细 2 金额 = 0""",
    ),
    Case(
        code="discount_too_large",
        wrong="""订单明细 2 折扣 = 1
            订单明细 2 金额 = 0
            价格 2 底价 =
            产品 2 不含税成本 =""",
        at="订单明细!K2",
        said="折扣是 1",
        found="1",
        right="""订单明细 2 折扣 = 0
            价格 2 底价 =
            产品 2 不含税成本 =""",
    ),
    Case(
        code="tax_rate_differs",
        wrong="订单明细 2 税率 = 9%",
        at="订单明细!M2",
        said="税率是 0.09，产品的是 0.13",
        found="0.09",
        expected="0.13",
        right="订单明细 2 税率 =",
    ),
    Case(
        code="product_stopped",
        wrong="产品 3 状态 = 停用",
        at="订单明细!C3",
        said="产品 P2 牛皮纸 已停用",
        found="P2",
        right="""产品 3 状态 = 停用
            订单 2 状态 = 作废""",
    ),
    Case(
        code="discount_over_limit",  # S-041
        wrong="""订单明细 2 折扣 = 11%
            订单明细 2 金额 = 890""",
        at="订单明细!K2",
        said="折扣 0.11，吴波 的权限是 0.10",
        found="0.11",
        expected="0.10",
        right="""订单明细 2 折扣 = 10%
            订单明细 2 金额 = 900""",
    ),
    Case(
        code="discount_like_zhe",
        wrong="""订单明细 2 折扣 = 0.5
            订单明细 2 金额 = 500
            员工 5 折扣权限 =
            价格 2 底价 =
            产品 2 不含税成本 =""",
        at="订单明细!K2",
        said="折扣 0.50 表示减去这么多；是不是只减 0.50？",
        found="0.50",
        expected="0.50",
        right="""订单明细 2 折扣 = 0.49
            订单明细 2 金额 = 510
            员工 5 折扣权限 =
            价格 2 底价 =
            产品 2 不含税成本 =""",
    ),
    Case(
        code="spec_differs",  # S-054, S-116
        wrong="订单明细 2 型号规格 = A4 80g",
        at="订单明细!F2",
        said="型号规格写的是「A4 80g」，产品的是「A4 70g」",
        found="A4 80g",
        expected="A4 70g",
        right="订单明细 2 型号规格 =",
    ),
    Case(
        code="unit_differs",
        wrong="订单明细 3 单位 = 包",
        at="订单明细!H3",
        said="单位是包，产品的是件",
        found="包",
        expected="件",
        right="""订单明细 3 单位 = 包
            产品 3 单位 = 包""",
    ),
    Case(
        code="pack_broken",
        wrong="""订单明细 2 数量 = 101
            订单明细 2 金额 = 1010""",
        at="订单明细!G2",
        said="数量 101 不是装箱数 10 的倍数",
        found="101",
        expected="110",
        right="""订单明细 2 数量 = 110
            订单明细 2 金额 = 1100""",
    ),
    Case(
        code="below_minimum",
        wrong="""订单明细 5 数量 = 10
            订单明细 5 金额 = 90""",
        at="订单明细!G5",
        said="数量 10 低于起订量 20",
        found="10",
        expected="20",
        right="""订单明细 5 数量 = 10
            订单明细 5 金额 = 90
            订单明细
            | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
            | 草稿-1 | 2    | P1       | 10   | 包   | 10   | 100  |""",
    ),
    Case(
        code="quantity_unusual",
        wrong=f"""订单明细 5 数量 = 70
            订单明细 5 金额 = 630
            {_EARLIER}""",
        at="订单明细!G5",
        found="70",
        expected="20",
        said="数量 70 是该客户此产品以往最大订量 20 的三倍以上",
        right=f"""订单明细 5 数量 = 60
            订单明细 5 金额 = 540
            {_EARLIER}""",
    ),
    Case(
        code="batch_before_order",
        wrong="订单明细 5 分批交期 = 2026-10-18",
        at="订单明细!O5",
        found="2026-10-18",
        expected="2026-10-19",
        said="分批交期 2026-10-18 早于订货日期 2026-10-19",
        right="订单明细 5 分批交期 = 2026-10-19",
    ),
    Case(
        code="stock_short",  # S-060
        wrong="""订单明细 2 库存答复 = 需生产
            订单明细 2 可发日 = 2026-10-24
            订单明细 3 库存答复 = 有货""",
        at="订单明细!Q2",
        said="库存答复 2026-10-24，赶不上交期",
        found="2026-10-24",
        expected="2026-10-23",
        right="""订单明细 2 库存答复 = 需生产
            订单明细 2 可发日 = 2026-10-23
            订单明细 3 库存答复 = 有货""",
    ),
    Case(
        code="stock_unanswered",  # S-060
        wrong="订单明细 2 库存答复 = 有货",
        at="订单明细!P3",
        said="订单已复核，这一行还没有库存答复",
        right="""订单明细 2 库存答复 = 有货
            订单明细 3 库存答复 = 有货""",
    ),
    # the price in force
    Case(
        code="price_tie",  # S-012
        wrong="""价格
            | 产品编码 | 起量 | 单价 | 生效日     |
            | P2       | 1    | 8.2  | 2026-01-01 |""",
        at="订单明细!J3",
        said="牛皮纸 有几行同样优先的价格：「价格」第 3、4 行",
        found="8.50",
        right="""价格
            | 产品编码 | 起量 | 单价 | 生效日     |
            | P2       | 1    | 8.2  | 2025-01-01 |""",
    ),
    Case(
        code="price_missing",  # S-034
        wrong="价格 3 生效日 = 2026-10-13",
        at="订单明细!J3",
        said="牛皮纸 在订货日没有有效价格",
        found="8.50",
        right="价格 3 生效日 = 2026-10-12",
    ),
    Case(
        code="price_off",  # S-056, S-054
        wrong="""订单明细 3 单价 = 8.6
            订单明细 3 金额 = 431.72""",
        at="订单明细!J3",
        said="单价 8.60，有效价格是 8.50（「价格」第 3 行）",
        found="8.60",
        expected="8.50",
        # 8.5 × 2 % = 0.17 either way
        right="""订单明细 3 单价 = 8.6
            订单明细 3 金额 = 431.72
            参数 单价允差 = 2%""",
    ),
    Case(
        code="price_below_floor",
        wrong="价格 3 底价 = 8.51",
        at="订单明细!J3",
        said="折后单价 8.50 低于底价 8.51",
        found="8.50",
        expected="8.51",
        right="价格 3 底价 = 8.5",
    ),
    Case(
        code="price_below_cost",  # S-046
        # 8.5 ÷ 1.13 = 7.5221
        wrong="产品 3 不含税成本 = 7.5222",
        at="订单明细!J3",
        said="不含税单价 7.5221 低于成本 7.5222",
        found="8.50",
        expected="7.5222",
        right="产品 3 不含税成本 = 7.5221",
    ),
    Case(
        code="price_expiring",
        # fifteen days from 2026-10-20 on
        wrong="""价格
            | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     | 失效日     |
            | P1       | C2       | 1    | 10   | 2026-01-01 | 2026-11-04 |""",
        at="价格!L4",
        said="客户 C2 的价格 2026-11-04 到期",
        found="2026-11-04",
        right="""价格
            | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     | 失效日     |
            | P1       | C2       | 1    | 10   | 2026-01-01 | 2026-11-05 |""",
    ),
    # contracts, and the orders that need one
    Case(
        code="con_missing",  # S-058, S-096, S-108
        wrong="合同 2 到期日 = 2026-10-11",
        at="订单!G2",
        said="客户 C1 按购销月结结算，订货日 2026-10-12 没有有效的合同",
        found="C1",
        right="合同 2 到期日 = 2026-10-12\n合同 2 完成日 = 2026-10-12",
    ),
    Case(
        code="con_maker_is_checker",  # S-077, S-404
        wrong="合同 2 复核 = E1",
        at="合同!R2",
        said="合同的制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right="合同 2 复核 = E3",
    ),
    Case(
        code="con_ends_before",
        wrong="合同 3 到期日 = 2026-01-09",
        at="合同!G3",
        said="到期日 2026-01-09 早于生效日 2026-01-10",
        found="2026-01-09",
        expected="2026-01-10",
        right="合同 3 到期日 = 2026-01-10",
    ),
    Case(
        code="con_frames_overlap",
        wrong="""合同 3 类型 = 年度购销合同
            合同 3 客户 = C1
            合同 3 生效日 = 2026-12-31""",
        at="合同!F3",
        said="自 2026-12-31 起与同一客户的合同 NK-1 同时有效",
        found="2026-12-31",
        right="""合同 3 类型 = 年度购销合同
            合同 3 客户 = C1
            合同 3 生效日 = 2027-01-01
            合同 3 到期日 = 2027-12-31""",
    ),
    Case(
        code="con_late_rate_high",
        wrong="合同 2 逾期日利率 = 0.5%",
        at="合同!P2",
        said="逾期日利率 0.5%，高于通常的 0.1%",
        found="0.005",
        expected="0.001",
        right="合同 2 逾期日利率 = 0.1%",
    ),
    Case(
        code="con_unreturned",  # S-078, S-081, S-082, S-083, S-416
        wrong="""合同 3 类型 = 销售合同
            合同 3 业务员已签 = 是
            合同 3 盖章日 = 2026-10-10
            合同 3 签订日 = 2026-10-09""",
        at="合同!U3",
        said="签订 11 天了，「回传日」还没有填",
        right="""合同 3 类型 = 销售合同
            合同 3 业务员已签 = 是
            合同 3 盖章日 = 2026-10-10
            合同 3 签订日 = 2026-10-09
            合同 3 回传日 = 2026-10-20""",
    ),
    Case(
        code="con_expiring",
        wrong="合同 3 到期日 = 2026-11-19",
        at="合同!G3",
        said="太湖 的合同 30 天后到期，没有续签的合同",
        found="2026-11-19",
        right="合同 3 到期日 = 2026-11-20",
    ),
    # what they cost
    Case(
        code="con_fee_missing",
        wrong="合同条款 2 金额 =",
        at="合同条款!E2",
        said="这项费用没有填金额，也没有填比例",
        expected="金额或比例",
        right="合同条款 2 金额 = 0",
    ),
    Case(
        code="con_fee_twice",
        wrong="合同条款 3 金额 = 500",
        at="合同条款!F3",
        said="金额 500 和比例 1% 都填了",
        found="0.01",
        right="合同条款 3 比例 = 0.5%",
    ),
    Case(
        code="con_rate_once",
        wrong="合同条款 4 周期 = 一次",
        at="合同条款!D4",
        said="按销售额比例的费用，周期是「一次」",
        found="一次",
        expected="每月、每季或每年",
        right="合同条款 4 周期 = 每年",
    ),
    Case(
        code="con_start_without_rate",
        wrong="合同条款 4 比例 =\n合同条款 4 金额 = 800",
        at="合同条款!G4",
        said="填了累计起点 1,000,000，费用却是固定金额 800",
        found="1,000,000",
        right="""合同条款 4 比例 =
            合同条款 4 金额 = 800
            合同条款 4 累计起点 =""",
    ),
    Case(
        code="con_products_missing",
        wrong="合同条款 2 单品数 =",
        at="合同条款!H2",
        said="新品进场费没有填单品数",
        expected="大于 0",
        right="合同条款 2 单品数 = 1",
    ),
    Case(
        code="con_tier_twice",
        wrong="合同条款 4 累计起点 = 0",
        at="合同条款!G4",
        said="累计起点与第 3 行相同",
        found="0",
        right="合同条款 4 累计起点 = 1",
    ),
    Case(
        code="con_tier_falls",
        wrong="合同条款 4 比例 = 1%",
        at="合同条款!F4",
        said="这一档没有比第 3 行高",
        found="0.01",
        right="合同条款 4 比例 = 1.1%",
    ),
    Case(
        code="con_term_outside",
        wrong="合同条款 3 生效日 = 2026-01-09\n合同条款 4 生效日 = 2026-01-10",
        at="合同条款!I3",
        said="日期 2026-01-09 超出了合同或条款的期间（2026-01-10）",
        found="2026-01-09",
        expected="2026-01-10",
        right="合同条款 3 生效日 = 2026-01-10\n合同条款 4 生效日 = 2026-01-10",
    ),
    Case(
        code="con_deduction_unknown",
        wrong=f"{_KEPT_BACK}扣款 2 合同号 = JC-2\n扣款 2 金额 = 6000",
        at="扣款!C2",
        said="这个客户没有合同 JC-2",
        found="JC-2",
        right=f"{_KEPT_BACK}扣款 2 金额 = 6000",
    ),
    Case(
        code="con_deduction_not_agreed",  # S-094
        wrong=f"{_KEPT_BACK}扣款 2 金额 = 60\n合同条款 2 扣除方式 = 现付",
        at="扣款!D2",
        said="合同 JC-1 没有「服务费」类的条款",
        found="服务费",
        right=f"""{_KEPT_BACK}扣款 2 类别 = 索赔
            扣款 2 金额 = 60
            合同条款 2 扣除方式 = 现付""",
    ),
    Case(
        code="con_deduction_above",  # S-094
        wrong=f"{_KEPT_BACK}扣款 2 金额 = 6000.01",
        at="扣款!F2",
        said="扣了 6,000.01，按合同 JC-1 到当月还可扣 6,000",
        found="6,000.01",
        expected="6,000",
        right=f"{_KEPT_BACK}扣款 2 金额 = 6000",
    ),
    # deliveries, money, targets
    Case(
        code="line_unknown",
        wrong="""订单 3 交货日期 = 2026-10-21
            发货 2 行号 = 2""",
        at="发货!C2",
        said="订单没有第 2 行",
        found="2",
        right="""订单 3 交货日期 = 2026-10-21
            发货 2 订单号 = LNSYNO.001
            发货 2 行号 = 2
            发货 2 数量 = 5
            发货 2 实重 = 50.2""",
    ),
    Case(
        code="over_delivered",
        wrong="发货 2 数量 = 21\n回款 2 金额 = 189",
        at="发货!G2",
        said="累计发货 21，最多 20",
        found="21",
        expected="20",
        right="""发货 2 数量 = 21
            回款 2 金额 = 189
            参数 发货允差 = 5%""",
    ),
    Case(
        code="over_returned",
        wrong="""发货
            | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 |
            | TH-1     | ZJHZNO.001 | 1    | 退货 | 2026-10-16 | 21   | E1   |""",
        at="发货!G3",
        said="退货 21，最多能退 20",
        found="21",
        expected="20",
        right="""发货
            | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 |
            | TH-1     | ZJHZNO.001 | 1    | 退货 | 2026-10-16 | 20   | E1   |""",
    ),
    Case(
        code="delivery_not_positive",
        wrong="""订单 3 交货日期 = 2026-10-21
            发货 2 数量 = 0""",
        at="发货!G2",
        said="数量是 0",
        found="0",
        expected="大于 0",
        right="""订单 3 交货日期 = 2026-10-21
            发货 2 数量 = 1""",
    ),
    Case(
        code="delivery_weight_missing",
        wrong="""
        发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 签收日 | 制单 |
        | FH-2     | LNSYNO.001 | 2    | 发货 | 2026-10-19 | 5    |        | E1   |
        """,
        at="发货!H3",
        said="按重量计价的产品发货没有填实重",
        right="""
        发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 实重 | 制单 |
        | FH-2     | LNSYNO.001 | 2    | 发货 | 2026-10-19 | 5    | 50.4 | E1   |
        """,
    ),
    Case(
        code="void_order_delivered",
        wrong="订单 3 状态 = 作废",
        at="发货!B2",
        said="订单 ZJHZNO.001 已作废，却有发货",
        found="ZJHZNO.001",
        right="订单 2 状态 = 作废",
    ),
    Case(
        code="signed_before_shipped",
        wrong="发货 2 签收日 = 2026-10-13",
        at="发货!K2",
        said="签收日 2026-10-13 早于发货日 2026-10-14",
        found="2026-10-13",
        expected="2026-10-14",
        right="发货 2 签收日 = 2026-10-14",
    ),
    Case(
        code="delivery_maker_is_checker",  # S-112, S-404
        wrong="发货 2 复核 = E1",
        at="发货!S2",
        said="发货单的制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right="发货 2 复核 =",
    ),
    Case(
        code="receipt_maker_is_checker",  # S-403, S-404
        wrong="回款 2 复核 = E1",
        at="回款!Q2",
        said="回款的制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right="回款 2 复核 =",
    ),
    Case(
        code="receipt_not_positive",
        wrong="回款 2 金额 = 0\n订单 3 付款条件 = 货到30天",
        at="回款!M2",
        said="回款金额是 0",
        found="0",
        expected="大于 0",
        right="回款 2 金额 = 0.01\n订单 3 付款条件 = 货到30天",
    ),
    Case(
        code="receipt_state_unclear",
        wrong="回款 2 到账日 =\n订单 3 付款条件 = 货到30天",
        at="回款!E2",
        said="状态是已到账，到账日却不相符",
        right="回款 2 到账日 =\n回款 2 状态 = 在手\n订单 3 付款条件 = 货到30天",
    ),
    Case(
        code="named_doc_unknown",
        wrong="回款 2 指定单据 = F999",
        at="回款!I2",
        said="这个客户没有单据 F999",
        found="F999",
        right="回款 2 指定单据 = FH-1",
    ),
    Case(
        code="payer_differs",
        wrong="回款 2 付款方 = 杭州东湖食品有限公司",
        at="回款!J2",
        said="付款方「杭州东湖食品有限公司」不是客户「杭州西湖食品有限公司」",
        found="杭州东湖食品有限公司",
        expected="杭州西湖食品有限公司",
        right="回款 2 付款方 = 西湖",
    ),
    Case(
        code="target_twice",
        wrong="""目标
            | 期间    | 指标   | 维度   | 对象 | 目标值 |
            | 2026-Q4 | 销售额 | 业务员 | E4   | 30000  |""",
        at="目标!A3",
        said="期间 2026-Q4 与第 2 行的目标重叠",
        found="2026-Q4",
        right="""目标
            | 期间    | 指标   | 维度   | 对象 | 目标值 |
            | 2026-Q3 | 销售额 | 业务员 | E4   | 30000  |""",
    ),
    # quotes
    Case(
        code="quo_price_missing",  # S-034
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            报价明细
            | 报价单号 | 行号 | 产品编码 | 数量 |
            | BJ-1     | 1    | P1       | 500  |""",
        at="报价明细!E2",
        said="报价 BJ-1 的这一行没有单价",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            报价明细
            | 报价单号 | 行号 | 产品编码 | 数量 | 单价申请日 |
            | BJ-1     | 1    | P1       | 500  | 2026-10-19 |""",
    ),
    Case(
        code="quo_below_floor",
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            报价明细
            | 报价单号 | 行号 | 产品编码 | 数量 | 单价 |
            | BJ-1     | 1    | P1       | 500  | 7.99 |""",
        at="报价明细!E2",
        said="报价 7.99 低于底价 8",
        found="7.99",
        expected="8",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            报价明细
            | 报价单号 | 行号 | 产品编码 | 数量 | 单价 | 单价批准人 |
            | BJ-1     | 1    | P1       | 500  | 7.99 | E3         |""",
    ),
    Case(
        code="quo_below_cost",  # S-046
        wrong="""价格 2 底价 =
            报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            报价明细
            | 报价单号 | 行号 | 产品编码 | 数量 | 单价 |
            | BJ-1     | 1    | P1       | 500  | 5.6  |""",
        at="报价明细!E2",
        said="不含税单价 4.9558 低于成本 5",
        found="5.60",
        expected="5",
        right="""价格 2 底价 =
            报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            报价明细
            | 报价单号 | 行号 | 产品编码 | 数量 | 单价 |
            | BJ-1     | 1    | P1       | 500  | 5.65 |""",
    ),
    Case(
        code="quo_ends_before_it_begins",
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-18 | C1   | 王芳   | E4     | 草稿 | \
              E1   |""",
        at="报价!D2",
        said="有效期至 2026-10-18，早于报价日 2026-10-19",
        found="2026-10-18",
        expected="2026-10-19",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-19 | C1   | 王芳   | E4     | 草稿 | \
              E1   |""",
    ),
    Case(
        code="quo_maker_is_checker",  # S-038, S-403
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 | 复核 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   | E1   |""",
        at="报价!R2",
        said="报价的制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 | 复核 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   | E2   |""",
    ),
    Case(
        code="quo_unchecked",  # S-038, S-404
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | \
              已发出 | E1   |""",
        at="报价!R2",
        said="报价的状态是已发出，却没有复核人",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 制单 | 复核 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | \
              已发出 | E1   | E2   |""",
    ),
    Case(
        code="quo_order_of_another",
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 成交订单   | 制单 | 复核 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | \
              已接受 | ZJHZNO.001 | E1   | E2   |""",
        at="报价!P2",
        said="报价是给 C1 的，订单 ZJHZNO.001 是 C2 的",
        found="ZJHZNO.001",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 成交订单   | 制单 | 复核 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | \
              已接受 | LNSYNO.001 | E1   | E2   |""",
    ),
    Case(
        code="quo_accepted_late",
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 接受日     | 成交订单   | 制单 | 复核 |
            | BJ-1     | 2026-10-01 | 2026-10-11 | C1   | 王芳   | E4     | \
              已接受 | 2026-10-12 | LNSYNO.001 | E1   | E2   |""",
        at="报价!O2",
        said="报价 2026-10-11 到期，2026-10-12 才成交",
        found="2026-10-12",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 接受日     | 成交订单   | 制单 | 复核 |
            | BJ-1     | 2026-10-01 | 2026-10-12 | C1   | 王芳   | E4     | \
              已接受 | 2026-10-12 | LNSYNO.001 | E1   | E2   |""",
    ),
    Case(
        code="quo_without_order",  # S-033, S-416
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 接受日     | 制单 | 复核 |
            | BJ-1     | 2026-10-01 | 2026-10-31 | C1   | 王芳   | E4     | \
              已接受 | 2026-10-04 | E1   | E2   |""",
        at="报价!P2",
        said="报价 BJ-1 接受 16 天了，还没有订单",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态   | 接受日     | 制单 | 复核 |
            | BJ-1     | 2026-10-01 | 2026-10-31 | C1   | 王芳   | E4     | \
              已接受 | 2026-10-05 | E1   | E2   |""",
    ),
    Case(
        code="quo_unanswered",  # S-031
        wrong="""报价
            | 报价单号 | 询价日     | 报价日     | 有效期至   | 客户 | 联系人 | \
              业务员 | 状态 | 制单 |
            | BJ-1     | 2026-10-17 | 2026-10-19 | 2026-10-31 | C1   | 王芳   | \
              E4     | 草稿 | E1   |""",
        at="报价!B2",
        said="客户询价 3 天了，报价还没有发出",
        found="2026-10-17",
        right="""报价
            | 报价单号 | 询价日     | 报价日     | 有效期至   | 客户 | 联系人 | \
              业务员 | 状态 | 制单 |
            | BJ-1     | 2026-10-18 | 2026-10-19 | 2026-10-31 | C1   | 王芳   | \
              E4     | 草稿 | E1   |""",
    ),
    # changes of released orders
    Case(
        code="chg_line_unknown",
        wrong="""订单变更
            | 变更单号 | 变更日     | 订单号     | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 数量   | 30   | 20   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
        at="订单变更!D2",
        said="变更「数量」要指明订单里有的行号",
        right="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 30   | 20   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
    ),
    Case(
        code="chg_approver_is_requester",  # S-066
        wrong="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 30   | 20   | \
              客户改量 | E1     | E1     | 2026-10-13 |""",
        at="订单变更!J2",
        said="变更的申请人和批准人都是 E1",
        found="E1",
        expected="另一人",
        right="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 30   | 20   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
    ),
    Case(
        code="chg_old_value_differs",
        wrong="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 40   | 30   | \
              客户改量 | E1     | E3     | 2026-10-13 |
            | BG-2     | 2026-10-14 | ZJHZNO.001 | 1    | 数量   | 35   | 20   | \
              客户改量 | E1     | E3     | 2026-10-14 |""",
        at="订单变更!F3",
        said="原值 35，上一次变更 BG-1 改成的是 30",
        found="35",
        expected="30",
        right="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值  | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 40    | 30   | \
              客户改量 | E1     | E3     | 2026-10-13 |
            | BG-2     | 2026-10-14 | ZJHZNO.001 | 1    | 数量   | 30.00 | 20   | \
              客户改量 | E1     | E3     | 2026-10-14 |""",
    ),
    Case(
        code="chg_new_value_differs",  # S-066
        wrong="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 30   | 25   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
        at="订单变更!G2",
        said="批准的新值 25，订单里是 20",
        found="25",
        expected="20",
        right="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值  | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | ZJHZNO.001 | 1    | 数量   | 30   | 20.00 | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
    ),
    Case(
        code="chg_below_delivered",
        wrong="""订单 3 交货日期 = 2026-10-21
            订单明细 4 数量 = 30
            订单明细 4 金额 = 300
            订单 3 订单总额 = 280
            回款 2 金额 = 280
            订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-21 | ZJHZNO.001 | 1    | 数量   | 30   | 19   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
        at="订单变更!G2",
        said="数量改为 19，少于已发货 20",
        found="19",
        expected="20",
        right="""订单 3 交货日期 = 2026-10-21
            订单明细 4 数量 = 30
            订单明细 4 金额 = 300
            订单 3 订单总额 = 280
            回款 2 金额 = 280
            订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-21 | ZJHZNO.001 | 1    | 数量   | 30   | 20   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
    ),
    Case(
        code="chg_below_invoiced",
        wrong="""发货 2 已开票额 = 180
            订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-21 | ZJHZNO.001 | 1    | 单价   | 10   | 9.99 | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
        at="订单变更!G2",
        said="这一行变更后值 179.80，已开票 180",
        found="9.99",
        right="""发货 2 已开票额 = 180
            订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-21 | ZJHZNO.001 | 1    | 单价   | 9    | 10   | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
    ),
    Case(
        code="chg_not_released",  # S-066
        wrong="""订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | LNSYNO.001 | 1    | 数量   | 90   | 100  | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
        at="订单变更!C2",
        said="订单 LNSYNO.001 的状态是已复核",
        found="LNSYNO.001",
        right="""订单 2 状态 = 已放行
            订单变更
            | 变更单号 | 变更日     | 订单号     | 行号 | 变更项 | 原值 | 新值 | \
              原因     | 申请人 | 批准人 | 客户确认日 |
            | BG-1     | 2026-10-13 | LNSYNO.001 | 1    | 数量   | 90   | 100  | \
              客户改量 | E1     | E3     | 2026-10-13 |""",
    ),
    # delivery notes, slips and exceptions
    Case(
        code="del_customer_differs",
        wrong="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C3   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
        at="发货单!C2",
        said="发货单的客户是 C3，订单 ZJHZNO.001 的客户是 C2",
        found="C3",
        expected="C2",
        right="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
    ),
    Case(
        code="del_note_maker_is_checker",  # S-112, S-403
        wrong="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E1   |""",
        at="发货单!N2",
        said="发货单的制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
    ),
    Case(
        code="del_note_unchecked",  # S-111, S-112
        wrong="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   |""",
        at="发货单!N2",
        said="发货单 FH-1 已发货，还没有复核人",
        right="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
    ),
    Case(
        code="del_note_missing",  # S-104
        wrong="""发货
            | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 | \
              复核 |
            | FH-2     | LNSYNO.001 | 1    | 发货 | 2026-10-14 | 10   | E1   | \
              E2   |

            发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
        at="发货!A3",
        said="「发货单」里没有 FH-2",
        found="FH-2",
        right="""发货
            | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 | \
              复核 |
            | FH-2     | LNSYNO.001 | 1    | 发货 | 2026-10-13 | 10   | E1   | \
              E2   |

            发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
    ),
    Case(
        code="del_note_empty",
        wrong="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-9     | 2026-10-15 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
        at="发货单!A2",
        said="「发货」里没有 FH-9 的货",
        found="FH-9",
        right="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              E1   | E2   |""",
    ),
    Case(
        code="del_carrier_unsigned",  # S-104
        wrong="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              物流     | 制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              顺达物流 | E1   | E2   |""",
        at="发货单!J2",
        said="发货单 FH-1 的货已交 顺达物流，没有承运签收日",
        right="""发货单
            | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | \
              物流     | 承运签收日 | 制单 | 复核 |
            | FH-1     | 2026-10-14 | C2   | 孙敏   | 13900000002 | 体育场路2号 | \
              顺达物流 | 2026-10-14 | E1   | E2   |""",
    ),
    Case(
        code="del_slip_late",  # S-113
        wrong="参数 回单天数 = 4\n发货 2 回单日 =",
        at="发货!N2",
        said="发货单 FH-1 签收 5 天了，回单还没有收回",
        right="参数 回单天数 = 5\n发货 2 回单日 =",
    ),
    Case(
        code="del_exception_open",  # S-114
        wrong="发货 2 异常 = 破损",
        at="发货!O2",
        said="发货单 FH-1：破损，还没有退货、折让或补发",
        found="破损",
        right="发货 2 异常 = 延迟",
    ),
    Case(
        code="del_not_released",  # S-107, S-109
        wrong="发货 2 财务放行 =",
        at="发货!Q2",
        said="款到发货的订单，发货没有财务放行",
        right="""发货 2 财务放行 =
订单 3 付款条件 = 货到付款""",
    ),
    Case(
        code="del_release_not_finance",
        wrong="""发货 2 财务放行 = E3
发货 2 签收日 =""",
        at="发货!Q2",
        said="财务放行填的是 郑岚，角色里没有财务",
        found="E3",
        expected="财务",
        right="发货 2 财务放行 = E3",
    ),
    Case(
        code="del_unpaid",
        wrong="回款 2 金额 = 150",
        at="发货!A2",
        said="订单 ZJHZNO.001 已发的货，发货前应到账 180，已到账 150，还差 30",
        found="FH-1",
        right="""回款 2 金额 = 150
订单 3 付款条件 = 货到30天""",
    ),
    # numbers of documents
    Case(
        code="pattern_faulty",
        wrong="参数 单据编号规则 = 报价单=BJ",
        at="参数!B30",
        said="编号规则「报价单=BJ」要有一个、只有一个流水号 seq",
        found="报价单=BJ",
        right="参数 单据编号规则 = 报价单=BJ{seq}",
    ),
    Case(
        code="number_twice",
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C3   | 王芳   | E4     | 草稿 | \
              E1   |

            单据登记
            | 单据   | 编号 | 日期       | 客户编码 |
            | 报价单 | BJ-1 | 2026-10-02 | C1       |""",
        at="报价!A2",
        said="报价单编号 BJ-1 是 C1 的，又是 C3 的",
        found="BJ-1",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            单据登记
            | 单据   | 编号 | 日期       | 客户编码 |
            | 报价单 | BJ-1 | 2026-10-02 | C1       |""",
    ),
    Case(
        code="number_reused",
        wrong="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 草稿 | \
              E1   |

            单据登记
            | 单据   | 编号 | 日期       | 客户编码 | 作废日     |
            | 报价单 | BJ-1 | 2026-10-02 | C1       | 2026-10-03 |""",
        at="报价!A2",
        said="报价单编号 BJ-1 在 2026-10-03 作废了",
        found="BJ-1",
        right="""报价
            | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态 | \
              制单 |
            | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | 作废 | \
              E1   |

            单据登记
            | 单据   | 编号 | 日期       | 客户编码 | 作废日     |
            | 报价单 | BJ-1 | 2026-10-02 | C1       | 2026-10-03 |""",
    ),
    Case(
        code="series_gap",
        wrong="""报价
            | 报价单号     | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态 | 制单 |
            | BJ202610-002 | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | \
              草稿 | E1   |""",
        at="报价!A2",
        said="报价单编号在 BJ202610-002 之前缺 BJ202610-001",
        found="BJ202610-002",
        right="""报价
            | 报价单号     | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | \
              状态 | 制单 |
            | BJ202610-002 | 2026-10-19 | 2026-10-31 | C1   | 王芳   | E4     | \
              草稿 | E1   |

            单据登记
            | 单据   | 编号         | 日期       | 客户编码 | 作废日     |
            | 报价单 | BJ202610-001 | 2026-10-02 | C1       | 2026-10-02 |""",
    ),
    # invoices: what is asked for
    Case(
        code="inv_request_one_person",  # S-403
        wrong=_REQUEST
        + """
        开票申请 2 复核 = E1
        """,
        at="开票申请!J2",
        said="制单和复核都是 E1",
        found="E1",
        expected="另一人",
        right=_REQUEST
        + """
        开票申请 2 复核 = E3
        """,
    ),
    Case(
        code="inv_request_early",  # S-128
        wrong=_REQUEST
        + """
        客户 3 开票时点 = 对账后
        """,
        at="开票申请!C2",
        said="客户要对账后开票，对账单还没有回传相符",
        found="C2",
        right=_REQUEST
        + """
        客户 3 开票时点 = 收款后
        """,
    ),
    Case(
        code="inv_request_amount",
        wrong=_REQUEST
        + """
        开票申请 2 金额 = 170
        """,
        at="开票申请!F2",
        said="申请 170，可开票 180",
        found="170",
        expected="180",
        right=_REQUEST
        + """
        开票申请 2 发货单号 = FH-1
        """,
    ),
    Case(
        code="inv_request_differs",  # S-127
        wrong=_REQUEST
        + _ISSUED
        + """
        发票 2 申请单号 = KP-1
        开票申请 2 金额 = 170
        """,
        at="开票申请!F2",
        said="申请 170，已开票 180",
        found="170",
        expected="180",
        right=_REQUEST
        + _ISSUED
        + """
        发票 2 申请单号 = KP-1
        """,
    ),
    Case(
        code="inv_request_stranger",
        wrong=_REQUEST
        + _ISSUED
        + """
        发票 2 申请单号 = KP-1
        开票申请 2 客户 = C1
        """,
        at="发票!I2",
        said="申请单 KP-1 是客户 C1 的",
        found="KP-1",
        expected="C1",
        right=_REQUEST
        + _ISSUED
        + """
        发票 2 申请单号 = KP-1
        开票申请 2 状态 = 已开票
        """,
    ),
    # what was issued
    Case(
        code="inv_number_faulty",  # S-133
        wrong=_ISSUED
        + """
        发票 2 发票号 = 2635000000000000001
        发票明细 2 发票号 = 2635000000000000001
        """,
        at="发票!A2",
        said="发票号「2635000000000000001」不对，应为 20 位数字",
        found="2635000000000000001",
        expected="20 位数字",
        right=_ISSUED
        + """
        发票 2 发票号 = 26350000000000000009
        发票明细 2 发票号 = 26350000000000000009
        """,
    ),
    Case(
        code="inv_code_on_digital",
        wrong=_ISSUED
        + """
        发票 2 发票代码 = 3500261130
        """,
        at="发票!E2",
        said="数电发票没有发票代码，这里填了「3500261130」",
        found="3500261130",
        right=_ISSUED
        + """
        发票 2 发票代码 =
        """,
    ),
    Case(
        code="inv_digital_void",
        wrong=_ISSUED
        + """
        发票 2 作废原因 = 抬头写错
        """,
        at="发票!R2",
        said="数电发票填了作废原因「抬头写错」",
        found="抬头写错",
        right=_ISSUED
        + """
        发票 2 发票号 = 00123456
        发票明细 2 发票号 = 00123456
        发票 2 票种 = 纸质专票
        发票 2 作废原因 = 抬头写错
        """,
    ),
    Case(
        code="inv_people_missing",  # S-126
        wrong=_ISSUED
        + """
        发票 2 审核 =
        """,
        at="发票!O2",
        said="「审核」没有填",
        expected="审核",
        right=_ISSUED
        + """
        发票 2 审核 =
        发票 2 票种 = 数电普票
        """,
    ),
    Case(
        code="inv_people_same",  # S-126, S-404
        wrong=_ISSUED
        + """
        发票 2 审核 = E2
        """,
        at="发票!O2",
        said="E2 在这张票上出现两次",
        found="E2",
        expected="另一人",
        right=_ISSUED
        + """
        发票 2 审核 = E2
        发票 2 票种 = 数电普票
        """,
    ),
    Case(
        code="inv_lines_differ",
        wrong=_ISSUED
        + """
        发票 2 价税合计 = 170
        """,
        at="发票!F2",
        said="价税合计 170，明细合计 180",
        found="170",
        expected="180",
        right=_ISSUED
        + """
        发票 2 价税合计 = 170
        发票明细 2 价税合计 = 170
        发票 2 税额 = 19.56
        """,
    ),
    Case(
        code="inv_tax_differs",  # S-130
        wrong=_ISSUED
        + """
        发票 2 税额 = 20.73
        """,
        at="发票!G2",
        said="税额 20.73，按税率应为 20.71",
        found="20.73",
        expected="20.71",
        right=_ISSUED
        + """
        发票 2 税额 = 20.72
        """,
    ),
    Case(
        code="inv_red_incomplete",
        wrong=_RED
        + """
        发票 3 红字原因 =
        """,
        at="发票!K3",
        said="红字发票的「红字原因」没有填",
        expected="红字原因",
        right=_RED
        + """
        发票 3 红字原因 = 销货退回
        """,
    ),
    Case(
        code="inv_red_positive",
        wrong=_RED
        + """
        发票 2 价税合计 = 100
        发票 2 税额 = 11.50
        发票明细 2 价税合计 = 100
        发票 3 价税合计 = 50
        发票明细 3 价税合计 = 50
        """,
        at="发票!F3",
        said="红字发票的价税合计是 50",
        found="50",
        expected="-50",
        right=_RED
        + """
        发票 3 价税合计 = -50
        发票明细 3 价税合计 = -50
        """,
    ),
    Case(
        code="inv_red_of_red",
        wrong=_TWO_REDS
        + """
        发票 4 原发票号 = 26350000000000000002
        """,
        at="发票!J4",
        said="原发票 26350000000000000002 本身是红字或已作废",
        found="26350000000000000002",
        right=_TWO_REDS
        + """
        发票 4 红字原因 = 销货退回
        """,
    ),
    Case(
        code="inv_red_too_large",
        wrong=_TWO_REDS
        + """
        发票 4 价税合计 = -80.01
        发票明细 4 价税合计 = -80.01
        """,
        at="发票!F4",
        said="冲红 -80.01，原发票最多还能冲 -80",
        found="-80.01",
        expected="-80",
        right=_TWO_REDS
        + """
        发票 4 价税合计 = -79.99
        发票明细 4 价税合计 = -79.99
        """,
    ),
    Case(
        code="inv_red_not_whole",
        wrong=_RED
        + """
        发票 3 红字原因 = 开票有误
        """,
        at="发票!F3",
        said="开票有误只冲了 -100，应全额 -180",
        found="-100",
        expected="-180",
        right=_RED
        + """
        发票 3 红字原因 = 开票有误
        发票 3 价税合计 = -180
        发票明细 3 价税合计 = -180
        """,
    ),
    # against what was delivered
    Case(
        code="inv_delivery_unknown",
        wrong=_ISSUED
        + """
        发票明细 2 发货单号 = FH-9
        """,
        at="发票明细!C2",
        said="「发货」里没有单号 FH-9 的这一行",
        found="FH-9",
        right=_ISSUED
        + """
        发票明细 2 数量 =
        """,
    ),
    Case(
        code="inv_customer_differs",
        wrong=_ISSUED
        + """
        发票 2 客户 = C1
        """,
        at="发票明细!D2",
        said="订单 ZJHZNO.001 属于 C2 CNY，发票开给 C1 CNY",
        found="ZJHZNO.001",
        right=_ISSUED
        + """
        发票 2 币种 = CNY
        """,
    ),
    Case(
        code="inv_over_delivered",
        wrong=_ISSUED
        + """
        发票 2 价税合计 = 180.01
        发票明细 2 价税合计 = 180.01
        """,
        at="发票明细!G2",
        said="这一订单行已开票 180.01，发货减退货只有 180",
        found="180.01",
        expected="180",
        right=_ISSUED
        + """
        发货 2 已开票额 = 999
        """,
    ),
    Case(
        code="inv_too_early",
        wrong=_ISSUED
        + """
        客户 3 开票时点 = 对账后
        """,
        at="发票!B2",
        said="2026-10-16 开票：2026-10 的对账单还没有回传相符",
        found="2026-10-16",
        right=_ISSUED
        + """
        发票 2 开票日 = 2026-10-14
        """,
    ),
    Case(
        code="inv_late",
        wrong=_SEPTEMBER
        + """
        客户 3 票种 = 增值税普通发票
        发货 2 已开票额 = 100
        """,
        at="发货!A2",
        said="发货 FH-1 已 46 天没有开票，金额 80",
        found="FH-1",
        right=_SEPTEMBER
        + """
        客户 3 票种 = 增值税普通发票
        发货 2 已开票额 = 180
        """,
    ),
    # and whether it arrived
    Case(
        code="inv_received_early",
        wrong=_ISSUED
        + """
        发票 2 客户收票日 = 2026-10-15
        """,
        at="发票!Q2",
        said="客户收票日 2026-10-15 早于开票日 2026-10-16",
        found="2026-10-15",
        expected="2026-10-16",
        right=_ISSUED
        + """
        发票 2 客户收票日 = 2026-10-16
        """,
    ),
    Case(
        code="inv_not_sent",  # S-136
        wrong=_ON_PAPER
        + """
        发票 2 开票日 = 2026-10-12
        """,
        at="发票!P2",
        said="开票 8 天了，没有领票人，也没有邮寄记录",
        right=_ON_PAPER
        + """
        发票 2 开票日 = 2026-10-13
        """,
    ),
    Case(
        code="inv_not_received",  # S-132, S-135, S-141
        wrong=_ON_PAPER
        + """
        发票 2 领票人 = E4
        """,
        at="发票!Q2",
        said="发票送出 20 天了，客户还没有签收",
        right=_ON_PAPER
        + """
        发票 2 领票人 = E4
        发票 2 客户收票日 = 2026-10-09
        """,
    ),
    Case(
        code="mail_customer_differs",
        wrong=_MAILED
        + """
        邮寄 2 客户 = C1
        """,
        at="邮寄!E2",
        said="寄给 C1，发票是 C2 的",
        found="C1",
        expected="C2",
        right=_MAILED
        + """
        邮寄 2 客户 =
        """,
    ),
    Case(
        code="mail_received_early",  # S-142
        wrong=_MAILED
        + """
        邮寄 2 签收日 = 2026-10-16
        """,
        at="邮寄!J2",
        said="签收日 2026-10-16 早于寄出日 2026-10-17",
        found="2026-10-16",
        expected="2026-10-17",
        right=_MAILED
        + """
        邮寄 2 签收日 = 2026-10-17
        """,
    ),
    Case(
        code="mail_amount_differs",  # S-137
        wrong=_MAILED
        + """
        邮寄 2 发票金额 = 181
        """,
        at="邮寄!G2",
        said="登记 181，发票 180",
        found="181",
        expected="180",
        right=_MAILED
        + """
        邮寄 2 发票金额 =
        """,
    ),
    Case(
        code="mail_invoice_missing",  # S-137
        wrong=_MAILED
        + """
        邮寄 2 发票号 =
        """,
        at="邮寄!F2",
        said="寄的是发票，没有写发票号",
        right=_MAILED
        + """
        邮寄 2 发票号 =
        邮寄 2 物品类型 = 合同
        """,
    ),
    # cheques and bills
    Case(
        code="rec_cheque_late",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 客户编码 | 付款方 | \
              方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | C1       | 北方   | \
              支票 | 50   | 在手 | E1   | E2   |""",
        at="回款!R3",
        said="支票在手，2026-10-18 已过，还没有交存",
        expected="2026-10-18",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 客户编码 | 付款方 | \
              方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-10 | 2026-10-10 | C1       | 北方   | \
              支票 | 50   | 在手 | E1   | E2   |""",
    ),
    Case(
        code="rec_cleared_early",
        wrong="回款 2 到账日 = 2026-10-12",
        at="回款!E2",
        said="到账日 2026-10-12 早于 2026-10-13",
        found="2026-10-12",
        expected="2026-10-13",
        right="回款 2 到账日 = 2026-10-14",
    ),
    Case(
        code="rec_bill_incomplete",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 到期日     | \
              客户编码 | 付款方 | 方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2027-04-08 | \
              C1       | 北方   | 银票 | 50   | 在手 | E1   | E2   |""",
        at="回款!K3",
        said="票据没有「承兑人」",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 到期日     | \
              客户编码 | 付款方 | 承兑人   | 方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2027-04-08 | \
              C1       | 北方   | 工商银行 | 银票 | 50   | 在手 | E1   | E2   |""",
    ),
    Case(
        code="rec_bill_too_long",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 到期日     | \
              客户编码 | 付款方 | 承兑人   | 方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2027-04-09 | \
              C1       | 北方   | 工商银行 | 银票 | 50   | 在手 | E1   | E2   |""",
        at="回款!G3",
        said="票据到期日 2027-04-09，应在出票日之后、2027-04-08 以前",
        found="2027-04-09",
        expected="2027-04-08",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 到期日     | \
              客户编码 | 付款方 | 承兑人   | 方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2027-04-08 | \
              C1       | 北方   | 工商银行 | 银票 | 50   | 在手 | E1   | E2   |""",
    ),
    Case(
        code="rec_refused_undated",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 客户编码 | 付款方 | \
              方式 | 金额 | 状态 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | C1       | 北方   | \
              支票 | 50   | 退票 | E1   | E2   |""",
        at="回款!S3",
        said="状态是退票，没有退票/拒付日",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 客户编码 | 付款方 | \
              方式 | 金额 | 状态 | 退票/拒付日 | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | C1       | 北方   | \
              支票 | 50   | 退票 | 2026-10-12  | E1   | E2   |""",
    ),
    Case(
        code="rec_state_differs",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 到期日     | \
              客户编码 | 付款方 | 承兑人   | 方式 | 金额 | 状态 | 退票/拒付日 | \
              制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2027-04-08 | \
              C1       | 北方   | 工商银行 | 银票 | 50   | 退票 | 2026-10-12  | \
              E1   | E2   |""",
        at="回款!N3",
        said="状态是退票，按日期和方式应是拒付",
        found="退票",
        expected="拒付",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 到期日     | \
              客户编码 | 付款方 | 承兑人   | 方式 | 金额 | 状态 | 退票/拒付日 | \
              制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2027-04-08 | \
              C1       | 北方   | 工商银行 | 银票 | 50   | 拒付 | 2026-10-12  | \
              E1   | E2   |""",
    ),
    Case(
        code="rec_voucher_twice",
        wrong="""回款 2 票据/流水号 = 88
            回款
            | 收款单号 | 票据/流水号 | 收款日     | 到账日     | 出票日     | \
              客户编码 | 付款方 | 方式 | 金额 | 状态   | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2026-10-08 | \
              C1       | 北方   | 转账 | 50   | 已到账 | E1   | E2   |""",
        at="回款!B3",
        said="票据/流水号 88 在第 2 行已经有了",
        found="88",
        right="""回款 2 票据/流水号 = 89
            回款
            | 收款单号 | 票据/流水号 | 收款日     | 到账日     | 出票日     | \
              客户编码 | 付款方 | 方式 | 金额 | 状态   | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2026-10-08 | \
              C1       | 北方   | 转账 | 50   | 已到账 | E1   | E2   |""",
    ),
    # what is settled by name
    Case(
        code="rec_row_incomplete",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 金额 | 币种 | \
              制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | 180  | CNY  | \
              E1   | E2   |""",
        at="核销!F2",
        said="核销没有填单号",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | FH-1   | 180  | \
              CNY  | E1   | E2   |""",
    ),
    Case(
        code="rec_row_not_positive",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | FH-1   | 0    | \
              CNY  | E1   | E2   |""",
        at="核销!G2",
        said="核销金额是 0",
        found="0",
        expected="大于 0",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | FH-1   | 0.01 | \
              CNY  | E1   | E2   |""",
    ),
    Case(
        code="rec_row_one_person",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额 | 币种 | 制单 |
            | HX-1     | 2026-10-16 | C1       | 折让 | QC-1   | 20   | CNY  | \
              E1   |""",
        at="核销!K2",
        said="折让没有另一人复核",
        expected="另一人",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额 | 币种 | 制单 | \
              复核 |
            | HX-1     | 2026-10-16 | C1       | 折让 | QC-1   | 20   | CNY  | E1   | \
              E2   |""",
    ),
    Case(
        code="rec_undone_early",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 | 撤销日     |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | FH-1   | 180  | \
              CNY  | E1   | E2   | 2026-10-15 |""",
        at="核销!L2",
        said="撤销日 2026-10-15 早于核销日 2026-10-16",
        found="2026-10-15",
        expected="2026-10-16",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 | 撤销日     |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | FH-1   | 180  | \
              CNY  | E1   | E2   | 2026-10-17 |""",
    ),
    Case(
        code="rec_other_account",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 核销 | SK-1     | QC-1   | 180  | \
              CNY  | E1   | E2   |""",
        at="核销!C2",
        said="收款单 SK-1 的是 C2，这里是 C1",
        found="C1",
        expected="C2",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 核销 | SK-1     | FH-1   | 180  | \
              CNY  | E1   | E2   |""",
    ),
    Case(
        code="rec_document_unknown",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额 | 币种 | 制单 | \
              复核 |
            | HX-1     | 2026-10-16 | C1       | 折让 | FH-1   | 20   | CNY  | E1   | \
              E2   |""",
        at="核销!F2",
        said="这个客户没有CNY应收单据 FH-1",
        found="FH-1",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额 | 币种 | 制单 | \
              复核 |
            | HX-1     | 2026-10-16 | C1       | 折让 | QC-1   | 20   | CNY  | E1   | \
              E2   |""",
    ),
    Case(
        code="rec_uncleared",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 出票日     | 客户编码 | 付款方 | \
              方式 | 金额 | 状态   | 交存日     | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | C1       | 北方   | \
              支票 | 50   | 已交存 | 2026-10-09 | E1   | E2   |

            核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 核销 | SK-2     | QC-1   | 50   | \
              CNY  | E1   | E2   |""",
        at="核销!E2",
        said="收款单 SK-2 没有到账或已被退回",
        found="SK-2",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 到账日     | 出票日     | \
              客户编码 | 付款方 | 方式 | 金额 | 状态   | 交存日     | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-10 | 2026-10-08 | \
              C1       | 北方   | 支票 | 50   | 已到账 | 2026-10-09 | E1   | E2   |

            核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 核销 | SK-2     | QC-1   | 50   | \
              CNY  | E1   | E2   |""",
    ),
    Case(
        code="rec_over_receipt",
        wrong="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 到账日     | 出票日     | \
              客户编码 | 付款方 | 方式 | 金额 | 状态   | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2026-10-08 | \
              C1       | 北方   | 转账 | 50   | 已到账 | E1   | E2   |

            核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额  | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 核销 | SK-2     | QC-1   | 50.01 | \
              CNY  | E1   | E2   |""",
        at="核销!G2",
        said="从这笔款共核销 50.01，收款只有 50",
        found="50.01",
        expected="50",
        right="""回款
            | 收款单号 | 票据/流水号 | 收款日     | 到账日     | 出票日     | \
              客户编码 | 付款方 | 方式 | 金额 | 状态   | 制单 | 复核 |
            | SK-2     | 88          | 2026-10-08 | 2026-10-08 | 2026-10-08 | \
              C1       | 北方   | 转账 | 50   | 已到账 | E1   | E2   |

            核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 单据号 | 金额 | \
              币种 | 制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 核销 | SK-2     | QC-1   | 50   | \
              CNY  | E1   | E2   |""",
    ),
    Case(
        code="rec_over_document",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额   | 币种 | \
              制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 折让 | QC-1   | 500.01 | CNY  | \
              E1   | E2   |""",
        at="核销!G2",
        said="这张单据共核销 500.01，单据只有 500",
        found="500.01",
        expected="500",
        right="""核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额 | 币种 | 制单 | \
              复核 |
            | HX-1     | 2026-10-16 | C1       | 折让 | QC-1   | 500  | CNY  | E1   | \
              E2   |""",
    ),
    Case(
        code="rec_write_off_over",
        wrong="""核销
            | 核销单号 | 日期       | 客户编码 | 类别     | 单据号 | 金额 | 币种 | \
              制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 尾差核销 | QC-1   | 0.05 | CNY  | \
              E1   | E2   |""",
        at="核销!G2",
        said="尾差核销 0.05，限额 0",
        found="0.05",
        expected="0",
        right="""参数 尾差核销限额 = 0.05
            核销
            | 核销单号 | 日期       | 客户编码 | 类别     | 单据号 | 金额 | 币种 | \
              制单 | 复核 |
            | HX-1     | 2026-10-16 | C1       | 尾差核销 | QC-1   | 0.05 | CNY  | \
              E1   | E2   |""",
    ),
    Case(
        code="rec_refund_over",
        wrong="""回款 2 金额 = 200
            核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 金额 | 币种 | \
              制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 退款 | SK-1     | 30   | CNY  | \
              E1   | E2   |""",
        at="核销!G2",
        said="退款 30，这笔款没核销的只有 20",
        found="30",
        expected="20",
        right="""回款 2 金额 = 200
            核销
            | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 金额 | 币种 | \
              制单 | 复核 |
            | HX-1     | 2026-10-16 | C2       | 退款 | SK-1     | 20   | CNY  | \
              E1   | E2   |""",
    ),
    # statements issued
    Case(
        code="statement_changed",
        wrong="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 结果 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 480      | 未回 |""",
        at="对账登记!F2",
        said="对账单的期末余额是 480，现在是 500",
        found="480",
        expected="500",
        right="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 结果 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 未回 |""",
    ),
    Case(
        code="statement_not_returned",
        wrong="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 结果 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 相符 |""",
        at="对账登记!J2",
        said="结果是相符，没有回传日",
        found="相符",
        expected="未回",
        right="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | \
              结果 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 2026-10-12 | \
              相符 |""",
    ),
    Case(
        code="statement_without_result",  # S-147
        wrong="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | \
              结果 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 2026-10-12 | \
              未回 |""",
        at="对账登记!J2",
        said="已回传，结果还是未回",
        found="未回",
        right="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | \
              结果 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 2026-10-12 | \
              相符 |""",
    ),
    Case(
        code="statement_cause_missing",  # S-147
        wrong="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | \
              结果 | 差额 |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 2026-10-12 | \
              不符 | 20   |""",
        at="对账登记!L2",
        said="不符，没有填「差异原因」",
        right="""对账登记
            | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | \
              结果 | 差额 | 差异原因       |
            | DZ-1     | C1       | 2026-09 | 2026-10-08 | 500      | 2026-10-12 | \
              不符 | 20   | 少开一张退货单 |""",
    ),
    # who they are
    # money that is late, and credit
    Case(
        code="credit_self_approved",  # S-182
        wrong=_LIMIT.format(date="2026-10-01", until="", approver="E4"),
        at="信用!I2",
        found="E4",
        said="提议人和批准人都是 E4，这一行不生效",
        right=_LIMIT.format(date="2026-10-01", until="", approver="E3"),
    ),
    Case(
        code="temporary_limit_over",
        wrong=_OWED
        + "客户 3 信用额度 = 99.99"
        + _LIMIT.format(date="2026-10-01", until="2026-10-19", approver="E3"),
        at="信用!E2",
        found="2026-10-19",
        said="临时额度 2026-10-19 已到期，信用占用 100 仍超过额度 99.99",
        right=_OWED
        + "客户 3 信用额度 = 99.99"
        + _LIMIT.format(date="2026-10-01", until="2026-10-20", approver="E3"),
    ),
    Case(
        code="dunning_not_late",
        wrong=_DUNNED.format(due="2026-10-20", step="未回款报告"),
        at="催收!E2",
        found="QC-2",
        said="2026-10-20 当天没有该催的未收款",
        right=_DUNNED.format(due="2026-10-20", step="提醒"),
    ),
    Case(
        code="dunning_out_of_order",  # S-169, S-170, S-171
        wrong=_DUNNED.format(due="2026-09-21", step="逾期函"),
        at="催收!D2",
        found="逾期函",
        expected="未回款报告",
        said="步骤是逾期函，这一天只到未回款报告",
        right=_DUNNED.format(due="2026-09-20", step="逾期函"),
    ),
    Case(
        code="letter_money_waiting",  # S-171
        wrong=_DUNNED.format(due="2026-09-20", step="逾期函")
        + _PAID.format(cleared="", state="在手"),
        at="催收!C2",
        found="C2",
        said="客户 C2 有 40 未到账或未核销，却发了逾期函",
        right=_DUNNED.format(due="2026-09-20", step="逾期函")
        + _PAID.format(cleared="2026-10-18", state="已到账"),
    ),
    Case(
        code="extension_unapproved",  # S-183
        wrong=_OWED + _DEFERRED.format(due="2026-12-01", approver="", approved=""),
        at="延期!J2",
        said="延期 YQ-1 还没有批准，到期日不变",
        right=_OWED
        + _DEFERRED.format(due="2026-12-01", approver="E3", approved="2026-10-19"),
    ),
    Case(
        code="extension_self_approved",  # S-183
        wrong=_OWED
        + _DEFERRED.format(due="2026-12-01", approver="E4", approved="2026-10-19"),
        at="延期!J2",
        found="E4",
        said="申请人和批准人都是 E4，这一行不生效",
        right=_OWED
        + _DEFERRED.format(due="2026-12-01", approver="E3", approved="2026-10-18"),
    ),
    Case(
        code="extension_not_later",
        wrong=_OWED
        + _DEFERRED.format(due="2026-11-30", approver="E3", approved="2026-10-18"),
        at="延期!F2",
        found="2026-11-30",
        said="新到期日应晚于原到期日 2026-11-30",
        right=_OWED
        + _DEFERRED.format(due="2026-12-01", approver="E3", approved="2026-10-18"),
    ),
    Case(
        code="deferral_not_open",
        wrong=_DEFERRED.format(due="2026-12-01", approver="E3", approved="2026-10-18"),
        at="延期!E2",
        found="QC-2",
        said="单据 QC-2 在申请日没有客户 C2 的未收款",
        right=_OWED
        + _DEFERRED.format(due="2026-12-01", approver="E3", approved="2026-10-18"),
    ),
    Case(
        code="dispute_open_long",  # S-173
        wrong=_OWED + _DISPUTED.format(date="2026-09-19"),
        at="延期!L2",
        said="单据 QC-2 的争议已 31 天未了结",
        right=_OWED + _DISPUTED.format(date="2026-09-20"),
    ),
    Case(
        code="limitation_near",  # S-174
        wrong=_OWED + "期初应收 3 到期日 = 2024-04-18",
        at="期初应收!D3",
        found="2024-04-18",
        said="单据 QC-2 的诉讼时效到 2027-04-18",
        right=_OWED + "期初应收 3 到期日 = 2024-04-19",
    ),
    Case(
        code="malformed_phone",
        wrong="客户 2 电话 = 12345",
        at="客户!L2",
        said="「电话」12345 不像电话号码",
        found="12345",
        right="客户 2 电话 = +852 2345 6789",
    ),
    Case(
        code="malformed_email",
        wrong="联系人 2 邮箱 = wang@",
        at="联系人!D2",
        said="「邮箱」wang@ 不像邮箱",
        found="wang@",
        right="联系人 2 邮箱 = wang.fang@example.com.cn",
    ),
    Case(
        code="malformed_uscc",
        wrong="客户 2 统一社会信用代码 = 91350100M000100Y34",
        at="客户!E2",
        said="「统一社会信用代码」91350100M000100Y34 校验不通过",
        found="91350100M000100Y34",
        right="客户 2 统一社会信用代码 = 91350100M000100Y43",
    ),
)

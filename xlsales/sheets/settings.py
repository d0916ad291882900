"""参数: what the business decides, one value a row.

Long because it is one list: every setting with its words, in the order of the rows.
"""

from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Layout, Record, Sheet


class DeliveryBasis(Choice):
    """Which date of a delivery counts."""

    SIGNED = ("签收日", "Date signed")
    SHIPPED = ("发货日", "Date shipped")


class MonthlyReading(Choice):
    """How 月结30 is read."""

    STATEMENT_MONTHS = ("按对账月", "Statement months")
    LITERAL_DAYS = ("按天数", "Literal days")


class TaxRounding(Choice):
    """Where the tax of a document is rounded."""

    LINE = ("每行", "Each line")
    RATE = ("每税率一次", "Once per rate")


class FreightBearer(Choice):
    """Who pays for transport."""

    SELLER = ("卖方", "Seller")
    BUYER = ("买方", "Buyer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """The firm's own facts and the choices its documents depend on."""

    name: str | None = column.words(
        "公司名称",
        "Company name",
        required=True,
        hint=(
            "营业执照上的全称，合同和对账单的抬头",
            "In full, as registered; heads contracts and statements",
        ),
    )
    uscc: str | None = column.code(
        "统一社会信用代码",
        "Social credit code",
        required=True,
        hint=("18 位，印在合同上", "18 characters; printed on contracts"),
    )
    address: str | None = column.words(
        "地址",
        "Address",
        required=True,
        hint=("合同上的注册或办公地址", "The address on contracts"),
    )
    phone: str | None = column.code(
        "电话",
        "Phone",
        required=True,
        hint=("合同和对账单上的电话", "The phone on contracts and statements"),
    )
    email: str | None = column.words(
        "邮箱",
        "E-mail",
        hint=(
            "印在合同和对账单上，接收通知和对账回执",
            "Printed on contracts and statements, for notices and replies",
        ),
    )
    bank: str | None = column.words(
        "开户行",
        "Bank",
        required=True,
        hint=("收款银行，精确到支行", "Where customers pay to, with its branch"),
    )
    account: str | None = column.code(
        "账号",
        "Account",
        required=True,
        hint=(
            "收款账号，印在合同和对账单上",
            "The account customers pay into; on contracts and statements",
        ),
    )
    legal_rep: str | None = column.words(
        "法定代表人",
        "Legal representative",
        hint=("合同上的法定代表人", "Named on contracts"),
    )
    default_tax_rate: Decimal = column.rate(
        "默认税率",
        "Default tax rate",
        required=True,
        default=Decimal("0.13"),
        hint=(
            "产品没有税率时使用，如 13%",
            "Where a product has no rate of its own, such as 13%",
        ),
    )
    fee_tax_rate: Decimal = column.rate(
        "服务费税率",
        "Service fee tax rate",
        default=Decimal("0.06"),
        hint=(
            "卖场服务费发票的税率，统计毛利时扣除，如 6%",
            "Of stores' fee invoices; statistics take it out of the fees, such as 6%",
        ),
    )
    tax_rounding: TaxRounding = column.choice(
        TaxRounding,
        "税额舍入",
        "Tax rounding",
        default=TaxRounding.LINE,
        hint=(
            "合同税额按每行舍入后相加，或每种税率合计后舍入一次",
            "The tax of a contract: each line rounded, or each rate's sum once",
        ),
    )
    delivery_basis: DeliveryBasis = column.choice(
        DeliveryBasis,
        "发货确认依据",
        "Delivery basis",
        default=DeliveryBasis.SIGNED,
        hint=(
            "决定应收、对账单和销售额按签收日还是发货日计算",
            "The date that open items, statements and sales go by",
        ),
    )
    monthly_reading: MonthlyReading = column.choice(
        MonthlyReading,
        "月结天数读法",
        "月结 reading",
        default=MonthlyReading.STATEMENT_MONTHS,
        hint=(
            "月结30：按对账月为下一对账月末；按天数为对账日后30天",
            "月结30 as the next statement month's end, or 30 days after the cutoff",
        ),
    )
    roll_due_date: bool = column.flag(
        "到期日遇休顺延",
        "Roll due date",
        default=True,
        hint=(
            "到期日为休息日时顺延到下一工作日",
            "A due date on a closed day moves to the next working day",
        ),
    )
    ageing_edges: str = column.words(
        "账龄分段",
        "Ageing edges",
        default="30/60/90/180/365",
        hint=("逾期天数分段，用/隔开", "Days past due, with / between"),
    )
    overdue_block_days: int = column.integer(
        "逾期停单天数",
        "Overdue block days",
        between=(1, 3650),
        default=7,
        hint=(
            "客户逾期达到此天数，新订单须放行",
            "From so many days late on, an order needs a release",
        ),
    )
    ladder_days: int = column.integer(
        "到期提醒天数",
        "Reminder days",
        between=(0, 3650),
        default=3,
        hint=(
            "到期前几天开始提醒业务员",
            "So many days before the due date the salesperson is reminded",
        ),
    )
    letter_days: int = column.integer(
        "催款函付款天数",
        "Days to pay after a letter",
        between=(1, 3650),
        default=7,
        hint=(
            "逾期回款函要求在几天内付清",
            "An overdue letter asks for the money within so many days",
        ),
    )
    price_tolerance: Decimal = column.rate(
        "单价允差",
        "Price tolerance",
        default=Decimal(0),
        hint=("与有效价格相差的比例", "As a fraction of the price in force"),
    )
    write_off_tolerance: Decimal = column.money(
        "尾差核销限额",
        "Write-off tolerance",
        default=Decimal(0),
        hint=(
            "一张单据的尾差最多可核销多少；0=不核销",
            "How much of a document may be written off; 0: nothing",
        ),
    )
    delivery_tolerance: Decimal = column.rate(
        "发货允差",
        "Delivery tolerance",
        default=Decimal(0),
        hint=("发货可超过订货的比例", "How far deliveries may exceed the order"),
    )
    price_expiry_days: int = column.integer(
        "价格到期提示天数",
        "Price expiry notice days",
        between=(0, 3650),
        default=15,
        hint=(
            "客户价格失效前多少天开始提示",
            "So many days before a customer's price ends, the check says so",
        ),
    )
    late_rate: Decimal = column.rate(
        "日违约金率",
        "Daily late charge",
        default=Decimal("0.0005"),
        hint=("合同约定的逾期付款违约金，按日", "Late charge of the contract, a day"),
    )
    objection_days: int = column.integer(
        "异议期天数",
        "Objection days",
        between=(0, 3650),
        default=7,
        hint=(
            "收货后提出数量、质量异议的天数",
            "Days after receipt to object to quantity or quality",
        ),
    )
    service_months: int = column.integer(
        "售后服务月数",
        "After-sales months",
        between=(0, 600),
        default=12,
        hint=("合同约定的售后服务期", "After-sales period of the contract"),
    )
    freight_bearer: FreightBearer = column.choice(
        FreightBearer,
        "运费承担方",
        "Freight borne by",
        default=FreightBearer.SELLER,
        hint=("合同约定由谁承担运费", "Who pays for transport under the contract"),
    )
    reply_days: int = column.integer(
        "对账回复天数",
        "Statement reply days",
        between=(0, 3650),
        default=5,
        hint=(
            "对账单发出后客户应回复的天数",
            "Days in which a customer returns the statement",
        ),
    )
    order_number_pattern: str = column.words(
        "订单号规则",
        "Order number pattern",
        default="{province}{city}NO.{seq:03d}",
        hint=(
            "可用 {province} {city} {year} {month} {seq}",
            "May use {province} {city} {year} {month} {seq}",
        ),
    )
    number_patterns: str | None = column.words(
        "单据编号规则",
        "Number patterns",
        hint=(
            "如 报价单=BJ{YYYYMM}-{seq:3}；可用 {YYYY} {YY} {MM} {DD}；空=默认",
            "Such as Quote=BJ{YYYYMM}-{seq:3}; with {YYYY} {YY} {MM} {DD}",
        ),
    )
    slip_days: int = column.integer(
        "回单天数",
        "Slip days",
        between=(0, 3650),
        default=7,
        hint=(
            "签收后多少天回单还没收回就提示",
            "So many days after signing a slip that is not back is warned of",
        ),
    )
    quote_days: int = column.integer(
        "报价成交天数",
        "Quote days",
        between=(0, 3650),
        default=15,
        hint=(
            "客户接受报价后多少天还没有订单就提示",
            "So many days after a quote was accepted an order should be there",
        ),
    )
    year_start: int = column.integer(
        "年度起始月",
        "First month of the year",
        between=(1, 12),
        default=1,
        hint=(
            "统计年度和季度从几月开始，1 到 12",
            "The month that years and quarters begin with, 1 to 12",
        ),
    )
    language: str | None = column.words(
        "语言",
        "Language",
        hint=(
            "命令的提示语言：zh 或 en；空=按电脑的语言",
            "What commands answer in: zh or en; empty: as the computer",
        ),
    )
    operator: str | None = column.ref(
        "staff",
        "操作人",
        "Operator",
        hint=(
            "谁在用这本主簿：「员工」里的工号；程序只从这里知道",
            "Who works with this workbook: a code of Staff; known from nowhere else",
        ),
    )


SETTINGS = Sheet(
    key="settings",
    record=Settings,
    title=Text("参数", "Settings"),
    area=Area.HOME,
    purpose=Text(
        "公司资料和计算口径", "The firm's own facts and how things are computed"
    ),
    layout=Layout.FORM,
)

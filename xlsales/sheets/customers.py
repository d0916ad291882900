"""客户 and 联系人: whom we sell to, and on what conditions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet
from xlsales.sheets.staff import Status


class SettlementType(Choice):
    """How goods are traded and when they are paid."""

    SPOT_CASH = ("现采现结", "Spot cash")
    OUTRIGHT_MONTHLY = ("购销月结", "Outright monthly")
    CONSIGNMENT = ("代销", "Consignment")


class InvoiceKind(Choice):
    """What invoice the customer wants."""

    SPECIAL = ("增值税专用发票", "Special VAT invoice")
    ORDINARY = ("增值税普通发票", "Ordinary VAT invoice")
    NONE = ("不开票", "No invoice")


class InvoiceTiming(Choice):
    """When the invoice is made."""

    AFTER_STATEMENT = ("对账后", "After the statement")
    AFTER_RECEIPT = ("收款后", "After receipt")
    BEFORE_PAYMENT = ("先票后款", "Invoice first")


class PaperLanguage(Choice):
    """What papers to a customer are written in."""

    CHINESE = ("中文", "Chinese")
    ENGLISH = ("英文", "English")


class CreditGrade(Choice):
    """The credit rating a person approved."""

    A = ("A", "A")
    B = ("B", "B")
    C = ("C", "C")
    D = ("D", "D")


class ContactRole(Choice):
    """What a contact does at the customer's."""

    OWNER = ("老板", "Owner")
    BUYER = ("采购", "Buyer")
    TECHNICIAN = ("技术", "Technician")
    STOREKEEPER = ("库管", "Storekeeper")
    INSPECTOR = ("质检", "Inspector")
    SETTLEMENT = ("结算", "Settlement")
    RECEIVING = ("收货", "Receiving")
    OTHER = ("其他", "Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(Record):
    """One customer (S-014)."""

    customer_code: str = column.code("客户编码", "Customer code", is_key=True)
    full_name: str = column.words("客户全称", "Full name")
    short_name: str | None = column.words("简称", "Short name")
    status: Status = column.choice(Status, "状态", "Status")
    uscc: str | None = column.code("统一社会信用代码", "Social credit code")
    channel: str | None = column.option("渠道", "渠道", "Channel", required=True)
    sub_channel: str | None = column.option("细分", "细分", "Sub-channel")
    region: str | None = column.option("区域", "区域", "Region", required=True)
    province: str | None = column.words("省", "Province", required=True)
    city: str | None = column.words("市", "City", required=True)
    address: str | None = column.words("地址", "Address", required=True)
    phone: str | None = column.code("电话", "Phone", required=True)
    fax: str | None = column.code("传真", "Fax", secondary=True)
    email: str | None = column.words("邮箱", "E-mail", secondary=True)
    website: str | None = column.words("网址", "Website", secondary=True)
    industry: str | None = column.option("行业", "行业", "Industry", secondary=True)
    source: str | None = column.option(
        "客户来源", "客户来源", "Customer source", secondary=True
    )
    payer_code: str | None = column.ref(
        "customers",
        "付款单位",
        "Payer",
        secondary=True,
        hint=("代付货款的客户编码", "The customer who pays for this one"),
    )
    salesperson: str | None = column.ref(
        "staff", "业务员", "Salesperson", required=True
    )
    settlement_type: SettlementType = column.choice(
        SettlementType, "结算类型", "Settlement type"
    )
    payment_term: str = column.term(
        "付款条件",
        "Payment term",
        hint=(
            "如：款到发货、货到30天、月结60天、预付30%，发货前70%",
            "Such as 款到发货, 货到30天, 月结60天, 预付30%,发货前70%",
        ),
    )
    currency: str = column.currency("币种", "Currency")
    invoice_kind: InvoiceKind = column.choice(
        InvoiceKind, "票种", "Invoice kind", default=InvoiceKind.SPECIAL
    )
    invoice_timing: InvoiceTiming = column.choice(
        InvoiceTiming,
        "开票时点",
        "Invoice timing",
        default=InvoiceTiming.AFTER_STATEMENT,
        secondary=True,
    )
    bank_name: str | None = column.words("开户行", "Bank", secondary=True)
    bank_account: str | None = column.code("账号", "Account", secondary=True)
    invoice_email: str | None = column.words(
        "收票邮箱", "Invoice e-mail", secondary=True
    )
    cutoff_day: int | None = column.integer(
        "对账截止日",
        "Cutoff day",
        between=(1, 31),
        hint=("空=月末；25=上月26日至本月25日", "Empty: month end; 25: 26th to 25th"),
    )
    fixed_pay_day: int | None = column.integer(
        "付款日",
        "Pay day",
        between=(1, 31),
        hint=("每月固定付款的日子", "The day of the month on which they pay"),
    )
    credit_limit: Decimal | None = column.money(
        "信用额度",
        "Credit limit",
        hint=("空=不限，0=不赊销", "Empty: no limit, 0: no credit"),
    )
    credit_grade: CreditGrade | None = column.choice(
        CreditGrade, "信用等级", "Credit grade"
    )
    first_deal: date | None = column.day("首次成交日", "First deal")
    paper_language: PaperLanguage = column.choice(
        PaperLanguage,
        "单据语言",
        "Language of papers",
        default=PaperLanguage.CHINESE,
        hint=(
            "给客户的单据用中文还是英文；空=中文",
            "What papers to the customer are written in; empty: Chinese",
        ),
    )

    @property
    def shown(self) -> str:
        """The name in file names and narrow tables."""
        return self.short_name or self.full_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """One person at a customer's (S-015)."""

    customer_code: str = column.ref(
        "customers", "客户编码", "Customer code", is_key=True
    )
    name: str = column.words("姓名", "Name", is_key=True)
    phone: str | None = column.code("电话", "Phone", required=True)
    email: str | None = column.words("邮箱", "E-mail")
    delivery_address: str | None = column.words("收货地址", "Delivery address")
    role: ContactRole = column.choice(ContactRole, "角色", "Role")
    is_default: bool = column.flag("默认", "Default", default=False)
    may_sign: bool = column.flag("有效签单", "May sign", default=False)
    confirms_statement: bool = column.flag(
        "对账人", "Confirms statements", default=False
    )


CUSTOMERS = Sheet(
    key="customers",
    record=Customer,
    title=Text("客户", "Customers"),
    area=Area.MASTER,
    purpose=Text("客户资料、付款条件和信用", "Customers, payment terms and credit"),
)
CONTACTS = Sheet(
    key="contacts",
    record=Contact,
    title=Text("联系人", "Contacts"),
    area=Area.MASTER,
    purpose=Text("客户的联系人和收货地址", "People and delivery addresses"),
)

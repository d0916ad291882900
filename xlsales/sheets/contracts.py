"""合同 and 合同条款: what was agreed with a customer or a store, and what it costs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.customers import SettlementType
from xlsales.sheets.receivables import Method
from xlsales.sheets.sheet import Area, Record, Sheet


class ContractKind(Choice):
    """What a contract is about."""

    SALE = ("销售合同", "Sales contract")
    FRAME = ("年度购销合同", "Yearly contract")
    ENTRY = ("产品进场合同", "Store entry contract")


class FeeKind(Choice):
    """What a store is paid for (S-093)."""

    CONTRACT = ("合同费", "Contract fee")
    ENTRY = ("新品进场费", "Product entry fee")
    PERIODIC = ("季节费用", "Periodic fee")
    REBATE = ("返点返利", "Rebate")
    DISPLAY = ("堆头陈列费", "Display fee")
    POSTER = ("海报费", "Poster fee")
    SUPPORT = ("特殊支持", "Special support")


class FeeEvery(Choice):
    """How often a fee falls due."""

    ONCE = ("一次", "Once")
    MONTH = ("每月", "Each month")
    QUARTER = ("每季", "Each quarter")
    YEAR = ("每年", "Each year")


class DeductedBy(Choice):
    """How a store takes a fee."""

    ACCOUNT = ("账扣", "From the account")
    INVOICE = ("票扣", "By invoice")
    CASH = ("现付", "In cash")
    GOODS = ("货补", "In goods")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract(Record):
    """One contract and how its settlement goes (S-078, S-083, S-092, S-156)."""

    contract_no: str = column.code("合同号", "Contract no.", is_key=True)
    kind: ContractKind = column.choice(ContractKind, "类型", "Kind")
    customer_code: str = column.ref("customers", "客户", "Customer")
    order_no: str | None = column.ref("orders", "订单号", "Order no.")
    sign_date: date | None = column.day("签订日", "Signed on", required=True)
    valid_from: date = column.day("生效日", "Valid from")
    valid_to: date | None = column.day("到期日", "Valid to", required=True)
    amount: Decimal | None = column.money("合同金额", "Amount")
    currency: str = column.currency("币种", "Currency")
    settlement_type: SettlementType | None = column.choice(
        SettlementType, "结算类型", "Settlement type"
    )
    payment_term: str | None = column.term("付款条件", "Payment term")
    statement_day: int | None = column.integer(
        "对账日",
        "Statement day",
        between=(1, 31),
        hint=("每月哪天对账", "The day of the month to reconcile on"),
        secondary=True,
    )
    invoice_day: int | None = column.integer(
        "交票日",
        "Invoice day",
        between=(1, 31),
        hint=("每月哪天前交税票", "By which day of the month the invoice is due"),
        secondary=True,
    )
    method: Method | None = column.choice(
        Method, "结算方式", "Settled by", secondary=True
    )
    cheque_days: int | None = column.integer(
        "支票周期",
        "Cheque days",
        hint=("支票多少天后可以兑付", "Days until a cheque may be presented"),
        secondary=True,
    )
    late_rate: Decimal | None = column.rate(
        "逾期日利率",
        "Late rate a day",
        hint=("合同约定的违约金，每天", "What late payment costs a day"),
    )
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")
    salesperson_signed: bool = column.flag(
        "业务员已签", "Signed by the salesperson", default=False
    )
    stamped_on: date | None = column.day("盖章日", "Stamped on")
    returned_on: date | None = column.day(
        "回传日", "Returned on", hint=("客户签回的日期", "When it came back signed")
    )
    completed_on: date | None = column.day("完成日", "Completed on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractTerm(Record):
    """One fee of a contract (S-093, S-094, S-168)."""

    contract_no: str = column.ref("contracts", "合同号", "Contract no.", is_key=True)
    line_no: int = column.integer("行号", "Line no.", is_key=True)
    kind: FeeKind = column.choice(FeeKind, "费用", "Fee")
    every: FeeEvery = column.choice(FeeEvery, "周期", "How often")
    amount: Decimal | None = column.money(
        "金额", "Amount", hint=("固定金额；按比例的不填", "Fixed; empty: by a rate")
    )
    rate: Decimal | None = column.rate(
        "比例", "Rate", hint=("按当期销售额", "Of the sales of the period")
    )
    sales_from: Decimal | None = column.money(
        "累计起点",
        "From sales of",
        hint=(
            "本年累计销售额超过这个数的部分按此比例",
            "The rate is for what the year's sales exceed this by",
        ),
    )
    products: int | None = column.integer(
        "单品数", "Products", hint=("进场费按单品数计", "Entry fees count products")
    )
    valid_from: date | None = column.day("生效日", "Valid from")
    valid_to: date | None = column.day("到期日", "Valid to")
    deducted_by: DeductedBy = column.choice(
        DeductedBy, "扣除方式", "Deducted by", default=DeductedBy.ACCOUNT
    )
    remark: str | None = column.words("说明", "Remark")


CONTRACTS = Sheet(
    key="contracts",
    record=Contract,
    title=Text("合同", "Contracts"),
    area=Area.SALES,
    purpose=Text("合同台账、结算约定和办理进度", "Contracts, settlement and progress"),
)
CONTRACT_TERMS = Sheet(
    key="contract_terms",
    record=ContractTerm,
    title=Text("合同条款", "Contract terms"),
    area=Area.SALES,
    purpose=Text("卖场合同的费用和返利", "Fees and rebates of store contracts"),
)

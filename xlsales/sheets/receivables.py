"""回款, 期初应收 and 扣款: money in, what was owed before, what was kept back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class Method(Choice):
    """How the money came (S-058)."""

    CASH = ("现金", "Cash")
    CHEQUE = ("支票", "Cheque")
    TRANSFER = ("转账", "Transfer")
    BANK_BILL = ("银票", "Bank bill")
    TRADE_BILL = ("商票", "Trade bill")

    @property
    def is_bill(self) -> bool:
        """Whether it is a bill of exchange, which closes items before it is paid."""
        return self in {Method.BANK_BILL, Method.TRADE_BILL}


class ReceiptState(Choice):
    """How far the money has come; empty goes by the date cleared."""

    IN_HAND = ("在手", "In hand")
    DEPOSITED = ("已交存", "Deposited")
    CLEARED = ("已到账", "Cleared")
    BOUNCED = ("退票", "Bounced")
    DISHONOURED = ("拒付", "Dishonoured")


class DeductionKind(Choice):
    """Why a customer paid less (S-093)."""

    REBATE = ("返利", "Rebate")
    SERVICE_FEE = ("服务费", "Service fee")
    CLAIM = ("索赔", "Claim")
    BANK_CHARGE = ("手续费", "Bank charge")
    ROUNDING = ("尾差", "Rounding")


class PaperState(Choice):
    """Whether the deduction's paper is there; before that it reduces nothing."""

    WAITING = ("待单据", "Waiting")
    ARRIVED = ("已到", "Arrived")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Record):
    """Money from a customer (S-149)."""

    receipt_no: str = column.code("收款单号", "Receipt no.", is_key=True)
    voucher_no: str | None = column.code("票据/流水号", "Voucher no.")
    cashier_no: str | None = column.code("收据号", "Cashier's no.", secondary=True)
    receipt_date: date = column.day("收款日", "Received on")
    cleared_date: date | None = column.day(
        "到账日",
        "Cleared on",
        hint=(
            "钱到银行账户的日期；到账后才核销",
            "When the money is in the bank; it counts from then on",
        ),
    )
    issue_date: date | None = column.day("出票日", "Issued on", secondary=True)
    maturity: date | None = column.day("到期日", "Matures on", secondary=True)
    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    named_doc: str | None = column.code(
        "指定单据",
        "Named document",
        hint=(
            "订单号、发货单号或期初单号；空=先到期先核销",
            "Order, delivery or opening item; empty: oldest due first",
        ),
    )
    payer_name: str | None = column.words("付款方", "Payer")
    acceptor: str | None = column.words("承兑人", "Acceptor", secondary=True)
    method: Method = column.choice(Method, "方式", "Method")
    amount: Decimal = column.money("金额", "Amount")
    state: ReceiptState | None = column.choice(
        ReceiptState, "状态", "State", required=True
    )
    currency: str = column.currency("币种", "Currency")
    maker: str | None = column.ref("staff", "制单", "Maker", required=True)
    checker: str | None = column.ref("staff", "复核", "Checker")
    deposited_date: date | None = column.day("交存日", "Deposited on", secondary=True)
    refused_date: date | None = column.day(
        "退票/拒付日",
        "Refused on",
        secondary=True,
        hint=(
            "银行退票或拒付的日期；已冲减的应收从这天恢复，到期日不变",
            "When the bank refused it; what it paid is owed again, due as before",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningItem(Record):
    """What a customer owed when the workbook began."""

    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    doc_no: str = column.code("单据号", "Document no.", is_key=True)
    doc_date: date = column.day("单据日期", "Document date")
    due_date: date = column.day("到期日", "Due date")
    amount: Decimal = column.money("金额", "Amount")
    currency: str = column.currency("币种", "Currency")
    salesperson: str | None = column.ref("staff", "业务员", "Salesperson")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction(Record):
    """What a customer kept back when paying (S-093, S-094)."""

    deduction_no: str = column.code("扣款单号", "Deduction no.", is_key=True)
    customer_code: str = column.ref("customers", "客户编码", "Customer code")
    contract_no: str | None = column.code("合同号", "Contract no.")
    kind: DeductionKind = column.choice(DeductionKind, "类别", "Kind")
    date: date = column.day("日期", "Date")
    amount: Decimal = column.money("金额", "Amount")
    currency: str = column.currency("币种", "Currency")
    paper_state: PaperState = column.choice(
        PaperState, "单据状态", "Paper", default=PaperState.WAITING
    )
    document: str | None = column.code(
        "票据号",
        "Document no.",
        hint=(
            "红字发票、服务费发票等的号码",
            "Of the red-letter invoice, the fee invoice …",
        ),
    )
    remark: str | None = column.words("备注", "Remark")

    @property
    def has_paper(self) -> bool:
        """Whether its paper is there; before that it reduces nothing."""
        return self.paper_state is PaperState.ARRIVED


RECEIPTS = Sheet(
    key="receipts",
    record=Receipt,
    title=Text("回款", "Receipts"),
    area=Area.MONEY,
    purpose=Text("收到的货款，到账后核销", "Money received; it counts once cleared"),
)
OPENING_ITEMS = Sheet(
    key="opening_items",
    record=OpeningItem,
    title=Text("期初应收", "Opening items"),
    area=Area.MONEY,
    purpose=Text("启用本簿前的未收款", "What was owed before this workbook"),
)
DEDUCTIONS = Sheet(
    key="deductions",
    record=Deduction,
    title=Text("扣款", "Deductions"),
    area=Area.MONEY,
    purpose=Text("返利、服务费、索赔等扣款", "Rebates, fees, claims kept back"),
)

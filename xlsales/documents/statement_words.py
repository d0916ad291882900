"""Words of the statement: what its lines and balances are called, zh and en."""

from xlsales.language import Text
from xlsales.ledger.accounts import Entry
from xlsales.sheets.receivables import DeductionKind, Method

ENTRY_TITLES = {
    Entry.OPENING_ITEM: Text("期初应收", "Opening item"),
    Entry.DELIVERY: Text("发货", "Delivery"),
    Entry.RETURN: Text("退货", "Return"),
    Entry.RECEIPT: Text("回款", "Receipt"),
    Entry.BILL: Text("收到票据", "Bill"),
    Entry.DEDUCTION: Text("扣款", "Deduction"),
    Entry.ALLOWANCE: Text("折让", "Allowance"),
    Entry.WRITE_OFF: Text("尾差核销", "Write-off"),
    Entry.REFUND: Text("退款", "Refund"),
    Entry.DISHONOUR: Text("票据拒付", "Bill dishonoured"),
    Entry.REVERSAL: Text("款项退回", "Money reversed"),
    Entry.LATE_ENTRY: Text("补记", "Entered late"),
}

WAITING = {
    Entry.DELIVERY: Text("尚未签收，签收后计入应收", "not signed for yet"),
    Entry.RECEIPT: Text("尚未到账，到账后冲减应收", "not cleared yet"),
    Entry.BILL: Text("尚未承兑，承兑后冲减应收", "not accepted yet"),
    Entry.DEDUCTION: Text("单据未到我方，到后冲减应收", "its paper has not come yet"),
}
BALANCE = {
    1: Text("贵方应付余额", "Balance due from you"),
    0: Text("双方无余额", "No balance"),
    -1: Text("贵方预付余额", "Balance in your favour"),
}
LATE = Text("逾期 {days} 天", "{days} days overdue")
NOT_DUE = Text("未到期", "Not due")
NO_INVOICE = Text("待开票，收到发票后起算", "due once invoiced")
BEYOND = Text("逾期{days}天以上", "More than {days} days overdue")
BETWEEN = Text("逾期{since}–{until}天", "{since}–{until} days overdue")
CUTOFF = Text("每月 {day} 日截账", "accounts close on day {day} of the month")
MONTH_END = Text("月末截账", "accounts close at the end of the month")
PAY_DAY = Text("每月 {day} 日付款", "payment on day {day} of the month")
COMMA = Text("，", ", ")
BRACKETS = Text("（{}）", "({})")
GIFT = Text("赠品", "gift")
SHARES = Text("含整单优惠", "after the order discount")
WEIGHED = Text("按重量 {weight} 计价", "priced by weight, {weight}")
ENTERED_LATE = Text("", "entered after that statement was issued")
LABELS = {
    kind.label.zh: kind.label for kinds in (Method, DeductionKind) for kind in kinds
}
"""What the account says in Chinese of how money came, or why it was kept back."""
REFUSED_MEMO = Text("银行退票或拒付，应收不减", "refused by the bank")

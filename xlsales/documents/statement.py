"""货款往来对账单: what a customer's statement says."""

from collections.abc import Sequence
from datetime import date, timedelta

from xlsales.documents.shown import SELLER, in_tenths, seller_facts, variables
from xlsales.language import Text
from xlsales.ledger.accounts import AccountLine, AgeingBucket, Entry, Memo, Statement
from xlsales.money import ZERO, currency_name, in_words, total
from xlsales.sheets.settings import Settings

STATEMENT_VARIABLES = variables(
    {
        "month": ("对账月份，如 2026-10", "Statement month"),
        "start": ("对账期间首日（日期）", "First day (a date)"),
        "end": ("对账期间末日（日期）", "Last day (a date)"),
        "as_of": ("编制日期（日期）", "Date it is made (a date)"),
        "reply_by": ("请回复的最后日期（日期）", "Reply by (a date)"),
        **SELLER,
        "customer": ("客户", "The customer"),
        "customer.name": ("客户全称", "Full name"),
        "customer.code": ("客户编码", "Customer code"),
        "currency": ("币种名称，如 人民币", "Name of the currency"),
        "basis": ("发货确认依据：签收日或发货日", "Date that deliveries count by"),
        "opening": ("期初余额（数）", "Opening balance (a number)"),
        "closing": (
            "期末余额（数）；负数为贵方预付",
            "Closing balance; negative: a credit",
        ),
        "closing_label": (
            "余额名称：贵方应付余额、贵方预付余额或双方无余额",
            "What the closing balance is: owed, prepaid or nil",
        ),
        "closing_shown": ("期末余额的绝对值（数）", "Closing balance without its sign"),
        "closing_words": ("期末余额绝对值的大写，带币种", "The same in words"),
        "is_credit": ("余额是否为贵方预付", "Whether it is a credit balance"),
        "due_by": ("下次到期日（日期）；无则为空", "Next due date, or empty"),
        "due_amount": ("下次到期应付的金额", "What is due on it"),
        "overdue": ("其中已逾期（数）", "Of it overdue (a number)"),
        "increase": ("本期应收增加合计（数）", "Sum of increases"),
        "decrease": ("本期应收减少合计（数）", "Sum of decreases"),
        "lines": ("往来明细，逐行", "The lines"),
        "lines.date": ("日期", "Date"),
        "lines.kind": ("类型，如 发货、回款", "Kind"),
        "lines.document": ("单据号", "Document"),
        "lines.order": ("订单号，有客户单号的加上客户单号", "Order and customer PO"),
        "lines.text": ("摘要：类型和产品", "Text: kind and product"),
        "lines.unit": ("单位", "Unit"),
        "lines.quantity": ("数量（数）；无则为空", "Quantity, or empty"),
        "lines.price": ("单价（数）；无则为空", "Unit price, or empty"),
        "lines.increase": ("应收增加（数）；无则为空", "Increase, or empty"),
        "lines.decrease": ("应收减少（数）；无则为空", "Decrease, or empty"),
        "lines.balance": ("余额（数）", "Running balance"),
        "sums": ("按类型合计，逐类型", "Sums by kind"),
        "sums.label": ("类型", "Kind"),
        "sums.amount": ("对余额的影响（数）", "What it does to the balance"),
        "ageing": ("按逾期天数的账龄，逐段", "Ageing by days past due"),
        "ageing.label": ("段名，如 逾期1–30天", "Bucket"),
        "ageing.amount": ("金额（数）", "Amount"),
        "ageing_total": ("账龄各段合计（数）", "Sum of the buckets"),
        "unallocated": ("未核销的预收款（数）", "Cleared money not allocated"),
        "in_transit": ("已发货未签收，逐笔", "Shipped and not signed for"),
        "in_transit.date": ("日期", "Date"),
        "in_transit.document": ("单据号", "Document"),
        "in_transit.order_no": ("订单号", "Order number"),
        "in_transit.text": ("摘要", "Text"),
        "in_transit.amount": ("金额（数）", "Amount"),
        "uncleared": (
            "已收到尚未入账的款项和票据，逐笔",
            "Money that does not count yet",
        ),
        "uncleared.date": ("日期", "Date"),
        "uncleared.document": ("单据号", "Document"),
        "uncleared.order_no": ("订单号", "Order number"),
        "uncleared.text": ("摘要", "Text"),
        "uncleared.amount": ("金额（数）", "Amount"),
    }
)

ENTRY_TITLES = {
    Entry.OPENING_ITEM: Text("期初应收", "Opening item"),
    Entry.DELIVERY: Text("发货", "Delivery"),
    Entry.RETURN: Text("退货", "Return"),
    Entry.RECEIPT: Text("回款", "Receipt"),
    Entry.BILL: Text("收到票据", "Bill"),
    Entry.DEDUCTION: Text("扣款", "Deduction"),
}


def statement_context(
    statement: Statement, settings: Settings, as_of: date
) -> dict[str, object]:
    """Return what a statement says; amounts and dates are values, not texts.

    Args:
        statement: the customer's account for the month.
        settings: our own facts, and what the figures go by.
        as_of: the date the statement is made; the reply date counts from it.
    """
    return {
        "month": str(statement.month),
        "start": statement.start,
        "end": statement.end,
        "as_of": as_of,
        "reply_by": as_of + timedelta(days=settings.reply_days or 0),
        "seller": seller_facts(settings),
        "customer": {
            "name": statement.customer.full_name,
            "code": statement.customer.customer_code,
        },
        "currency": currency_name(statement.currency),
        "basis": settings.delivery_basis.label.zh,
        **_balances(statement),
        **_movements(statement.lines),
        "sums": _sums(statement),
        "ageing": [_bucket(one) for one in statement.ageing],
        "ageing_total": total(one.amount for one in statement.ageing),
        "unallocated": statement.unallocated,
        "in_transit": [_memo(one) for one in statement.in_transit],
        "uncleared": [_memo(one) for one in statement.uncleared],
    }


def _balances(statement: Statement) -> dict[str, object]:
    closing = statement.closing
    labels = {1: "贵方应付余额", 0: "双方无余额", -1: "贵方预付余额"}
    return {
        "opening": statement.opening,
        "closing": closing,
        "closing_label": labels[(closing > 0) - (closing < 0)],
        "closing_shown": abs(closing),
        "closing_words": in_words(abs(closing), statement.currency),
        "is_credit": closing < 0,
        "due_by": statement.due_by,
        "due_amount": statement.due_amount,
        "overdue": statement.overdue,
    }


def _movements(lines: Sequence[AccountLine]) -> dict[str, object]:
    return {
        "lines": [_line(one) for one in lines],
        "increase": total(one.amount for one in lines if one.amount > 0),
        "decrease": total(-one.amount for one in lines if one.amount < 0),
    }


def _line(line: AccountLine) -> dict[str, object]:
    kind = ENTRY_TITLES[line.entry].zh
    order = (
        f"{line.order_no}\n{line.customer_po}" if line.customer_po else line.order_no
    )
    return {
        "date": line.date,
        "kind": kind,
        "document": line.document,
        "order": order,
        "text": " ".join(filter(None, (kind, line.product, _remark(line)))),
        "unit": line.unit,
        "quantity": line.quantity,
        "price": line.unit_price,
        "increase": line.amount if line.amount >= ZERO else None,
        "decrease": -line.amount if line.amount < ZERO else None,
        "balance": line.balance,
    }


def _remark(line: AccountLine) -> str:
    """Return why the amount is not quantity × price, or what money came."""
    if line.is_gift:
        return "（赠品）"
    tenths = in_tenths(line.discount)
    shared = "含整单优惠" if line.shares_discount else ""
    off = "，".join(filter(None, (tenths, shared)))
    return f"（{off}）" if off else line.detail


def _sums(statement: Statement) -> list[dict[str, object]]:
    return [
        {"label": ENTRY_TITLES[entry].zh, "amount": amount}
        for entry, amount in statement.sums.items()
    ]


def _bucket(bucket: AgeingBucket) -> dict[str, object]:
    return {"label": _days(bucket), "amount": bucket.amount}


def _days(bucket: AgeingBucket) -> str:
    if bucket.until is None:
        return f"逾期{bucket.since - 1}天以上"
    if bucket.until <= 0:
        return "未到期"
    return f"逾期{bucket.since}–{bucket.until}天"


def _memo(memo: Memo) -> dict[str, object]:
    return {
        "date": memo.date,
        "document": memo.document,
        "order_no": memo.order_no,
        "text": memo.text,
        "amount": memo.amount,
    }

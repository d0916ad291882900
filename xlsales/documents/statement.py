"""货款往来对账单: what a customer's statement says."""

from collections.abc import Sequence
from datetime import date, timedelta
from unicodedata import east_asian_width

from xlsales.documents.shown import count, in_tenths, seller_facts, unit
from xlsales.language import Text
from xlsales.ledger.accounts import (
    AccountLine,
    AgeingBucket,
    Entry,
    Memo,
    OpenItem,
    Statement,
)
from xlsales.money import ZERO, currency_name, in_words, total
from xlsales.periods import Period
from xlsales.sheets.customers import Customer
from xlsales.sheets.settings import Settings

STATEMENT_SERIES = "DZ"

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
    Entry.DELIVERY: "尚未签收，签收后计入应收",
    Entry.RECEIPT: "尚未到账，到账后冲减应收",
    Entry.BILL: "尚未承兑，承兑后冲减应收",
    Entry.DEDUCTION: "单据未到我方，到后冲减应收",
}
_ORDER_WIDTH, _TEXT_WIDTH = 16, 20
_TABLE_HEAD = 3
REFUSED_MEMO = "银行退票或拒付，应收不减"


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
        "number": statement_number(statement),
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
        "agreed": _agreed(statement.customer),
        "currency": currency_name(statement.currency),
        "unit": unit(statement.currency),
        "basis": settings.delivery_basis.label.zh,
        **_balances(statement),
        **_movements(statement.lines),
        "sums": _sums(statement),
        "due_items": [_due(one, statement.end) for one in statement.open_items],
        "ageing": [_bucket(one) for one in statement.ageing],
        "ageing_total": total(one.amount for one in statement.ageing),
        "unallocated": statement.unallocated,
        "in_transit": [_memo(one) for one in statement.in_transit],
        "uncleared": [_memo(one) for one in statement.uncleared],
        "text_lines": _text_lines(statement),
        "has_bills": any(one.entry is Entry.BILL for one in statement.lines),
    }


def statement_number(statement: Statement) -> str:
    """Return DZ, the month and the customer: one account has one statement a month.

    A currency that is not the customer's own stands behind it.
    """
    return number_of_account(statement.customer, statement.month, statement.currency)


def number_of_account(customer: Customer, month: Period, currency: str) -> str:
    """Return the number that the statement of an account's month has."""
    number = f"{STATEMENT_SERIES}{str(month).replace('-', '')}-{customer.customer_code}"
    return number if currency == customer.currency else f"{number}-{currency}"


def _agreed(customer: Customer) -> str:
    """Return what was agreed on settling (S-058, S-156)."""
    kind = customer.settlement_type
    cutoff, pay_day = customer.cutoff_day, customer.fixed_pay_day
    said = (
        kind.label.zh if kind else "",
        customer.payment_term,
        f"每月 {cutoff} 日截账" if cutoff else "月末截账",
        f"每月 {pay_day} 日付款" if pay_day else "",
    )
    return "，".join(filter(None, said))


def _due(item: OpenItem, end: date) -> dict[str, object]:
    late = item.days_late(end)
    state = f"逾期 {late} 天" if late > 0 else "未到期"
    return {
        "due_date": item.due_date,
        "document": item.document,
        "order": item.order_no,
        "date": item.date,
        "state": state if item.due_date else "待开票，收到发票后起算",
        "amount": item.amount,
        "paid": item.amount - item.open_amount,
        "open": item.open_amount,
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
    return {
        "date": line.date,
        "kind": ENTRY_TITLES[line.entry].zh,
        "document": line.document,
        "order": _order(line),
        "text": _text(line),
        "invoices": "\n".join(line.invoices),
        "unit": line.unit,
        "quantity": line.quantity,
        "price": line.unit_price,
        "increase": line.amount if line.amount >= ZERO else None,
        "decrease": -line.amount if line.amount < ZERO else None,
        "balance": line.balance,
    }


def _order(line: AccountLine) -> str:
    return "\n".join(filter(None, (line.order_no, line.customer_po)))


def _text(line: AccountLine) -> str:
    kind = ENTRY_TITLES[line.entry].zh
    return " ".join(filter(None, (kind, line.product, _remark(line))))


def _remark(line: AccountLine) -> str:
    """Return why the amount is not quantity × price, or what money came."""
    if line.is_gift:
        return "（赠品）"
    tenths = in_tenths(line.discount)
    shared = "含整单优惠" if line.shares_discount else ""
    weighed = f"按重量 {count(line.weight)} 计价" if line.weight is not None else ""
    off = "，".join(filter(None, (weighed, tenths, shared)))
    return f"（{off}）" if off else line.detail


def _text_lines(statement: Statement) -> int:
    """Return about how many lines of text the tables take that may be long.

    A spreadsheet cannot keep rows together; by this a template decides on its
    page break.
    """
    lines = (
        max(
            sum(_wrapped(part, _ORDER_WIDTH) for part in _order(one).split("\n")),
            _wrapped(_text(one), _TEXT_WIDTH) + len(one.invoices),
        )
        for one in statement.lines
    )
    memos = (statement.in_transit, statement.uncleared)
    return (
        sum(lines)
        + len(statement.open_items)
        + sum(len(found) + _TABLE_HEAD for found in memos if found)
    )


def _wrapped(text: str, width: int) -> int:
    """Return into how many lines a text breaks; Chinese takes two columns."""
    wide = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
    return max(1, -(-wide // width))


def _sums(statement: Statement) -> list[dict[str, object]]:
    """Return the sum of each kind of entry; of deductions, of each kind of them."""
    found: list[dict[str, object]] = []
    for entry, amount in statement.sums.items():
        label = ENTRY_TITLES[entry].zh
        if entry is Entry.DEDUCTION:
            found += [
                {"label": f"{label}（{kind.label.zh}）", "amount": kept}
                for kind, kept in statement.kept.items()
            ]
        else:
            found.append({"label": label, "amount": amount})
    return found


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
        "why": REFUSED_MEMO if memo.was_refused else WAITING[memo.entry],
        "amount": memo.amount,
    }

"""单据登记: every number that was given to a document, so that none is given twice."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class Series(Choice):
    """The series of numbers, each with counters of its own."""

    ORDER = ("订单", "Order")
    QUOTE = ("报价单", "Quote")
    CONTRACT = ("合同", "Contract")
    DELIVERY = ("发货单", "Delivery note")
    INVOICE_REQUEST = ("开票申请", "Invoice request")
    RECEIPT = ("收据", "Receipt")
    STATEMENT = ("对账单", "Statement")
    CHANGE = ("订单变更单", "Order change")
    REMINDER = ("到期提醒", "Reminder of money due")
    REPORT = ("未回款报告单", "Report of unpaid items")
    LETTER = ("逾期回款函", "Overdue letter")
    EXTENSION = ("延期还款审批单", "Extension request")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord(Record):
    """One number of a series, also one that is void (S-052)."""

    series: Series = column.choice(Series, "单据", "Document", is_key=True)
    number: str = column.code("编号", "Number", is_key=True)
    date: dt.date = column.day("日期", "Date")
    customer_code: str | None = column.ref("customers", "客户编码", "Customer code")
    order_no: str | None = column.code("订单号", "Order no.")
    amount: Decimal | None = column.money("金额", "Amount")
    maker: str | None = column.ref("staff", "制单", "Maker")
    voided_on: dt.date | None = column.day("作废日", "Voided on")
    void_reason: str | None = column.words("作废原因", "Void reason")


DOCUMENT_RECORDS = Sheet(
    key="document_records",
    record=DocumentRecord,
    title=Text("单据登记", "Documents"),
    area=Area.RESULTS,
    purpose=Text("给出过的编号，作废的也在", "Every number given, void ones included"),
)

"""What the template of the receipt may use, and what each name means."""

from xlsales.documents.shown import SELLER, variables

RECEIPT_VARIABLES = variables(
    {
        "number": (
            "收据号；没有时为收款单号",
            "The cashier's number; without one, that of the receipt",
        ),
        "receipt_no": ("收款单号", "Receipt number"),
        "date": ("收款日期，如 2026年10月5日", "Date of receipt"),
        **SELLER,
        "customer": ("客户", "The customer"),
        "customer.name": ("客户全称", "Full name"),
        "customer.code": ("客户编码", "Customer code"),
        "payer": ("付款方；未填为客户", "Who paid; if not typed, the customer"),
        "method": ("方式，如 支票", "How the money came"),
        "voucher": ("票据/流水号；可空", "Voucher number; may be empty"),
        "acceptor": ("承兑人；可空", "Acceptor of a bill; may be empty"),
        "maturity": ("票据到期日；可空", "Maturity of a bill; may be empty"),
        "currency": ("币种名称，如 人民币", "Name of the currency"),
        "unit": (
            "金额后的单位：人民币为“ 元”，其他币种为空",
            "Behind an amount: 元, or nothing in other currencies",
        ),
        "amount": ("金额，两位小数", "Amount with two decimals"),
        "amount_words": (
            "金额大写，带币种；英文单据为空",
            "Amount in words; empty in English",
        ),
        "purpose": ("款项用途：货款和所指的单据", "What the money is for"),
        "note": (
            "支票、票据何时才算付清；现金和到账的为空",
            "When a cheque or bill counts as paid; else empty",
        ),
        "cashier": ("出纳（制单）姓名；可空", "The cashier; may be empty"),
        "checker": ("复核人姓名；可空", "Who checked; may be empty"),
    }
)

"""What the templates of the report and the letter may use."""

from xlsales.documents.shown import SELLER, variables

_ITEM = {
    "document": ("单据号", "Document"),
    "order": ("订单号；可空", "Order number; may be empty"),
    "date": ("单据日期", "Date of the document"),
    "due": ("到期日", "Due date"),
    "was_due": (
        "延期前的到期日；没有延期为空",
        "Due date before an extension, or empty",
    ),
    "days": ("逾期天数", "Days late"),
    "amount": ("原金额", "Amount"),
    "open": ("未付金额", "Open"),
    "is_long": ("是否逾期满一个月", "Whether it is a month late"),
}
_COMMON = {
    "number": ("催收单号", "Number of the row of 催收"),
    "date": ("日期，如 2026年10月5日", "Its date"),
    **SELLER,
    "customer": ("客户", "The customer"),
    "customer.name": ("客户全称", "Full name"),
    "customer.code": ("客户编码", "Customer code"),
    "salesperson": ("客户的业务员；可空", "The customer's salesperson; may be empty"),
    "currency": ("币种名称，如 人民币", "Name of the currency"),
    "unit": (
        "金额后的单位：人民币为“ 元”，其他币种为空",
        "Behind an amount: 元, or nothing in other currencies",
    ),
    "items": ("逾期款项，逐笔，先到期在前", "What is late, oldest due first"),
    **{f"items.{name}": words for name, words in _ITEM.items()},
    "count": ("逾期几笔", "How many items are late"),
    "total": ("逾期合计", "Sum of what is late"),
    "total_words": (
        "逾期合计的大写，带币种；英文单据为空",
        "The same in words; empty in English",
    ),
    "longest": ("最长逾期天数", "Days late of the oldest"),
    "long_count": ("其中满一个月的几笔", "How many are a month late"),
    "long_total": ("其中满一个月的合计", "Sum of what is a month late"),
    "disputed": ("有争议的逾期款项，逐笔", "What is late and in dispute"),
    **{f"disputed.{name}": words for name, words in _ITEM.items()},
    "disputed_total": ("争议合计", "Sum of what is in dispute"),
}
REPORT_VARIABLES = variables(
    {
        **_COMMON,
        "reason": ("未回款原因；可空，留出手写", "Why it was not paid; may be empty"),
        "promised_on": (
            "客户承诺付款日；可空",
            "Day of payment promised; may be empty",
        ),
        "result": ("处理结果；可空", "What came of it; may be empty"),
        "reported_by": ("报告人", "Who reports"),
    }
)
LETTER_VARIABLES = variables(
    {
        **_COMMON,
        "pay_by": ("请在此日前付清", "Pay by"),
        "charges": (
            "违约金，按日利率逐项；合同没有利率的不列",
            "The late charge by daily rate; none without a rate",
        ),
        "charges.rate": ("日利率，如 0.05%", "Daily rate"),
        "charges.amount": ("违约金", "Late charge"),
        "charge": ("违约金合计；没有为空", "The late charge in all, or empty"),
        "asked": ("应付合计：逾期加违约金", "What is asked for: overdue and charge"),
        "asked_words": ("应付合计的大写，带币种", "The same in words"),
        "contact": ("我方经办人；可空", "Who to ask at ours; may be empty"),
        "annex": (
            "附件：货款往来对账单的编号",
            "The annex: the number of the statement",
        ),
    }
)

"""What the template of a store's contract may use, and what each name means."""

from xlsales.documents.shown import SELLER, variables

ENTRY_CONTRACT_VARIABLES = variables(
    {
        "number": ("合同号", "Contract number"),
        "date": ("签订日期，如 2026年10月5日", "Date of signing"),
        **SELLER,
        "buyer": ("卖场", "The store"),
        "buyer.name": ("客户全称", "Full name"),
        "buyer.uscc": ("统一社会信用代码；可空", "Social credit code; may be empty"),
        "buyer.address": ("地址", "Address"),
        "buyer.phone": ("电话；可空", "Phone; may be empty"),
        "buyer.email": ("邮箱；可空", "E-mail; may be empty"),
        "buyer.bank": ("开户行；可空", "Bank; may be empty"),
        "buyer.account": ("账号；可空", "Account; may be empty"),
        "start": ("合作开始的日期", "First day"),
        "end": ("合作结束的日期", "Last day"),
        "clauses": ("八项条款，逐项", "The eight terms"),
        "clauses.number": ("序号，从1起", "Running number from 1"),
        "clauses.title": ("条款名称，如 返点返利", "Name of the term"),
        "clauses.words": (
            "约定的内容，一句一行；没有约定的为 无",
            "What was agreed, a line each; 无 where nothing was",
        ),
        "products": (
            "新品进场的单品数；没有为空",
            "Number of products entered, or empty",
        ),
        "has_rates": ("是否有按比例的费用", "Whether a fee is a rate"),
        "has_tiers": ("是否有分档的比例", "Whether rates have tiers"),
        "has_periods": ("是否有按期的定额费用", "Whether an amount is paid by period"),
        "year_start": ("年度从几月开始", "First month of the year"),
        "basis": ("销售额归属的日期：签收日或发货日", "The date that sales go by"),
        "settlement_type": ("结算类型", "Settlement type"),
        "payment_term": ("付款条件原文", "Payment term as written"),
        "payment_words": ("付款条件的解释，一句话", "Payment term explained"),
        "statement_day": ("每月对账日", "Day of the month to reconcile on"),
        "invoice_day": ("每月交票日；不开票可空", "Day the invoice is due by"),
        "invoice_kind": ("发票种类；不开票为空", "Kind of invoice; empty for none"),
        "method": ("结算方式，如 转账", "Settled by"),
        "cheque_days": ("支票周期天数；可空", "Cheque days; may be empty"),
        "late_rate": ("日违约金率，如 0.05%；无则为空", "Daily late charge, or empty"),
        "salesperson": ("业务员姓名", "Salesperson"),
        "maker": ("制单人姓名", "Maker"),
        "checker": ("复核人姓名", "Checker"),
    }
)

"""What the template of the invoice request may use, and what each name means."""

from xlsales.documents.shown import SELLER, variables

INVOICE_REQUEST_VARIABLES = variables(
    {
        "number": ("申请单号", "Request number"),
        "date": ("申请日期，如 2026年10月5日", "Date of the request"),
        "month": ("对账月份；未填为空", "Month that was agreed; may be empty"),
        **SELLER,
        "buyer": ("购买方", "The customer"),
        "buyer.name": ("客户全称", "Full name"),
        "buyer.code": ("客户编码", "Customer code"),
        "buyer.uscc": ("统一社会信用代码；可空", "Social credit code; may be empty"),
        "buyer.address": ("地址；可空", "Address; may be empty"),
        "buyer.phone": ("电话；可空", "Phone; may be empty"),
        "buyer.bank": ("开户行；可空", "Bank; may be empty"),
        "buyer.account": ("账号；可空", "Account; may be empty"),
        "buyer.email": ("收票邮箱；可空", "E-mail for invoices; may be empty"),
        "buyer.invoice_kind": ("票种", "Kind of invoice"),
        "buyer.invoice_timing": ("开票时点", "When invoices are made"),
        "lines": ("开票明细，逐行", "The lines"),
        "lines.number": ("序号，从1起", "Running number from 1"),
        "lines.delivery": ("发货单号", "Delivery number"),
        "lines.order": ("订单号", "Order number"),
        "lines.name": ("产品名称", "Product name"),
        "lines.spec": ("型号规格；可空", "Spec; may be empty"),
        "lines.unit": ("单位", "Unit"),
        "lines.quantity": ("数量", "Quantity"),
        "lines.price": (
            "含税单价；与订单不同的见备注",
            "Unit price incl. tax; where it is not the order's, the remark says why",
        ),
        "lines.amount": ("价税合计", "Amount incl. tax"),
        "lines.tax_rate": ("税率，如 13%", "Tax rate"),
        "lines.tax": ("税额", "Tax"),
        "lines.remark": (
            "备注：单价与订单不同的原因；无则为空",
            "Why the price is not the order's, or empty",
        ),
        "currency": ("币种名称，如 人民币", "Name of the currency"),
        "unit": (
            "金额后的单位：人民币为“ 元”，其他币种为空",
            "Behind an amount: 元, or nothing in other currencies",
        ),
        "net": ("不含税金额合计", "Sum without tax"),
        "tax": ("税额合计", "Sum of the tax"),
        "total": ("价税合计", "Total incl. tax"),
        "total_words": ("价税合计大写，带币种", "Total in words"),
        "maker": ("制单人", "Who made it"),
        "checker": ("复核人", "Who checked it"),
    }
)

"""What the template of the quote may use, and what each name means."""

from xlsales.documents.shown import SELLER, variables

QUOTE_VARIABLES = variables(
    {
        "number": ("报价单号", "Quote number"),
        "date": ("报价日", "Date of the quote"),
        "valid_to": ("有效期至", "Valid to"),
        **SELLER,
        "buyer": ("客户", "The customer"),
        "buyer.name": ("客户全称", "Full name"),
        "buyer.contact": ("联系人；可空", "Contact; may be empty"),
        "buyer.phone": ("电话；可空", "Phone; may be empty"),
        "lines": ("产品，逐行", "The lines"),
        "lines.number": ("序号，从1起", "Running number from 1"),
        "lines.code": ("产品编码", "Product code"),
        "lines.name": ("产品名称", "Product name"),
        "lines.spec": ("牌号和型号规格；可空", "Grade and spec; may be empty"),
        "lines.unit": ("单位", "Unit"),
        "lines.quantity": ("数量", "Quantity"),
        "lines.price": ("含税单价", "Unit price incl. tax"),
        "lines.tax_rate": ("税率，如 13%", "Tax rate"),
        "lines.amount": (
            "金额；按重量计价的为空",
            "Amount; empty where priced by weight",
        ),
        "lines.delivery_time": ("交货期；可空", "Delivery time; may be empty"),
        "lines.remark": ("备注；可空", "Remark; may be empty"),
        "currency": ("币种名称，如 人民币", "Name of the currency"),
        "unit": (
            "金额后的单位：人民币为“ 元”，其他币种为空",
            "Behind an amount: 元, or nothing in other currencies",
        ),
        "total": (
            "合计（含税）；有按重量计价的产品时为空",
            "Total incl. tax; empty if something is priced by weight",
        ),
        "total_words": (
            "合计大写，带币种；可空；英文单据为空",
            "Total in words; may be empty",
        ),
        "payment_term": ("付款条件", "Payment term"),
        "delivery_time": ("交货期；可空", "Delivery time; may be empty"),
        "special_requirement": ("特殊要求；可空", "Special requirement, or empty"),
        "salesperson": ("业务员姓名；可空", "Salesperson; may be empty"),
        "maker": ("制单人姓名；可空", "Maker; may be empty"),
        "checker": ("复核人姓名；可空", "Checker; may be empty"),
    }
)

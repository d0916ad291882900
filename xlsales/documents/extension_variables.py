"""What the template of the request for an extension may use."""

from xlsales.documents.shown import SELLER, variables

EXTENSION_VARIABLES = variables(
    {
        "number": ("延期单号", "Number of the row of 延期"),
        "date": ("申请日", "Requested on"),
        **SELLER,
        "customer": ("客户", "The customer"),
        "customer.name": ("客户全称", "Full name"),
        "customer.code": ("客户编码", "Customer code"),
        "salesperson": ("客户的业务员；可空", "The salesperson; may be empty"),
        "currency": ("币种名称，如 人民币", "Name of the currency"),
        "unit": (
            "金额后的单位：人民币为“ 元”，其他币种为空",
            "Behind an amount: 元, or nothing in other currencies",
        ),
        "document": ("单据号", "Document"),
        "orders": ("订单号；可空", "Order numbers; may be empty"),
        "items": ("单据的未收款，按到期日", "What is open of it, by due date"),
        "items.due": ("原到期日", "The due date so far"),
        "items.state": ("未到期或逾期几天", "Not due, or days late"),
        "items.open": ("未收金额", "Open"),
        "items.longer": ("延长几天", "How many days longer"),
        "open": ("未收合计", "Open in all"),
        "amount": ("申请延期的金额", "Amount to be put off"),
        "amount_words": ("申请延期金额的大写，带币种", "The same in words"),
        "new_due": ("新到期日", "The new due date"),
        "times": ("该单据第几次申请延期", "Which request of the document it is"),
        "reason": ("原因；可空", "Reason; may be empty"),
        "requester": ("申请人；可空", "Requester; may be empty"),
        "approver": ("批准人；未批为空", "Approver, or empty"),
        "approved_on": ("批准日；未批为空", "Approved on, or empty"),
    }
)

"""What the template of the order change may use, and what each name means."""

from xlsales.documents.shown import SELLER, variables

ORDER_CHANGE_VARIABLES = variables(
    {
        "number": ("变更单号", "Number of the change"),
        "date": ("变更日", "Date of the change"),
        **SELLER,
        "buyer": ("客户", "The customer"),
        "buyer.name": ("客户全称", "Full name"),
        "buyer.contact": ("联系人；可空", "Contact; may be empty"),
        "buyer.phone": ("电话；可空", "Phone; may be empty"),
        "order_no": ("订单号", "Order number"),
        "customer_po": ("客户单号；可空", "Customer's order number; may be empty"),
        "order_date": ("订货日期", "Order date"),
        "line_no": ("行号；整单的变更为空", "Line; empty: the order as a whole"),
        "product": ("这一行的产品；可空", "The product of that line, or empty"),
        "field": ("变更项", "What changes"),
        "old_value": ("原值", "Old value"),
        "new_value": ("新值", "New value"),
        "reason": ("原因", "Reason"),
        "requester": ("申请人姓名", "Requester"),
        "approver": ("批准人姓名", "Approver"),
        "confirmed_on": ("客户确认日；未确认为空", "Confirmed on; empty: not yet"),
        "salesperson": ("业务员姓名；可空", "Salesperson; may be empty"),
    }
)

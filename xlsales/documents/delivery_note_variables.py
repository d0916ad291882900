"""What the template of the delivery note may use, and what each name means."""

from xlsales.documents.shown import SELLER, variables

DELIVERY_NOTE_VARIABLES = variables(
    {
        "copies": ("三联，逐联", "The three copies"),
        "copies.number": ("第几联，如 第一联", "Which copy, such as 第一联"),
        "copies.holder": ("这一联给谁", "Who gets it"),
        "copies.has_prices": ("这一联印不印价格", "Whether it shows prices"),
        "number": ("发货单号", "Delivery note number"),
        "date": ("开单日", "Date of the note"),
        "ship_date": ("发货日", "Shipped on"),
        "eta": ("预计到达；可空", "Expected on; may be empty"),
        "orders": ("订单号，几个之间用、", "Order numbers"),
        "customer_pos": ("客户单号；可空", "Customer's order numbers, or empty"),
        **SELLER,
        "buyer": ("客户", "The customer"),
        "buyer.name": ("客户全称", "Full name"),
        "buyer.receiver": ("收货人", "Receiver"),
        "buyer.phone": ("收货电话", "Receiver's phone"),
        "buyer.address": ("收货地址", "Delivery address"),
        "carrier": ("物流；可空", "Carrier; may be empty"),
        "vehicle": ("车号；可空", "Vehicle; may be empty"),
        "lines": ("发货明细，逐行", "The lines"),
        "lines.number": ("序号，从1起", "Running number from 1"),
        "lines.order_no": ("订单号", "Order number"),
        "lines.code": ("产品编码", "Product code"),
        "lines.name": ("产品名称", "Product name"),
        "lines.spec": ("型号规格；可空", "Spec; may be empty"),
        "lines.unit": ("单位", "Unit"),
        "lines.quantity": ("数量", "Quantity"),
        "lines.weight": ("实重；可空", "Actual weight; may be empty"),
        "lines.price": ("含税单价，或 赠品", "Unit price incl. tax, or 赠品"),
        "lines.amount": (
            "金额：折扣和整单优惠之后",
            "Amount after the discounts of line and order",
        ),
        "quantity": ("数量合计", "Sum of the quantities"),
        "has_weight": ("是否有实重", "Whether something was weighed"),
        "currency": ("币种名称，如 人民币", "Name of the currency"),
        "unit": (
            "金额后的单位：人民币为“ 元”，其他币种为空",
            "Behind an amount: 元, or nothing in other currencies",
        ),
        "freight": ("运费；无则为空", "Freight, or empty"),
        "total": ("发货金额合计（含税）", "Total incl. tax"),
        "total_words": (
            "合计大写，带币种；英文单据为空",
            "Total in words; empty in English",
        ),
        "remark": ("备注；可空", "Remark; may be empty"),
        "storekeeper": ("仓库核实人；可空", "Checked by the warehouse, or empty"),
        "maker": ("制单人姓名；可空", "Maker; may be empty"),
        "checker": ("复核人姓名；可空", "Checker; may be empty"),
    }
)

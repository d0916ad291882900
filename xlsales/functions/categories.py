"""Categories: how the function wizard groups the worksheet functions."""

from xlsales.language import Text

AMOUNTS = Text("销售-金额", "Sales - Amounts")
DATES = Text("销售-日期和期间", "Sales - Dates and periods")
TERMS = Text("销售-账期和催款", "Sales - Terms and reminders")
PRICES = Text("销售-价格", "Sales - Prices")
ORDERS = Text("销售-订单", "Sales - Orders")
PARTIES = Text("销售-客户", "Sales - Customers")
RECEIVABLES = Text("销售-应收和信用", "Sales - Receivables and credit")
STATISTICS = Text("销售-统计", "Sales - Statistics")

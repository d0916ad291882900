"""Northwind as a master: the 830 orders of a trading company that is not ours.

What the CSV files do not say is filled in as below, and nothing else is:

参数      The seller is Northwind Traders of Seattle, with a social credit code and
          a bank account made up for the tests. Tax 0, and order numbers are bare
          numbers, so the pattern is ``{seq}``.
员工      The nine employees, all active, who may all reduce a price by 25 %, the
          most that was ever given. All sell and make orders; the sales manager and
          the vice president check, the vice president approves prices. The inside
          sales coordinator books deliveries and receipts.
客户      Every customer with an address; the two without one (``Val2``, ``VALON``)
          are left out and listed. Region is the country, since most regions of the
          files are blank; 省 is the region and — where it is blank. All are 分销商
          on monthly settlement, paying 30 days after the goods (货到30天), in USD,
          without invoices, without a credit limit. Salesperson is who took most of
          their orders. Phones stay as they are, foreign.
联系人    The one contact of each customer, who does everything.
产品      All are active, also the eight discontinued ones: they were on sale then.
          QuantityPerUnit says what one sold unit holds but not what the unit is
          called, so it is the spec, and the unit is 件. Pack sizes are empty.
价格      658 lines are not at today's list price and no older list is kept. So each
          price an order line has is a special price of its customer and product,
          valid on the day of the order alone, approved by the vice president. The
          same on one day is one row.
选项      The countries and categories of the files; channel, unit and department
          as above.
订单      Made by who sold it, checked by the sales manager (his own by the vice
          president) on the day, status 已放行. The contact and phone of the
          customer, the address and delivery date of the order. Freight is left
          apart, so the total is the sum of the lines.
订单明细  Discounts are fractions already. The amount is rounded half-up to cents.
发货      Everything an order with a shipped date has, shipped and signed by the
          contact that day. The 21 orders without one have no delivery.
回款      One transfer for each shipped order, naming it, of its total, cleared on
          the day it was shipped.
"""

import csv
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from pathlib import Path

Row = dict[str, object]

SALES_MANAGER = "5"
VICE_PRESIDENT = "2"
COORDINATOR = "8"
CHANNEL = "分销商"
UNIT = "件"
DEPARTMENT = "销售部"
TERM = "货到30天"
SETTLEMENT = "购销月结"
CURRENCY = "USD"
LARGEST_DISCOUNT = "0.25"
UNSAID = "—"
CONTACT_ROLES = {"Owner": "老板", "Accounting": "结算"}


def northwind_rows(folder: Path) -> tuple[dict[str, list[Row]], list[Row]]:
    """Return the rows of every sheet, and the customers that were left out."""
    files = {path.stem: _read(path) for path in sorted(folder.glob("*.csv"))}
    customers = [one for one in files["Customers"] if one["Address"]]
    left_out = [one for one in files["Customers"] if not one["Address"]]
    customer_of = {one["CustomerID"]: one for one in customers}
    category_of = {
        one["CategoryID"]: one["CategoryName"] for one in files["Categories"]
    }
    product_of = {one["ProductID"]: one for one in files["Products"]}
    order_of = {one["OrderID"]: one for one in files["Orders"]}
    lines_of = defaultdict(list)
    for line in files["Order_Details"]:
        lines_of[line["OrderID"]].append(line)
    total_of = {
        number: sum(amount_of(line) for line in lines_of[number]) for number in order_of
    }
    shipped = [order for order in files["Orders"] if order["ShippedDate"]]
    lines = [
        _order_line(number, line, product_of[line["ProductID"]])
        for order_no in order_of
        for number, line in zip(count(1), lines_of[order_no])
    ]
    sellers = _main_sellers(files["Orders"])
    rows = {
        "settings": [_settings()],
        "staff": [_person(one) for one in files["Employees"]],
        "customers": [
            _customer(one, sellers.get(one["CustomerID"], VICE_PRESIDENT))
            for one in customers
        ],
        "contacts": [_contact(one) for one in customers],
        "products": [
            _product(one, category_of[one["CategoryID"]]) for one in files["Products"]
        ],
        "prices": _prices(files["Order_Details"], order_of),
        "options": _options(customers, category_of.values()),
        "contracts": [_contract(one, files) for one in customers],
        "orders": [
            _order(one, customer_of[one["CustomerID"]], total_of[one["OrderID"]])
            for one in files["Orders"]
        ],
        "order_lines": lines,
        "deliveries": [
            _delivery(order, number, line, customer_of[order["CustomerID"]])
            for order in shipped
            for number, line in zip(count(1), lines_of[order["OrderID"]])
        ],
        "receipts": [
            _receipt(
                order, customer_of[order["CustomerID"]], total_of[order["OrderID"]]
            )
            for order in shipped
        ],
    }
    return rows, left_out


def amount_of(line: Row) -> Decimal:
    """Return the amount of a line of the files, rounded half-up to cents."""
    amount = (
        Decimal(line["Quantity"])
        * Decimal(line["UnitPrice"])
        * (1 - Decimal(line["Discount"]))
    )
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {title: cell.strip() for title, cell in row.items()}
            for row in csv.DictReader(file)
        ]


def _settings() -> Row:
    return {
        "name": "Northwind Traders",
        "uscc": "91310000MA1NWTRD8N",
        "address": "Seattle, WA, USA",
        "phone": "(206) 555-0100",
        "bank": "Bank of Puget Sound",
        "account": "0001996070419980506",
        "default_tax_rate": "0",
        "order_number_pattern": "{seq}",
    }


def _person(one: Row) -> Row:
    roles = ["业务", "制单"]
    if one["EmployeeID"] in {SALES_MANAGER, VICE_PRESIDENT}:
        roles += ["复核"]
    if one["EmployeeID"] == VICE_PRESIDENT:
        roles += ["放行"]
    if one["EmployeeID"] == COORDINATOR:
        roles += ["财务", "仓库"]
    return {
        "staff_code": one["EmployeeID"],
        "name": f"{one['FirstName']} {one['LastName']}",
        "department": DEPARTMENT,
        "roles": "、".join(roles),
        "status": "启用",
        "manager": one["ReportsTo"] or None,
        "discount_limit": LARGEST_DISCOUNT,
    }


def _customer(one: Row, salesperson: str) -> Row:
    return {
        "customer_code": one["CustomerID"],
        "full_name": one["CompanyName"],
        "status": "启用",
        "channel": CHANNEL,
        "region": one["Country"],
        "province": one["Region"] or UNSAID,
        "city": one["City"],
        "address": _address(one["Address"], one["PostalCode"]),
        "phone": one["Phone"],
        "fax": one["Fax"] or None,
        "salesperson": salesperson,
        "settlement_type": SETTLEMENT,
        "payment_term": TERM,
        "currency": CURRENCY,
        "invoice_kind": "不开票",
    }


def _contact(one: Row) -> Row:
    roles = (
        role for word, role in CONTACT_ROLES.items() if word in one["ContactTitle"]
    )
    return {
        "customer_code": one["CustomerID"],
        "name": one["ContactName"],
        "phone": one["Phone"],
        "delivery_address": _address(
            one["Address"], one["City"], one["PostalCode"], one["Country"]
        ),
        "role": next(roles, "采购"),
        "is_default": "是",
        "may_sign": "是",
        "confirms_statement": "是",
    }


def _product(one: Row, category: str) -> Row:
    return {
        "product_code": one["ProductID"],
        "name": one["ProductName"],
        "spec": one["QuantityPerUnit"],
        "category": category,
        "unit": UNIT,
        "status": "启用",
        "tax_rate": "0",
    }


def _prices(lines: list[Row], order_of: dict[str, Row]) -> list[Row]:
    """Return a special price for each customer, product and day.

    Raises:
        ValueError: two orders of one day differ in a price, which no dated price
            can say. Northwind has no such day.
    """
    prices: dict[tuple[str, str, str], str] = {}
    for line in lines:
        order = order_of[line["OrderID"]]
        key = (order["CustomerID"], line["ProductID"], _day(order["OrderDate"]))
        if prices.setdefault(key, line["UnitPrice"]) != line["UnitPrice"]:
            raise ValueError(f"two prices for {key}")
    return [
        {
            "product_code": product,
            "customer_code": customer,
            "min_qty": "1",
            "unit_price": price,
            "tax_included": "是",
            "currency": CURRENCY,
            "kind": "特批",
            "valid_from": day,
            "valid_to": day,
            "approved_by": VICE_PRESIDENT,
        }
        for (customer, product, day), price in prices.items()
    ]


def _options(customers: list[Row], categories: object) -> list[Row]:
    lists = {
        "渠道": [CHANNEL],
        "区域": sorted({one["Country"] for one in customers}),
        "类别": sorted(categories),
        "单位": [UNIT],
        "部门": [DEPARTMENT],
    }
    return [
        {"list": name, "value": value}
        for name, values in lists.items()
        for value in values
    ]


def _contract(customer: Row, files: dict[str, list[Row]]) -> Row:
    """Return the yearly contract that monthly settlement stands on; invented."""
    maker = files["Employees"][0]["EmployeeID"]
    return {
        "contract_no": f"NW-{customer['CustomerID']}",
        "kind": "年度购销合同",
        "customer_code": customer["CustomerID"],
        "sign_date": "1996-01-01",
        "valid_from": "1996-01-01",
        "valid_to": "1999-12-31",
        "currency": CURRENCY,
        "maker": maker,
    }


def _order(one: Row, customer: Row, total: Decimal) -> Row:
    maker = one["EmployeeID"]
    return {
        "order_no": one["OrderID"],
        "order_date": _day(one["OrderDate"]),
        "delivery_date": _day(one["RequiredDate"]),
        "customer_code": one["CustomerID"],
        "contact": customer["ContactName"],
        "phone": customer["Phone"],
        "delivery_address": _address(
            one["ShipAddress"],
            one["ShipCity"],
            one["ShipRegion"],
            one["ShipPostalCode"],
            one["ShipCountry"],
        ),
        "salesperson": maker,
        "settlement_type": SETTLEMENT,
        "payment_term": TERM,
        "currency": CURRENCY,
        "total_typed": total,
        "sign_place": "Seattle",
        "status": "已放行",
        "maker": maker,
        "checker": VICE_PRESIDENT if maker == SALES_MANAGER else SALES_MANAGER,
        "checked_at": _day(one["OrderDate"]),
    }


def _order_line(number: int, line: Row, product: Row) -> Row:
    return {
        "order_no": line["OrderID"],
        "line_no": number,
        "product_code": line["ProductID"],
        "name_typed": product["ProductName"],
        "spec_typed": product["QuantityPerUnit"],
        "quantity": line["Quantity"],
        "unit": UNIT,
        "unit_price": line["UnitPrice"],
        "discount": line["Discount"],
        "amount": amount_of(line),
        "tax_rate": "0",
        "line_type": "正常",
    }


def _delivery(order: Row, number: int, line: Row, customer: Row) -> Row:
    day = _day(order["ShippedDate"])
    return {
        "delivery_no": f"FH{order['OrderID']}",
        "order_no": order["OrderID"],
        "line_no": number,
        "kind": "发货",
        "ship_date": day,
        "quantity": line["Quantity"],
        "sign_date": day,
        "signed_by": customer["ContactName"],
        "signed_qty": line["Quantity"],
        "slip_back": day,
        "maker": COORDINATOR,
        "checker": SALES_MANAGER,
    }


def _receipt(order: Row, customer: Row, total: Decimal) -> Row:
    day = _day(order["ShippedDate"])
    return {
        "receipt_no": f"SK{order['OrderID']}",
        "receipt_date": day,
        "cleared_date": day,
        "customer_code": order["CustomerID"],
        "named_doc": order["OrderID"],
        "payer_name": customer["CompanyName"],
        "method": "转账",
        "amount": total,
        "state": "已到账",
        "currency": CURRENCY,
        "maker": COORDINATOR,
        "checker": SALES_MANAGER,
    }


def _main_sellers(orders: list[Row]) -> dict[str, str]:
    taken = defaultdict(Counter)
    for order in orders:
        taken[order["CustomerID"]][order["EmployeeID"]] += 1
    return {customer: of.most_common(1)[0][0] for customer, of in taken.items()}


def _address(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(moment: str) -> str:
    """Return 1996-07-04 of 1996-07-04 00:00:00.000."""
    return moment.partition(" ")[0]

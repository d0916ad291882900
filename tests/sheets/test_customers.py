"""Customers: what is noted of them and of the people there."""

from xlsales.sheets.customers import CONTACTS, ContactRole


# S-014
def test_what_is_noted_of_a_new_customer(book):
    """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 地址        | 电话         |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     | 青年大街1号 | 024-23456789 |

    联系人
    | 客户编码 | 姓名 | 电话        | 角色 |
    | C1       | 王芳 | 13900000001 | 采购 |
    """
    customer = book.customers["C1"]
    assert (customer.address, customer.phone) == ("青年大街1号", "024-23456789")
    [person] = book[CONTACTS].records
    assert (person.customer_code, person.name) == ("C1", "王芳")


# S-014
def test_how_else_a_new_customer_is_reached(book):
    """A fax number typed as text keeps its zero.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 传真        | 邮箱  | 网址 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     | 02423456780 | a@b.c | b.c  |
    """
    customer = book.customers["C1"]
    found = (customer.fax, customer.email, customer.website)
    assert found == ("02423456780", "a@b.c", "b.c")


# S-015
def test_people_at_a_customer_s_have_a_role(book):
    """
    联系人
    | 客户编码 | 姓名 | 角色       |
    | C1       | 王芳 | 采购       |
    | C1       | 孙敏 | Inspector  |
    """
    roles = [one.role for one in book[CONTACTS].records]
    assert roles == [ContactRole.BUYER, ContactRole.INSPECTOR]

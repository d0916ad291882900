"""The use cases, on the small book of the error gallery."""

import datetime as dt

import pytest

from checks.changes import AS_OF, check
from xlsales import jobs
from xlsales.errors import UnknownName
from xlsales.jobs.contracts import contract_draft
from xlsales.jobs.people import against_operator
from xlsales.periods import Period
from xlsales.project import template
from xlsales.sheets.staff import Role

READY = "订单 2 签订地点 = 沈阳"


def contract(changes, order_no):
    """Ask for the contract of an order after some changes to the book."""
    return jobs.contract(check(changes), order_no, template("contract.docx"))


def reasons(refused):
    return [reason.en for reason in refused.reasons]


# S-087
def test_a_checked_order_in_order_gets_its_contract():
    made = contract(READY, "LNSYNO.001")
    assert made.name == ("合同", "HT-LNSYNO.001", "北方")
    assert made.ending == ".docx"
    assert made.content.startswith(b"PK")


def test_a_contract_number_that_was_given_is_kept():
    given = "订单 2 合同号 = HT202610-001"
    made = contract(f"{READY}\n{given}", "LNSYNO.001")
    assert made.name[1] == "HT202610-001"


REGISTERED = """
    合同 3 合同号 = XS-9
    合同 3 类型 = 销售合同
    合同 3 客户 = C1
    合同 3 订单号 = LNSYNO.001
    合同 3 签订日 = 2026-10-14
    合同 3 生效日 = 2026-10-12
    合同 3 逾期日利率 = 0.03%
    """


def test_a_registered_contract_gives_its_number_day_and_late_rate():
    """S-092: 合同 says what was signed; 参数 would say 0.05 %."""
    draft = contract_draft(check(f"{READY}\n{REGISTERED}"), "LNSYNO.001")
    assert draft.name[1] == "XS-9"
    facts = {key: draft.context[key] for key in ("number", "date", "late_rate")}
    assert facts == {"number": "XS-9", "date": "2026年10月14日", "late_rate": "0.03%"}


def test_that_an_order_has_no_contract_does_not_keep_it_from_getting_one():
    """The order stays stopped, and its contract of sale is what it waits for."""
    changes = f"{READY}\n合同 2 到期日 = 2026-10-11"
    assert [one.code for one in check(changes).problems] == ["con_missing"]
    assert "LNSYNO.001" in jobs.contracts_due(check(changes))
    assert contract(changes, "LNSYNO.001").name[1] == "HT-LNSYNO.001"


def test_an_order_whose_contract_is_stamped_needs_no_other():
    stamped = f"{READY}\n{REGISTERED}\n合同 3 盖章日 = 2026-10-15"
    assert "LNSYNO.001" in jobs.contracts_due(check(f"{READY}\n{REGISTERED}"))
    assert "LNSYNO.001" not in jobs.contracts_due(check(stamped))


def test_an_open_point_refuses_it():
    refused = contract("", "LNSYNO.001")
    assert reasons(refused) == ["There is no place of signing"]


def test_who_drafted_it_cannot_have_reviewed_it():
    """S-077, S-404: E1 made the order and is typed as its checker too."""
    refused = contract(f"{READY}\n订单 2 复核 = E1", "LNSYNO.001")
    assert any("E1 both made and checked" in reason for reason in reasons(refused))


@pytest.mark.parametrize(
    "fact", ["客户", "联系人", "电话", "发货地址", "交货日期", "制单"]
)
def test_a_fact_the_salesperson_left_out_refuses_it(fact):
    """S-080: what must be asked before the contract is drafted."""
    refused = contract(f"{READY}\n订单 2 {fact} =", "LNSYNO.001")
    assert any(place.startswith("订单!") for place in reasons(refused))


def test_goods_on_consignment_are_not_sold_by_it():
    """By the order's type or, where it has none, by the customer's."""
    by_order = f"{READY}\n订单 2 结算类型 = 代销"
    by_customer = f"{READY}\n订单 2 结算类型 =\n客户 2 结算类型 = 代销"
    for changes in (by_order, by_customer):
        assert "LNSYNO.001" not in jobs.contracts_due(check(changes))
        refused = contract(changes, "LNSYNO.001")
        assert any("consignment" in reason for reason in reasons(refused))


def test_every_error_refuses_it_with_its_place():
    wrong = "订单明细 2 金额 = 999\n订单 2 复核 = E1"
    refused = contract(f"{READY}\n{wrong}", "LNSYNO.001")
    assert len(refused.reasons) == 3
    assert any("订单明细!" in reason and "999" in reason for reason in reasons(refused))
    assert any("E1 both made and checked" in reason for reason in reasons(refused))


# S-077, S-404
def test_a_draft_without_checker_is_refused():
    refused = contract("订单 4 签订地点 = 湖州", "草稿-1")
    assert reasons(refused) == ["Nobody has checked the order"]


# S-059
@pytest.mark.parametrize("typed", ["", "看情况"])
def test_there_is_no_contract_before_it_is_agreed_how_to_pay(typed):
    refused = contract(f"{READY}\n客户 2 付款条件 = {typed}", "LNSYNO.001")
    assert any("payment term" in one.lower() for one in reasons(refused))


def test_a_void_order_is_refused():
    refused = contract("订单 2 状态 = 作废", "LNSYNO.001")
    assert reasons(refused) == ["the order is void"]


def test_a_released_block_does_not_stand_in_the_way():
    released = """
    订单明细 2 单价 = 9
    订单明细 2 金额 = 900
    订单 2 放行人 = E3
    订单 2 放行原因 = 老客户
    订单 2 放行日 = 2026-10-13
    """
    assert isinstance(contract(READY + released, "LNSYNO.001"), jobs.Made)


def test_an_order_that_is_not_there():
    with pytest.raises(UnknownName):
        contract("", "NO-SUCH")


def test_contracts_are_due_for_checked_orders_in_order_without_a_contract():
    assert jobs.contracts_due(check()) == ["LNSYNO.001", "ZJHZNO.001"]
    assert jobs.contracts_due(check("订单 2 合同号 = HT-1")) == ["ZJHZNO.001"]
    assert jobs.contracts_due(check("订单明细 2 金额 = 1")) == ["ZJHZNO.001"]
    assert jobs.contracts_due(check("订单 3 状态 = 作废")) == ["LNSYNO.001"]


# S-153
def test_a_statement_is_due_to_whoever_has_a_balance_or_traded():
    """C1 owes its opening item; C2 bought and paid in October; C3 did nothing."""
    book = check().book
    due = jobs.statements_due(book, Period(2026, 10), as_of=AS_OF)
    assert [one.customer.customer_code for one in due] == ["C1", "C2"]
    made = jobs.statement(book, due[0], template("statement.xlsx"), AS_OF)
    assert made.name == ("对账单", "DZ202610-C1", "北方")


def test_a_customer_named_gets_one_and_an_unknown_one_is_said():
    book = check().book
    assert len(jobs.statements_due(book, Period(2026, 10), ["C2"], as_of=AS_OF)) == 1
    with pytest.raises(UnknownName):
        jobs.statements_due(book, Period(2026, 10), ["C9"], as_of=AS_OF)


def test_statistics_by_a_dimension_that_there_is_not():
    day = dt.date(2026, 10, 31)
    with pytest.raises(UnknownName):
        jobs.stats(check().book, Period(2026, 10), by=["colour"], as_of=day)


def test_findings_are_a_workbook():
    assert jobs.findings(check()).startswith(b"PK")


def test_a_customer_who_never_traded_gets_an_empty_statement_if_named():
    book = check().book
    (due,) = jobs.statements_due(book, Period(2026, 10), ["C3"], as_of=AS_OF)
    assert (due.opening, due.closing, due.lines) == (0, 0, ())


def test_while_the_month_runs_a_statement_ends_on_the_day_it_is_made():
    """C1's item is due on 2026-10-20; five days before, nothing is late."""
    book = check().book
    early = dt.date(2026, 10, 15)
    (due,) = jobs.statements_due(book, Period(2026, 10), ["C1"], as_of=early)
    assert due.end == early
    assert due.overdue == 0
    (late,) = jobs.statements_due(
        book, Period(2026, 10), ["C1"], as_of=dt.date(2026, 10, 31)
    )
    assert late.overdue == 500


OPERATORS = [
    # 操作人  roles and state on 员工         contract  statement
    ("", "", True, True),
    ("E1", "", True, True),
    ("E4", "", False, False),
    ("E4", "员工 5 角色 = 业务、财务", False, True),
    ("E1", "员工 2 状态 = 停用", False, False),
]


@pytest.mark.parametrize(
    ("operator", "changes", "may_contract", "may_statement"), OPERATORS
)
def test_the_staff_sheet_decides_who_may_make_papers(
    operator, changes, may_contract, may_statement
):
    book = check(f"{READY}\n参数 操作人 = {operator}\n{changes}").book
    because = ["操作人" in one.zh for one in against_operator(book, Role.MAKER)]
    assert because == ([] if may_contract else [True])
    (due,) = jobs.statements_due(book, Period(2026, 10), ["C1"], as_of=AS_OF)
    made = jobs.statement(book, due, template("statement.xlsx"), AS_OF)
    assert isinstance(made, jobs.Made) is may_statement


def test_a_contract_is_refused_to_whom_the_staff_sheet_does_not_let_make():
    """Found by the name of the person, not of the machine or its user."""
    refused = contract(f"{READY}\n参数 操作人 = E4", "LNSYNO.001")
    said = (
        "the operator 吴波 on Settings has not the role Maker on Staff, or is stopped"
    )
    assert reasons(refused) == [said]

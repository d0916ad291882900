"""The buttons that write documents: for whom, where, and what is said."""

import pytest

from xlsales import cli
from xlsales.errors import BadArgument, CannotRead, UnknownName
from xlsales.macros.papers import contract, regenerate, statement

READY = "订单 2 签订地点 = 沈阳\n订单 3 合同号 = HT-9"  # it has one already


def written(desk, kind):
    folder = desk.workbook.parent / "主簿-out" / kind
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


SELECTED = [
    # 选中的表  行          written                              refused
    ("", (), ["LNSYNO.001"], []),  # nobody has selected: all that may have one
    ("客户", (2,), ["LNSYNO.001"], []),  # another sheet is in front
    ("订单", (1,), ["LNSYNO.001"], []),  # the headings
    ("订单", (2,), ["LNSYNO.001"], []),
    ("订单", (3,), [], ["ZJHZNO.001"]),
    ("订单", (2, 3), ["LNSYNO.001"], ["ZJHZNO.001"]),
]


@pytest.mark.parametrize(("title", "rows", "made", "refused"), SELECTED)
def test_contracts_are_made_of_the_orders_selected(
    opened, desk, title, rows, made, refused
):
    workbook = opened(READY, title, rows)
    said = contract(workbook, desk, "")
    names = [f"合同_HT-{order}_北方.docx" for order in made]
    assert written(desk, "contracts") == names
    folder = desk.workbook.parent / "主簿-out" / "contracts"
    first, *reasons = said.splitlines()
    where = folder if made else "–"
    assert first == f"生成 {len(made)} 份，拒绝 {len(refused)} 份 → {where}"
    if made:
        assert reasons.pop() == "「单据登记」登记了 1 个编号"
    assert [one.split()[0] for one in reasons] == refused


def test_progress_counts_the_documents(opened, desk):
    workbook = opened(READY)
    contract(workbook, desk, "")
    assert workbook.said == ["合同：1 / 1"]


def test_nothing_due_says_how_to_learn_why(opened, desk):
    workbook = opened("订单 2 合同号 = HT-8\n订单 3 合同号 = HT-9")
    assert contract(workbook, desk, "").startswith("没有可以生成的合同。选中")


def test_statements_of_a_month_are_those_of_the_customers_selected(opened, desk):
    workbook = opened("", "客户", (2,))
    said = statement(workbook, desk, "2026-10")
    (name,) = written(desk, "statements")
    assert name.startswith("对账单_DZ")
    assert name.endswith("_北方.xlsx")
    assert said.startswith("生成 1 份，拒绝 0 份")


@pytest.mark.parametrize("answer", ["", "十月", "2026-Q3", "2026-13"])
def test_what_is_no_month_is_said_with_the_right_form(opened, desk, answer):
    with pytest.raises(BadArgument) as refused:
        statement(opened(), desk, answer)
    assert refused.value.facts["expected"] == "2026-10"


def test_a_month_is_remade_from_the_saved_workbook(opened, desk):
    cli.run(["new", str(desk.workbook.with_suffix(".xlsx"))])
    desk.workbook.write_bytes(desk.workbook.with_suffix(".xlsx").read_bytes())
    workbook = opened()
    said = regenerate(workbook, desk, "2026-10")
    assert workbook.saved == 1
    folder = desk.workbook.parent / "主簿-out"
    assert said == f"2026-10：写了 2 份，0 份没有变化 → {folder}"
    assert written(desk, "reports") == ["2026-10.xlsx", "findings.xlsx"]
    again = regenerate(workbook, desk, "2026-10")
    assert again == f"2026-10：写了 0 份，2 份没有变化 → {folder}"


def test_a_workbook_that_is_not_where_its_settings_say_is_named(opened, desk):
    with pytest.raises(CannotRead) as refused:
        regenerate(opened(), desk, "2026-10")
    assert str(desk.workbook.parent) in refused.value.facts["reason"].zh


def test_a_selected_customer_that_cannot_be_read_is_named(opened, desk):
    workbook = opened("客户 2 状态 = 未定", "客户", (2,))
    with pytest.raises(UnknownName):
        statement(workbook, desk, "2026-10")

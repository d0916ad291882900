"""A day at the desk in LibreOffice Calc, clicked and typed as a clerk does.

The first line of 订单明细 is 148 at 69.84, without discount: 10,336.32. The others of
its order LNDLNO.001 make the total of 订单!P2, 28,873.08.
"""

import io
import json
import re
import zipfile

import docx
import pytest
from python_calamine import CalamineWorkbook

import xlsales
from calc.conftest import LAST_DAY
from harness.olevba import read_by_olevba
from harness.window import wait
from xlsales.excel.conf import TITLE as CONF

pytestmark = pytest.mark.window

LINES, ORDERS, FINDINGS, HOME = "订单明细", "订单", "校验结果", "首页"
RIGHT, WRONG = "10336.32", "10363.32"
PINK = 0xFAD8D0
NOTE = "✕ 错误 金额 10,363.32，应为 10,336.32（数量 148 × 单价 69.84 × （1 − 折扣 0））"


def test_a_wrong_amount_is_marked_taken_back_and_corrected(sit_down):
    desk = sit_down()

    assert not desk.doc.isModified()  # to open it was no change
    in_order = check(desk)
    type_into(desk, LINES, "L2", WRONG)
    before = everything(desk)

    assert check(desk) >= in_order + 2  # what is owed changes with it
    assert marks(desk) == (PINK, NOTE)
    assert finding_at(desk, f"{LINES}!L2") == ("✕ 错误", "LNDLNO.001", "金额不符")
    assert finding_at(desk, f"{ORDERS}!P2") == ("✕ 错误", "LNDLNO.001", "订单总额不符")
    desk.click_cell(LINES, "L2")
    desk.click_cell(LINES, "J12")
    desk.rest_on(LINES, "L2")
    desk.picture("marked")

    steps = desk.steps()
    desk.press_key("ctrl+z")
    wait(lambda: desk.steps() < steps, "a step back")
    assert everything(desk) == before

    desk.click_cell(LINES, "L2")
    assert check(desk) >= in_order + 2
    assert marks(desk) == (PINK, NOTE)

    type_into(desk, LINES, "L2", RIGHT)
    assert check(desk) == in_order
    assert marks(desk) == (-1, "")
    assert finding_at(desk, f"{LINES}!L2") is None


def test_xlsales_in_a_process_of_its_own_does_the_same(sit_down, tmp_path):
    desk = sit_down(is_beside=True)
    in_order = check(desk)
    type_into(desk, LINES, "L2", WRONG)

    assert check(desk) >= in_order + 2
    assert marks(desk) == (PINK, NOTE)
    assert (tmp_path / "profile/user/xlsales-calc.txt").exists()  # what it logs


def test_what_the_office_was_at_when_it_was_killed_is_said_once(sit_down, tmp_path):
    was_at = {"label": "校验订单", "name": "master.xlsm", "at": "2026-10-31 09:30"}
    desk = sit_down(was_at=json.dumps(was_at))

    said = desk.said()
    begins = "2026-10-31 09:30 在「master.xlsm」上做「校验订单」时 LibreOffice 中断了。"
    assert said.startswith(begins)
    assert "磁盘上的工作簿还是中断前保存的样子" in said
    desk.picture("broken-off")
    desk.press("确定")
    assert not (tmp_path / "profile/user/xlsales-running.json").exists()


def test_a_finding_leads_to_its_cell(sit_down):
    desk = sit_down()
    type_into(desk, LINES, "L2", WRONG)
    check(desk)
    row = row_at(desk, f"{LINES}!L2")
    desk.click_cell(FINDINGS, f"E{row}")
    desk.picture("findings")

    desk.follow_link(FINDINGS, f"B{row}")

    wait(lambda: desk.selected() == f"{LINES}!L2", "the cell of the finding")


def test_the_menu_makes_a_contract_a_statement_and_a_report(sit_down, tmp_path):
    desk = sit_down()
    made = tmp_path / "desk/master-out"

    desk.click_cell(ORDERS, "A1475")
    assert desk.cell(ORDERS, "A1475").String == "LNSYNO.258"
    desk.menu("单据", "生成合同")
    assert desk.said().splitlines() == [
        f"生成 1 份，拒绝 0 份 → {made}/contracts",
        "「单据登记」登记了 1 个编号",
    ]
    desk.press("确定")
    (contract,) = (made / "contracts").iterdir()
    assert contract.name == "合同_HT-LNSYNO.258_禾邻汇超市(沈阳).docx"
    assert docx.Document(contract).tables

    desk.click_cell("客户", "A2")
    desk.menu("单据", "生成对账单")
    answer_month(desk, "2026-10")
    said = f"生成 1 份，拒绝 0 份 → {made}/statements"
    assert desk.said().splitlines()[0] == said
    desk.press("确定")
    (statement,) = (made / "statements").iterdir()
    assert statement.name == "对账单_DZ202610-C001_禾邻汇超市(沈阳).xlsx"
    assert CalamineWorkbook.from_path(statement).sheet_names

    desk.menu("统计", "月报")
    answer_month(desk, "2026-10")
    assert desk.said() == f"已生成 {made}/reports/2026-10.xlsx"
    desk.press("确定")
    wait(lambda: "2026-10.xlsx — LibreOffice Calc" in desk.titles(), "the report")
    assert CalamineWorkbook.from_path(made / "reports/2026-10.xlsx").sheet_names


def test_without_a_month_nothing_is_done(sit_down, tmp_path):
    desk = sit_down()
    desk.click_button("月报")
    assert desk.said().startswith("哪个月？写成 2026-10\n")
    desk.picture("month")

    desk.press("取消")

    assert not desk.doc.isModified()
    assert not (tmp_path / "desk/master-out").exists()

    desk.menu("统计", "月报")
    answer_month(desk, "2026-13")
    assert "2026-13" in desk.said()
    desk.press("确定")
    assert not (tmp_path / "desk/master-out/reports").exists()


def test_functions_follow_their_arguments_at_once_and_prices_when_refreshed(sit_down):
    desk = sit_down()
    asked = '=XLSALES_PRICE("JZ-101","C001","2023-06-01",1,"CNY",xlsales_revision)'
    type_into(desk, "价格", "P2", asked)
    type_into(desk, "价格", "P3", "=XLSALES_LINE_AMOUNT(2,F5)")
    in_force, amount = desk.cell("价格", "P2"), desk.cell("价格", "P3")
    assert (in_force.Value, amount.Value) == (23.32, 46.64)

    type_into(desk, "价格", "F5", "25")
    assert (in_force.Value, amount.Value) == (23.32, 50)

    desk.menu("工具", "刷新函数")
    assert desk.said() == "XLSALES_ 函数已按各表现在的内容重新计算"
    desk.press("确定")
    assert (in_force.Value, amount.Value) == (25, 50)


def test_a_plain_workbook_has_the_menu_too(sit_down):
    desk = sit_down("master.xlsx")
    desk.click_cell(ORDERS, "A2")
    desk.menu("单据")
    papers = ["生成合同", "生成对账单", "按选中行出单", "批量重出"]
    wait(lambda: papers[0] in desk.entries(), "the entries")
    groups = ["订单", "单据", *papers, "收款", "统计", "工具", "首页"]
    assert desk.entries() == groups
    desk.picture("menu")
    desk.press_key("Escape", "Escape", "Escape")

    desk.menu("首页")
    wait(lambda: desk.doc.CurrentController.ActiveSheet.Name == HOME, "home")

    desk.menu("订单", "校验订单")
    assert desk.said().startswith("master.xlsx · 截至 ")
    desk.press("确定")


def test_what_calc_saves_is_still_a_workbook_for_excel(sit_down, workbooks, tmp_path):
    desk = sit_down()
    path = tmp_path / "desk/master.xlsm"
    in_order = check(desk)
    type_into(desk, LINES, "L2", WRONG)

    desk.press_key("ctrl+s")
    desk.press("使用 Excel 2007–365")
    wait(lambda: not desk.doc.isModified(), "saved")

    before, after = workbooks["master.xlsm"], path.read_bytes()
    called = re.findall(rb'macro="(\w+\.\w+)"', part(after, "xl/worksheets/sheet"))
    assert called.count(b"XlsalesButtons.XlsalesCheck") == 3  # 首页, 订单, 订单明细
    assert len(called) == len(
        re.findall(rb"FmlaMacro>\[", part(before, "xl/drawings/"))
    )
    kept, were = modules(after), modules(before)
    assert kept.keys() == were.keys()
    # A class loses what only a class has: LibreOffice writes none as Excel reads it.
    changed = [name for name in were if kept[name] != were[name]]
    assert changed == ["Dictionary"]
    ribbon = "customUI/customUI14.xml"
    assert part(after, ribbon) == part(before, ribbon)
    checked = xlsales.check(xlsales.open_book(path), as_of=LAST_DAY)
    found = {str(one.place) for one in checked.problems}
    assert {f"{ORDERS}!P2", f"{LINES}!L2"} <= found

    assert check(desk) >= in_order + 2  # and the buttons go on in Calc


# What a clerk does in more than one story, and sees.


def check(desk):
    """Click 校验订单 on 首页, and return how many errors it says there are."""
    desk.click_cell(HOME, "A1")
    desk.click_button("校验订单")
    said = desk.said()
    found = re.fullmatch(
        r"master\.xlsm · 截至 \d{4}-\d\d-\d\d · 错误 (\d+) · 提醒 \d+ · 提示 \d+\n"
        r"已标出 \d+ 个单元格，全部问题列在「校验结果」",
        said,
    )
    assert found, said
    desk.press("确定")
    return int(found[1])


def type_into(desk, title, address, text):
    desk.click_cell(title, address)
    desk.type_text(text)
    wait(lambda: desk.selected() != f"{title}!{address}", "typed")


def answer_month(desk, month):
    asked = desk.said()
    assert asked.startswith("哪个月？")
    desk.type_text(month)
    wait(lambda: not desk.said().startswith("哪个月？"), "an answer")


def marks(desk):
    """Return fill and note of the wrong amount."""
    cell = desk.cell(LINES, "L2")
    return cell.CellBackColor, cell.Annotation.String.partition("\n")[0]


def row_at(desk, place):
    """Return the row of 校验结果 that names a place; None: there is none."""
    places = desk.cell(FINDINGS, "B4:B99").getDataArray()
    rows = [row for row, (said,) in enumerate(places, start=4) if said == place]
    return rows[0] if rows else None


def finding_at(desk, place):
    """Return level, order and kind of the finding at a place."""
    row = row_at(desk, place)
    if row is None:
        return None
    return tuple(desk.cell(FINDINGS, f"{one}{row}").String for one in "ACD")


def everything(desk):
    """Return what a check may change: contents, fills and notes."""
    from xlsales.calc.in_office import writing
    from xlsales.calc.in_office.seeing import filled

    found = {}
    for title in (HOME, ORDERS, LINES, FINDINGS, CONF):
        sheet = desk.doc.Sheets.getByName(title)
        contents = filled(sheet).getFormulaArray()
        fills = writing.fills(desk.doc, title)
        found[title] = contents, fills, sheet.Annotations.Count
    return found


def modules(content):
    """Return the VBA of a file by module, without the blank lines behind it."""
    return {name: text.rstrip() for name, text in read_by_olevba(content).items()}


def part(content, beginning):
    """Return the parts of a file whose names begin so, one after the other."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = (one for one in package.namelist() if one.startswith(beginning))
        return b"".join(package.read(one) for one in names)

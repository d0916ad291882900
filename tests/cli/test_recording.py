"""Recording: commands that put what they made on record, and only where asked."""

import pytest

from checks.changes import workbook_with
from harness.tables import rows_from
from xlsales import cli
from xlsales.sheets.documents import DOCUMENT_RECORDS
from xlsales.sheets.overdue import DUNNINGS
from xlsales.sheets.settlements import STATEMENT_RECORDS
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book

DAY = ["--as-of", "2026-10-20"]
LATE = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 业务员 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | E4     |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-08-05 | 2026-10-10 | 100.00 |
"""


@pytest.fixture
def master(tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(build_master(rows_from(LATE)))
    return path


@pytest.fixture
def said(capsys):
    """Run a command; return its exit status, what it printed, what it complained."""

    def run(*arguments):
        status = cli.run([str(one) for one in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def rows(path, sheet):
    return read_book(path.read_bytes(), "")[sheet].records


ASKED = [
    ("statement", ["--month", "2026-09"]),
    ("dun", []),
]


@pytest.mark.parametrize(("command", "options"), ASKED)
def test_without_record_the_workbook_stays_as_it_is(said, master, command, options):
    before = master.read_bytes()
    assert said(command, master, *options, *DAY)[0] == 0
    assert master.read_bytes() == before
    assert not list(master.parent.glob("*.bak.xlsx"))


def test_statements_are_recorded_once(said, master):
    month = ("--month", "2026-09", "--record")
    status, out, _ = said("statement", master, *month, *DAY)
    assert status == 0
    assert "「对账登记」登记了 1 张对账单，结果都是未回" in out
    assert len(list(master.parent.glob("*.bak.xlsx"))) == 1
    before = master.read_bytes()
    status, out, _ = said("statement", master, *month, *DAY)
    assert out.splitlines()[-1] == "没有要登记的"
    assert master.read_bytes() == before
    assert len(rows(master, STATEMENT_RECORDS)) == 1
    assert len(rows(master, DOCUMENT_RECORDS)) == 1


def test_steps_are_recorded_and_then_their_papers(said, master):
    status, out, _ = said("dun", master, "--record", *DAY)
    assert status == 0
    assert "未回款报告   华联超市" in out
    [row] = rows(master, DUNNINGS)
    assert row.dunning_no == "WH202610-001"
    status, out, _ = said("paper", "report", master, "--record", *DAY)
    assert status == 0
    assert out.splitlines()[0].startswith("生成 1 份，拒绝 0 份")
    assert len(rows(master, DOCUMENT_RECORDS)) == 1


def test_a_number_is_given_and_said(said, master):
    status, out, _ = said("number", "报价单", master, *DAY)
    assert (status, out.splitlines()[0]) == (0, "报价单：BJ202610-001")
    assert [row.number for row in rows(master, DOCUMENT_RECORDS)] == ["BJ202610-001"]


def test_the_state_of_a_series_is_listed_and_nothing_written(said, master):
    before = master.read_bytes()
    status, out, _ = said("number", "all", master, "--list", *DAY)
    assert status == 0
    assert "BJ202610-001" in out
    assert "按客户城市" in out
    assert master.read_bytes() == before


@pytest.fixture
def drafts(tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(workbook_with("订单 4 复核 = E2"))
    return path


def test_a_draft_gets_its_number(said, drafts):
    status, out, _ = said("number", "order", drafts, *DAY)
    assert status == 0
    assert out.splitlines()[0] == "草稿-1 编号为 ZJHZNO.002，明细等 1 处一并改了"
    book = read_book(drafts.read_bytes(), "")
    assert book.orders["ZJHZNO.002"].draft_no == "草稿-1"
    assert [one.line_no for one in book.lines_of["ZJHZNO.002"]] == [1]
    status, out, _ = said("number", "order", drafts, *DAY)
    assert (status, out.splitlines()[0]) == (0, "没有复核过的草稿订单")


def test_a_draft_gets_the_number_that_was_typed_or_the_reason(said, drafts):
    asked = ("order", drafts, "--for", "草稿-1", "--take")
    status, out, _ = said("number", *asked, "ZJHZNO.001", *DAY)
    assert status == 1
    assert out.splitlines()[0] == "草稿-1 没有编号：ZJHZNO.001 已经用过"
    assert said("number", *asked, "ZJHZNO.009", *DAY)[0] == 0
    assert "ZJHZNO.009" in read_book(drafts.read_bytes(), "").orders


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["number", "paperclip", "{file}"], "invoice-request"),
        (["number", "all", "{file}"], "all --list"),
        (["number", "quote", "{file}", "--take", "BJ-1"], "--take"),
        (["number", "quote", "{file}", "--for", "NO-SUCH"], "NO-SUCH"),
        (["number", "order", "{file}", "--for", "NO-SUCH"], "NO-SUCH"),
    ],
)
def test_what_cannot_be_done_is_one_line(said, drafts, arguments, hint):
    before = drafts.read_bytes()
    status, out, err = said(*(one.format(file=drafts) for one in arguments))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert hint in err
    assert drafts.read_bytes() == before

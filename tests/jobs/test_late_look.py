"""The papers of late money as an office opens them: long names and forty items."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from harness.tables import book_from
from xlsales.jobs.desk_papers import PAPERS, desk_paper

TEMPLATES = Path(__file__).parents[2] / "templates"
NUMBERS = {"report": "CS-1", "letter": "CS-2", "extension": "YQ-1"}
NAME = "大连华联超市连锁经营管理股份有限公司甘井子区第三配送中心"
BOOK = """
    参数
    | 公司名称 | 沈阳恒联电气设备制造安装有限责任公司第二分公司 |
    | 开户行   | 示例银行股份有限公司沈阳铁西支行营业部 |
    | 账号     | 2885 0000 1234 5000 001 |
    | 电话     | 024-25550118 |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1 | {name} | 启用 | 购销月结 | 货到30天 |

    催收
    | 催收单号 | 客户编码 | 日期       | 步骤       |
    | CS-1     | C1       | 2026-10-20 | 未回款报告 |
    | CS-2     | C1       | 2026-10-20 | 逾期函     |

    延期
    | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 新到期日   |
    | YQ-1     | 2026-10-19 | 延期 | C1       | QC-1   | 2026-12-31 |

    期初应收
    | 客户编码 | 单据号 | 单据日期 | 到期日 | 金额 |
"""


@pytest.fixture
def paper_of(tmp_path):
    def make(key, count):
        rows = "\n".join(
            f"| C1 | QC-{n} | 2026-08-{day} | 2026-09-{day} | {n}.56 |"
            for n in range(1, count + 1)
            for day in [f"{1 + n % 28:02}"]
        )
        book = book_from(BOOK.format(name=NAME).rstrip() + "\n" + rows)
        [paper] = [one for one in PAPERS if one.key == key]
        template = (TEMPLATES / paper.document.template).read_bytes()
        made = desk_paper(book, paper, NUMBERS[key], template, date(2026, 10, 20))
        path = tmp_path / f"{key}{count}.docx"
        path.write_bytes(made.content)
        return path

    return make


def pages(office, path):
    pdf = office.to_pdf([path])[0]
    shown = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    )
    return shown.stdout.removesuffix("\f").split("\f")


@pytest.mark.office
@pytest.mark.parametrize("key", NUMBERS)
def test_a_short_paper_is_one_page(office, paper_of, key):
    assert len(pages(office, paper_of(key, 3))) == 1


@pytest.mark.office
@pytest.mark.parametrize(
    ("key", "together"),
    [
        ("report", ["三、签字", "日期："]),
        ("letter", ["开户行", "敬礼", "附件", "盖章"]),
    ],
)
@pytest.mark.parametrize("count", [16, 22, 28, 34, 40])
def test_what_is_signed_stays_together(office, paper_of, key, together, count):
    found = pages(office, paper_of(key, count))
    for one in together:
        assert one in found[-1]
    for page in found:  # wherever items go on, their titles do
        assert "单据号" in page or "QC-" not in page


@pytest.mark.validator
@pytest.mark.parametrize("key", NUMBERS)
def test_the_files_are_valid_open_xml(validator, paper_of, key):
    assert validator(paper_of(key, 2)) == []

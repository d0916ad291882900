"""The report: short lines with marks and words, and JSON with stable keys."""

from dataclasses import replace

from doctor.machines import LINUX
from xlsales.doctor import report
from xlsales.doctor.probes import lines
from xlsales.language import text

POOR = lines(replace(LINUX, office="", calc=None, fonts=(), desk=None))


def test_what_to_do_stands_below_what_was_found():
    assert report.report_lines(POOR, "zh") == [
        "✓ 正常    Python 3.12.1：/usr/bin/python3",
        "✓ 正常    xlsales 0.1.0",
        "✓ 正常    结果可以写到 /home/su/销售",
        "! 留意    没有找到中文字体，PDF 里的中文会成为方框",
        "          → 安装一种，例如思源黑体（Noto Sans CJK）",
        "· 可选    没有 LibreOffice，不能生成 PDF，也不能重算",
        f"          → {text('doctor', 'office_install').zh}",
        "有 1 处要处理",
    ]


def test_where_all_is_well_it_says_so():
    found = lines(LINUX)
    assert report.report_lines(found, "en")[-1] == "Nothing to do"
    assert report.is_fine(found)
    assert not report.is_fine(POOR)


def test_json_has_the_same_keys_in_every_language():
    zh, en = (report.as_json(POOR, language) for language in ("zh", "en"))
    assert [(x["key"], x["state"]) for x in zh] == [(x["key"], x["state"]) for x in en]
    assert zh[-1]["what"] == text("doctor", "office_missing").zh


def test_the_report_of_this_machine_is_plain_text():
    said = report.doctor_report(None, "en")
    assert said.splitlines()[0].startswith(("✓ ok", "✕ to do"))
    assert "\x1b" not in said

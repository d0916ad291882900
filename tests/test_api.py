"""The public names: complete, sorted, documented, and enough for a script."""

import datetime as dt
import subprocess
import sys

import xlsales


def test_all_is_sorted_and_every_name_is_there():
    assert xlsales.__all__ == sorted(xlsales.__all__)
    for name in xlsales.__all__:
        assert getattr(xlsales, name).__doc__, name


def test_a_name_that_is_not_there_is_an_attribute_error():
    assert not hasattr(xlsales, "nothing_of_the_kind")


def test_importing_it_is_light():
    probe = "import sys, xlsales; sys.exit('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], check=False)
    assert done.returncode == 0


def test_a_script_goes_the_whole_way(tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(xlsales.new_workbook({"settings": [{"name": "示例纸品公司"}]}))

    book = xlsales.open_book(path)
    checked = xlsales.check(book, as_of=dt.date(2026, 10, 31))

    assert book.settings.name == "示例纸品公司"
    assert {one.code for one in checked.problems} == {"required_missing"}
    assert xlsales.contracts_due(checked) == []
    assert (
        xlsales.statements_due(
            book, xlsales.parse_period("2026-10"), as_of=dt.date(2026, 10, 31)
        )
        == []
    )

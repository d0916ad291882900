"""The sheets are plain: whoever wants to know a column loads nothing heavy."""

import subprocess
import sys

HEAVY = {
    "pandas",
    "numpy",
    "jinja2",
    "docxtpl",
    "lxml",
    "xlsxwriter",
    "python_calamine",
    "rich",
    "click",
}


def test_the_sheets_load_nothing_heavy():
    program = "import sys, xlsales.sheets.book; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert HEAVY & set(done.stdout.split()) == set()

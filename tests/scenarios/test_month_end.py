"""A month's end of the demo company, compared with what it was last time.

The files in tests/golden are what a person read and found right; the command
that the failure names writes them anew.
"""

import datetime as dt
import json

import openpyxl
import pytest

from harness import demo
from xlsales import cli

DAY = ["--as-of", "2026-10-31"]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """The demo company's workbook with its dozen mistakes."""
    path = tmp_path_factory.mktemp("month-end") / "master.xlsx"
    path.write_bytes(demo.faulty())
    return path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_check_says_what_it_said(faulty, golden, capsys, language):
    assert cli.run(["check", str(faulty), "--lang", language, *DAY]) == 1
    golden(f"check-{language}.txt", capsys.readouterr().out)


def test_the_quarter_has_the_figures_it_had(faulty, golden, capsys):
    by = ["--by", "channel,region,category"]
    assert (
        cli.run(["stats", str(faulty), "--quarter", "2026-Q3", "--json", *by, *DAY])
        == 0
    )
    figures = json.loads(capsys.readouterr().out)
    golden("quarter.json", json.dumps(figures, ensure_ascii=False, indent=1))


@pytest.mark.parametrize("customer", ["C001", "C014", "C040"])
def test_a_statement_says_what_it_said(faulty, golden, tmp_path, customer):
    month = ["--month", "2026-10", "--customer", customer, "-o", str(tmp_path)]
    assert cli.run(["statement", str(faulty), *month, *DAY]) == 0
    (made,) = tmp_path.iterdir()
    (sheet,) = openpyxl.load_workbook(made).worksheets
    lines = [
        " | ".join(_said(cell) for cell in row if cell is not None)
        for row in sheet.iter_rows(values_only=True)
    ]
    golden(f"statement-{customer}.txt", "\n".join(line for line in lines if line))


def _said(cell):
    return f"{cell:%Y-%m-%d}" if isinstance(cell, dt.datetime) else str(cell)

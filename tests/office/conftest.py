"""Offices that behave badly, played by a shell script, and a workbook for them."""

import stat

import pytest
import xlsxwriter

# It takes what soffice takes, and notes how many files each call was given.
HEAD = """#!/bin/sh
while [ "$1" != --outdir ]; do
    [ "$1" = --convert-to ] && ending=${2%%:*}
    shift
done
out=$2; shift 2
echo $# >>"HERE/calls"
convert() {
    name=${1##*/}
    cp "$1" "$out/part"
    mv "$out/part" "$out/${name%.*}.$ending"
}
"""


class PlayedOffice:
    """A script in the place of LibreOffice; ``calls`` are the files of each call."""

    COPIES_ALL = 'for file in "$@"; do convert "$file"; done'

    def __init__(self, folder):
        self.program = folder / "soffice"
        self._calls = folder / "calls"

    def plays(self, script):
        self.program.write_text(HEAD.replace("HERE", str(self.program.parent)) + script)
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    @property
    def calls(self):
        lines = self._calls.read_text().split() if self._calls.exists() else []
        return [int(line) for line in lines]


@pytest.fixture
def played(tmp_path, monkeypatch):
    """An office that makes of every file a copy, until told otherwise."""
    folder = tmp_path / "played"
    folder.mkdir()
    office = PlayedOffice(folder)
    office.plays(office.COPIES_ALL)
    monkeypatch.setenv("XLSALES_OFFICE", str(office.program))
    return office


@pytest.fixture
def three(tmp_path):
    """Three files with their names as content."""
    files = [tmp_path / name for name in ("a.xlsx", "二.xlsx", "c d.xlsx")]
    for file in files:
        file.write_text(file.name)
    return files


@pytest.fixture
def faulty(tmp_path):
    """A workbook with two formulas that fail, one that does not, and a text.

    What is stored with the formulas is wrong on purpose.
    """
    path = tmp_path / "账.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("订单明细")
        sheet.write_row("A1", ["数量", "单价", "金额"])
        sheet.write_row("A2", [10, 12.5])
        sheet.write_formula("C2", "=A2*B2", value=1)
        sheet.write_formula("C3", "=A2/(B2-12.5)", value=1)
        sheet.write_string("D3", "#DIV/0!")
        other = workbook.add_worksheet("汇总")
        other.write_formula("B2", "=#REF!+1", value=1)
    return path


@pytest.fixture
def said(capsys):
    """Run a command in Chinese; return its exit status, what it printed, complained."""
    from xlsales import cli

    def run(*arguments):
        status = cli.run([*map(str, arguments), "--lang", "zh"])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run

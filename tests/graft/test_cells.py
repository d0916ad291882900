"""Brought cells: how cells read in another workbook."""

import pytest

from graft.desks import book
from xlsales.graft.cells import BroughtCells, days_between
from xlsales.graft.new_names import NewNames
from xlsales.openxml.package import Package


class Styles:
    """Format 0 is 7 there, 1 is 8 and shows days, 2 is the standard."""

    def cell(self, style):
        return {0: 7, 1: 8, 2: 0}[style]

    def shows_days(self, style):
        return style == 1


CELLS = [
    # before, after
    ('<c r="A1"><v>1</v></c>', '<c r="A1" s="7"><v>1</v></c>'),
    ('<c r="A1" s="1"><v>1</v></c>', '<c r="A1" s="8"><v>1</v></c>'),
    ('<c r="A1" s="2"/>', '<c r="A1" s="0"/>'),
    (
        '<c r="A1" s="1" t="s"><v>0</v></c>',
        '<c r="A1" s="8" t="inlineStr"><is><t>甲&amp;乙</t></is></c>',
    ),
    (
        '<c r="A1" s="1" t="s"><v>1</v></c>',
        '<c r="A1" s="8" t="inlineStr"><is><t xml:space="preserve"> 空 </t></is></c>',
    ),
    (
        '<c r="A1" s="1" t="str"><f>概览!A1&amp;"&lt;"</f><v>0</v></c>',
        '<c r="A1" s="8" t="str"><f>\'十 月\'!A1&amp;"&lt;"</f><v>0</v></c>',
    ),
    (
        '<c r="A1" s="1"><f t="shared" si="0"/><v>0</v></c>',
        '<c r="A1" s="8"><f t="shared" si="0"/><v>0</v></c>',
    ),
    (
        '<c r="A1" s="1" cm="1"><f t="array" ref="A1:A2">概览!A1:A2</f><v>0</v></c>',
        '<c r="A1" s="8"><f t="array" ref="A1:A2">\'十 月\'!A1:A2</f><v>0</v></c>',
    ),
]
ROWS = [
    ('<row r="1" ht="20">', '<row r="1" ht="20">'),
    ('<row r="1" s="1" customFormat="1">', '<row r="1" s="8" customFormat="1">'),
]


@pytest.fixture(scope="module")
def origin():
    return Package(book({"概览": [["甲&乙"], [" 空 "]]}))


def written(origin, data, days=0):
    names = NewNames({"概览": "十 月"})
    return BroughtCells(origin, Styles(), names, days).rows(data.encode()).decode()


@pytest.mark.parametrize(("before", "after"), CELLS)
def test_a_cell_reads_so_there(origin, before, after):
    row = '<row r="1">{}</row>'

    assert written(origin, row.format(before)) == row.format(after)


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_a_row_reads_so_there(origin, before, after):
    assert written(origin, before) == after


DAYS = [
    # what is counted from 1900, and the same from 1904
    ('<c r="A1" s="1"><v>46000</v></c>', '<c r="A1" s="8"><v>44538</v></c>'),
    ('<c r="A1" s="1"><v>46000.5</v></c>', '<c r="A1" s="8"><v>44538.5</v></c>'),
    ('<c r="A1" s="1"><v>0.5</v></c>', '<c r="A1" s="8"><v>0.5</v></c>'),
    ('<c r="A1" s="2"><v>46000</v></c>', '<c r="A1" s="0"><v>46000</v></c>'),
    ('<c r="A1" s="1"/>', '<c r="A1" s="8"/>'),
]


@pytest.mark.parametrize(("before", "after"), DAYS)
def test_days_are_counted_from_1904(origin, before, after):
    assert written(origin, before, days_between(from_1904=False, to_1904=True)) == after


def test_days_of_the_same_count_stay():
    assert days_between(from_1904=True, to_1904=True) == 0
    assert days_between(from_1904=True, to_1904=False) == 1462

"""Moves of a frame: elements of a worksheet before a move and after it.

The table of these tests is A4:E9: its heading in row 4, its data in 5 to 9.
"""

from dataclasses import replace

import pytest
from lxml import etree

from xlsales.errors import CannotPatch
from xlsales.moves.frame import follow_frame
from xlsales.openxml.references import Move

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
NAMES = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)
GROWS = Move("订单", 1, 5, 4, 5, 9, frozenset(), 11, shifts=True)
LOSES_6_7 = replace(GROWS, gone=frozenset({6, 7}), new_last=7)
ONE_ROW = replace(GROWS, last=5, new_last=7)


def frame(inside, namespace=MAIN):
    return etree.fromstring(
        f'<worksheet xmlns="{namespace}" {NAMES}><sheetData/>{inside}</worksheet>'
    )


def rule(sqref, formula):
    return (
        f'<conditionalFormatting sqref="{sqref}"><cfRule type="expression" '
        f'priority="1"><formula>{formula}</formula></cfRule></conditionalFormatting>'
    )


def choice(sqref, source, kind="list"):
    return (
        f'<dataValidations count="1"><dataValidation type="{kind}" sqref="{sqref}">'
        f"<formula1>{source}</formula1></dataValidation></dataValidations>"
    )


def sparkline(data, cell):
    return (
        f"<x14:sparkline><xm:f>{data}</xm:f><xm:sqref>{cell}</xm:sqref></x14:sparkline>"
    )


def extension(inside):
    return f'<extLst><ext uri="{{05C60535}}">{inside}</ext></extLst>'


def sparklines(inside):
    return extension(
        "<x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries/>"
        f"<x14:sparklines>{inside}</x14:sparklines>"
        "</x14:sparklineGroup></x14:sparklineGroups>"
    )


MERGED = '<mergeCells count="{}">{}</mergeCells>'

OWN = [
    # merged cells
    (
        MERGED.format(2, '<mergeCell ref="A1:E1"/><mergeCell ref="A12:C13"/>'),
        GROWS,
        MERGED.format(2, '<mergeCell ref="A1:E1"/><mergeCell ref="A14:C15"/>'),
    ),
    (
        MERGED.format(2, '<mergeCell ref="B6:C7"/><mergeCell ref="G6:H9"/>'),
        LOSES_6_7,
        MERGED.format(1, '<mergeCell ref="G6:H9"/>'),
    ),
    (MERGED.format(1, '<mergeCell ref="B6:C6"/>'), LOSES_6_7, ""),
    # conditional formats
    (rule("B5:B9", "$B5&gt;$B$10"), GROWS, rule("B5:B11", "$B5&gt;$B$12")),
    (rule("B5:B9", "$B5&gt;$B4"), LOSES_6_7, rule("B5:B7", "$B5&gt;$B4")),
    (rule("B6:B9", "B6=0"), LOSES_6_7, rule("B6:B7", "B6=0")),
    (rule("B7 C8", "B7&gt;$D7"), LOSES_6_7, rule("C6", "C6&gt;$D6")),
    (rule("B12:B14", "B12=$G12"), GROWS, rule("B14:B16", "B14=$G12")),
    (rule("A12:G12", "$A12=1"), GROWS, rule("A14:E14 F12:G12", "$A12=1")),
    (rule("B6", "B6=1"), LOSES_6_7, ""),
    (rule("G1", "A12=1"), GROWS, rule("G1", "A14=1")),
    (
        (
            '<conditionalFormatting sqref="B5:B9"><cfRule type="iconSet" priority="2">'
            '<iconSet><cfvo type="num" val="12"/><cfvo type="formula" val="$B$12"/>'
            "</iconSet></cfRule></conditionalFormatting>"
        ),
        GROWS,
        (
            '<conditionalFormatting sqref="B5:B11"><cfRule type="iconSet" priority="2">'
            '<iconSet><cfvo type="num" val="12"/><cfvo type="formula" val="$B$14"/>'
            "</iconSet></cfRule></conditionalFormatting>"
        ),
    ),
    # drop-downs
    (choice("C5:C9", "$G$5:$G$9"), GROWS, choice("C5:C11", "$G$5:$G$9")),
    (choice("G2", "$A$5:$A$9"), GROWS, choice("G2", "$A$5:$A$11")),
    (choice("C5", '"是,否 B12"'), ONE_ROW, choice("C5:C7", '"是,否 B12"')),
    (choice("G2", "$A$5"), ONE_ROW, choice("G2", "$A$5:$A$7")),
    (choice("G2", "$A$5", "whole"), ONE_ROW, choice("G2", "$A$5", "whole")),
    (choice("C7", "$G$5:$G$9"), LOSES_6_7, ""),
    (
        extension(
            '<x14:dataValidations count="1"><x14:dataValidation type="list">'
            "<x14:formula1><xm:f>订单!$A$5:$A$9</xm:f></x14:formula1>"
            "<xm:sqref>C12</xm:sqref></x14:dataValidation></x14:dataValidations>"
        ),
        GROWS,
        extension(
            '<x14:dataValidations count="1"><x14:dataValidation type="list">'
            "<x14:formula1><xm:f>订单!$A$5:$A$11</xm:f></x14:formula1>"
            "<xm:sqref>C14</xm:sqref></x14:dataValidation></x14:dataValidations>"
        ),
    ),
    # links
    (
        (
            '<hyperlinks><hyperlink ref="A12" location="订单!A13"/>'
            '<hyperlink ref="A6" r:id="rId1"/></hyperlinks>'
        ),
        LOSES_6_7,
        '<hyperlinks><hyperlink ref="A10" location="订单!A11"/></hyperlinks>',
    ),
    ('<hyperlinks><hyperlink ref="A7" r:id="rId1"/></hyperlinks>', LOSES_6_7, ""),
    (
        (
            '<hyperlinks><hyperlink ref="G1" r:id="rId1" location="订单!A13"/>'
            '<hyperlink ref="A5" location="订单!A6"/></hyperlinks>'
        ),
        LOSES_6_7,
        (
            '<hyperlinks><hyperlink ref="G1" r:id="rId1" location="订单!A13"/>'
            '<hyperlink ref="A5" location="订单!A6"/></hyperlinks>'
        ),
    ),
    # filters, protection and the rest
    (
        (
            '<autoFilter ref="A12:C20"><sortState ref="A13:C20">'
            '<sortCondition ref="B13:B20"/></sortState></autoFilter>'
        ),
        GROWS,
        (
            '<autoFilter ref="A14:C22"><sortState ref="A15:C22">'
            '<sortCondition ref="B15:B22"/></sortState></autoFilter>'
        ),
    ),
    (
        (
            '<protectedRanges><protectedRange sqref="B5:B9"/></protectedRanges>'
            '<ignoredErrors><ignoredError sqref="A5:E9 G1"/></ignoredErrors>'
            '<cellWatches><cellWatch r="B12"/></cellWatches>'
        ),
        GROWS,
        (
            '<protectedRanges><protectedRange sqref="B5:B11"/></protectedRanges>'
            '<ignoredErrors><ignoredError sqref="A5:E11 G1"/></ignoredErrors>'
            '<cellWatches><cellWatch r="B14"/></cellWatches>'
        ),
    ),
    (
        '<control><controlPr linkedCell="A12" listFillRange="A5:A9"/></control>',
        GROWS,
        '<control><controlPr linkedCell="A14" listFillRange="A5:A11"/></control>',
    ),
    # sparklines
    (
        sparklines(sparkline("订单!B6:E6", "G5") + sparkline("订单!B8:E8", "E8")),
        replace(LOSES_6_7, gone=frozenset({7}), new_last=8),
        sparklines(sparkline("订单!B6:E6", "G5") + sparkline("订单!B7:E7", "E7")),
    ),
    (sparklines(sparkline("订单!B6:E6", "E6")), LOSES_6_7, ""),
    (
        sparklines(sparkline("订单!B5:E5", "E5") + sparkline("订单!B5:B5", "G1")),
        ONE_ROW,
        sparklines(sparkline("订单!B5:E5", "E5") + sparkline("订单!B5:B7", "G1")),
    ),
]


@pytest.mark.parametrize(("before", "move", "after"), OWN)
@pytest.mark.parametrize("namespace", [MAIN, STRICT])
def test_what_lies_over_the_cells_goes_along(before, move, after, namespace):
    root = frame(before, namespace)

    follow_frame(root, "订单", move)

    assert etree.tostring(root) == etree.tostring(frame(after, namespace))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (rule("B5:B9", "B5&gt;订单!$B$10"), rule("B5:B9", "B5&gt;订单!$B$12")),
        (choice("B12", "订单!$A$5:$A$9"), choice("B12", "订单!$A$5:$A$11")),
        (
            sparklines(sparkline("订单!B5:B9", "B12")),
            sparklines(sparkline("订单!B5:B11", "B12")),
        ),
        (
            '<hyperlinks><hyperlink ref="A12" location="\'订单\'!A12"/></hyperlinks>',
            '<hyperlinks><hyperlink ref="A12" location="\'订单\'!A14"/></hyperlinks>',
        ),
        (
            MERGED.format(1, '<mergeCell ref="D9:F12"/>'),
            MERGED.format(1, '<mergeCell ref="D9:F12"/>'),
        ),
    ],
)
def test_on_another_sheet_only_what_names_the_table_follows(before, after):
    root = frame(before)

    follow_frame(root, "统计", GROWS)

    assert etree.tostring(root) == etree.tostring(frame(after))


@pytest.mark.parametrize(
    ("inside", "move", "place", "reason"),
    [
        (
            '<mergeCells><mergeCell ref="D12:F12"/></mergeCells>',
            GROWS,
            "订单!D12:F12",
            "合并单元格 D12:F12 只有一部分",
        ),
        (
            '<mergeCells><mergeCell ref="A7:A8"/></mergeCells>',
            LOSES_6_7,
            "订单!A7:A8",
            "合并单元格 A7:A8 只有一部分",
        ),
        ('<autoFilter ref="A12:G20"/>', GROWS, "订单!A12:G20", "区域 A12:G20 只有"),
        (rule("B5:B9", "B5&gt;$B$6"), LOSES_6_7, "订单!B5:B9", "引用的 $B$6 会被删除"),
        (choice("G1", "$A$12:$G$12"), GROWS, "订单!G1", "引用的 $A$12:$G$12 只有"),
        (rule("G1", "SUM(一:三!A12)"), GROWS, "订单!G1", "跨多张工作表引用 一:三!A12"),
        ('<controlPr linkedCell="A6"/>', LOSES_6_7, "订单", "引用的 A6 会被删除"),
    ],
)
def test_what_would_be_torn_apart_is_refused(inside, move, place, reason):
    with pytest.raises(CannotPatch) as refusal:
        follow_frame(frame(inside), "订单", move)

    assert refusal.value.facts["place"] == place
    assert reason in refusal.value.facts["reason"].zh


@pytest.mark.parametrize(
    "inside",
    [
        '<mergeCells><mergeCell ref="#REF!"/></mergeCells>',
        rule("nothing", "A1"),
        rule("", "A12"),
        '<hyperlinks><hyperlink display="A12"/></hyperlinks>',
        '<sheetViews><sheetView><selection sqref="A12"/></sheetView></sheetViews>',
    ],
)
def test_what_names_no_cells_is_left_alone(inside):
    root = frame(inside)

    follow_frame(root, "订单", replace(GROWS, left=2))

    assert etree.tostring(root) == etree.tostring(frame(inside))

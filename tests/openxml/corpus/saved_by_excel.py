"""Workbooks that Excel itself saved; where they come from says the harness."""

from pathlib import Path

from harness.saved_by_excel import FOLDER
from openxml.corpus.workbook import Workbook

# What Excel writes and the validator does not like.
DPI = ("'defaultImageDpi' has invalid value '32767'",)
NO_STYLE = ("referenced by 'c@",)
PRINTER = ("'copies' has invalid value '0'", "'zoomScale")


def _fetched(name, trap, sheet, table=None, **facts):
    path = Path(name)
    return Workbook(
        name=f"excel_{path.stem}",
        trap=f"Excel: {trap}",
        make=(FOLDER / name).read_bytes,
        sheet=sheet,
        table=table,
        computes={},
        needs=("saved_by_excel",),
        ending=path.suffix,
        **facts,
    )


FETCHED: list[Workbook] = [
    _fetched("two_tables.xlsx", "a table close under another", "Sheet1", "Table1"),
    _fetched(
        "table_of_six.xlsx", "a table of six columns, a preview", "Sheet1", "Table1"
    ),
    _fetched("table_of_dates.xlsx", "a table of dates", "Sheet1", "Table1"),
    _fetched(
        "tables_with_formulas.xlsx",
        "two tables, formulas in them, merged cells above and text below",
        "arts",
        "Table1",
        faults=DPI,
    ),
    _fetched(
        "slicer_and_pivots.xlsx",
        "tables, pivots, a slicer, charts, pictures, links, formats by rule (x14)",
        "IrisSample",
        "Table2",
        keeps=(
            "xl/slicers/slicer1.xml",
            "xl/slicerCaches/slicerCache1.xml",
            "xl/pivotTables/pivotTable1.xml",
            "xl/charts/style1.xml",
            "xl/media/image1.jpeg",
            "xl/printerSettings/printerSettings1.bin",
        ),
    ),
    _fetched(
        "pivots.xlsx",
        "a table and three pivot tables with their caches",
        "iris",
        "Table2",
        keeps=("xl/pivotTables/pivotTable1.xml", "xl/worksheets/sheet2.xml"),
    ),
    _fetched(
        "threaded_comments.xlsx",
        "a conversation",
        "Sheet1",
        keeps=("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"),
    ),
    _fetched(
        "spills.xlsm",
        "macros and dynamic arrays",
        "First",
        keeps=("xl/vbaProject.bin", "xl/metadata.xml"),
    ),
    _fetched(
        "dynamic_array.xlsx",
        "dynamic arrays (cm)",
        "Sheet1",
        keeps=("xl/metadata.xml",),
        faults=NO_STYLE,
    ),
    _fetched(
        "ten_sheets.xlsm",
        "macros, names, array formulas",
        "First",
        keeps=("xl/vbaProject.bin",),
    ),
    _fetched(
        "macros.xlsm",
        "macros, a hidden sheet",
        "Sheet1",
        keeps=("xl/vbaProject.bin",),
        faults=DPI,
    ),
    _fetched(
        "more_macros.xlsm",
        "many macros, formats of columns",
        "Sheet1",
        keeps=("xl/vbaProject.bin",),
        faults=DPI,
    ),
    _fetched(
        "macro_sheet.xlsm",
        "a sheet of Excel 4 macros",
        "Sheet1",
        keeps=("xl/macrosheets/sheet1.xml",),
        unread_by=("calamine",),
    ),
    _fetched("dde_link.xlsx", "a DDE link", "Sheet1", unread_by=("openpyxl",)),
    _fetched(
        "linked_object.xlsx",
        "an object linked to a document, in mc:AlternateContent",
        "Plan1",
        keeps=("xl/externalLinks/externalLink1.xml", "xl/media/image1.emf"),
    ),
    _fetched(
        "embedded_object.xlsx",
        "an embedded object with its picture",
        "Tabelle1",
        keeps=("xl/media/image1.emf", "xl/drawings/vmlDrawing1.vml"),
    ),
    _fetched(
        "custom_xml.xlsx",
        "custom XML of a document system",
        "Sheet1",
        keeps=("customXml/item1.xml", "customXml/itemProps1.xml"),
    ),
    _fetched("charts.xlsx", "a chart on a sheet of its own", "Table", faults=DPI),
    _fetched(
        "chart_merged.xlsx",
        "a chart, merged titles",
        "Table",
        keeps=("xl/charts/chart1.xml",),
        faults=DPI,
    ),
    _fetched(
        "chart_and_shared.xlsx", "a chart, shared formulas", "ClickThroughRateSheet"
    ),
    _fetched("shared_on_mac.xlsx", "shared formulas, many styles", "Sheet1"),
    _fetched("many_formulas.xlsx", "three thousand shared formulas", "dec2"),
    _fetched("notes.xlsx", "notes on four sheets", "Sheet1"),
    _fetched("notes_on_mac.xlsx", "a long note", "Sheet2"),
    _fetched(
        "control_characters.xlsx",
        "_x000D_ escapes, rich text, shared formulas",
        "ZZZfirstsheet",
        faults=PRINTER,
    ),
    _fetched("many_names.xlsx", "thirty names, some of one sheet", "Sheet1"),
    _fetched("one_name.xlsx", "one name", "Sheet1"),
    _fetched("excel_online.xlsx", "saved in a browser; a hidden sheet", "Nums"),
    _fetched("merged.xlsx", "merged over rows and columns", "Sheet1"),
    _fetched("merged_of_2007.xlsx", "merged cells, saved by Excel 2007", "Sheet1"),
    _fetched("hidden_rows.xlsx", "hidden rows and columns", "Sheet1"),
    _fetched("currency.xlsx", "amounts in yuan", "CNY"),
    _fetched("sumifs.xlsx", "SUMIFS", "Sheet1"),
    _fetched(
        "types.xlsx",
        "numbers, dates and texts in one column",
        "text_coercion",
        faults=DPI,
    ),
    _fetched("geometry.xlsx", "cells that begin in C3", "Sheet1", faults=DPI),
    _fetched("two_row_header.xlsx", "titles in two rows", "two-row-header", faults=DPI),
    _fetched("mac_16.xlsx", "saved on a Mac", "Sheet1"),
]

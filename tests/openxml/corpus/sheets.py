"""What a sheet or the whole book has: views, printing, protection, names."""

import datetime as dt

from openxml.corpus.workbook import (
    ROWS,
    SHEET,
    TABLE,
    Workbook,
    entered_in,
    orders,
)

MADE: list[Workbook] = []
workbook = entered_in(MADE)


@workbook()
def printing():
    """A print area and titles, breaks, a header, a footer."""

    def change(_, sheet):
        sheet.print_area("B1:F20")
        sheet.repeat_rows(2)
        sheet.repeat_columns("B:B")
        sheet.set_h_pagebreaks([10, 20])
        sheet.set_header("&C十月&R&P/&N")
        sheet.set_footer("&L&F", {"scale_with_doc": False})
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    return orders(change)


@workbook(computes={f"{SHEET}!H1": 205.9, f"{SHEET}!H2": 205.9, f"{SHEET}!H3": 42})
def defined_names():
    """Names of a column: as a range, as a structured reference, of one sheet."""

    def change(book, sheet):
        book.define_name("金额_区", f"={SHEET}!$F$4:$F$8")
        book.define_name("金额_列", f"={TABLE}[金额]")
        book.define_name(f"{SHEET}!数量_本表", f"={SHEET}!$D$4:$D$8")
        book.define_name("税率", "=0.13")
        sheet.write_formula("H1", "=SUM(金额_区)", value=205.9)
        sheet.write_formula("H2", "=SUM(金额_列)", value=205.9)
        sheet.write_formula("H3", "=SUM(数量_本表)", value=42)

    return orders(change)


@workbook()
def protected():
    """A protected sheet whose input cells are unlocked."""

    def change(book, sheet):
        free = book.add_format({"locked": False})
        for number, cells in enumerate(ROWS, start=3):
            sheet.write_row(number, 1, cells[:4], free)
        sheet.protect("geheim", {"insert_rows": True, "autofilter": True})

    return orders(change)


@workbook()
def frozen_panes():
    """Frozen panes, a zoom, a selection inside the table."""

    def change(_, sheet):
        sheet.freeze_panes("C4")
        sheet.set_zoom(85)
        sheet.set_selection("D5:D6")
        sheet.set_column("B:F", 14)

    return orders(change)


@workbook(
    computes={f"{SHEET}!H1": 205.9, "底稿!A1": 205.9},
    keeps=("xl/worksheets/sheet3.xml",),
)
def hidden_sheets():
    """One sheet is hidden, one very hidden; they refer to the table."""

    def change(book, sheet):
        book.add_worksheet("底稿").hide()
        book.worksheets()[1].write_formula("A1", f"=SUM({TABLE}[金额])", value=205.9)
        book.add_worksheet("密").very_hidden()
        book.worksheets()[2].write("A1", 1)
        sheet.write_formula("H1", "=底稿!A1*密!A1", value=205.9)

    return orders(change)


@workbook(computes={f"{SHEET}!H2": 31})
def dates_of_1904():
    """The calendar of 1904; dates in the table's neighbourhood."""

    def change(book, sheet):
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime("H4", dt.datetime(2026, 10, 8), day)  # noqa: DTZ001
        sheet.write_datetime("H5", dt.datetime(2026, 11, 8), day)  # noqa: DTZ001
        sheet.write_formula("H2", "=H5-H4", value=31)

    return orders(change, options={"date_1904": True})


@workbook(keeps=("docProps/custom.xml",))
def custom_properties():
    """Custom properties of the document: a number, a flag, a day."""

    def change(book, _):
        book.set_custom_property("流水", 7)
        book.set_custom_property("核对", value=True)
        book.set_custom_property("日期", dt.datetime(2026, 10, 8, 8))  # noqa: DTZ001

    return orders(change)

"""workbooks/three-ways.png: one job as a button, as a function and as a command.

    python -m reference.three_ways

Buttons do not print; for the picture they do.
"""

import contextlib
import io
import re
import tempfile
from pathlib import Path

import xlsxwriter

from harness.needs import CHECKOUT
from reference.pictures import Lines, Panel, draw
from xlsales import cli, jobs, project
from xlsales.demo import demo_rows
from xlsales.demo.days import LAST
from xlsales.functions.refresh import evaluator
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.sheets.sheet import Area
from xlsales.workbook.style import ACCENT, AREA_COLOURS, formats_of, new_workbook

TARGET = CHECKOUT / "workbooks/three-ways.png"
_DAY = "2026-10-31"
_ORDERS = ("GDGZNO.040", "LNSYNO.259", "JLCCNO.113", "HBWHNO.048", "LNSYNO.258")
_COMMAND = f"xlsales check master.xlsm --order JLCCNO.113 --as-of {_DAY}"
_DOES_NOT_PRINT = re.compile(rb"<x:PrintObject>False</x:PrintObject>")


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        master = desk / "master.xlsm"
        content = jobs.new_workbook(demo_rows(with_faults=True), as_of=LAST)
        (desk / "plain.xlsx").write_bytes(content)
        _run("upgrade", desk / "plain.xlsx", "-o", master)
        said = _run("check", master, "--order", "JLCCNO.113", "--as-of", _DAY)
        _run("check", master, "--mark", "--as-of", _DAY)
        (desk / "printing.xlsm").write_bytes(_printing(master.read_bytes()))
        _write_functions(master, desk / "functions.xlsx")
        draw(_rows(said), desk, TARGET)


def _run(*arguments: object) -> list[str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        cli.run([*map(str, arguments), "--lang", "zh"])
    return said.getvalue().splitlines()


def _printing(content: bytes) -> bytes:
    drawings = {
        name: _DOES_NOT_PRINT.sub(b"", part)
        for name, part in read_parts(content).items()
        if "vmlDrawing" in name
    }
    return replace_parts(content, drawings)


def _write_functions(master: Path, target: Path) -> None:
    """Write a sheet as a clerk would make it: orders, and what is asked of each."""
    evaluate = evaluator(project.open_book(master), "zh")
    with io.BytesIO() as made:
        book = new_workbook(made, "核对")
        formats = formats_of(book)
        _write_sheet(book, formats, evaluate)
        book.close()
        target.write_bytes(made.getvalue())


def _write_sheet(book: xlsxwriter.Workbook, formats, evaluate) -> None:
    sheet = book.add_worksheet("核对")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    line = formats.get(bottom=1, bottom_color="#DDDDDD", indent=1)
    quiet = formats.get(
        font_color="#808080", bottom=1, bottom_color="#DDDDDD", indent=1
    )
    titles = ("订单号", "结论", "第一个问题", "C 列的公式")
    for column, (title, width) in enumerate(zip(titles, (16, 14, 66, 62), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(0, column, title, formats.header())
    for row, order in enumerate(_ORDERS, start=1):
        formula = f'=XLSALES_ORDER_FINDING(A{row + 1},"{_DAY}",xlsales_revision)'
        sheet.write(row, 0, order, line)
        for column, name in ((1, "ORDER_VERDICT"), (2, "ORDER_FINDING")):
            sheet.write(row, column, evaluate(f"XLSALES_{name}", [order, _DAY]), line)
        sheet.write_string(row, 3, formula, quiet)


def _rows(said: list[str]) -> tuple[tuple[Panel | Lines, ...], ...]:
    results = AREA_COLOURS[Area.RESULTS]
    return (
        (
            Panel(
                *("printing.xlsm", "首页", "按钮", "a button: 校验订单 on 首页"),
                *(0.62, (764, 236), ACCENT),
            ),
            Panel(
                *("printing.xlsm", "校验结果", "校验结果", "what the button lists"),
                *(0.62, (764, 236), results),
            ),
        ),
        (
            Panel(
                *(
                    "functions.xlsx",
                    "",
                    "函数",
                    "a worksheet function, a cell an order",
                ),
                *(1, (1552, 152), AREA_COLOURS[Area.SALES]),
            ),
        ),
        (
            Lines(
                *("命令", "a command"),
                (f"$ {_COMMAND}", *said),
                *((1552, 150), "#3A4A4A"),
            ),
        ),
    )


if __name__ == "__main__":
    main()

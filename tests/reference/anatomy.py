"""workbooks/anatomy.png: what the parts of the workbook look like, with their names.

    python -m reference.anatomy

It runs the demo and composes parts of four pages. Run it when the look has
changed.
"""

import tempfile
from pathlib import Path

from harness.needs import CHECKOUT
from reference.pictures import Panel, draw
from xlsales import cli
from xlsales.sheets.sheet import Area
from xlsales.workbook.style import ACCENT, AREA_COLOURS

TARGET = CHECKOUT / "workbooks/anatomy.png"
_REPORTS = "demo/master-out/reports"
ROWS = (
    (
        Panel(
            *("demo/master.xlsx", "首页", "首页", "how the desk stands today"),
            *(1, (800, 440), ACCENT),
        ),
        Panel(
            *(f"{_REPORTS}/2026-10.xlsx", "概览", "统计", "what it adds up to"),
            *(1, (728, 440), AREA_COLOURS[Area.RESULTS]),
        ),
    ),
    (
        Panel(
            *(
                "demo/master.xlsx",
                "订单明细",
                "订单明细",
                "what you type, a row a product",
            ),
            *(0.828, (1552, 264), AREA_COLOURS[Area.SALES]),
        ),
    ),
    (
        Panel(
            *(f"{_REPORTS}/findings.xlsx", "", "校验结果", "what is wrong, and where"),
            *(0.667, (1552, 294), AREA_COLOURS[Area.RESULTS]),
        ),
    ),
)


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        cli.run(["demo", str(desk / "demo"), "--lang", "zh"])
        draw(ROWS, desk, TARGET)


if __name__ == "__main__":
    main()

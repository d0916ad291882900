"""workbooks/anatomy.png: what the parts of the workbook look like, with their names.

    python -m reference.anatomy

It runs the demo, has the office print its workbooks, and composes parts of four
pages. Run it when the look has changed. It needs the office and Pillow, which
the project itself does not depend on; the picture is kept in the repository.
"""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from harness.needs import CHECKOUT
from harness.office import Office
from xlsales import cli
from xlsales.sheets.sheet import Area
from xlsales.workbook.style import ACCENT, AREA_COLOURS, GREY_LINE, WHITE

TARGET = CHECKOUT / "workbooks/anatomy.png"
_WIDTH, _GAP, _LABEL, _EDGE = 1600, 24, 40, 12
_DPI = 330
_MARGIN = 0.42  # inches above and below: a page's header and footer


@dataclass(frozen=True)
class Panel:
    """A part of a page: where it is from, its name, its size, its zoom.

    Attributes:
        workbook: below the folder of the demo.
        page: what the page's first line ends with.
        part: how much of the page's width is shown.
        size: of the panel, without its name.
    """

    workbook: str
    page: str
    zh: str
    en: str
    part: float
    size: tuple[int, int]
    colour: str


_REPORTS = "master-out/reports"
ROWS = (
    (
        Panel(
            *("master.xlsx", "首页", "首页", "how the desk stands today"),
            *(1, (800, 440), ACCENT),
        ),
        Panel(
            *(f"{_REPORTS}/2026-10.xlsx", "概览", "统计", "what it adds up to"),
            *(1, (728, 440), AREA_COLOURS[Area.RESULTS]),
        ),
    ),
    (
        Panel(
            *("master.xlsx", "订单明细", "订单明细", "what you type, a row a product"),
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
        office = Office(desk / "office")
        try:
            pdfs = _printed(office, desk / "demo")
        finally:
            office.close()
        picture = _composed(pdfs)
    few = picture.quantize(256, kmeans=8, dither=Image.Dither.NONE)
    few.save(TARGET, optimize=True)


def _printed(office: Office, desk: Path) -> dict[str, Path]:
    names = list(dict.fromkeys(panel.workbook for row in ROWS for panel in row))
    return dict(zip(names, office.to_pdf(desk / name for name in names), strict=True))


def _composed(pdfs: dict[str, Path]) -> Image.Image:
    height = sum(row[0].size[1] + _LABEL + _GAP for row in ROWS) + _GAP
    picture = Image.new("RGB", (_WIDTH, height), WHITE)
    top = _GAP
    for row in ROWS:
        left = _GAP
        for panel in row:
            _draw(picture, (left, top), panel, pdfs[panel.workbook])
            left += panel.size[0] + _GAP
        top += row[0].size[1] + _LABEL + _GAP
    return picture


def _draw(picture: Image.Image, at: tuple[int, int], panel: Panel, pdf: Path) -> None:
    left, top = at
    width, height = panel.size
    draw = ImageDraw.Draw(picture)
    draw.rectangle((left, top, left + width - 1, top + _LABEL), fill=panel.colour)
    draw.text((left + 14, top + 6), panel.zh, font=_font(23), fill=WHITE)
    along = left + 30 + draw.textlength(panel.zh, font=_font(23))
    draw.text((along, top + 12), panel.en, font=_font(17), fill=WHITE)
    shown = _part(pdf, panel)
    picture.paste(shown, (left, top + _LABEL))
    below = (left, top + _LABEL, left + width - 1, top + _LABEL + height - 1)
    draw.rectangle(below, outline=GREY_LINE)


def _part(pdf: Path, panel: Panel) -> Image.Image:
    """Return the upper left part of a page's content, as large as the panel."""
    content = _content(_page(pdf, _number(pdf, panel.page)))
    inside = tuple(side - 2 * _EDGE for side in panel.size)
    width = round(content.width * panel.part)
    if panel.part == 1:  # all of it, however high it is
        width = max(width, round(content.height * inside[0] / inside[1]))
    paper = Image.new("RGB", (width, round(width * inside[1] / inside[0])), WHITE)
    paper.paste(content)
    shown = Image.new("RGB", panel.size, WHITE)
    shown.paste(paper.resize(inside, Image.Resampling.LANCZOS), (_EDGE, _EDGE))
    return shown


def _content(page: Image.Image) -> Image.Image:
    """Return a page without its header, its footer and its margins."""
    inner = round(_DPI * _MARGIN)
    page = page.crop((0, inner, page.width, page.height - inner))
    blank = Image.new("RGB", page.size, WHITE)
    return page.crop(ImageChops.difference(page, blank).getbbox())


def _number(pdf: Path, first_line: str) -> int:
    """Return the first page of a sheet."""
    done = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True
    )
    for number, page in enumerate(done.stdout.decode().split("\f"), 1):
        head = page.strip().partition("\n")[0]
        if head.endswith(first_line):
            return number
    raise LookupError(f"no page of {first_line} in {pdf.name}")


def _page(pdf: Path, number: int, dpi: int = _DPI) -> Image.Image:
    target = pdf.with_name(f"{pdf.stem}-{number}")
    pages = ["-f", str(number), "-l", str(number)]
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", *pages, pdf, target],
        check=True,
    )
    with Image.open(target.with_suffix(".png")) as picture:
        return picture.convert("RGB")


def _font(size: int) -> ImageFont.FreeTypeFont:
    done = subprocess.run(
        ["fc-list", "-f", "%{file}\n", ":lang=zh"], check=True, capture_output=True
    )
    return ImageFont.truetype(min(done.stdout.decode().splitlines()), size)


if __name__ == "__main__":
    main()

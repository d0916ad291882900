"""Pictures: parts of printed pages with their names, composed into one.

They need the office and Pillow, which the project itself does not depend on;
what is made is kept in the repository.
"""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from harness.office import Office
from xlsales.workbook.style import GREY_LINE, WHITE

_WIDTH, _GAP, _LABEL, _EDGE = 1600, 24, 40, 12
_DPI = 330
_MARGIN = 0.42  # inches above and below: a page's header and footer


@dataclass(frozen=True)
class Panel:
    """A part of a page: where it is from, its name, its size, its zoom.

    Attributes:
        workbook: below the folder of the desk.
        page: what the page's first line ends with.
        part: how much of the page's width is shown.
        size: of the panel, without its name.
        begin: how much of the page's width is left out before.
    """

    workbook: str
    page: str
    zh: str
    en: str
    part: float
    size: tuple[int, int]
    colour: str
    begin: float = 0


@dataclass(frozen=True)
class Lines:
    """Lines of a terminal."""

    zh: str
    en: str
    said: tuple[str, ...]
    size: tuple[int, int]
    colour: str


Rows = Sequence[Sequence[Panel | Lines]]
_INK, _PAPER = "#E8E8E8", "#1F2A2A"


def draw(rows: Rows, desk: Path, target: Path) -> None:
    """Compose parts of the workbooks of a desk into a picture."""
    office = Office(desk / "office")
    try:
        pdfs = _printed(office, rows, desk)
    finally:
        office.close()
    picture = _composed(rows, pdfs)
    few = picture.quantize(256, kmeans=8, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def _printed(office: Office, rows: Rows, desk: Path) -> dict[str, Path]:
    panels = [one for row in rows for one in row if isinstance(one, Panel)]
    names = list(dict.fromkeys(panel.workbook for panel in panels))
    return dict(zip(names, office.to_pdf(desk / name for name in names), strict=True))


def _composed(rows: Rows, pdfs: Mapping[str, Path]) -> Image.Image:
    height = sum(row[0].size[1] + _LABEL + _GAP for row in rows) + _GAP
    picture = Image.new("RGB", (_WIDTH, height), WHITE)
    top = _GAP
    for row in rows:
        left = _GAP
        for panel in row:
            shown = (
                _part(pdfs[panel.workbook], panel)
                if isinstance(panel, Panel)
                else _terminal(panel)
            )
            _put(picture, (left, top), panel, shown)
            left += panel.size[0] + _GAP
        top += row[0].size[1] + _LABEL + _GAP
    return picture


def _put(
    picture: Image.Image, at: tuple[int, int], panel: Panel | Lines, shown: Image.Image
) -> None:
    left, top = at
    width, height = panel.size
    draw = ImageDraw.Draw(picture)
    draw.rectangle((left, top, left + width - 1, top + _LABEL), fill=panel.colour)
    draw.text((left + 14, top + 6), panel.zh, font=_font(23), fill=WHITE)
    along = left + 30 + draw.textlength(panel.zh, font=_font(23))
    draw.text((along, top + 12), panel.en, font=_font(17), fill=WHITE)
    picture.paste(shown, (left, top + _LABEL))
    below = (left, top + _LABEL, left + width - 1, top + _LABEL + height - 1)
    draw.rectangle(below, outline=GREY_LINE)


def _terminal(panel: Lines) -> Image.Image:
    shown = Image.new("RGB", panel.size, _PAPER)
    draw = ImageDraw.Draw(shown)
    for number, line in enumerate(panel.said):
        draw.text((18, 14 + 30 * number), line, font=_font(19), fill=_INK)
    return shown


def _part(pdf: Path, panel: Panel) -> Image.Image:
    """Return an upper part of a page's content, as large as the panel."""
    content = _content(_page(pdf, _number(pdf, panel.page)))
    content = content.crop((round(content.width * panel.begin), 0, *content.size))
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

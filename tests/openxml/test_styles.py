"""Formats derived from those a workbook has: every number goes on meaning the same."""

import datetime as dt
import io

import pytest
import xlsxwriter

from xlsales.openxml.package import Package
from xlsales.openxml.rows import Rows, split_sheet
from xlsales.openxml.styles import Styles

FORMATS = {
    "plain": {},
    "money": {"num_format": "#,##0.00", "bold": True},
    "day": {"num_format": "yyyy-mm-dd"},
    "built-in day": {"num_format": 14},
    "yellow": {"bg_color": "#FFFF00"},
    "text with a d": {"num_format": '0.00"d"'},
    "minutes": {"num_format": "[mm]:ss"},
}


def styled():
    """A workbook with a cell of each format."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("S")
    for row, properties in enumerate(FORMATS.values()):
        sheet.write(row, 0, 1, book.add_format(properties))
    book.close()
    package = Package(target.getvalue())
    return package, Styles(package)


def number_of(name):
    """Return the number of a format, as its cell has it."""
    package, _ = styled()
    rows = Rows(split_sheet(package.read("xl/worksheets/sheet1.xml"))[1])
    return rows.cells(list(FORMATS).index(name) + 1)[1].style


def count(styles, group):
    return len(styles.group(group))


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("day", True),
        ("built-in day", True),
        ("minutes", True),
        ("plain", False),
        ("money", False),
        ("text with a d", False),
    ],
)
def test_a_day_is_shown_as_one(name, is_kept):
    _, styles = styled()
    style = number_of(name)

    found = styles.showing(style, dt.date(2026, 10, 31))

    assert (found == style) is is_kept
    assert styles.showing(style, dt.date(2026, 11, 1)) == found


def test_the_twin_of_a_format_differs_in_one_thing():
    package, styles = styled()
    money = number_of("money")
    before = styles.format(money)

    after = styles.format(styles.showing(money, dt.date(2026, 10, 31)))

    differing = {
        key
        for key in {*before.attrib, *after.attrib}
        if before.get(key) != after.get(key)
    }
    assert differing == {"numFmtId"}
    assert "xl/styles.xml" in package.changes()


def test_a_fill_and_back_again():
    _, styles = styled()
    money = number_of("money")
    formats = count(styles, "cellXfs")
    fill = styles.fill(money)

    red = styles.with_fill(money, styles.solid("FAD8D0"))

    assert red == formats
    assert styles.with_fill(red, fill) == money
    assert styles.with_fill(money, styles.solid("FAD8D0")) == red
    assert count(styles, "cellXfs") == formats + 1
    assert styles.group("cellXfs").get("count") == str(formats + 1)


def test_a_fill_that_is_there_is_taken():
    _, styles = styled()
    fills = count(styles, "fills")

    found = styles.with_fill(0, styles.fill(number_of("yellow")))

    assert found == number_of("yellow")
    assert count(styles, "fills") == fills


def test_looking_changes_nothing():
    package, styles = styled()
    styles.fill(1)
    styles.showing(number_of("day"), dt.date(2026, 10, 31))
    assert package.changes() == {}


def test_a_number_format_has_one_number():
    _, styles = styled()
    first = styles.number_format("0.000")
    assert first >= 164
    assert styles.number_format("0.000") == first
    assert styles.number_format("0.0000") != first


def test_a_workbook_without_styles_gets_some():
    package, _ = styled()
    key, part = next(iter(package.related(package.book, "styles").items()))
    package.unrelate(package.book, key)
    package.remove(part)

    styles = Styles(package)

    assert styles.showing(0, dt.date(2026, 10, 31)) == 1
    assert count(styles, "cellXfs") == 2
    (part,) = package.related(package.book, "styles").values()
    assert package.type_of(part).endswith("styles+xml")

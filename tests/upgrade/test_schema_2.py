"""A workbook of schema 2 gets the sheets from the quote to the dunning letter.

The two workbooks in the folder ``schema_2`` were made by the version before.
"""

from pathlib import Path

import pytest

from openxml.proof import opened
from xlsales.openxml.package import Package
from xlsales.openxml.tabs import tabs_of
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch
from xlsales.sheets import SHEETS
from xlsales.sheets.sheet import Area
from xlsales.sheets.titles import title_by_key
from xlsales.upgrade.upgraded import upgraded_workbook
from xlsales.workbook.read import read_book
from xlsales.workbook.schema import SCHEMA, schema_of

FOLDER = Path(__file__).parent / "schema_2"
BOTH = pytest.mark.parametrize("language", ["zh", "en"])
NEW = {
    "credit_decisions",
    "quotes",
    "quote_lines",
    "order_changes",
    "contracts",
    "contract_terms",
    "delivery_notes",
    "invoice_requests",
    "invoices",
    "invoice_lines",
    "mailings",
    "settlements",
    "statement_records",
    "dunnings",
    "deferrals",
    "document_records",
}


@pytest.fixture(scope="module")
def before():
    return {one.stem: one.read_bytes() for one in sorted(FOLDER.glob("*.xlsx"))}


@pytest.fixture(scope="module")
def after(before):
    return {
        language: upgraded_workbook(content, "master.xlsx", "zh")
        for language, content in before.items()
    }


def home(content, language):
    """Return where the links of 首页 stand, by the title they lead to."""
    frame = Patch(content).sheet(SHEETS[0].title(language)).frame
    return {
        one.get("location").removesuffix("!A1").strip("'"): one.get("ref")
        for one in frame.iterfind("{*}hyperlinks/{*}hyperlink")
    }


@BOTH
def test_it_comes_to_the_schema_of_this_version(before, after, language):
    assert schema_of(before[language]) == 2
    assert after[language].from_schema == 2
    assert schema_of(after[language].content) == SCHEMA
    again = upgraded_workbook(after[language].content, "master.xlsx", "zh")
    assert again.content == after[language].content
    assert again.changes == ()


@BOTH
def test_no_cell_is_lost_or_changed(before, after, language):
    """Of 参数 the rows: its new settings stand among those of the version before."""
    old, new = Patch(before[language]), Patch(after[language].content)
    for key, title in title_by_key(old.parts).items():
        there, now = contents(old, title), contents(new, title)
        if key == "settings":
            assert rows(there) <= rows(now)
            continue
        moved = {at for at, said in there.items() if said.startswith("xlsales ")}
        lost = {at for at, said in there.items() if now.get(at) != said} - moved
        assert lost == set(), title


def rows(cells):
    """Return what the rows of a sheet say, each from left to right."""
    numbers = {row for row, _ in cells}
    return {
        tuple(said for at, said in sorted(cells.items()) if at[0] == one)
        for one in numbers
    }


@BOTH
def test_all_sheets_stand_in_their_order(before, after, language):
    titles = [sheet.title(language) for sheet in SHEETS]
    assert [one.title for one in tabs_of(Package(after[language].content))] == titles
    assert {sheet.key for sheet in SHEETS} - set(
        title_by_key(Patch(before[language]).parts)
    ) == NEW
    book = read_book(after[language].content, "")
    assert book.missing == []


@BOTH
def test_home_leads_to_every_sheet_from_the_row_of_its_area(after, language):
    content = after[language].content
    links = home(content, language)
    page = contents(Patch(content), SHEETS[0].title(language))
    assert set(links) == {sheet.title(language) for sheet in SHEETS[1:]}
    for area in Area:
        rows = {
            int(links[sheet.title(language)].lstrip("ABCDEFGHIJKLM"))
            for sheet in SHEETS[1:]
            if sheet.area is area and sheet.key in NEW
        }
        assert {page[row, 2] for row in rows} <= {area.title(language)}


@pytest.mark.office
def test_libreoffice_opens_it_with_all_that_is_in_it(office, after, tmp_path):
    contents_of = {f"{key}.xlsx": done.content for key, done in after.items()}
    for name, content in opened(office, contents_of, tmp_path).items():
        book, shown = read_book(contents_of[name], ""), read_book(content, "")
        assert shown.missing == []
        for key, table in book.tables.items():
            for column, cells in table.columns.items():
                assert shown.tables[key].columns[column].values == cells.values

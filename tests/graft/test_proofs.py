"""Graft, proved elsewhere: by the schema of Office, and by an office that computes."""

import datetime as dt

import pytest

from graft.desks import opened, put, values
from harness.tables import rows_from
from reports.conftest import SHOP
from xlsales import jobs
from xlsales.periods import parse_period
from xlsales.sheets.book import book_of
from xlsales.workbook.build import build_master

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
AS_OF = dt.date(2026, 10, 31)
# A master in English has a sheet of this name already.
TITLES = {"zh": {}, "en": {"Targets": "Targets reached"}}
FINDINGS = {"zh": "校验结果", "en": "Findings"}


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def statistics(language):
    found = jobs.stats(book_of(rows_from(SHOP)), parse_period("2026-10"), as_of=AS_OF)
    return jobs.statistics_workbook(found, language)


@pytest.fixture(scope="module")
def findings(language):
    checked = jobs.check(book_of(rows_from(SHOP)), as_of=AS_OF)
    return jobs.findings(checked, language)


@pytest.fixture(scope="module")
def desk(language, statistics, findings):
    """A master that both were put into twice."""
    content = build_master(rows_from(SHOP), language, as_of=AS_OF)
    titles = dict(brought(statistics, language))
    for replaces in ((), titles.values()):
        content = put(content, statistics, titles=titles, replaces=replaces)
        content = put(content, findings, replaces=[FINDINGS[language]])
    return content


def brought(statistics, language):
    """Yield the title of each sheet of statistics, and that in the master."""
    for title in opened(statistics).sheetnames:
        yield title, TITLES[language].get(title, title)


@pytest.mark.validator
def test_the_schema_of_office_finds_no_fault(validator, desk, tmp_path):
    path = tmp_path / "desk.xlsx"
    path.write_bytes(desk)

    assert validator(path) == []


@pytest.mark.office
def test_an_office_computes_the_same(office, desk, statistics, language, tmp_path):
    made = {}
    for name, content in {"desk": desk, "alone": statistics}.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(content)
        made[name] = office.recalculate(path).read_bytes()

    there, here = opened(made["desk"]), opened(made["alone"])
    for title, now in brought(statistics, language):
        assert values(made["desk"], now) == values(made["alone"], title)
        assert len(there[now]._charts) == len(here[title]._charts)


def test_the_same_is_read_from_it(desk, statistics, findings, language):
    for title, now in brought(statistics, language):
        assert values(desk, now) == values(statistics, title)
    found = FINDINGS[language]
    assert values(desk, found) == values(findings, found)


def test_every_cell_looks_as_it_did(desk, statistics, language):
    there, here = opened(desk), opened(statistics)
    for title, now in brought(statistics, language):
        for row in here[title].iter_rows():
            for cell in row:
                twin = there[now][cell.coordinate]
                for look in ("font", "fill", "border", "alignment", "number_format"):
                    found, expected = getattr(twin, look), getattr(cell, look)
                    assert repr(found) == repr(expected), (now, cell.coordinate)

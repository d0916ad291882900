"""A demo workbook that is open in the stand-in of Excel."""

import datetime as dt
from collections.abc import Iterator

import pytest

from excel.stand_in import Excel, excel
from harness.demo import faulty
from xlsales.excel.conf import Place
from xlsales.excel.dress import dress

LAST_DAY = dt.date(2026, 10, 31)


@pytest.fixture(scope="session")
def demo() -> bytes:
    """Return a master of the invented company, with what was planted in it."""
    return faulty()


@pytest.fixture(scope="session")
def dressed(demo: bytes) -> bytes:
    """Return it with everything for Excel."""
    return dress(demo, "master.xlsm", "zh", Place())


@pytest.fixture
def program() -> Iterator[Excel]:
    """Return a running stand-in of Excel."""
    with excel() as running:
        yield running

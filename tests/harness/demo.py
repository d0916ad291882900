"""The demo company's rows and workbooks, made once for all tests of a process."""

from functools import cache

from xlsales import new_workbook
from xlsales.demo import demo_rows
from xlsales.demo.days import LAST
from xlsales.language import Language

Rows = dict[str, list[dict[str, object]]]


def rows(*, with_faults: bool = False) -> Rows:
    """Return the demo company's rows, to be changed as a test likes."""
    found = _rows(with_faults=with_faults)
    return {key: [dict(row) for row in records] for key, records in found.items()}


@cache
def master(language: Language = "zh") -> bytes:
    """Return its workbook, without mistakes."""
    return new_workbook(_rows(with_faults=False), language)


@cache
def faulty(language: Language = "zh") -> bytes:
    """Return its workbook with what was planted in it, checked on its last day."""
    return new_workbook(_rows(with_faults=True), language, LAST)


@cache
def _rows(*, with_faults: bool) -> Rows:
    return demo_rows(with_faults=with_faults)

"""What the tests of a period's work share: the clean book, ready to sign.

As of 2026-10-20 October owes six files: the contracts of both checked orders,
a statement to C1 (it owes its opening item) and to C2 (it bought and paid), the
statistics and the findings.
"""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import xlsales
from checks.changes import AS_OF, CLEAN_BOOK
from harness.tables import rows_from
from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.executors import Serial
from xlsales.regenerate.manifest import NAME
from xlsales.regenerate.run import Regeneration
from xlsales.regenerate.task import Asked

NOON = dt.datetime(2026, 10, 20, 12, 0, 5, tzinfo=dt.UTC)
ASKED = Asked(period="2026-10", as_of=AS_OF, now=NOON, version="1")
OCTOBER = {
    "contracts/合同_HT-LNSYNO.001_北方.docx",
    "contracts/合同_HT-ZJHZNO.001_西湖.docx",
    "statements/对账单_DZ202610-C1_北方.xlsx",
    "statements/对账单_DZ202610-C2_西湖.xlsx",
    "reports/2026-10.xlsx",
    "reports/findings.xlsx",
}


def ready_rows():
    """Return the rows of the clean book, its orders with a place of signing."""
    rows = rows_from(CLEAN_BOOK)
    for order in rows["orders"]:
        order["sign_place"] = "沈阳"
    return rows


def write(path: Path, rows) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(xlsales.new_workbook(rows))
    return path


@pytest.fixture
def master(tmp_path):
    """A workbook of which nothing will be refused."""
    return write(tmp_path / "master.xlsx", ready_rows())


@pytest.fixture
def regenerate():
    """Do a period's work in this process; return what became of each workbook."""

    def run(
        *workbooks, period="2026-10", as_of=AS_OF, output=None, executor=None, **how
    ):
        asked = replace(ASKED, period=period, as_of=as_of, **how)
        work = Regeneration(desks_of(workbooks, output), asked)
        work.run(executor or Serial(), lambda *_: None)
        return work.outcomes

    return run


def outputs(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder but the manifest, by its name there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != NAME
    }


def spoil_template(folder: Path, name: str) -> None:
    """Put a template of our own beside a workbook that is none."""
    (folder / "templates").mkdir()
    (folder / "templates" / name).write_bytes(b"no template")

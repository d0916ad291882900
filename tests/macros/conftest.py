"""A desk, and the small book of the gallery as an open workbook in memory."""

import datetime as dt
import io

import pytest
import python_calamine

from checks.changes import AS_OF, workbook_with
from xlsales.macros.macro import Desk
from xlsales.workbook.in_memory import InMemory
from xlsales.workbook.port import Selection

NOW = dt.datetime(2026, 10, 20, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def desk(tmp_path):
    return Desk(AS_OF, NOW, tmp_path / "主簿.xlsm")


@pytest.fixture
def opened():
    """Open the clean book after some changes, with rows of a sheet selected."""

    def with_changes(changes="", title="", rows=()):
        content = io.BytesIO(workbook_with(changes))
        source = python_calamine.CalamineWorkbook.from_filelike(content)
        grids = {
            one: source.get_sheet_by_name(one).to_python(skip_empty_area=False)
            for one in source.sheet_names
        }
        names = {"last_check": "", "xlsales_revision": 1}
        selection = Selection(title, rows)
        return InMemory(grids, "主簿.xlsm", names, selection)

    return with_changes

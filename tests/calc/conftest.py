"""A desk: an office with a window, and a demo workbook to open in it."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness.window import Screen, make_profile, office_with_window
from xlsales import jobs
from xlsales.demo import demo_rows
from xlsales.excel.conf import Place
from xlsales.excel.dress import dress

LAST_DAY = dt.date(2026, 10, 31)


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the profile of a person who has the extension."""
    folder = tmp_path_factory.mktemp("calc") / "profile"
    make_profile(folder)
    return folder


@pytest.fixture(scope="session")
def workbooks() -> Mapping[str, bytes]:
    """Return a master in which nothing is wrong on the last day, plain and dressed."""
    rows = demo_rows(with_faults=False)
    plain = jobs.new_workbook(rows, as_of=LAST_DAY)
    dressed = dress(plain, "master.xlsm", "zh", Place())
    return {"master.xlsx": plain, "master.xlsm": dressed}


@pytest.fixture
def sit_down(
    profile: Path,
    workbooks: Mapping[str, bytes],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Callable[..., Screen]]:
    """Open a workbook of the test's own; a picture shows how the test ended."""
    with ExitStack() as stack:

        def start(
            name: str = "master.xlsm", *, is_beside: bool = False, was_at: str = ""
        ) -> Screen:
            own = shutil.copytree(profile, tmp_path / "profile")
            if was_at:  # when the office was killed
                (own / "user/xlsales-running.json").write_text(was_at, "utf-8")
            path = tmp_path / "desk" / name
            path.parent.mkdir()
            path.write_bytes(workbooks[name])
            screen = stack.enter_context(office_with_window(own, is_beside=is_beside))
            stack.callback(screen.picture, f"end-of-{request.node.name}")
            screen.open(path)
            return screen

        yield start

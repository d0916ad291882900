"""What the tests of writing stand on: a clerk's file, and what lies beside it."""

import datetime as dt
from pathlib import Path

import pytest

NOON = dt.datetime(2026, 10, 8, 12, 0, 5, tzinfo=dt.UTC)


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.rglob("*") if not one.is_dir()}


@pytest.fixture
def master(tmp_path):
    """A workbook that a clerk works in, alone in its folder."""
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(b"old")
    return path

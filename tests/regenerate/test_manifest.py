"""The manifest: what was made of what, and what it costs to keep."""

import json
from decimal import Decimal

import pytest

from xlsales import disk
from xlsales.regenerate import manifest
from xlsales.regenerate.manifest import (
    NAME,
    Entry,
    Keeper,
    digest,
    hash_of,
    manifest_bytes,
    read_manifest,
)


@pytest.fixture
def keeper(tmp_path):
    """The keeper of a folder in which the letter a holds "A", made of "i"."""
    (tmp_path / "a").write_bytes(b"A")
    keeper = Keeper(tmp_path, "../master.xlsx")
    keeper.add("a", Entry("i", hash_of(b"A")))
    keeper.settle("2026-10", "all", ["a"])
    keeper.write()
    return keeper


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a",), ("a", "")),
        (("1",), (1,)),
        ((b"a",), ("a",)),
        ((Decimal("1.0"),), (Decimal("1.00"),)),
        (({"a": 1, "b": 2},), ({"b": 2, "a": 1},)),
    ],
)
def test_different_values_have_different_digests(one, other):
    assert digest(*one) == digest(*one)
    assert digest(*one) != digest(*other)


def test_the_hash_of_a_file_is_what_sha256sum_says():
    """By hand: printf A | sha256sum."""
    assert hash_of(b"A") == (
        "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd"
    )


@pytest.mark.usefixtures("keeper")
def test_an_output_is_held_while_it_is_made_of_the_same_and_is_the_same(tmp_path):
    found = read_manifest(tmp_path)
    assert found.holds("a", "i")
    assert not found.holds("a", "other")
    assert not found.holds("b", "i")
    (tmp_path / "a").write_bytes(b"by hand")
    assert not found.holds("a", "i")
    (tmp_path / "a").unlink()
    assert not found.holds("a", "i")


def test_a_period_is_settled_while_all_of_it_is_as_it_was_then(keeper, tmp_path):
    assert read_manifest(tmp_path).is_settled("2026-10", "all")
    assert not read_manifest(tmp_path).is_settled("2026-10", "other")
    assert not read_manifest(tmp_path).is_settled("2026-11", "all")
    (tmp_path / "a").write_bytes(b"B")
    keeper.add("a", Entry("j", hash_of(b"B")))
    keeper.write()
    assert not read_manifest(tmp_path).is_settled("2026-10", "all")


@pytest.mark.usefixtures("keeper")
def test_it_is_the_json_that_is_documented(tmp_path):
    content = hash_of(b"A")
    assert json.loads((tmp_path / NAME).read_bytes()) == {
        "workbook": "../master.xlsx",
        "outputs": {"a": {"inputs": "i", "content": content}},
        "settled": {"2026-10": {"inputs": "all", "outputs": {"a": content}}},
    }


@pytest.mark.parametrize(
    "content", [b"", b'{"outp', b"[]", b"{}", b'{"outputs": {"a": 1}}', b"\xff"]
)
def test_one_that_cannot_be_read_is_empty(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    found = read_manifest(tmp_path)
    assert (found.outputs, found.settled, found.workbook) == ({}, {}, "")


def test_one_that_says_the_same_is_not_written(keeper, monkeypatch):
    monkeypatch.setattr(disk, "replace", None)
    keeper.write()


def test_a_folder_in_which_nothing_was_made_gets_none(tmp_path):
    Keeper(tmp_path / "out", "../master.xlsx").write()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("count", [1, 10, 100, 1000])
def test_keeping_it_costs_a_dozen_times_what_writing_it_once_costs(
    tmp_path, monkeypatch, count
):
    written = []
    monkeypatch.setattr(
        manifest.disk, "replace", lambda _, content: written.append(len(content))
    )
    keeper = Keeper(tmp_path, "")
    for number in range(count):
        keeper.add(f"{number:04}", Entry("i" * 64, "c" * 64))
        if keeper.is_behind:
            keeper.write()
    keeper.write()
    assert sum(written) <= 12 * len(manifest_bytes(keeper.manifest))


def test_what_has_landed_is_on_disk_but_for_a_tenth(tmp_path):
    keeper = Keeper(tmp_path, "")
    for number in range(1, 300):
        keeper.add(str(number), Entry("i", "c"))
        if keeper.is_behind:
            keeper.write()
        assert len(read_manifest(tmp_path).outputs) >= number * 0.89

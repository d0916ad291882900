import io
import zipfile

import pytest

from xlsales.openxml.zipped import read_parts, replace_parts

PARTS = {"[Content_Types].xml": b"<Types/>", "xl/a.xml": b"a" * 999, "图.bin": b"\0\1"}


def zipped(parts, method=zipfile.ZIP_DEFLATED, when=(2026, 10, 5, 8, 0, 0)):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, when)
            info.compress_type = method
            archive.writestr(info, content, compresslevel=1)
    return made.getvalue()


METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]


@pytest.mark.parametrize("method", METHODS)
def test_parts_come_back(method):
    package = zipped(PARTS, method)

    assert read_parts(package) == PARTS
    assert read_parts(replace_parts(package, {})) == PARTS


def test_one_part_is_replaced_one_added_one_taken_out():
    changed = {"xl/a.xml": b"b", "xl/new.xml": b"", "图.bin": None, "xl/c.xml": b"c"}

    parts = read_parts(replace_parts(zipped(PARTS), changed))

    assert parts == {
        "[Content_Types].xml": b"<Types/>",
        "xl/a.xml": b"b",
        "xl/new.xml": b"",
        "xl/c.xml": b"c",
    }


def test_what_stays_keeps_its_compressed_bytes():
    package = zipped(PARTS)

    written = replace_parts(package, {"图.bin": b"x"})

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        before = archive.getinfo("xl/a.xml")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        after = archive.getinfo("xl/a.xml")
        assert archive.testzip() is None
    assert (before.compress_size, before.CRC) == (after.compress_size, after.CRC)
    assert after.date_time == (1980, 1, 1, 0, 0, 0)


def test_what_is_no_zip_is_refused():
    with pytest.raises(zipfile.BadZipFile):
        read_parts(b"no zip")

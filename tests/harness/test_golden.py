"""Golden files tell what changed and how to agree with it."""

import io
import zipfile

import pytest

from harness.golden import Golden


@pytest.fixture
def compare(tmp_path):
    Golden(update=True, folder=tmp_path)("one.txt", "甲\n乙\n")
    return Golden(update=False, folder=tmp_path)


def zipped(**parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        for name, content in parts.items():
            book.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def test_the_same_passes(compare):
    compare("one.txt", "甲\n乙\n")


def test_a_difference_is_shown_with_what_to_do(compare):
    with pytest.raises(pytest.fail.Exception, match=r"-乙\n\+丙\n.*--update-golden"):
        compare("one.txt", "甲\n丙\n")


def test_a_new_one_says_how_to_make_it(compare):
    with pytest.raises(pytest.fail.Exception, match=r"two\.txt.*--update-golden"):
        compare("two.txt", "")


def test_a_workbook_is_compared_part_by_part(tmp_path):
    Golden(update=True, folder=tmp_path)("a.xlsx", zipped(same="1", other="2"))
    with pytest.raises(pytest.fail.Exception, match="parts that differ: other\n"):
        Golden(update=False, folder=tmp_path)("a.xlsx", zipped(same="1", other="3"))


def test_what_no_test_used_is_deleted(tmp_path):
    made = Golden(update=True, folder=tmp_path)
    made("used.txt", "")
    made("folder/unused.txt", "")
    later = Golden(update=False, folder=tmp_path)
    later("used.txt", "")
    assert later.clean() == ["folder/unused.txt"]
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["used.txt"]

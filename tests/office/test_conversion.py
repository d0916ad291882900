"""Conversion: many files in one call, and an office that does not do as it should."""

import pytest

from xlsales.errors import CannotRead, OfficeFailed
from xlsales.language import say
from xlsales.office import Office, Target


def names_and_content(converted):
    return [(one.file.name, one.content) for one in converted]


def failed(office, files):
    """Return what came, and the line of the failure that ended it."""
    came = []
    with pytest.raises(OfficeFailed) as caught:
        came.extend(office.convert(files, Target.PDF))
    error = caught.value
    return names_and_content(came), say("errors", error.code, "zh", **error.facts)


def test_many_files_are_one_call_and_keep_their_order(played, three):
    with Office() as office:
        made = names_and_content(office.convert(three, Target.PDF))
    assert made == [
        ("a.xlsx", b"a.xlsx"),
        ("二.xlsx", "二.xlsx".encode()),
        ("c d.xlsx", b"c d.xlsx"),
    ]
    assert played.calls == [3]


def test_no_files_are_no_call(played):
    with Office() as office:
        assert list(office.convert([], Target.PDF)) == []
    assert played.calls == []


def test_two_files_of_one_name_do_not_meet(played, tmp_path):
    files = [tmp_path / folder / "账.xlsx" for folder in ("may", "june")]
    for file in files:
        file.parent.mkdir()
        file.write_text(file.parent.name)
    with Office() as office:
        made = list(office.convert(files, Target.PDF))
    assert made == [(files[0], b"may"), (files[1], b"june")]
    assert played.calls == [1, 1]


def test_a_thousand_files_fit_the_command_line_of_any_system(played, tmp_path):
    files = [tmp_path / f"{number}.xlsx" for number in range(250)]
    for file in files:
        file.write_text(file.name)
    with Office() as office:
        made = list(office.convert(files, Target.PDF))
    assert [one.file for one in made] == files
    assert played.calls == [100, 100, 50]


def test_a_file_that_cannot_be_opened_is_none_and_the_others_are_made(played, three):
    played.plays('convert "$1"; convert "$3"')
    with Office() as office:
        made = list(office.convert(three, Target.PDF))
    assert [one.content for one in made] == [b"a.xlsx", None, b"c d.xlsx"]


def test_a_file_that_is_not_there_stops_before_the_office_starts(played, tmp_path):
    with Office() as office, pytest.raises(CannotRead):
        list(office.convert([tmp_path / "nowhere.xlsx"], Target.PDF))
    assert played.calls == []


def test_a_result_that_is_still_empty_is_waited_for(played, three):
    """The office makes a file first and fills it then, as measured."""
    slow = ': >"$out/$(basename "${file%.*}").$ending"; sleep 0.3; convert "$file"'
    played.plays(f'for file in "$@"; do {slow}; done')
    with Office() as office:
        made = names_and_content(office.convert(three, Target.PDF))
    assert [content for _, content in made] == [one.name.encode() for one in three]


def test_an_office_that_hangs_is_stopped_in_time(played, three):
    played.plays('convert "$1"; sleep 60')
    with Office(seconds=2) as office:
        came, line = failed(office, three)
    assert came == [("a.xlsx", b"a.xlsx")]
    assert "处理 二.xlsx 时没有在时限内完成" in line


def test_an_office_that_never_starts_working_is_stopped_too(played, three):
    played.plays("sleep 60")
    with Office(seconds=0.3) as office:
        came, line = failed(office, three)
    assert came == []
    assert "处理 a.xlsx 时没有在时限内完成" in line


def test_a_killed_office_is_an_error_and_the_next_call_starts_another(played, three):
    played.plays('convert "$1"; kill -9 $$')
    with Office() as office:
        came, line = failed(office, three)
        played.plays(played.COPIES_ALL)
        again = names_and_content(office.convert(three, Target.PDF))
    assert came == [("a.xlsx", b"a.xlsx")]
    assert "处理 二.xlsx 时中途退出" in line
    assert [name for name, _ in again] == ["a.xlsx", "二.xlsx", "c d.xlsx"]
    assert [file.read_text() for file in three] == ["a.xlsx", "二.xlsx", "c d.xlsx"]


def test_an_office_that_breaks_off_when_all_is_done_has_done_it(played, three):
    played.plays('for file in "$@"; do convert "$file"; done; kill -9 $$')
    with Office() as office:
        assert len(list(office.convert(three, Target.PDF))) == 3


def test_it_works_on_copies_and_leaves_nothing(played, three, tmp_path, monkeypatch):
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(desk))
    played.plays('for file in "$@"; do echo spoilt >"$file"; convert "$file"; done')
    with Office() as office:
        made = list(office.convert(three, Target.PDF))
    assert [one.content for one in made] == [b"spoilt\n"] * 3
    assert [file.read_text() for file in three] == ["a.xlsx", "二.xlsx", "c d.xlsx"]
    assert list(desk.iterdir()) == []


@pytest.mark.office
def test_a_real_office_takes_what_it_can_and_passes_over_the_rest(faulty, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and nothing more")
    with Office() as office:
        made = list(office.convert([broken, faulty], Target.PDF))
    assert made[0] == (broken, None)
    assert made[1].content.startswith(b"%PDF")

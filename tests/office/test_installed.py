"""Installed: what the files of an office say, on each kind of machine."""

import sys
from pathlib import Path

import pytest

from office.places import debian, deployed, mac, opt, windows
from xlsales.office.installed import installed, settings_in
from xlsales.office.program import find_program

USUAL = ".config/libreoffice/4"
ON_WINDOWS = "AppData/Roaming/LibreOffice/4"
ON_MAC = "Library/Application Support/LibreOffice/4"
OFFICES = [
    (debian, "linux", {}, ("25.2", (3, 11), USUAL)),
    (
        *(debian, "linux", {"XDG_CONFIG_HOME": "{home}/other"}),
        ("25.2", (3, 11), "other/libreoffice/4"),
    ),
    (opt, "linux", {}, ("24.8", (3, 9), USUAL)),
    (
        *(windows, "win32", {"APPDATA": "{home}/of the firm"}),
        ("7.6", (3, 8), "of the firm/LibreOffice/4"),
    ),
    (windows, "win32", {}, ("7.6", (3, 8), ON_WINDOWS)),
    (mac, "darwin", {}, ("25.8", (3, 11), ON_MAC)),
]


@pytest.mark.parametrize(("makes", "platform", "environment", "said"), OFFICES)
def test_an_office_is_told_by_its_files(makes, platform, environment, said, tmp_path):
    named = {key: value.format(home=tmp_path) for key, value in environment.items()}
    found = installed(str(makes(tmp_path / "disk")), platform, named, tmp_path)
    version, python, profile = said
    assert (found.version, found.python, found.has_bridge) == (version, python, True)
    assert found.profile == tmp_path / profile


def test_without_its_bridge_it_runs_no_python(tmp_path):
    found = installed(str(debian(tmp_path, has_bridge=False)), "linux", {}, tmp_path)
    assert (found.version, found.python, found.has_bridge) == ("25.2", None, False)


def test_beside_a_program_that_only_starts_another_there_is_no_office(tmp_path):
    starter = tmp_path / "soffice"
    starter.touch()
    with pytest.raises(FileNotFoundError):
        installed(str(starter), "linux", {}, tmp_path)


def test_what_our_extension_was_told(tmp_path):
    deployed(tmp_path, {"python": "/usr/bin/python3"})
    assert settings_in(tmp_path) == {"python": "/usr/bin/python3"}


@pytest.mark.parametrize("told", [None, [1]], ids=["no JSON", "something else"])
def test_one_that_is_broken_is_there_and_says_nothing(tmp_path, told):
    deployed(tmp_path, told)
    assert settings_in(tmp_path) == {}


def test_what_was_taken_out_is_not_there_though_its_folder_is(tmp_path):
    deployed(tmp_path, {"python": "/usr/bin/python3"})
    noted = tmp_path / "user/uno_packages/cache/uno_packages.pmap"
    noted.write_bytes(b"Pmp1\n")
    assert settings_in(tmp_path) is None


def test_another_extension_is_not_ours(tmp_path):
    deployed(tmp_path, {"python": "/usr/bin/python3"}, key="xlsales.calculator")
    assert settings_in(tmp_path) is None


def test_a_profile_that_was_never_used_has_nothing(tmp_path):
    assert settings_in(tmp_path / "none") is None


@pytest.mark.office
def test_the_office_of_this_machine_says_what_it_is():
    found = installed(find_program(), sys.platform, {}, Path("/home/su"))
    assert found.version
    assert found.has_bridge == (found.python is not None)

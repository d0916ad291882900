"""Calc facts: what is in the profile of the person, and what it was told."""

import sys

import pytest

from office.places import debian, deployed
from xlsales.doctor.calc_facts import Extension, calc_of

TOLD = {"xlsales": "0.1.0", "python": sys.executable, "version": [3, 11]}


def seen(home):
    return calc_of(str(debian(home / "usr")), "linux", {}, home)


def test_without_an_office_there_is_nothing(tmp_path):
    assert calc_of("", "linux", {}, tmp_path) is None


def test_an_office_without_ours(tmp_path):
    calc = seen(tmp_path)
    assert (calc.version, calc.python, calc.has_bridge) == ("25.2", (3, 11), True)
    assert calc.extension is None


@pytest.mark.parametrize(
    ("told", "extension"),
    [
        (
            TOLD,
            Extension(
                xlsales="0.1.0",
                python=sys.executable,
                version=(3, 11),
                is_python_there=True,
            ),
        ),
        (
            {**TOLD, "python": "/gone/python", "version": "3.11"},
            Extension(xlsales="0.1.0", python="/gone/python"),
        ),
        ({}, Extension()),
        (None, Extension()),
    ],
    ids=["whole", "its Python gone", "says nothing", "no JSON"],
)
def test_what_the_extension_was_told(tmp_path, told, extension):
    deployed(tmp_path / ".config/libreoffice/4", told)
    assert seen(tmp_path).extension == extension

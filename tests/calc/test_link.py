"""The link to xlsales: where its packages are found, and what happens where not."""

import sys

import pytest

pytestmark = pytest.mark.bridge


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """The folders of the system and of xlsales."""
    found = {name: tmp_path / name / "site-packages" for name in ("system", "ours")}
    for folder in found.values():
        folder.mkdir(parents=True)
    from xlsales.calc.in_office import link  # noqa: F401 - while uno is to be found

    monkeypatch.setattr(sys, "path", ["first", str(found["system"]), "last"])
    return found


def test_a_package_of_the_system_hides_none_of_ours(folders):
    from xlsales.calc.in_office.link import find_in

    find_in([str(folders["ours"])])

    system, ours = str(folders["system"]), str(folders["ours"])
    assert sys.path == ["first", ours, system, "last"]


def test_what_is_there_already_is_not_put_there_twice(folders):
    from xlsales.calc.in_office.link import find_in

    before = list(sys.path)
    find_in([str(folders["system"])])

    assert sys.path == before


def test_where_it_cannot_be_loaded_into_the_office_it_runs_beside_it(
    tmp_path, monkeypatch
):
    """A package made for another build of Python fails in many ways."""
    from xlsales.calc.in_office import link, office
    from xlsales.calc.in_office.beside import Beside

    def fail(asked):
        raise ValueError("numpy.dtype size changed")

    monkeypatch.setattr(link, "_Inside", fail)
    monkeypatch.setattr(office, "user_folder", lambda: tmp_path)
    monkeypatch.delenv("XLSALES_CALC_BESIDE", raising=False)
    here = {"version": sys.version_info[:2], "paths": [], "python": "python"}

    assert isinstance(link.Link(here)._linked(), Beside)

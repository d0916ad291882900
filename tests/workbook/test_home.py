"""Home: one page, in both languages, with the way to every sheet."""

import pytest

from xlsales.language import LANGUAGES, catalogue
from xlsales.sheets import SHEETS
from xlsales.workbook.build import build_master


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_home_is_one_page_with_nothing_cut_off(office, tmp_path, language):
    """Everything that home says stands on the first page and none on another."""
    path = tmp_path / f"{language}.xlsx"
    path.write_bytes(build_master(language=language))
    first, second, *_ = office.text(path).split("\f")
    said = [text[language] for text in catalogue()["home"].values()]
    said += [sheet.title(language) for sheet in SHEETS]
    said += [sheet.purpose(language) for sheet in SHEETS if sheet.key != "home"]
    shown = "".join(first.split())
    assert [text for text in said if "".join(text.split()) not in shown] == []
    assert SHEETS[1].columns[0].title(language) in second

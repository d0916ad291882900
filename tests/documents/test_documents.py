"""Templates use the names that are documented, and those only."""

import io
import re

import pytest
from docxtpl import DocxTemplate
from jinja2 import meta, nodes
from openpyxl import load_workbook

from xlsales.documents import DOCUMENTS
from xlsales.documents.sandbox import environment
from xlsales.project import template


def tags_of_word(template):
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    source = document.patch_xml(document.get_xml())
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _, part in document.get_headers_footers(uri):
            source += document.patch_xml(document.get_part_xml(part))
    return source


def tags_of_excel(template):
    sheet = load_workbook(io.BytesIO(template)).active
    texts = [str(cell.value) for row in sheet for cell in row if cell.value]
    texts += [sheet.oddHeader.left.text, sheet.oddHeader.right.text]
    texts.append(sheet.oddFooter.left.text)
    return re.sub(r"\{%\s*tr\s", "{% ", "\n".join(texts))


TEMPLATES_OF = {
    name: one for one in DOCUMENTS for name in (one.template, one.english) if name
}


@pytest.fixture(params=TEMPLATES_OF)
def used(request):
    name = request.param
    read = tags_of_word if name.endswith(".docx") else tags_of_excel
    source = read(template(name))
    return TEMPLATES_OF[name], environment(autoescape=False).parse(source)


def test_a_template_uses_documented_names_only(used):
    document, tree = used
    documented = {one.name for one in document.variables}
    last_parts = {name.rpartition(".")[2] for name in documented} | {
        "last",
        "first",
        "index",
    }

    assert meta.find_undeclared_variables(tree) <= documented
    assert {one.attr for one in tree.find_all(nodes.Getattr)} <= last_parts


@pytest.mark.validator
@pytest.mark.parametrize("name", TEMPLATES_OF)
def test_a_template_is_valid_open_xml(validator, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(template(name))
    assert validator(path) == []


def test_every_document_is_listed_once():
    assert len({one.key for one in DOCUMENTS}) == len(DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.key)
def test_every_variable_means_something_in_both_languages(document):
    names = [one.name for one in document.variables]

    assert len(set(names)) == len(names)
    assert all(one.meaning.zh and one.meaning.en for one in document.variables)


def test_a_field_belongs_to_a_documented_name():
    for document in DOCUMENTS:
        names = {one.name for one in document.variables}
        assert {name.partition(".")[0] for name in names} <= names

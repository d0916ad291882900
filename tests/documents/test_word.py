import io

import pytest
from docx import Document

from xlsales.documents import word
from xlsales.errors import BadTemplate
from xlsales.openxml.zipped import read_parts


def a_template(*paragraphs):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def texts(document):
    return [one.text for one in Document(io.BytesIO(document)).paragraphs]


def test_special_characters_survive_and_control_characters_go():
    name = 'A&B <甲> "乙"\x0b\x00\ud800 {{ x }}'

    filled = word.render(a_template("{{ name }}"), {"name": name})

    assert texts(filled) == ['A&B <甲> "乙" {{ x }}']


def test_nested_values_are_cleaned_too():
    template = a_template("{%p for one in lines %}", "{{ one.name }}", "{%p endfor %}")

    filled = word.render(template, {"lines": [{"name": "a\x07b"}, {"name": "<c>"}]})

    assert texts(filled) == ["ab", "<c>"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ lines.append(1) }}",
        "{{ missing }}",
        "{{ name.missing }}",
        "{{ 1 / 0 }}",
        "{{ name | money }}",
        "{{ name ",
        "{% for x in lines %}",
        "{{ '{0.__class__}'.format(name) }}",
    ],
)
def test_what_a_template_may_not_do_is_refused(tag):
    context = {"name": "甲", "lines": []}

    with pytest.raises(BadTemplate) as caught:
        word.render(a_template(tag), context, "mine.docx")

    assert caught.value.facts["template"] == "mine.docx"
    assert caught.value.facts["reason"]


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04broken"])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(BadTemplate):
        word.render(content, {})


def test_the_same_input_makes_the_same_bytes():
    template = a_template("{{ name }}")

    assert word.render(template, {"name": "甲"}) == word.render(
        template, {"name": "甲"}
    )


def test_parts_without_text_pass_through():
    template = a_template("{{ name }}")

    before, after = (
        read_parts(template),
        read_parts(word.render(template, {"name": ""})),
    )

    assert list(before) == list(after)
    assert before["word/styles.xml"] == after["word/styles.xml"]

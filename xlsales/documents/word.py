"""Word templates: the dialect of docxtpl, filled inside the sandbox.

``{{ name }}`` prints a value; a table row holding only ``{%tr for x in xs %}``
begins a repetition of rows, a paragraph ``{%p if x %}`` a condition.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from xlsales.documents.agreement import refuse_disagreement
from xlsales.documents.faults import cannot_fill
from xlsales.documents.sandbox import CANNOT_FILL, cleaned, environment
from xlsales.errors import BadTemplate
from xlsales.language import text
from xlsales.openxml.zipped import read_parts, replace_parts

_BODY = "word/document.xml"
_WRITTEN = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml"
)


def render(template: bytes, context: Mapping[str, object], name: str = "") -> bytes:
    """Fill a Word template.

    Only the parts that hold text are replaced; every other part of the
    template passes through with its own bytes.

    Args:
        template: the .docx file.
        context: values by the names the template may use.
        name: the template's file name, for the message.

    Raises:
        BadTemplate: a tag that cannot be read or filled, or no Word file.
    """
    document = _opened(template, name)
    document.fix_tables = _refusing_broken_xml(document.fix_tables)
    filled = io.BytesIO()
    try:
        document.render(cleaned(context), environment(autoescape=True))
        document.save(filled)
    except (*CANNOT_FILL, etree.XMLSyntaxError) as fault:
        reason = cannot_fill(fault).facts["reason"]
        raise BadTemplate(template=name, reason=reason) from fault
    parts = read_parts(filled.getvalue())
    written = [one for one in read_parts(template) if _WRITTEN.fullmatch(one)]
    try:
        refuse_disagreement(parts[_BODY])
    except BadTemplate as fault:
        raise BadTemplate(template=name, reason=fault.facts["reason"]) from fault
    return replace_parts(template, {one: parts[one] for one in written})


def _opened(template: bytes, name: str) -> Any:  # noqa: ANN401 - docxtpl is untyped
    from docxtpl import DocxTemplate  # noqa: PLC0415 - slow to load

    document = DocxTemplate(io.BytesIO(template))
    try:
        document.init_docx()
    except (zipfile.BadZipFile, LookupError, ValueError) as fault:
        reason = text("template_faults", "no_document")
        raise BadTemplate(template=name, reason=reason) from fault
    return document


def _refusing_broken_xml(repair: Callable[[str], object]) -> Callable[[str], object]:
    """Let nothing through that docxtpl would silently mend by dropping text."""

    def checked(xml: str) -> object:
        etree.fromstring(xml)
        return repair(xml)

    return checked

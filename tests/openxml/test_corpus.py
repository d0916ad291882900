"""The corpus is what it says, and the harness of the proof sees what it must."""

import io

import pytest

from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from openxml.corpus.parts import SHEET1, edited
from openxml.corpus.tables import plain_table
from openxml.proof import (
    Validator,
    around_cells,
    canonical,
    changes,
    facts,
    opened,
    packed,
    touched,
    values,
    wrong_values,
    xml_parts,
)
from xlsales.openxml.package import Package
from xlsales.openxml.zipped import replace_parts

ALL = [*WORKBOOKS, *SAVED_BY_EXCEL]


def each(workbooks=ALL):
    """Return workbooks as parameters, with the marks of what they need."""
    return [
        pytest.param(one, id=one.name, marks=[getattr(pytest.mark, x) for x in one.needs])
        for one in workbooks
    ]

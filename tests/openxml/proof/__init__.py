"""The proof that a workbook was changed where it should be and nowhere else.

It shares no code with what it proves.

    touched(before, after, allowed)     parts that differ though they may not
    around_cells(content, sheet)        a sheet's part without its cells, as XML
    canonical(xml), xml_parts(content)
    changes(before, after, besides)     facts that differ: (what was, what is)
    facts(content)                      cells, styles, rules, tables, names, ...
    values(content)                     what calamine reads, by ``sheet!A1``
    wrong_values(content, expected)
    schema.no_worse(before, after)      new errors; ``schema`` is a fixture
    opened(office, workbooks, folder)   as LibreOffice saves them, computed anew
"""

from openxml.proof.facts import KINDS, changes, facts
from openxml.proof.packages import around_cells, canonical, packed, touched, xml_parts
from openxml.proof.programs import Validator, opened, values, wrong_values

__all__ = [
    "KINDS",
    "Validator",
    "around_cells",
    "canonical",
    "changes",
    "facts",
    "opened",
    "packed",
    "touched",
    "values",
    "wrong_values",
    "xml_parts",
]

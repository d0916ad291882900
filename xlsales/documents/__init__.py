"""What do we send? Every document, its template and the names it may use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xlsales.documents.contract_variables import CONTRACT_VARIABLES
from xlsales.documents.entry_contract_variables import ENTRY_CONTRACT_VARIABLES
from xlsales.documents.shown import Variable
from xlsales.documents.statement_variables import STATEMENT_VARIABLES
from xlsales.language import Text

Engine = Callable[[bytes, Mapping[str, object], str], bytes]


def _word(template: bytes, context: Mapping[str, object], name: str) -> bytes:
    from xlsales.documents import word  # noqa: PLC0415 - slow to load

    return word.render(template, context, name)


def _excel(template: bytes, context: Mapping[str, object], name: str) -> bytes:
    from xlsales.documents import excel  # noqa: PLC0415 - slow to load

    return excel.render(template, context, name)


@dataclass(frozen=True, slots=True)
class Document:
    """Something we send: its template's file name, and what fills it."""

    key: str
    title: Text
    template: str
    engine: Engine
    variables: tuple[Variable, ...]


CONTRACT = Document(
    key="contract",
    title=Text("合同", "Contract"),
    template="contract.docx",
    engine=_word,
    variables=CONTRACT_VARIABLES,
)
STATEMENT = Document(
    key="statement",
    title=Text("对账单", "Statement"),
    template="statement.xlsx",
    engine=_excel,
    variables=STATEMENT_VARIABLES,
)
ENTRY_CONTRACT = Document(
    key="entry_contract",
    title=Text("产品进场合同", "Store entry contract"),
    template="entry_contract.docx",
    engine=_word,
    variables=ENTRY_CONTRACT_VARIABLES,
)
DOCUMENTS = (CONTRACT, STATEMENT, ENTRY_CONTRACT)


def render(document: Document, template: bytes, context: Mapping[str, object]) -> bytes:
    """Fill a template; the same template and context make the same bytes.

    Raises:
        BadTemplate: the template cannot be filled; its reason names the place.
    """
    return document.engine(template, context, document.template)

"""What do we send? Every document, its template and the names it may use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xlsales.documents.contract_variables import CONTRACT_VARIABLES
from xlsales.documents.delivery_note_variables import DELIVERY_NOTE_VARIABLES
from xlsales.documents.entry_contract_variables import ENTRY_CONTRACT_VARIABLES
from xlsales.documents.extension_variables import EXTENSION_VARIABLES
from xlsales.documents.invoice_request_variables import INVOICE_REQUEST_VARIABLES
from xlsales.documents.order_change_variables import ORDER_CHANGE_VARIABLES
from xlsales.documents.quote_variables import QUOTE_VARIABLES
from xlsales.documents.receipt_variables import RECEIPT_VARIABLES
from xlsales.documents.shown import Variable
from xlsales.documents.statement_variables import STATEMENT_VARIABLES
from xlsales.documents.unpaid_variables import LETTER_VARIABLES, REPORT_VARIABLES
from xlsales.language import Language, Text

Engine = Callable[[bytes, Mapping[str, object], str], bytes]


def _word(template: bytes, context: Mapping[str, object], name: str) -> bytes:
    from xlsales.documents import word  # noqa: PLC0415 - slow to load

    return word.render(template, context, name)


def _excel(template: bytes, context: Mapping[str, object], name: str) -> bytes:
    from xlsales.documents import excel  # noqa: PLC0415 - slow to load

    return excel.render(template, context, name)


@dataclass(frozen=True, slots=True)
class Document:
    """Something we send: its template's file name, and what fills it.

    Attributes:
        key: by which everything speaks of it.
        title: what people call it.
        template: the file name of its template.
        engine: what fills that.
        variables: the names it may use, in either language.
        english: the file name of its English template; "" where there is none.
    """

    key: str
    title: Text
    template: str
    engine: Engine
    variables: tuple[Variable, ...]
    english: str = ""

    def template_in(self, language: Language) -> str:
        """Return the file name of the template in a language; Chinese without one."""
        return (language == "en" and self.english) or self.template


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
    english="statement.en.xlsx",
)
QUOTE = Document(
    key="quote",
    title=Text("报价单", "Quote"),
    template="quote.docx",
    engine=_word,
    variables=QUOTE_VARIABLES,
    english="quote.en.docx",
)
DELIVERY_NOTE = Document(
    key="delivery_note",
    title=Text("发货单", "Delivery note"),
    template="delivery_note.docx",
    engine=_word,
    variables=DELIVERY_NOTE_VARIABLES,
    english="delivery_note.en.docx",
)
ORDER_CHANGE = Document(
    key="order_change",
    title=Text("订单变更单", "Order change"),
    template="order_change.docx",
    engine=_word,
    variables=ORDER_CHANGE_VARIABLES,
    english="order_change.en.docx",
)

INVOICE_REQUEST = Document(
    key="invoice_request",
    title=Text("开票申请单", "Invoice request"),
    template="invoice_request.docx",
    engine=_word,
    variables=INVOICE_REQUEST_VARIABLES,
)

RECEIPT = Document(
    key="receipt",
    title=Text("收据", "Receipt"),
    template="receipt.docx",
    engine=_word,
    variables=RECEIPT_VARIABLES,
    english="receipt.en.docx",
)
REPORT = Document(
    key="report",
    title=Text("未回款报告单", "Report of unpaid items"),
    template="report.docx",
    engine=_word,
    variables=REPORT_VARIABLES,
)
LETTER = Document(
    key="letter",
    title=Text("逾期回款函", "Overdue letter"),
    template="letter.docx",
    engine=_word,
    variables=LETTER_VARIABLES,
    english="letter.en.docx",
)
EXTENSION = Document(
    key="extension",
    title=Text("延期还款审批单", "Extension request"),
    template="extension.docx",
    engine=_word,
    variables=EXTENSION_VARIABLES,
)

ENTRY_CONTRACT = Document(
    key="entry_contract",
    title=Text("产品进场合同", "Store entry contract"),
    template="entry_contract.docx",
    engine=_word,
    variables=ENTRY_CONTRACT_VARIABLES,
)
DOCUMENTS = (
    CONTRACT,
    STATEMENT,
    QUOTE,
    DELIVERY_NOTE,
    ORDER_CHANGE,
    INVOICE_REQUEST,
    RECEIPT,
    REPORT,
    LETTER,
    EXTENSION,
    ENTRY_CONTRACT,
)


def render(
    document: Document,
    template: bytes,
    context: Mapping[str, object],
    language: Language = "zh",
) -> bytes:
    """Fill a template; the same template and context make the same bytes.

    Raises:
        BadTemplate: the template cannot be filled; its reason names the place.
    """
    return document.engine(template, context, document.template_in(language))

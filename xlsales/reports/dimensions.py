"""Dimensions: the ways to break sales down, each a key that a sale belongs to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xlsales.errors import UnknownName
from xlsales.language import LANGUAGES, Text, say, text
from xlsales.reports.names import Names
from xlsales.sheets.book import Book
from xlsales.sheets.customers import CUSTOMERS
from xlsales.sheets.targets import TargetDimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One way to break sales down.

    Attributes:
        key: its name in options, JSON and frames.
        title: what people call it.
        fact: what of a sale it is looked up by: customer, salesperson, product.
        member: from that fact's key to this dimension's, in the master as it is
            now; "" is a row that is not filled in.
        name: what people call a key.
    """

    key: str
    title: Text
    fact: str
    member: Callable[[Book, str], str]
    name: Callable[[Names, str], Text]


def _itself(_: Book, key: str) -> str:
    return key


def _of_customer(field: str) -> Callable[[Book, str], str]:
    def member(book: Book, code: str) -> str:
        customer = book.customers.get(code)
        return (getattr(customer, field) or "") if customer else ""

    return member


def _category(book: Book, code: str) -> str:
    product = book.products.get(code)
    return (product.category or "") if product else ""


def _option(list_name: str) -> Callable[[Names, str], Text]:
    return lambda names, value: names.option(list_name, value)


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension(
        key="customer",
        title=TargetDimension.CUSTOMER.label,
        fact="customer",
        member=_itself,
        name=Names.customer,
    ),
    Dimension(
        key="channel",
        title=TargetDimension.CHANNEL.label,
        fact="customer",
        member=_of_customer("channel"),
        name=_option("渠道"),
    ),
    Dimension(
        key="region",
        title=TargetDimension.REGION.label,
        fact="customer",
        member=_of_customer("region"),
        name=_option("区域"),
    ),
    Dimension(
        key="source",
        title=CUSTOMERS.column["source"].title,
        fact="customer",
        member=_of_customer("source"),
        name=_option("客户来源"),
    ),
    Dimension(
        key="salesperson",
        title=TargetDimension.SALESPERSON.label,
        fact="salesperson",
        member=_itself,
        name=Names.person,
    ),
    Dimension(
        key="product",
        title=TargetDimension.PRODUCT.label,
        fact="product",
        member=_itself,
        name=Names.product,
    ),
    Dimension(
        key="category",
        title=TargetDimension.CATEGORY.label,
        fact="product",
        member=_category,
        name=_option("类别"),
    ),
)


def dimensions_of(keys: Sequence[str]) -> list[Dimension]:
    """Return dimensions by key, each once, in the order asked for.

    Raises:
        UnknownName: there is no such dimension.
    """
    known = {one.key: one for one in DIMENSIONS}
    for key in keys:
        if key not in known:
            hint = Text(
                *(
                    say("report", "dimension_hint", one, known=tuple(known))
                    for one in LANGUAGES
                )
            )
            raise UnknownName(kind=text("names", "dimension"), name=key, hint=hint)
    return [known[key] for key in dict.fromkeys(keys)]

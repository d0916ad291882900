"""Columns: what a field of a sheet is, said once.

From a ``Column`` come the title in both languages, the number format, the
drop-down, the input hint, how a cell is read and which checks look at it.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from xlsales.language import Text


class ColumnType(Enum):
    """How a cell of the column is written, read and shown."""

    CODE = "code"
    TEXT = "text"
    REF = "ref"
    CHOICE = "choice"
    CHOICES = "choices"
    OPTION = "option"
    CURRENCY = "currency"
    MONEY = "money"
    PRICE = "price"
    QUANTITY = "qty"
    RATE = "rate"
    DISCOUNT = "discount"
    NUMBER = "number"
    INTEGER = "int"
    DATE = "date"
    PERIOD = "period"
    TERM = "term"
    BOOL = "bool"


class Choice(Enum):
    """A closed choice of the program; the value is its label in both languages."""

    @property
    def label(self) -> Text:
        """The words in the cell."""
        return Text(*self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet, or one row of a form."""

    key: str
    title: Text
    kind: ColumnType
    required: bool = False
    essential: bool = False
    is_key: bool = False
    refers_to: str = ""
    choices: type[Choice] | None = None
    option_list: str = ""
    hint: Text | None = None
    default: object = None
    between: tuple[int, int] | None = None
    secondary: bool = False


def normal_title(title: str) -> str:
    """Return a header cell without what people add to it: marks, breaks, case."""
    return "".join(title.split()).strip("*＊✱").lower().replace("_", "")


def _column(kind: ColumnType, zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    hint = facts.pop("hint", None)
    facts["hint"] = Text(*hint) if hint else None
    column = {"kind": kind, "title": Text(zh, en), **facts}
    return field(default=facts.get("default"), metadata={"column": column})


def code(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A number that is text: leading zeros stay."""
    return _column(ColumnType.CODE, zh, en, **facts)


def words(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """Free text."""
    return _column(ColumnType.TEXT, zh, en, **facts)


def ref(sheet: str, zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """The key of a row of another sheet."""
    return _column(ColumnType.REF, zh, en, refers_to=sheet, **facts)


def choice(of: type[Choice], zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """One of a closed list."""
    return _column(ColumnType.CHOICE, zh, en, choices=of, **facts)


def choices(of: type[Choice], zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """Any number of a closed list, with 、 between them."""
    return _column(ColumnType.CHOICES, zh, en, choices=of, **facts)


def option(list_name: str, zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """One of a list the firm keeps on 选项."""
    return _column(ColumnType.OPTION, zh, en, option_list=list_name, **facts)


def currency(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A currency by its three letters; CNY where nothing is said."""
    return _column(ColumnType.CURRENCY, zh, en, **{"default": "CNY", **facts})


def money(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """An amount with two decimals."""
    return _column(ColumnType.MONEY, zh, en, **facts)


def price(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A unit price with up to four decimals."""
    return _column(ColumnType.PRICE, zh, en, **facts)


def quantity(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A quantity with up to four decimals."""
    return _column(ColumnType.QUANTITY, zh, en, **facts)


def rate(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A fraction, shown as a percentage."""
    return _column(ColumnType.RATE, zh, en, **facts)


def discount(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """The reduction as a fraction; text with 折 is read as one."""
    return _column(ColumnType.DISCOUNT, zh, en, **facts)


def number(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A number of no fixed unit."""
    return _column(ColumnType.NUMBER, zh, en, **facts)


def integer(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A whole number."""
    return _column(ColumnType.INTEGER, zh, en, **facts)


def day(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A date."""
    return _column(ColumnType.DATE, zh, en, **facts)


def period(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A month or quarter."""
    return _column(ColumnType.PERIOD, zh, en, **facts)


def term(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """A payment term, in the words people write."""
    return _column(ColumnType.TERM, zh, en, **facts)


def flag(zh: str, en: str, **facts: Any) -> Any:  # noqa: ANN401
    """Yes or no."""
    return _column(ColumnType.BOOL, zh, en, **facts)

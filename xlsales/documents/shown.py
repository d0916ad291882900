"""How documents show dates, rates and the parties."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text, show_number
from xlsales.sheets.book import Book
from xlsales.sheets.settings import Settings

_TEN = Decimal(10)


@dataclass(frozen=True, slots=True)
class Variable:
    """One name a template may use; ``lines.name`` is a field of each line."""

    name: str
    meaning: Text


def variables(meanings: Mapping[str, tuple[str, str]]) -> tuple[Variable, ...]:
    """Return variables from a table of names and their meaning, zh and en."""
    return tuple(Variable(name, Text(*words)) for name, words in meanings.items())


SELLER = {
    "seller": ("我方", "Ourselves"),
    "seller.name": ("公司名称", "Company name"),
    "seller.uscc": ("统一社会信用代码", "Social credit code"),
    "seller.address": ("地址", "Address"),
    "seller.phone": ("电话", "Phone"),
    "seller.email": ("邮箱；可空", "E-mail; may be empty"),
    "seller.bank": ("开户行", "Bank"),
    "seller.account": ("账号", "Account"),
    "seller.legal_rep": ("法定代表人", "Legal representative"),
}


def seller_facts(settings: Settings) -> dict[str, str]:
    """Return our own facts; what is not filled in is an empty text."""
    names = [name.removeprefix("seller.") for name in SELLER if "." in name]
    return {name: getattr(settings, name) or "" for name in names}


def name_of(book: Book, code: str | None) -> str:
    """Return an employee's name; the code where 员工 has none, "" for nobody."""
    person = book.staff.get(code or "")
    return person.name if person else code or ""


def day(on: date | None) -> str:
    """Return a date as contracts write it: 2026年10月5日."""
    return f"{on.year}年{on.month}月{on.day}日" if on else ""


def unit(currency: str) -> str:
    """Return what stands behind an amount: 元, or nothing in other currencies."""
    return " 元" if currency == "CNY" else ""


def percent(rate: Decimal | None) -> str:
    """Return a fraction as a percentage without idle zeros: 13%, 0.05%."""
    return "" if rate is None else f"{(rate * 100).normalize():f}%"


def in_tenths(discount: Decimal) -> str:
    """Return a reduction as the trade says it: 0.05 is 9.5折; none is empty."""
    if not discount:
        return ""
    return f"{((1 - discount) * _TEN).normalize():f}折"


def price(amount: Decimal) -> str:
    """Return a unit price: two decimals, and up to four where it has them."""
    shown = f"{amount:,.4f}"
    return shown[:-2] + shown[-2:].rstrip("0")


def count(quantity: Decimal | None) -> str:
    """Return a quantity or weight as people print it."""
    return "" if quantity is None else show_number(quantity.normalize())

"""How documents show dates, rates and the parties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Language, Text, show, show_number
from xlsales.ledger.terms import TermFault, explain, parse_term
from xlsales.money import currency_name, in_words
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer, PaperLanguage
from xlsales.sheets.options import OPTIONS
from xlsales.sheets.products import Product
from xlsales.sheets.settings import Settings

_TEN = Decimal(10)
_UNITS = "单位"


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


def language_of(customer: Customer) -> Language:
    """Return what papers to a customer are written in."""
    return "en" if customer.paper_language is PaperLanguage.ENGLISH else "zh"


def day(on: date | None, language: Language = "zh") -> str:
    """Return a date as contracts write it: 2026年10月5日; in English 2026-10-05."""
    if on is None:
        return ""
    if language == "en":
        return on.isoformat()
    return f"{on.year}年{on.month}月{on.day}日"


def unit(currency: str, language: Language = "zh") -> str:
    """Return what stands behind an amount: 元, or nothing in other currencies."""
    return " 元" if currency == "CNY" and language == "zh" else ""


def currency_shown(currency: str, language: Language) -> str:
    """Return a currency by its name in Chinese, by its code in English."""
    return currency if language == "en" else currency_name(currency)


def words_of(amount: Decimal, currency: str, language: Language) -> str:
    """Return an amount in capital Chinese digits; English papers have none."""
    return "" if language == "en" else in_words(amount, currency)


def listed(parts: Iterable[str], language: Language) -> str:
    """Return what there is of some texts, each once: A、B, in English A, B."""
    return show(tuple(dict.fromkeys(filter(None, parts))), language)


def goods_name(product: Product, language: Language) -> str:
    """Return what a product is called; English papers use its English name."""
    return (language == "en" and product.english_name) or product.name


def goods_unit(book: Book, name: str | None, language: Language) -> str:
    """Return a unit of goods; in English what 选项 calls it, if it does."""
    if language == "zh" or not name:
        return name or ""
    return english_units(book).get(name, name)


def english_units(book: Book) -> dict[str, str]:
    """Return what 选项 calls the units in English."""
    return {
        one.value: one.english
        for one in book[OPTIONS].records
        if one.list == _UNITS and one.english
    }


def term_shown(settings: Settings, typed: str, language: Language) -> str:
    """Return a payment term as it was typed; in English what it says."""
    term = parse_term(typed)
    if language == "zh" or isinstance(term, TermFault):
        return typed
    return explain(term, language, settings.monthly_reading)


def percent(rate: Decimal | None) -> str:
    """Return a fraction as a percentage without idle zeros: 13%, 0.05%."""
    return "" if rate is None else f"{(rate * 100).normalize():f}%"


def in_tenths(discount: Decimal) -> str:
    """Return a reduction as the trade says it: 0.05 is 9.5折; none is empty."""
    if not discount:
        return ""
    return f"{((1 - discount) * _TEN).normalize():f}折"


def discount_shown(discount: Decimal, language: Language) -> str:
    """Return a reduction as 9.5折, in English as 5% off; none is empty."""
    if language == "zh" or not discount:
        return in_tenths(discount)
    return f"{percent(discount)} off"


def price(amount: Decimal) -> str:
    """Return a unit price: two decimals, and up to four where it has them."""
    shown = f"{amount:,.4f}"
    return shown[:-2] + shown[-2:].rstrip("0")


def count(quantity: Decimal | None) -> str:
    """Return a quantity or weight as people print it."""
    return "" if quantity is None else show_number(quantity.normalize())

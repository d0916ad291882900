"""Names: what people call a code, a person or a value of a list, in two languages."""

from functools import cached_property

from xlsales.language import Text
from xlsales.sheets.book import Book
from xlsales.sheets.options import OPTIONS


class Names:
    """The names in a book; what it does not know is called by its code."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def customer(self, code: str) -> Text:
        """Return a customer's short name."""
        customer = self._book.customers.get(code)
        return same(customer.shown if customer else code)

    def person(self, code: str) -> Text:
        """Return an employee's name."""
        person = self._book.staff.get(code)
        return same(person.name if person else code)

    def product(self, code: str) -> Text:
        """Return a product's name and spec."""
        product = self._book.products.get(code)
        if product is None:
            return same(code)
        return same(" ".join(filter(None, (product.name, product.spec))))

    def option(self, list_name: str, value: str) -> Text:
        """Return a value of a list of 选项; its English stands there, if anywhere."""
        return Text(value, self._english.get((list_name, value)) or value)

    @cached_property
    def _english(self) -> dict[tuple[str, str], str | None]:
        return {(o.list, o.value): o.english for o in self._book[OPTIONS].records}


def same(word: str) -> Text:
    """Return a word that is the same in every language."""
    return Text(word, word)

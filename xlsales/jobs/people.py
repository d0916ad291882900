"""People: who works with the workbook, and what they may do there."""

from xlsales.language import LANGUAGES, Text, say
from xlsales.sheets.book import Book
from xlsales.sheets.staff import Role, Status


def against_operator(book: Book, *roles: Role) -> tuple[Text, ...]:
    """Return why the person at the workbook may not make a paper; () if they may.

    Who that is stands on 参数; where nobody is named, anybody may.

    Args:
        book: with 参数 and 员工.
        roles: one of these is needed.
    """
    code = book.settings.operator
    person = book.staff.get(code) if code else None
    if not code or (
        person and person.status is Status.ACTIVE and set(roles) & set(person.roles)
    ):
        return ()
    facts = {"person": person.name if person else code}
    labels = [role.label for role in roles]
    return (
        Text(
            *(
                say("reasons", "may_not", one, roles=labels, **facts)
                for one in LANGUAGES
            )
        ),
    )

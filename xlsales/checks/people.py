"""People: who may make and who may check, as 员工 says."""

from xlsales.checks.look import Findings, Look
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.staff import Role, Status


def may_not_make(look: Look) -> Findings:
    """An order was made by someone whom 员工 does not let make any (S-403)."""
    yield from _without_role(look, "maker", Role.MAKER)


def may_not_check(look: Look) -> Findings:
    """An order was checked by someone whom 员工 does not let check (S-403)."""
    yield from _without_role(look, "checker", Role.CHECKER)


def _without_role(look: Look, column: str, role: Role) -> Findings:
    """Yield the orders under way whose person has left, or lacks a role now.

    Orders that were shipped stay as they were: people change their work. Roles
    that cannot be read are a finding of their own.
    """
    for order in look.orders:
        person = look.person(getattr(order, column))
        if order.order_no not in look.unshipped or not (person and person.roles):
            continue
        if person.status is not Status.ACTIVE or role not in person.roles:
            facts = {"expected": role.label, "name": person.name}
            yield look.at(ORDERS, order, column, **facts)

"""Carriers: where XML holds a formula, and formulas that follow a move there."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from xlsales.moves.following import Follower
from xlsales.moves.refusals import not_followed
from xlsales.openxml.references import Area, CannotFollow, Move


class Carrier(NamedTuple):
    """An element that holds a formula in an attribute, or as its text.

    Attributes:
        element: the element.
        key: the attribute's name; "" for the text.
        is_list: whether it lists ranges (see ``Follower``).
    """

    element: etree._Element
    key: str = ""
    is_list: bool = False

    @property
    def formula(self) -> str:
        """The formula as it stands there."""
        found = self.element.get(self.key) if self.key else self.element.text
        return found or ""

    def put(self, formula: str) -> None:
        """Replace the formula, if it is another one."""
        if formula == self.formula:
            return
        if self.key:
            self.element.set(self.key, formula)
        else:
            self.element.text = formula


def follow_all(carriers: Iterable[Carrier], title: str, move: Move, place: str) -> None:
    """Let formulas go along with a move.

    Args:
        carriers: what holds them.
        title: the sheet that a bare ``A1`` means; "" for none.
        move: what changes its place.
        place: where they are, for a person.

    Raises:
        CannotPatch: one cannot go along.
    """
    for carrier in carriers:
        follower = Follower(title, move, is_list=carrier.is_list)
        try:
            new = follower(carrier.formula)
        except CannotFollow as error:
            raise not_followed(place, carrier.formula, error) from error
        carrier.put(new)


def area_in(element: etree._Element, key: str = "ref") -> Area | None:
    """Return the area that an attribute names, if it names one."""
    try:
        return Area.of(element.get(key, ""))
    except ValueError:
        return None


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]

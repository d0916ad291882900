"""Order: the tests that a mutant should fail at come first, so that it fails soon.

A check is named after its code, and so is its case in the gallery.
"""

import os
import re
from collections.abc import Callable

_MUTANT = re.compile(r".*\.x_(?P<function>\w+)__mutmut_\d+")


def pytest_collection_modifyitems(items: list) -> None:
    """Put the cases of the function under test first."""
    items.sort(key=comes_later(os.environ.get("MUTANT_UNDER_TEST", "")))


def comes_later(mutant: str) -> Callable[[object], bool]:
    """Return what tells the tests that do not name the mutant's function."""
    found = _MUTANT.fullmatch(mutant)
    name = found["function"] if found else ""
    return lambda item: f"[{name}]" not in item.nodeid

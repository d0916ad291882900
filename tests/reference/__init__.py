"""The reference: pages of Markdown written from the code, so they cannot drift.

``make docs`` writes them; ``tests/test_reference.py`` says when they are old.
Only the prose of ``WALK.md`` is written by hand; its blocks between marks are
not.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from harness.needs import CHECKOUT
from reference import (
    commands,
    functions,
    problems,
    requirements,
    sheets,
    templates,
    vba,
    walk,
)

PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "workbooks/SHEETS.md": sheets.page,
        "workbooks/PROBLEMS.md": problems.page,
        "workbooks/COMMANDS.md": commands.page,
        "workbooks/FUNCTIONS.md": functions.page,
        "workbooks/REQUIREMENTS.md": requirements.page,
        "workbooks/WALK.md": walk.page,
        "templates/README.md": templates.page,
        "workbooks/vba/Buttons.bas": vba.buttons,
        "workbooks/vba/Ribbon.bas": vba.ribbon,
        "workbooks/vba/Functions.bas": vba.functions,
    }
)


def stale() -> list[str]:
    """Return the pages that are not what the code says now."""
    return [
        name
        for name, page in PAGES.items()
        if not (path := CHECKOUT / name).is_file() or path.read_text("utf-8") != page()
    ]


def write() -> list[str]:
    """Write the pages that are stale; return their names."""
    changed = stale()
    for name in changed:
        (CHECKOUT / name).write_text(PAGES[name](), "utf-8")
    return changed

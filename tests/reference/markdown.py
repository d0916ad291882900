"""Markdown: tables, anchors and the line on top of every written page."""

import re
from collections.abc import Iterable, Sequence

from xlsales.language import Text

WRITTEN = "<!-- Written from the code by `make docs`; changes here are lost. -->"
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_IDS = re.compile(r" \(S-\d[^)]*\)")
_BREAK = "<br>"


def page(title: str, *blocks: str) -> str:
    """Return a page: the mark, its title, and blocks with a line between them."""
    body = "\n\n".join(one.strip("\n") for one in blocks if one.strip())
    return f"{WRITTEN}\n\n# {title}\n\n{body}\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; line breaks and bars in its cells are kept as such."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def both(text: Text | None) -> str:
    """Return a text in both languages, the Chinese above the English."""
    if text is None:
        return ""
    return text.zh if text.zh == text.en else f"{text.zh}\n{text.en}"


def heading(text: Text) -> str:
    """Return a title in both languages on one line."""
    return f"{text.zh} · {text.en}"


def code(text: str) -> str:
    """Return a text set as code."""
    return f"`{text}`" if text else ""


def first_line(docstring: str | None) -> str:
    """Return what a docstring begins with, without ids and marks of code."""
    line = (docstring or "").strip().partition("\n")[0]
    return _IDS.sub("", line).replace("``", "")


def safe(text: str) -> str:
    """Return a text whose <words> outside code are shown, and no tags of HTML."""
    parts = text.split("`")
    parts[::2] = [one.replace("<", "&lt;") for one in parts[::2]]
    return "`".join(parts)


def block(text: str, language: str = "text") -> str:
    """Return a block of code."""
    return f"```{language}\n{text}\n```"


def link(text: str, title: str, page: str = "") -> str:
    """Return a link to the heading ``title``, of this page or of another one."""
    return f"[{text}]({page}#{anchor(title)})"


def anchor(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    shown = _LINK.sub(r"\1", title).strip().lower()
    return _NOT_IN_ANCHORS.sub("", shown).replace(" ", "-")


def links(text: str) -> list[tuple[str, str]]:
    """Return the links of a page, as what is shown and where it goes."""
    return _LINK.findall(_without_code_blocks(text))


def anchors(text: str) -> set[str]:
    """Return the anchors of a page's headings."""
    found = re.findall(r"(?m)^#+ (.+)$", _without_code_blocks(text))
    return {anchor(one) for one in found}


def _without_code_blocks(text: str) -> str:
    return re.sub(r"(?ms)^```.*?^```$", "", text)


def _cell(text: str) -> str:
    return safe(text).replace("|", "\\|").replace("\n", _BREAK)

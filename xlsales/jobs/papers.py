"""Papers: documents that can be made, that were made, or were refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from xlsales import project
from xlsales.documents import Document, render
from xlsales.language import Language, Text, text

Templates = Callable[[str], bytes]
"""Where templates are found: by file name."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made: the parts of its file name, and its bytes."""

    name: tuple[str, ...]
    ending: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that can be made.

    Attributes:
        document: what it is.
        name: the parts of its file name.
        context: what fills its template.
        language: what it is written in.
    """

    document: Document
    name: tuple[str, ...]
    context: Mapping[str, object]
    language: Language = "zh"

    @property
    def template(self) -> str:
        """The file name of the template in its language."""
        return self.document.template_in(self.language)

    @property
    def ending(self) -> str:
        """The ending of its file: that of its template."""
        return PurePath(self.template).suffix


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that was not made, and every reason why."""

    name: str
    reasons: tuple[Text, ...]


class FileNames:
    """The file names of one folder in one run: no two documents share one."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def take(self, one: Draft | Made) -> str | Refused:
        """Return a document's file name; one that is taken refuses it."""
        name = project.file_name(*one.name, ending=one.ending)
        if name in self.taken:
            return Refused(one.name[1], (text("reasons", "same_name"),))
        self.taken.add(name)
        return name


def made_of(draft: Draft, template: bytes | Templates) -> Made:
    """Fill a template with a draft.

    Args:
        draft: what it says.
        template: the one that is in hand, or where templates are found by their
            file names: a draft knows which it needs.

    Raises:
        BadTemplate: the template cannot be filled.
    """
    if not isinstance(template, bytes):
        template = template(draft.template)
    content = render(draft.document, template, draft.context, draft.language)
    return Made(draft.name, draft.ending, content)

"""Survey: open a workbook, find out what it owes, and write what is no document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import ClassVar

from xlsales import disk, jobs, project
from xlsales.checks.run import Checked
from xlsales.documents import CONTRACT, STATEMENT, Document
from xlsales.errors import BadArgument
from xlsales.jobs import Draft
from xlsales.language import LANGUAGES, Language, first_known, text
from xlsales.periods import Period, parse_period
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.manifest import Entry, Manifest, digest, hash_of, read_manifest
from xlsales.regenerate.owed import Owed, contracts_owed, statements_owed
from xlsales.regenerate.task import Asked, Done, Failed, reason_of
from xlsales.regenerate.writing import Item, Writing, chunks, put
from xlsales.sheets.book import Book
from xlsales.workbook.read import read_book

FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Survey:
    """Some of what a period asks of a workbook; ``parts`` are keys of ``PARTS``."""

    desk: Desk
    asked: Asked
    parts: tuple[str, ...]
    documents: ClassVar[int] = 0

    def do(self) -> Done:
        """Find what is owed; a part that fails leaves the others alone."""
        content = disk.read_bytes(self.desk.workbook)
        book = _opened(content, self.desk.workbook.name)
        look = _Look(self.desk, self.asked, content, book)
        done = look.done
        done.inputs = all_inputs(self.desk, self.asked, content)
        done.language = look.language
        done.notes = jobs.not_counted(book)
        for part in self.parts:
            try:
                PARTS[part](look)
            except Exception as error:  # noqa: BLE001 - the rest goes on
                name = text("regenerate", part)
                done.failed.append(Failed(name, reason_of(error)))
        return done


@lru_cache(maxsize=1)
def _opened(content: bytes, name: str) -> Book:
    """Return a workbook; a process opens it once for all of its surveys."""
    return read_book(content, name)


def all_inputs(desk: Desk, asked: Asked, content: bytes) -> str:
    """Return the hash of all that decides on what a workbook owes and says."""
    templates = [
        project.template(name, desk.workbook)
        for one in (CONTRACT, STATEMENT)
        for name in dict.fromkeys(one.template_in(to) for to in LANGUAGES)
    ]
    how = (asked.version, asked.period, asked.as_of, asked.language, asked.otherwise)
    return digest(content, desk.workbook.name, *templates, *how)


@dataclass(frozen=True)
class _Look:
    """A workbook that was opened, and what was found and written so far."""

    desk: Desk
    asked: Asked
    content: bytes
    book: Book
    done: Done = field(default_factory=Done)

    @cached_property
    def language(self) -> Language:
        asked = self.asked
        return first_known(asked.language, self.book.settings.language, asked.otherwise)

    @cached_property
    def period(self) -> Period:
        typed = self.asked.period
        found = parse_period(typed, self.book.settings.year_start)
        if found is None:
            raise BadArgument(option="--month", value=typed, expected="2026-10")
        return found

    @cached_property
    def checked(self) -> Checked:
        return jobs.check(self.book, self.asked.as_of)

    @cached_property
    def manifest(self) -> Manifest:
        return read_manifest(self.desk.folder)

    def documents(self, document: Document, folder: str, owed: Owed) -> None:
        """Plan the documents of a kind; what is there as it would be is left alone."""
        self.done.refused = [*self.done.refused, *owed.refused]
        for language in LANGUAGES:
            self._documents(document, folder, owed.written_in(language), language)

    def _documents(
        self,
        document: Document,
        folder: str,
        drafts: Mapping[str, Draft],
        language: Language,
    ) -> None:
        """Plan the documents of a kind in one language: they share a template."""
        name = document.template_in(language)
        template = project.template(name, self.desk.workbook)
        frame = digest(self.asked.version, document.key, template)
        items = []
        for name, draft in drafts.items():
            inputs = digest(frame, draft.context)
            place = f"{folder}/{name}"
            item = Item(place, inputs, draft.context, self.manifest.written(place))
            if self.manifest.holds(place, inputs):
                self.done.unchanged.append(item.name)
            else:
                items.append(item)
        self.done.planned += len(items)
        self.done.follow += [
            Writing(
                desk=self.desk,
                asked=self.asked,
                document=document.key,
                language=language,
                template=template,
                items=some,
            )
            for some in chunks(items, self.asked.at_once)
        ]

    def report(self, name: str, key: str, build: Callable[[], bytes]) -> None:
        """Write a workbook about the whole book, unless nothing in it changed."""
        name = f"reports/{name}.xlsx"
        asked = self.asked
        how = (asked.version, key, asked.as_of, self.language, self.book.name)
        inputs = digest(self.content, *how)
        if self.manifest.holds(name, inputs):
            self.done.unchanged.append(name)
        else:
            content = build()
            entry = Entry(inputs, hash_of(content))
            known = self.manifest.written(name)
            landed = put(self.desk, asked, name, entry, content, known)
            self.done.landed.append(landed)


def _contracts(look: _Look) -> None:
    owed = contracts_owed(look.checked, look.period)
    look.documents(CONTRACT, "contracts", owed)


def _findings(look: _Look) -> None:
    look.report(FINDINGS, FINDINGS, lambda: jobs.findings(look.checked, look.language))


def _statements(look: _Look) -> None:
    owed = statements_owed(look.book, look.period, look.asked.as_of)
    look.documents(STATEMENT, "statements", owed)


def _statistics(look: _Look) -> None:
    def build() -> bytes:
        found = jobs.stats(look.book, look.period, as_of=look.asked.as_of)
        return jobs.statistics_workbook(found, look.language)

    look.report(str(look.period), "statistics", build)


PARTS: Mapping[str, Callable[[_Look], None]] = {
    "contracts": _contracts,
    "findings": _findings,
    "statements": _statements,
    "statistics": _statistics,
}
Pieces = Sequence[tuple[str, ...]]
WHOLE: Pieces = (tuple(PARTS),)
CUT: Pieces = (
    ("contracts", "findings"),  # both ask for the check
    ("statements",),
    ("statistics",),
)

"""Writing: documents of one template, rendered and put on disk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsales import disk
from xlsales.documents import DOCUMENTS, render
from xlsales.language import Language, Text
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.manifest import Entry, hash_of
from xlsales.regenerate.task import Asked, Done, Failed, Landed, reason_of

_MOST = 100
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A document to write.

    Attributes:
        name: its name in the folder.
        inputs: the hash of what decides on it.
        context: what it says.
        known: the hash of what was written there last; "" is nothing.
    """

    name: str
    inputs: str
    context: Mapping[str, object]
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A chunk of documents of one kind."""

    desk: Desk
    asked: Asked
    document: str
    language: Language
    template: bytes
    items: Sequence[Item]

    @property
    def documents(self) -> int:
        """How many documents these are."""
        return len(self.items)

    def do(self) -> Done:
        """Write them one by one; one that fails leaves the others alone."""
        done = Done()
        for item in self.items:
            try:
                done.landed.append(self._write(item))
            except Exception as error:  # noqa: BLE001 - the rest goes on
                name = item.name.rpartition("/")[2]
                done.failed.append(Failed(Text(name, name), reason_of(error)))
        return done

    def _write(self, item: Item) -> Landed:
        (document,) = (one for one in DOCUMENTS if one.key == self.document)
        content = render(document, self.template, item.context, self.language)
        entry = Entry(item.inputs, hash_of(content))
        return put(self.desk, self.asked, item.name, entry, content, item.known)


def put(
    desk: Desk, asked: Asked, name: str, entry: Entry, content: bytes, known: str
) -> Landed:
    """Put an output in its place.

    What was written there before and stands as it was is no one's work, and is
    replaced; what somebody changed is kept as a backup.
    """
    path = desk.folder / name
    is_ours = bool(known) and path.is_file() and hash_of(path.read_bytes()) == known
    is_new = disk.put(path, content, None if is_ours else asked.now)
    return Landed(name, entry, is_new)


def chunks(items: Sequence[Item], at_once: int) -> Iterator[Sequence[Item]]:
    """Cut documents into pieces: enough to share out, a hundred at most in each.

    In one process each stands alone: an interruption loses no other.
    """
    size = min(_MOST, -(-len(items) // (_ROUNDS * at_once))) if at_once > 1 else 1
    for start in range(0, len(items), size or 1):
        yield items[start : start + size]

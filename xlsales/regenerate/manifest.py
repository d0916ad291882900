"""Manifest: what was made from what, so that what did not change is left alone.

``manifest.json`` lies in the output folder of a workbook:

    {
      "workbook": "../master.xlsx",       whose folder it is, seen from there
      "outputs": {
        "contracts/合同_HT-1_甲.docx": {
          "inputs": "3a…",                hash of what decides on its bytes
          "content": "9f…"                SHA-256 of the bytes that were written
        }
      },
      "settled": {
        "2026-10": {                      a period of which nothing was refused
          "inputs": "77…",                workbook, templates, day, language, version
          "outputs": {"contracts/…": "9f…"}   everything it owes, and its bytes
        }
      }
    }

A manifest that is lost or cannot be read costs time and nothing else: documents
are rendered again, and one that comes out the same is still not written.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from xlsales import disk

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """An output: hashes of what decides on it, and of the bytes written."""

    inputs: str
    content: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A period of which everything was made from these inputs; bytes by name."""

    inputs: str
    outputs: Mapping[str, str]


@dataclass
class Manifest:
    """What is known of an output folder."""

    folder: Path
    workbook: str = ""
    outputs: dict[str, Entry] = field(default_factory=dict)
    settled: dict[str, Settled] = field(default_factory=dict)

    def written(self, name: str) -> str:
        """Return the hash of what was last written there; "" is nothing."""
        entry = self.outputs.get(name)
        return entry.content if entry else ""

    def holds(self, name: str, inputs: str) -> bool:
        """Whether an output was made of just this and is still as it was written."""
        entry = self.outputs.get(name)
        return (
            entry is not None
            and entry.inputs == inputs
            and self._is_there(name, entry.content)
        )

    def is_settled(self, period: str, inputs: str) -> bool:
        """Whether all a period owes was made of just this and is still there."""
        found = self.settled.get(period)
        return (
            found is not None
            and found.inputs == inputs
            and all(self._is_there(*one) for one in found.outputs.items())
        )

    def _is_there(self, name: str, content: str) -> bool:
        path = self.folder / name
        return path.is_file() and hash_of(disk.read_bytes(path)) == content


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def digest(*facts: object) -> str:
    """Return one hash of values: bytes as they are, others as Python writes them.

    Decimals, dates, texts and what is built of them are written so that
    different values differ.
    """
    found = hashlib.sha256()
    for fact in facts:
        content = fact if isinstance(fact, bytes) else repr(fact).encode()
        found.update(b"%d:" % len(content) + content)
    return found.hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder; one that cannot be read is empty."""
    try:
        found = json.loads((folder / NAME).read_bytes())
        outputs = {name: Entry(**one) for name, one in found["outputs"].items()}
        settled = {
            period: Settled(one["inputs"], dict(one["outputs"]))
            for period, one in found["settled"].items()
        }
        return Manifest(folder, str(found["workbook"]), outputs, settled)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Manifest(folder)


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as JSON; the same facts make the same bytes."""
    facts = {
        "workbook": manifest.workbook,
        "outputs": {name: asdict(one) for name, one in manifest.outputs.items()},
        "settled": {period: asdict(one) for period, one in manifest.settled.items()},
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode()


class Keeper:
    """Keeps a manifest on disk while documents land.

    It falls behind when a tenth of it is new. Written then and at the end, it
    costs a run of any length about ten times what writing it once costs.
    """

    _SHARE = 10

    def __init__(self, folder: Path, workbook: str) -> None:
        self.manifest = read_manifest(folder)
        self.manifest.workbook = workbook
        self._landed = 0

    def add(self, name: str, entry: Entry) -> None:
        """Note an output that has landed."""
        self.manifest.outputs[name] = entry
        self._landed += 1

    @property
    def is_behind(self) -> bool:
        """Whether so much has landed that the manifest is to be written again."""
        return self._landed * self._SHARE > len(self.manifest.outputs)

    def settle(self, period: str, inputs: str, outputs: Iterable[str]) -> None:
        """Note that everything a period owes is there."""
        entries = self.manifest.outputs
        contents = {name: entries[name].content for name in outputs}
        self.manifest.settled[period] = Settled(inputs, contents)

    def write(self) -> None:
        """Write the manifest, unless it is on disk already."""
        self._landed = 0
        path, content = self.manifest.folder / NAME, manifest_bytes(self.manifest)
        if self.manifest.outputs and not _is_there(path, content):
            disk.replace(path, content)


def _is_there(path: Path, content: bytes) -> bool:
    return path.is_file() and disk.read_bytes(path) == content

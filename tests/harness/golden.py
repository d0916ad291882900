"""Golden files: what a thing made looked like when a person last agreed with it."""

import difflib
import io
import zipfile
from pathlib import Path

import pytest

from harness.needs import CHECKOUT

GOLDEN = CHECKOUT / "tests/golden"
REFRESH = "If the new one is right: pytest --update-golden, and read the diff."


class Golden:
    """The golden files of a run, and which of them were used."""

    def __init__(self, *, update: bool, folder: Path = GOLDEN) -> None:
        self.used: set[str] = set()
        self._update = update
        self._folder = folder

    def __call__(self, name: str, made: bytes | str) -> None:
        """Compare what was made with the golden file ``name``."""
        content = made.encode() if isinstance(made, str) else made
        path = self._folder / name
        self.used.add(name)
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        elif not path.exists():
            pytest.fail(f"no golden file {name}. {REFRESH}", pytrace=False)
        elif (expected := path.read_bytes()) != content:
            difference = _difference(expected, content)
            pytest.fail(
                f"{name} is not as it was:\n{difference}\n{REFRESH}", pytrace=False
            )

    def clean(self) -> list[str]:
        """Delete the golden files that were not used; return their names."""
        unused = [
            path
            for path in sorted(self._folder.rglob("*"))
            if path.is_file()
            and not path.name.startswith(".")
            and path.relative_to(self._folder).as_posix() not in self.used
        ]
        for path in unused:
            path.unlink()
        return [path.relative_to(self._folder).as_posix() for path in unused]


def _difference(expected: bytes, made: bytes) -> str:
    if zipfile.is_zipfile(io.BytesIO(expected)) and zipfile.is_zipfile(
        io.BytesIO(made)
    ):
        return _parts_that_differ(expected, made)
    try:
        before, after = expected.decode(), made.decode()
    except UnicodeDecodeError:
        return f"{len(expected)} bytes before, {len(made)} now"
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), "golden", "made", lineterm=""
    )
    return "\n".join(lines)


def _parts_that_differ(expected: bytes, made: bytes) -> str:
    with (
        zipfile.ZipFile(io.BytesIO(expected)) as before,
        zipfile.ZipFile(io.BytesIO(made)) as after,
    ):
        old, new = (
            {name: book.read(name) for name in book.namelist()}
            for book in (before, after)
        )
    differing = [
        name for name in sorted(old | new) if old.get(name) != new.get(name)
    ] or ["none, only how they are packed"]
    return "parts that differ: " + ", ".join(differing)

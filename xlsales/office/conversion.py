"""Conversion: many files in one call of the office, given back as they come.

The office needs nothing but itself: ``soffice --convert-to`` takes any number of
files, so no bridge to it has to be installed and no process kept alive. It works
on copies in a folder of its own and never sees a file of the user.
"""

import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from importlib import resources
from pathlib import Path
from typing import NamedTuple, Self

from xlsales import disk
from xlsales.errors import OfficeFailed
from xlsales.language import text
from xlsales.office.program import find_program, running

SECONDS_A_FILE = 180.0
_AT_ONCE = 100  # with the longest names: what a command line of Windows takes
_LOOK_EVERY = 0.1


class Target(Enum):
    """What a file is converted to, as ``--convert-to`` has it."""

    PDF = "pdf"
    XLSX = "xlsx:Calc MS Excel 2007 XML"

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return "." + self.value.partition(":")[0]


class Converted(NamedTuple):
    """A file and what became of it: bytes, or None where the office cannot open it."""

    file: Path
    content: bytes | None


class Office:
    """An installed LibreOffice with a profile of its own, until it is closed.

    Args:
        seconds: how long it may take over one file, its own start included.

    Raises:
        NoOffice: none is installed.
    """

    def __init__(self, seconds: float = SECONDS_A_FILE) -> None:
        self._program = find_program()
        self._seconds = seconds
        self._desk = tempfile.TemporaryDirectory(
            prefix="xlsales-", ignore_cleanup_errors=True
        )
        self._profile = Path(self._desk.name).resolve() / "profile"
        settings = self._profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        source = resources.files("xlsales.office").joinpath("profile.xcu")
        settings.write_bytes(source.read_bytes())
        self._calls = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove the profile and every copy."""
        self._desk.cleanup()

    def convert(self, files: Sequence[Path], target: Target) -> Iterator[Converted]:
        """Convert files, in their order, each given back once it is done with.

        Raises:
            CannotRead: a file is not there or not readable.
            OfficeFailed: the office hung or broke off; what came before is whole.
        """
        for some in _calls(files):
            yield from self._call(some, target)

    def _call(self, files: Sequence[Path], target: Target) -> Iterator[Converted]:
        copies, out = self._copies(files)
        made = [out / f"{file.stem}{target.ending}" for file in files]
        given = 0
        with running(self._command(copies, target, out), out) as process:
            for done in self._done(process, made):
                for number in range(given, done):
                    result = made[number]
                    content = result.read_bytes() if result.exists() else None
                    yield Converted(files[number], content)
                given = done
            if given < len(files):
                reason = "hung" if process.poll() is None else "broke_off"
                raise OfficeFailed(
                    name=files[given].name, reason=text("office", reason)
                )

    def _copies(self, files: Sequence[Path]) -> tuple[list[Path], Path]:
        """Return copies to work on, and an empty folder for what is made of them."""
        self._calls += 1
        desk = self._profile.parent / f"{self._calls:04d}"
        out = desk / "out"
        out.mkdir(parents=True)
        copies = [desk / file.name for file in files]
        for file, copy in zip(files, copies, strict=True):
            copy.write_bytes(disk.read_bytes(file))
        return copies, out

    def _command(self, copies: Sequence[Path], target: Target, out: Path) -> list[str]:
        return [
            self._program,
            f"-env:UserInstallation={self._profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nolockcheck"),
            *("--convert-to", target.value, "--outdir", str(out), *map(str, copies)),
        ]

    def _done(
        self, process: subprocess.Popen[bytes], made: Sequence[Path]
    ) -> Iterator[int]:
        """Yield how many files are done with, while the office works and at its end.

        It takes them in their order: what stands before the last result is done
        with, though it may have none. The last result itself is whole only when
        the next is there, or nothing more comes: the office makes it empty and fills
        it. The count stays below that of the files when it hung or broke off.
        """
        done, since = 0, time.monotonic()
        while not _ended(process):
            if (seen := _last(made) - 1) > done:
                done, since = seen, time.monotonic()
                yield done
            elif time.monotonic() - since > self._seconds:
                yield _last(made)
                return
        yield _last(made) if process.returncode else len(made)


def _calls(files: Iterable[Path]) -> Iterator[list[Path]]:
    """Yield files call by call: of two with one name each needs a call of its own."""
    some: dict[str, Path] = {}
    for file in files:
        name = file.stem.casefold()
        if name in some or len(some) == _AT_ONCE:
            yield list(some.values())
            some = {}
        some[name] = file
    if some:
        yield list(some.values())


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_LOOK_EVERY)
    except subprocess.TimeoutExpired:
        return False
    return True


def _last(made: Sequence[Path]) -> int:
    """Return the number of the last result that is there, from 1; 0 for none."""
    numbers = range(len(made), 0, -1)
    return next((number for number in numbers if made[number - 1].exists()), 0)

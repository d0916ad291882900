"""Of what other programs say: the validator, LibreOffice, calamine."""

import io
import json
import math
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import python_calamine
from openpyxl.utils import get_column_letter

_AT_ONCE = 2


def values(content: bytes) -> dict[str, object]:
    """Return every value that calamine reads, by ``sheet!A1``; blanks are left out."""
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        return {
            f"{title}!{get_column_letter(column)}{row}": value
            for title in book.sheet_names
            for row, cells in enumerate(_rows(book, title), start=1)
            for column, value in enumerate(cells, start=1)
            if value != ""
        }


def _rows(book: python_calamine.CalamineWorkbook, title: str) -> list[list[object]]:
    return book.get_sheet_by_name(title).to_python(skip_empty_area=False)


def wrong_values(
    content: bytes, expected: Mapping[str, object]
) -> dict[str, tuple[object, object]]:
    """Return the cells that give something else than expected: (expected, found)."""
    found = values(content)
    return {
        place: (value, found.get(place))
        for place, value in expected.items()
        if not _is_close(value, found.get(place))
    }


def _is_close(value: object, found: object) -> bool:
    both = (value, found)
    if any(isinstance(x, bool) or not isinstance(x, (int, float)) for x in both):
        return value == found
    return math.isclose(value, found, abs_tol=1e-9)


class Validator:
    """What the Open XML SDK finds: asked two at a time, and once for the same bytes.

    Args:
        schema_errors: the fixture ``validator``.
        folder: where verdicts are kept; what is kept there lasts as long as it.
    """

    def __init__(self, schema_errors: Callable[[Path], list[str]], folder: Path):
        self._schema_errors = schema_errors
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)

    def errors(self, content: bytes, ending: str = ".xlsx") -> list[str]:
        """Return what is wrong with a workbook."""
        return self.of_many([(content, ending)])[0]

    def of_many(self, workbooks: Iterable[tuple[bytes, str]]) -> list[list[str]]:
        """Return what is wrong with each of many workbooks and their endings."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(self._errors, workbooks))

    def no_worse(self, before: bytes, after: bytes, ending: str = ".xlsx") -> list[str]:
        """Return the errors that were not there before, by what and how often."""
        was, now = self.of_many([(before, ending), (after, ending)])
        more = Counter(map(_kind, now)) - Counter(map(_kind, was))
        return [one for one in now if _kind(one) in more]

    def _errors(self, workbook: tuple[bytes, str]) -> list[str]:
        content, ending = workbook
        kept = self._folder / f"{sha256(content).hexdigest()}{ending}.json"
        if not kept.exists():
            with TemporaryDirectory() as folder:
                path = Path(folder) / f"workbook{ending}"
                path.write_bytes(content)
                verdict = json.dumps(self._schema_errors(path))
            new = self._folder / f"{os.getpid()}-{threading.get_ident()}"
            new.write_text(verdict)
            new.replace(kept)
        return json.loads(kept.read_text())


def _kind(error: str) -> str:
    """Return an error without its place, which moves with the rows."""
    return error.partition(": ")[2]


def opened(office, workbooks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return workbooks as the office saves them, every formula computed anew.

    All go through one call of it.

    Args:
        office: the fixture of that name.
        workbooks: their bytes by a file's name; one with macros ends in ``.xlsm``.
        folder: an empty one.

    Raises:
        AssertionError: it cannot open one.
    """
    paths = [folder / name for name in workbooks]
    for path, content in zip(paths, workbooks.values(), strict=True):
        path.write_bytes(content)
    saved = office.recalculate_all(paths)
    return {
        name: path.read_bytes() for name, path in zip(workbooks, saved, strict=True)
    }

"""Read: a file's bytes, or one line about what stands in the way."""

from pathlib import Path

from xlsales.disk.reasons import why
from xlsales.errors import CannotRead
from xlsales.language import text


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        CannotRead: there is none, not permitted, or the disk does not answer.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        reason = text("reasons", "not_there")
        raise CannotRead(name=path.name, reason=reason) from error
    except OSError as error:
        raise CannotRead(name=path.name, reason=why(error, path)) from error

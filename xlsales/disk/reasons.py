"""Reasons: what the operating system refused, in words that say what to do."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xlsales.errors import CannotWrite
from xlsales.language import Text, both, text

# By name, for the numbers are others on each system, and some names are missing.
_NAMED = {
    "disk_full": ("ENOSPC", "EDQUOT"),
    "read_only_disk": ("EROFS",),
    "not_permitted": ("EACCES", "EPERM"),
    "name_too_long": ("ENAMETOOLONG",),
    "odd_name": ("EINVAL", "EILSEQ"),
    "moved_away": ("ENOENT",),
    "is_folder": ("EISDIR",),
    "no_folder": ("ENOTDIR", "EEXIST"),
    "held_open": ("EBUSY", "ETXTBSY"),
    "no_locks": ("ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"),
    "no_answer": (
        *("EIO", "ESTALE", "ETIMEDOUT", "ENOTCONN", "ENODEV", "ENXIO", "EREMOTEIO"),
        *("ENETDOWN", "ENETUNREACH", "ENETRESET", "EHOSTDOWN", "EHOSTUNREACH"),
        *("ECONNABORTED", "ECONNRESET", "ECONNREFUSED", "ESHUTDOWN", "ENOLINK"),
    ),
}
_REASONS = {name: reason for reason, names in _NAMED.items() for name in names}

# What Windows says more exactly than its errno does.
_WINDOWS = {
    32: "held_open",  # another program has it open and shares it with nobody
    33: "held_open",  # … or has locked a part of it
    1224: "held_open",  # … or has mapped it into memory
    19: "read_only_disk",
    39: "disk_full",
    112: "disk_full",
    1295: "disk_full",  # the share's quota
    123: "odd_name",
    206: "name_too_long",
    53: "no_answer",  # the share is not found
    59: "no_answer",
    64: "no_answer",  # the share was there and is gone
    67: "no_answer",
    121: "no_answer",
    1231: "no_answer",
}

_IS_WINDOWS = os.name == "nt"
_LONGEST_PATH = 260  # of most programs on Windows, its end included
_BESIDE = 16  # what the names of our files beside it have more


def why(error: OSError | UnicodeError, path: Path) -> Text:
    """Return why a file cannot be read or written, in one sentence."""
    if isinstance(error, UnicodeError):
        return text("reasons", "odd_name")
    key = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    key = key or _REASONS.get(errno.errorcode.get(error.errno or 0, ""))
    if key == "moved_away" and _is_too_long(path):
        key = "name_too_long"
    if key is None:
        said = error.strerror or type(error).__name__
        return both("reasons", "system_says", said=said)
    return text("reasons", key)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses into one line about a file.

    Raises:
        CannotWrite: whatever the reason; the file is as it was.
    """
    try:
        yield
    except (OSError, UnicodeError) as error:
        raise CannotWrite(name=path.name, reason=why(error, path)) from error


def _is_too_long(path: Path) -> bool:
    """Windows finds no folder where a path is too long for it."""
    return _IS_WINDOWS and len(str(path.absolute())) + _BESIDE >= _LONGEST_PATH

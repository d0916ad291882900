"""LibreOffice held open: what it makes of the VBA of a workbook.

Its Python is that of the system, so a script of ours is run by that one. It
prints JSON.
"""

import json
import subprocess
import tempfile
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
_SCRIPT = Path(__file__).with_name("calc_script.py")
_SECONDS = 240


def asked_of_calc(path: Path, *, without: tuple[str, ...] = ()) -> dict[str, object]:
    """Return what LibreOffice says of a workbook whose macros may run.

    Args:
        path: the workbook; it is not changed.
        without: VBA modules that are taken out before any is run.
    """
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [SYSTEM_PYTHON, _SCRIPT, path.resolve(), profile, *without],
            check=True,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        )
    return json.loads(done.stdout)

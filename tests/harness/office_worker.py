"""Runs one LibreOffice and does what it is told, one JSON line a request.

Started by ``office.py`` with the Python of the system, which alone has ``uno``;
so this file imports nothing else that is not of the standard library. It stops
its office when its input ends, also when the tests were killed.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START_SECONDS = 90
STOP_SECONDS = 20
PDF_FILTERS = {
    "com.sun.star.sheet.SpreadsheetDocument": "calc_pdf_Export",
    "com.sun.star.text.TextDocument": "writer_pdf_Export",
}
XLSX_FILTER = "Calc MS Excel 2007 XML"


def main(profile: str, pipe: str) -> None:
    """Start an office, answer requests until the input ends, stop the office."""
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
            *("--headless", "--invisible", "--norestore", "--nologo"),
            *("--nodefault", "--nolockcheck", "--nofirststartwizard"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = connect(pipe, office)
        answer({"ready": True})
        for line in sys.stdin:
            request = json.loads(line)
            try:
                convert(desktop, request)
                answer({"done": request["target"]})
            except Exception as error:  # noqa: BLE001 - an office raises anything
                answer({"error": f"{type(error).__name__}: {error}"})
        desktop.terminate()
        office.wait(STOP_SECONDS)
    finally:
        office.kill()


def connect(pipe: str, office: subprocess.Popen) -> object:
    """Return the desktop of the office once it listens."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context
    )
    give_up = time.monotonic() + START_SECONDS
    while True:
        try:
            remote = resolver.resolve(
                f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            )
        except NoConnectException:
            if office.poll() is not None or time.monotonic() > give_up:
                raise
            time.sleep(0.1)
        else:
            return remote.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", remote
            )


def convert(desktop: object, request: dict[str, str]) -> None:
    """Open ``source``, recalculate what is a spreadsheet, and store ``target``."""
    source, target = Path(request["source"]), Path(request["target"])
    document = desktop.loadComponentFromURL(
        source.as_uri(), "_blank", 0, properties(Hidden=True, ReadOnly=True)
    )
    if document is None:
        raise ValueError(f"the office cannot open {source.name}")
    try:
        if document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            document.calculateAll()
        document.storeToURL(
            target.as_uri(), properties(FilterName=filter_of(document, target))
        )
    finally:
        document.setModified(False)
        document.close(True)  # noqa: FBT003 - UNO takes no names


def filter_of(document: object, target: Path) -> str:
    """Return the name of the export filter for a document and a file ending."""
    if target.suffix == ".xlsx":
        return XLSX_FILTER
    for service, name in PDF_FILTERS.items():
        if document.supportsService(service):
            return name
    raise ValueError(f"no way to make {target.name} of this document")


def properties(**values: object) -> tuple[PropertyValue, ...]:
    """Return the arguments as the office takes them."""
    return tuple(PropertyValue(Name=name, Value=one) for name, one in values.items())


def answer(message: dict[str, object]) -> None:
    """Write one answer."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

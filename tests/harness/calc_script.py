"""Ask LibreOffice about a workbook: run by the Python that has its bridge, ``uno``."""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

ASKED = (
    ("XlsalesUsual", ("month", 46310.0)),  # 2026-10-15
    ("XlsalesUsual", ("quarter", 46310.0)),
    ("XlsalesUsual", ("month", 46036.0)),  # 2026-01-14
    ("XlsalesUsual", ("quarter", 46036.0)),
    ("XlsalesQuoted", ("9'\\\n月",)),
    ("XlsalesMeant", ("1234.5", False)),
    ("XlsalesMeant", ("-5", False)),
    ("XlsalesMeant", ("0.25", False)),
    ("XlsalesMeant", ("12.5%", False)),
    ("XlsalesMeant", ("0012", False)),
    ("XlsalesMeant", ("人民币壹佰元整", False)),
    ("XlsalesMeant", ("2026-10", False)),
    ("XlsalesMeant", ("TRUE", False)),
    ("XlsalesMeant", ("", False)),
    ("XlsalesMeant", ("%", False)),
    ("XlsalesReady", (46310.0,)),
    ("XlsalesVersion", ()),
)
_MACROS_RUN = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
YES, NO = True, False  # as the bridge wants them
_TRIES, _PAUSE = 300, 0.2


def fact(name, value):
    """Return a named value as LibreOffice takes it."""
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def connected(pipe):
    """Return the desktop of the office that listens on a pipe, once it does."""
    local = uno.getComponentContext()
    create = local.ServiceManager.createInstanceWithContext
    resolver = create("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_TRIES):
        try:
            context = resolver.resolve(
                f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            )
        except Exception:  # noqa: BLE001 - it is not there yet
            time.sleep(_PAUSE)
        else:
            create = context.ServiceManager.createInstanceWithContext
            return create("com.sun.star.frame.Desktop", context)
    raise TimeoutError(pipe)


def facts_of(book, without):
    """Return modules, buttons, the first row of 首页 and what macros answer."""
    library = book.BasicLibraries.getByName("VBAProject")
    facts = {"modules": list(library.ElementNames), "buttons": buttons_of(book)}
    for name in without:
        library.removeByName(name)
    facts["answers"] = [run(book, name, *given) for name, given in ASKED]
    view = book.CurrentController
    view.setActiveSheet(book.Sheets.getByIndex(4))
    run(book, "XlsalesGoHome")
    facts["sheet"] = view.ActiveSheet.Name
    facts["first_row"] = [
        cell
        for cell in book.Sheets.getByIndex(0)
        .getCellRangeByName("A1:N1")
        .getDataArray()[0]
        if cell
    ]
    return facts


def buttons_of(book):
    """Return title, label, macro and whether it prints, of every button."""
    found = []
    for at in range(book.Sheets.Count):
        sheet = book.Sheets.getByIndex(at)
        forms = sheet.DrawPage.Forms
        for form in (forms.getByIndex(place) for place in range(forms.Count)):
            for number in range(form.Count):
                one = form.getByIndex(number)
                code = form.getScriptEvents(number)[0].ScriptCode
                macro = code.partition("?")[0].rpartition(".")[2]
                found.append([sheet.Name, one.Label, macro, one.Printable])
    return found


def run(book, name, *given):
    """Run a macro of the module XlsalesDesk and return its answer."""
    address = f"vnd.sun.star.script:VBAProject.XlsalesDesk.{name}"
    script = book.getScriptProvider().getScript(
        f"{address}?language=Basic&location=document"
    )
    return script.invoke(given, (), ())[0]


def main(path, profile, *without):
    """Print the facts of a workbook as JSON."""
    pipe = f"xlsales{os.getpid()}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = connected(pipe)
        how = (fact("Hidden", YES), fact("MacroExecutionMode", _MACROS_RUN))
        book = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, how)
        print(json.dumps(facts_of(book, without)))  # noqa: T201
        book.setModified(NO)
        book.close(YES)
        desktop.terminate()
        office.wait(60)
    finally:
        office.kill()


main(*sys.argv[1:])

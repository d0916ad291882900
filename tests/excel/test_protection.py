"""Protection: taken off while we write, and put on again as it was."""

from types import SimpleNamespace

from xlsales.excel.protection import unlocked


class Api:
    """A sheet as COM shows it."""

    ProtectContents, ProtectDrawingObjects, ProtectScenarios = True, False, True
    Protection = SimpleNamespace(AllowSorting=True, AllowFiltering=False)

    def __init__(self):
        self.calls = []

    def Unprotect(self, password):  # noqa: N802 - Excel's name
        self.calls.append(("off", password))

    def Protect(self, **how):  # noqa: N802
        self.calls.append(("on", {one for one, is_so in how.items() if is_so}))


def test_it_is_as_it_was_and_lets_macros_write():
    sheet = SimpleNamespace(api=Api())
    with unlocked(sheet):
        assert sheet.api.calls == [("off", "")]
    assert sheet.api.calls[1] == (
        "on", {"UserInterfaceOnly", "AllowSorting", "Scenarios"}
    )  # fmt: skip

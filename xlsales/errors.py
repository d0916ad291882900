"""Exceptions: what is raised when the work cannot go on.

A mistake in the data is never raised: it is a ``Problem`` with a place. An
exception here means that nothing sensible can be done; its text, in both
languages, is the entry of its ``code`` in the catalogue and says what to do.

    XlsalesError
    ├── CannotRead         the file is not there, or is no workbook
    ├── NotAMaster         a workbook, but without the sheets of a master
    ├── TooOld             a master of an older shape
    ├── TooNew             a master made by a newer version
    ├── AlreadyThere       a file would be overwritten
    ├── CannotPatch        a change the workbook cannot take without harm
    ├── CannotWrite        disk full, folder read-only, file held open
    ├── UnknownName        no such order, customer or dimension
    ├── BadArgument        an option that makes no sense
    ├── BadTemplate        a template that cannot be filled
    ├── NoXlwings          a workbook with buttons is wanted, and xlwings is missing
    ├── NoExcel            Excel is needed and there is none
    ├── NoOffice           LibreOffice is needed and not installed
    ├── OfficeFailed       it hung or broke off
    ├── ExtensionOutdated  what is inside LibreOffice is of another version
    └── ExtensionRefused   LibreOffice does not take an extension, or lacks it
"""


class XlsalesError(Exception):
    """Work cannot go on; ``code`` names the sentence that says what to do."""

    code = "cannot_go_on"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(f"{self.code}: {facts}")


class CannotRead(XlsalesError):  # noqa: N818 - reads as the sentence it is
    """The file is missing, locked or not a workbook."""

    code = "cannot_read"


class NotAMaster(XlsalesError):  # noqa: N818
    """The workbook has none of the sheets a master has."""

    code = "not_a_master"


class TooOld(XlsalesError):  # noqa: N818
    """A master of an older shape than this version reads."""

    code = "too_old"


class TooNew(XlsalesError):  # noqa: N818
    """A master made by a newer version than this one."""

    code = "too_new"


class AlreadyThere(XlsalesError):  # noqa: N818
    """A file of that name exists and was not to be replaced."""

    code = "already_there"


class CannotPatch(XlsalesError):  # noqa: N818
    """A change the workbook cannot take without harm; nothing was changed."""

    code = "cannot_patch"


class CannotWrite(XlsalesError):  # noqa: N818
    """The result could not be put on disk; nothing was changed."""

    code = "cannot_write"


class UnknownName(XlsalesError):  # noqa: N818
    """An order, customer or dimension that the workbook does not have."""

    code = "unknown_name"


class BadArgument(XlsalesError):  # noqa: N818
    """A value that cannot be understood; ``expected`` shows the right form."""

    code = "bad_argument"


class BadTemplate(XlsalesError):  # noqa: N818
    """A template with a tag that cannot be filled."""

    code = "bad_template"


class NoXlwings(XlsalesError):  # noqa: N818
    """A workbook with buttons is wanted, and xlwings is not installed."""

    code = "no_xlwings"


class NoExcel(XlsalesError):  # noqa: N818
    """Excel is needed and there is none; ``fault`` is what was said instead."""

    code = "no_excel"


class NoOffice(XlsalesError):  # noqa: N818
    """LibreOffice is needed and there is none."""

    code = "no_office"


class OfficeFailed(XlsalesError):  # noqa: N818
    """LibreOffice hung or broke off at a file; that file is as it was."""

    code = "office_failed"


class ExtensionOutdated(XlsalesError):  # noqa: N818
    """The part of xlsales inside LibreOffice is of another version than the rest."""

    code = "extension_outdated"


class ExtensionRefused(XlsalesError):  # noqa: N818
    """LibreOffice did not put the extension in, or did not take it out."""

    code = "extension_refused"

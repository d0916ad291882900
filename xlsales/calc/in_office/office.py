"""The office: its services, and where this extension stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import uno

_SETTINGS = Path(__file__).resolve().parents[2] / "settings.json"
_USED = []
_YES = True  # as the bridge wants it


def use(context):
    """Speak to the office of a context that is not that of this process."""
    _USED[:] = [context]


def create(service):
    """Return an instance of a service of the office."""
    context = _USED[0] if _USED else uno.getComponentContext()
    return context.ServiceManager.createInstanceWithContext(service, context)


def desktop():
    """Return what all windows of the office stand on."""
    return create("com.sun.star.frame.Desktop")


def settings():
    """Return what was known when the extension was built: where xlsales is."""
    return json.loads(_SETTINGS.read_text(encoding="utf-8"))


def user_folder():
    """Return the folder of the person's profile of the office."""
    paths = create("com.sun.star.util.PathSubstitution")
    return Path(uno.fileUrlToSystemPath(paths.substituteVariables("$(user)", _YES)))


def language():
    """Return the language of the office's own words, of the two that xlsales speaks."""
    provider = create("com.sun.star.configuration.ConfigurationProvider")
    node = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    node.Name, node.Value = "nodepath", "/org.openoffice.Setup/L10N"
    found = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess", (node,)
    )
    return "zh" if found.getByName("ooLocale").startswith("zh") else "en"


def fact(name, value):
    """Return a named value as the office takes it."""
    found = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    found.Name, found.Value = name, value
    return found


def words():
    """Return what the office itself has to say, in its own language."""
    return settings()["words"][language()]

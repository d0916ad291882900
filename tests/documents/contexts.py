"""Contexts: what fills a template, as the names it may use."""


def names_of(value, prefix=""):
    """Return the dotted names of a context; a list counts as its items."""
    if isinstance(value, list):
        return {name for one in value for name in names_of(one, prefix)}
    if not isinstance(value, dict):
        return set()
    found = set()
    for name, one in value.items():
        found |= {prefix + name} | names_of(one, f"{prefix}{name}.")
    return found

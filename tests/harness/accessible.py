"""What a window shows, as those hear it who cannot see it: words, roles, places.

The office tells it of each of its windows, so that a test clicks where a person
would and reads the sentence that a person reads.
"""

_OF = "com.sun.star.accessibility.Accessible"
_MANY = 400  # nobody looks through more: the cells of a sheet
_READ = ("LABEL", "STATIC", "TEXT", "PARAGRAPH")


def role(name):
    """Return the number of a role: ``PUSH_BUTTON``."""
    import uno

    return uno.getConstantByName(f"{_OF}Role.{name}")


def is_showing(context):
    """Whether somebody can see it."""
    import uno

    state = uno.getConstantByName(f"{_OF}StateType.SHOWING")
    return bool(context.getAccessibleStateSet() & state)


def tree(context):
    """Yield something that can be seen and all in it that can be."""
    if not is_showing(context):
        return
    yield context
    count = context.getAccessibleChildCount()
    for at in range(count if count < _MANY else 0):
        child = context.getAccessibleChild(at)
        if child is not None:
            yield from tree(child.getAccessibleContext())


def each(context, kind, label):
    """Yield what is seen of a role, and called so."""
    wanted = role(kind)
    for one in tree(context):
        if (
            one.getAccessibleRole() == wanted
            and plain(one) == label
            and one.getSize().Width  # none: in another pane of a frozen sheet
        ):
            yield one


def found(context, kind, label):
    """Return the first that is seen of a role, and called so; None: none is."""
    return next(each(context, kind, label), None)


def plain(context):
    """Return a label without the letter that a key reaches it by: ``确定(O)``."""
    return context.getAccessibleName().partition("(")[0].replace("~", "").strip()


def middle(context):
    """Return the place of the middle of something on the screen."""
    at, size = context.getLocationOnScreen(), context.getSize()
    return at.X + size.Width // 2, at.Y + size.Height // 2


def beginning(context):
    """Return the place on the screen where the words of a cell begin."""
    at, size = context.getLocationOnScreen(), context.getSize()
    return at.X + 24, at.Y + size.Height // 2


def words(context):
    """Return all sentences that can be read in a window."""
    kinds = {role(one) for one in _READ}
    each = (one for one in tree(context) if one.getAccessibleRole() in kinds)
    return [one.getText() if hasattr(one, "getText") else plain(one) for one in each]

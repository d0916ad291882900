"""Open a workbook in an office and choose an entry of our menu: run on its own.

A process that speaks to an office which is killed may end with it.
"""

import sys

from harness.live_calc import connected, has_bridge


def main(pipe, path, key):
    """Press, and end when the job is over."""
    assert has_bridge()
    context = connected(pipe)
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    doc = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, ())
    frame = doc.CurrentController.Frame
    helper = create("com.sun.star.frame.DispatchHelper", context)
    helper.executeDispatch(frame, f"xlsales:{key}", "", 0, ())


if __name__ == "__main__":
    main(*sys.argv[1:])

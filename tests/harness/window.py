"""An office with a window, on a screen of its own, clicked and typed into.

What a person does is done as they do it: by the pointer and the keys of xdotool.
What they see is looked at from outside, over the bridge.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from harness import accessible
from harness.extended_office import install_into
from harness.live_calc import connected, has_bridge
from xlsales.calc.install import tool
from xlsales.errors import NoOffice
from xlsales.office.program import find_program

CHECKOUT = Path(__file__).resolve().parents[2]
PICTURES = CHECKOUT / "build/calc"
WIDTH, HEIGHT = 1400, 900
_SECONDS, _PAUSE, _STOP = 60, 0.05, 20
_SHADES = 100  # of grey at least, in a window that is painted
_ALL_FOUR = 15  # com.sun.star.awt.PosSize: place and size
_NEVER = "4102444800"  # seconds: the office thinks it asked for a gift in 2100
_ITEM = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>"
)
_SETTINGS = [
    # The office believes this one, and writes what follows from it to Setup/L10N.
    ("Office.Linguistic/General", "UILocale", "zh-CN"),
    ("Setup/L10N", "ooSetupSystemLocale", "zh-CN"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("Setup/Product", "WhatsNew", "false"),
    ("Office.UI.Infobar/Enabled", "WhatsNew", "false"),
    ("Setup/Product", "LastTimeGetInvolvedShown", _NEVER),
    ("Setup/Product", "LastTimeDonateShown", _NEVER),
]


def missing():
    """Return why no office with a window can be had."""
    for program in ("Xvfb", "xdotool", "import"):
        if not shutil.which(program):
            return f"{program} is not installed"
    if not has_bridge():
        return "this Python has no uno: python3-uno is of another"
    try:
        program = tool()
    except NoOffice as error:
        return str(error)
    if not program.is_file():
        return "unopkg is not installed"
    plugin = program.parent / "libvclplug_genlo.so"
    return None if plugin.is_file() else "this LibreOffice has no windows"


def wait(condition, what):
    """Return what a condition says once it says something.

    Raises:
        TimeoutError: it never did.
    """
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        with suppress(Exception):  # what is just being opened or closed says nothing
            if said := condition():
                return said
        time.sleep(_PAUSE)
    raise TimeoutError(what)


def make_profile(folder):
    """Make the profile of a Chinese person who has the extension.

    It is made where anybody may write: the tool for extensions may be run as another.
    """
    items = "\n".join(_ITEM.format(*one) for one in _SETTINGS)
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        settings = made / "user/registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
            f"{items}\n</oor:items>\n"
        )
        for one in (settings.parent, settings):
            one.chmod(0o777)
        install_into(made, folder)
        shutil.copytree(made, folder)


def _environment(home, **more):
    return {
        **os.environ,
        "HOME": str(home),
        "PATH": os.defpath,  # in that of a venv the office's Python looks for itself
        "SAL_USE_VCLPLUGIN": "gen",  # the same windows on every machine
        "LC_ALL": "C.UTF-8",
        **more,
    }


@contextmanager
def screen():
    """Have a screen that nobody else has; yields its name."""
    told, tell = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[tell],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    try:
        with os.fdopen(told) as said:
            yield f":{int(said.readline())}"
    finally:
        _stop(server)


@contextmanager
def office_with_window(profile, *, is_beside=False):
    """Start an office on a screen of its own, and end both."""
    from xlsales.calc.in_office import office

    with screen() as display:
        more = {"XLSALES_CALC_BESIDE": "1"} if is_beside else {}
        pipe = f"xlsales-window-{os.getpid()}-{display[1:]}"
        process = subprocess.Popen(
            [
                find_program(),
                *("--norestore", "--nologo", "--nofirststartwizard", "--nodefault"),
                f"-env:UserInstallation={profile.as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            cwd=CHECKOUT,  # where xlsales beside it is found
            env=_environment(profile, DISPLAY=display, **more),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            office.use(connected(pipe))
            yield Screen(display)
        finally:
            _stop(process, of_group=True)


def _stop(process, *, of_group=False):
    if process.poll() is None:
        if of_group:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.terminate()
    process.wait(_STOP)


def _entry(menu, label):
    """Return a group or an entry that a menu shows."""
    return accessible.found(menu, "MENU", label) or (
        accessible.found(menu, "MENU_ITEM", label)
    )


class Screen:
    """What is on the screen of an office, and the hand and eye of a person."""

    def __init__(self, display):
        self._environment = {**os.environ, "DISPLAY": display}
        self.doc = None

    # What they open and look at.

    def open(self, path):
        """Open a workbook in a window as large as the screen."""
        from xlsales.calc.in_office import office

        self.doc = office.desktop().loadComponentFromURL(path.as_uri(), "_blank", 0, ())
        self.doc.CurrentController.Frame.ContainerWindow.setPosSize(
            0, 0, WIDTH, HEIGHT, _ALL_FOUR
        )
        wait(lambda: self.shown("MENU", "文件"), "the window")
        wait(lambda: len(set(self._seen())) > _SHADES, "what is in it")
        return self.doc

    def cell(self, title, address):
        """Return a cell of the workbook."""
        return self.doc.Sheets.getByName(title).getCellRangeByName(address)

    def picture(self, name):
        """Keep a picture of the screen among what is built."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        wait(lambda: self._seen() == self._seen(), "a screen at rest")
        self._run("import", "-window", "root", PICTURES / f"{name}.png")

    def windows(self):
        """Return what can be heard of each window."""
        from xlsales.calc.in_office import office

        toolkit = office.create("com.sun.star.awt.Toolkit")
        each = (toolkit.getTopWindow(at) for at in range(toolkit.getTopWindowCount()))
        return [one.getAccessibleContext() for one in each]

    def titles(self):
        """Return the title of each window that can be seen."""
        seen = filter(accessible.is_showing, self.windows())
        return [one.getAccessibleName() for one in seen]

    def shown(self, kind, label):
        """Return what the window of the workbook shows of a role and called so."""
        return accessible.found(self._window(), kind, label)

    def _window(self):
        """Return what can be heard of the window of the workbook."""
        frame = self.doc.CurrentController.Frame
        return frame.ContainerWindow.getAccessibleContext()

    # What they do to its sheets.

    def click_cell(self, title, address):
        """Bring a cell into sight and click it."""
        self._click(accessible.middle(self._brought_into_sight(title, address)))
        wait(lambda: self.selected() == f"{title}!{address}", address)

    def follow_link(self, title, address):
        """Bring a cell into sight and click its words, as one does with a link."""
        cell = self._brought_into_sight(title, address)
        self._click(accessible.beginning(cell), "ctrl")

    def _brought_into_sight(self, title, address):
        controller, cell = self.doc.CurrentController, self.cell(title, address)
        controller.setActiveSheet(cell.Spreadsheet)
        controller.select(cell)
        at = cell.CellAddress
        return wait(lambda: self._cell_on_screen(title, at.Row, at.Column), address)

    def _cell_on_screen(self, title, row, column):
        for pane in accessible.each(self._window(), "TABLE", f"工作表 {title}"):
            cell = pane.getAccessibleCellAt(row, column).getAccessibleContext()
            if accessible.is_showing(cell):
                return cell
        return None

    def steps(self):
        """Return how many steps can be taken back."""
        return len(self.doc.UndoManager.getAllUndoActionTitles())

    def selected(self):
        """Return the cell that is selected: ``订单明细!L2``."""
        address = self.doc.CurrentSelection.AbsoluteName
        return address.replace("$", "").replace("'", "").replace(".", "!")

    def click_button(self, label):
        """Click a button that stands on the sheet."""
        self.click(wait(lambda: self.shown("PUSH_BUTTON", label), label))

    def menu(self, *labels):
        """Choose from the menu of xlsales: the group and the entry."""
        ours = self.shown("MENU", "销售助理")
        self.click(ours)
        for label in labels:
            self.click(wait(lambda label=label: _entry(ours, label), label))

    def entries(self):
        """Return what the menu of xlsales shows."""
        _, *each = accessible.tree(self.shown("MENU", "销售助理"))
        return [accessible.plain(one) for one in each]

    def rest_on(self, title, address):
        """Let the pointer rest on a cell in sight until more is seen: its note."""
        at = self.cell(title, address).CellAddress
        place = accessible.middle(self._cell_on_screen(title, at.Row, at.Column))
        self._run("xdotool", "mousemove", *map(str, place))
        before = self._seen()
        wait(lambda: self._seen() != before, f"the note of {address}")

    def _seen(self):
        command = ("import", "-window", "root", "-crop", "1300x600+0+240", "rgb:-")
        return subprocess.check_output(command, env=self._environment)

    # What the office says to them.

    def said(self):
        """Return what a dialog says, once there is one."""
        return "\n".join(accessible.words(self.dialog()))

    def dialog(self):
        """Return the dialog that waits for an answer, once there is one."""
        return wait(self._dialogs, "a dialog")[-1]

    def press(self, label):
        """Press a button of the dialog, and wait until it is gone."""
        dialog = self.dialog()
        self.click(accessible.found(dialog, "PUSH_BUTTON", label))
        wait(lambda: not self._dialogs(), f"{label} pressed")

    def _dialogs(self):
        kinds = {accessible.role(one) for one in ("DIALOG", "ALERT", "OPTION_PANE")}
        return [
            one
            for one in self.windows()
            if one.getAccessibleRole() in kinds and accessible.is_showing(one)
        ]

    # The hand.

    def click(self, context):
        """Click the middle of something."""
        self._click(accessible.middle(context))

    def _click(self, place, *keys):
        """Click a place on the screen, with keys held down."""
        self._focus()
        held = [part for key in keys for part in ("keydown", key)]
        let_go = [part for key in keys for part in ("keyup", key)]
        move = ("mousemove", *map(str, place))
        self._run("xdotool", *held, *move, "click", "1", *let_go)

    def type_text(self, text):
        """Type letters that are on the keyboard, and Enter."""
        self._focus()
        self._run("xdotool", "type", "--delay", "20", text)
        self._run("xdotool", "key", "Return")

    def press_key(self, *keys):
        """Press keys: ``ctrl+z``."""
        self._focus()
        self._run("xdotool", "key", *keys)

    def _focus(self):
        """Let keys go to the window in front; nobody manages the windows here."""
        named = self._run("xdotool", "search", "--onlyvisible", "--name", ".").split()
        self._run("xdotool", "windowfocus", named[-1])

    def _run(self, *command):
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env=self._environment
        )
        return done.stdout

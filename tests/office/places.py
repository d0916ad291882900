"""Offices and profiles made up of the files that tell what they are."""

import json

BRIDGE = b"\x7fELF\x00libuno_cppu.so.3\x00libpython3.11.so.1.0\x00libc.so.6\x00"
_BOOTSTRAP = (
    "[Bootstrap]\nInstallMode=<installmode>\nProductKey=LibreOffice {version}\n"
    "UserInstallation=$SYSUSERCONFIG/{profile}\n"
)


def _file(path, content=b""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _program(path):
    _file(path).chmod(0o755)
    return path


def _said(version, profile):
    return _BOOTSTRAP.format(version=version, profile=profile).encode()


def debian(folder, *, has_bridge=True):
    """An office of Debian, linked to the system's Python; return its program."""
    program = folder / "lib/libreoffice/program"
    _program(program / "soffice")
    _file(program / "bootstraprc", _said("25.2", "libreoffice/4"))
    if has_bridge:  # they are of a package of their own, python3-uno
        _file(program / "pythonloader.py")
        _file(program / "libpyuno.so", BRIDGE)
    link = folder / "bin/soffice"
    link.parent.mkdir()
    link.symlink_to(program / "soffice")
    return link


def opt(folder):
    """An office of its makers for Linux, which brings its own Python."""
    program = folder / "opt/libreoffice24.8/program"
    _file(program / "bootstraprc", _said("24.8", "libreoffice/4"))
    _file(program / "pythonloader.py")
    _file(program / "libpyuno.so", BRIDGE.replace(b"3.11", b"3.99"))
    (program / "python-core-3.9.19").mkdir()
    return _program(program / "soffice")


def windows(folder):
    """An office for Windows."""
    program = folder / "Program Files/LibreOffice/program"
    _file(program / "bootstrap.ini", _said("7.6", "LibreOffice/4"))
    _file(program / "pythonloader.py")
    (program / "python-core-3.8.18").mkdir()
    return _program(program / "soffice.com")


def mac(folder):
    """An office for macOS, whose parts lie in three folders."""
    contents = folder / "Applications/LibreOffice.app/Contents"
    _file(contents / "Resources/bootstraprc", _said("25.8", "LibreOffice/4"))
    _file(contents / "Resources/pythonloader.py")
    (contents / "Frameworks/LibreOfficePython.framework/Versions/3.11").mkdir(
        parents=True
    )
    (contents / "Frameworks/LibreOfficePython.framework/Versions/Current").mkdir()
    return _program(contents / "MacOS/soffice")


def deployed(profile, told, key="xlsales.calc"):
    """A profile that has an extension; ``told`` None: its settings are no JSON."""
    packages = profile / "user/uno_packages/cache"
    kind = b"application/vnd.sun.star.package-bundle"
    entries = [
        b"\xff" + one + b"\n" + folder + b"\xff" + name + b"\xff" + kind + b"\xff1\xff0"
        for one, folder, name in (
            (b"org.other.tool", b"lu1aaaa.tmp", b"other.oxt"),
            (key.encode(), b"lu2bbbb.tmp", b"xlsales.oxt"),
        )
    ]
    _file(packages / "uno_packages.pmap", b"Pmp1" + b"\n".join([*entries, b"", b""]))
    content = b"{" if told is None else json.dumps(told).encode()
    _file(packages / "uno_packages/lu2bbbb.tmp_/xlsales.oxt/settings.json", content)

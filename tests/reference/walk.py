"""WALK.md: prose by hand, with blocks between marks written from the code."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from harness.needs import CHECKOUT
from reference import markdown as md
from xlsales.checks import CHECKS
from xlsales.documents import DOCUMENTS
from xlsales.sheets import SHEETS

PATH = CHECKOUT / "workbooks/WALK.md"
_BLOCK = re.compile(r"(<!-- begin (?P<name>\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FOLDERS = {
    "xlsales": "the package",
    "workbooks": "the reference: sheets, problems, commands, requirements, this walk",
    "templates": "Word and Excel templates that people edit",
    "tests": "mirrors the package; scenarios, benchmarks and what tests stand on",
}


def page() -> str:
    """Return the page with its blocks as the code has them now."""
    return _BLOCK.sub(_written, PATH.read_text("utf-8"))


def _written(found: re.Match[str]) -> str:
    return f"{found[1]}{BLOCKS[found['name']]()}\n{found[3]}"


def _counts() -> str:
    columns = sum(len(sheet.columns) for sheet in SHEETS)
    return (
        f"{len(SHEETS)} sheets, {columns} columns, {len(CHECKS)} checks, "
        f"{len(DOCUMENTS)} documents"
    )


def _folders() -> str:
    top = [(f"{name}/", what) for name, what in _FOLDERS.items()]
    packages = [(f"  {path.parent.name}/", what) for path, what in _packages()]
    modules = [(f"  {path.name}", _said(path)) for path in _modules(_PACKAGE)]
    return _block([top[0], *packages, *modules, *top[1:]])


def _every_module() -> str:
    lines = []
    for path, _ in _packages():
        lines += [("", ""), (f"{path.parent.name}/", "")]
        lines += [(f"  {one.name}", _said(one)) for one in _modules(path.parent)]
    return _block(lines[1:])


def _layers() -> str:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    [layers] = [one["layers"] for one in contracts if one["type"] == "layers"]
    width = max(map(len, layers)) + 4
    boxes = [f"│{layer:^{width}}│" for layer in layers]
    between = f"├{'─' * width}┤"
    rows = "\n".join(f"{box}\n{between}" for box in boxes[:-1])
    return md.block(
        f"┌{'─' * width}┐   what stands above may import what stands below,\n"
        f"{rows}\n{boxes[-1]}\n└{'─' * width}┘   and never the other way round"
    )


def _packages() -> Iterator[tuple[Path, str]]:
    for path in sorted(_PACKAGE.glob("*/__init__.py")):
        yield path, _said(path)


def _modules(folder: Path) -> list[Path]:
    return sorted(one for one in folder.glob("*.py") if one.name[:2] != "__")


def _said(path: Path) -> str:
    return md.first_line(ast.get_docstring(ast.parse(path.read_text("utf-8"))))


def _block(lines: list[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in lines) + 2
    aligned = (f"{name:{width}}{what}".rstrip() for name, what in lines)
    return md.block("\n".join(aligned))


_PACKAGE = CHECKOUT / "xlsales"
BLOCKS = {
    "counts": _counts,
    "folders": _folders,
    "layers": _layers,
    "modules": _every_module,
}

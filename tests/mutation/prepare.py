"""Prepare: a copy of the checkout in which mutmut reaches every function.

mutmut passes over what is decorated. So in the copy ``@cache`` is dropped and a
property's body stands in a function beside it; what both do stays the same.
"""

import ast
import shutil
from pathlib import Path

from harness.needs import CHECKOUT

_FOLDERS = ("xlsales", "tests", "templates")
_CACHES = {"cache", "lru_cache"}
_PROPERTIES = {"property", "cached_property"}
_CONFIGURATION = """

[tool.mutmut]
source_paths = ["xlsales"]
only_mutate = ["{module}"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-W", "ignore"]
also_copy = ["templates"]
process_isolation = "forkserver"
use_git_change_detection = false
"""


def copy_of_checkout(folder: Path, module: str, tests: list[str]) -> None:
    """Copy what the tests need, set up for one module and its tests."""
    ignore = shutil.ignore_patterns("__pycache__", "golden")
    for name in _FOLDERS:
        shutil.copytree(CHECKOUT / name, folder / name, ignore=ignore)
    project = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    text = project + _CONFIGURATION.format(module=module, tests=tests)
    (folder / "pyproject.toml").write_text(text, "utf-8")
    with (folder / "tests/conftest.py").open("a", encoding="utf-8") as file:
        file.write("\nfrom mutation.order import pytest_collection_modifyitems\n")
    source = folder / module
    source.write_text(undecorated(source.read_text("utf-8")), "utf-8")


def undecorated(source: str) -> str:
    """Return a module whose cached functions and properties are plain functions."""
    lines = source.splitlines()
    decorated = [one for one in ast.walk(ast.parse(source)) if _is_decorated(one)]
    for function in sorted(decorated, key=lambda one: -one.lineno):
        [decorator] = function.decorator_list
        name = ast.unparse(decorator)
        if name in _PROPERTIES:
            body = f"{function.name}_body"
            here, end = function.lineno - 1, function.end_lineno
            indent = " " * function.col_offset
            lines[here] = lines[here].replace(f"def {function.name}(", f"def {body}(")
            lines.insert(end, f"{indent}{function.name} = {name}({body})")
        del lines[decorator.lineno - 1]
    return "\n".join(lines) + "\n"


def _is_decorated(node: ast.AST) -> bool:
    if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
        return False
    return ast.unparse(node.decorator_list[0]) in _CACHES | _PROPERTIES

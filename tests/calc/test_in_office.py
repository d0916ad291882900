"""What runs in the office: any Python from 3.8 on, and nothing of ours or others'."""

import ast
import sys

import pytest

from harness.needs import CHECKOUT

CALC = CHECKOUT / "xlsales/calc"
INSIDE = sorted((CALC / "in_office").glob("*.py"))
LOADED = sorted((CALC / "oxt").rglob("*.py"))
OLDEST = (3, 8)  # what the oldest office in use brings
NEWER = {"graphlib", "tomllib", "zoneinfo"}
NEWER_METHODS = {"removeprefix", "removesuffix", "bit_count", "is_relative_to"}
BRIDGE = {"uno", "unohelper", "com.sun.star"}
EVERY = pytest.mark.parametrize("path", [*INSIDE, *LOADED], ids=lambda one: one.name)


def tree_of(path):
    return ast.parse(path.read_text("utf-8"), feature_version=OLDEST)


def imported(path):
    """Return what a module imports from elsewhere; of the bridge its root."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module)
    named = {x: "com.sun.star" for x in found if x.startswith("com.sun.star.")}
    return {named.get(one, one) for one in found}


def test_there_is_something_to_look_at():
    assert {"link.py", "menu.py", "frames.py"} <= {one.name for one in INSIDE}
    assert [one.name for one in LOADED] == ["component.py"]


@EVERY
def test_a_module_is_written_for_the_oldest_python(path):
    tree = tree_of(path)
    called = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    methods = {one.func.attr for one in called if isinstance(one.func, ast.Attribute)}
    assert not methods & NEWER_METHODS
    strict = [one for one in called if any(x.arg == "strict" for x in one.keywords)]
    assert strict == []


@pytest.mark.parametrize("path", INSIDE, ids=lambda one: one.name)
def test_what_is_said_of_types_is_not_computed(path):
    """In the oldest Python ``list[str]`` and ``int | None`` are mistakes."""
    tree = tree_of(path)
    if any(
        isinstance(node, ast.AnnAssign | ast.arg) and node.annotation
        for node in ast.walk(tree)
    ):
        assert "annotations" in {
            name.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
            for name in node.names
        }


@EVERY
def test_a_module_imports_the_standard_library_the_bridge_and_its_neighbours(path):
    standard = {one for one in imported(path) if one.split(".")[0] in STANDARD}
    others = imported(path) - standard - BRIDGE
    ours = {
        "link.py": {"xlsales.calc.asking", "xlsales.calc.service"},
        "component.py": {"xlsales_in_office.registered"} if path in LOADED else set(),
    }
    assert others == ours.get(path.name, set())


STANDARD = sys.stdlib_module_names - NEWER


def test_a_module_of_ours_is_only_imported_where_it_is_known_to_be_there():
    """At the top of the module it would be there in no office with another Python."""
    tree = tree_of(CALC / "in_office/link.py")
    top = {getattr(node, "module", "") or "" for node in tree.body}
    assert not any(one.startswith("xlsales") for one in top)


def test_what_xlsales_itself_uses_needs_no_bridge():
    """Frames are the same at both ends of the pipe."""
    assert imported(CALC / "in_office/frames.py") <= STANDARD | {"__future__"}
    assert imported(CALC / "in_office/__init__.py") == set()

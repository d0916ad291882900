"""Mutation: the copy means the same as the code, and every module has its tests."""

from types import SimpleNamespace

import pytest

from harness.needs import CHECKOUT
from mutation import run
from mutation.order import comes_later
from mutation.prepare import undecorated

DECORATED = '''
from functools import cache, cached_property

@cache
def double(number):
    """Twice."""
    return 2 * number

class Box:
    width = 3

    @cached_property
    def area(self):
        return double(self.width)

    @property
    def is_wide(self):
        return self.area > 5

    @staticmethod
    def name():
        return "box"
'''


def test_what_is_decorated_becomes_a_plain_function_that_means_the_same():
    plain = undecorated(DECORATED)
    assert "@cache\n" not in plain
    assert "    def area_body(self):" in plain
    assert "    area = cached_property(area_body)" in plain
    assert "    is_wide = property(is_wide_body)" in plain
    assert "    @staticmethod" in plain
    names = {}
    exec(plain, names)  # noqa: S102 - it is our own text
    box = names["Box"]()
    assert (box.area, box.is_wide, box.name()) == (6, True, "box")
    box.width = 1
    assert box.area == 6


@pytest.mark.parametrize("module", run.modules())
def test_a_module_has_tests_of_its_own(module):
    files = {test.partition("::")[0] for test in run.tests_of(module)}
    assert [one for one in sorted(files) if not (CHECKOUT / one).exists()] == []


def test_a_check_is_tried_on_the_case_of_its_code_first():
    cases = [SimpleNamespace(nodeid=f"test_a[{code}]") for code in ("a", "b", "c")]
    cases.sort(key=comes_later("xlsales.checks.orders.x_b__mutmut_3"))
    assert [one.nodeid for one in cases] == ["test_a[b]", "test_a[a]", "test_a[c]"]


def test_a_change_is_the_lines_taken_away_and_put_in():
    shown = "# name: survived\n--- a\n+++ b\n@@ -1 +1 @@\n x\n-    old\n+    new\n"
    assert run.change(shown) == "- old\n+ new"


def test_what_is_listed_as_equivalent_is_of_a_module_that_is_mutated():
    listed = run.equivalent()
    assert set(listed) <= set(run.modules())
    assert all(one["why"] for rows in listed.values() for one in rows)

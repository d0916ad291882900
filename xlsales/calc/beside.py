"""Beside: xlsales as a process of its own, which the office starts and speaks to.

Requests come in through the input and answers go out through the output, see
``in_office.beside``. It ends when its input does: with the office.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

from xlsales.calc.asking import OfficeRefusal
from xlsales.calc.in_office.frames import receive, send
from xlsales.calc.service import Service


class Peer:
    """The office at the other end of a pipe."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._in, self._out = incoming, outgoing
        self._service = Service(self.ask)

    def serve(self) -> None:
        """Answer requests until nobody is there to ask."""
        while True:
            try:
                self._answer(receive(self._in))
            except (EOFError, OSError):
                return

    def ask(self, what: str, given: Sequence[object]) -> Any:  # noqa: ANN401 - plain values
        """Have the office do something, and answer what it asks meanwhile."""
        send(self._out, {"ask": what, "given": list(given)})
        while "request" in (said := receive(self._in)):
            self._answer(said)
        if "failed" in said:
            raise OfficeRefusal(said["failed"])
        return said["answer"]

    def _answer(self, said: dict[str, Any]) -> None:
        send(self._out, self._service.handle(said["request"], said["given"]))


def main() -> None:
    """Serve the office that started this process.

    What anything prints goes to the log: the output belongs to the office.
    """
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    Peer(sys.stdin.buffer, outgoing).serve()


if __name__ == "__main__":
    main()

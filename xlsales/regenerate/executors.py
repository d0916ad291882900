"""Executors: in this process, or in a pool of processes."""

import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Serial(Executor):
    """Runs what is submitted at once, in this process."""

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run a function; an interruption goes straight through."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it is the future's to raise
            future.set_exception(error)
        return future


def executor_of(processes: int) -> Executor:
    """Return an executor of so many processes; one is this process itself."""
    if processes == 1:
        return Serial()
    return ProcessPoolExecutor(processes, initializer=_leave_interrupts_to_parent)


def _leave_interrupts_to_parent() -> None:
    """Ignore Ctrl-C, which reaches every process: a worker ends what it writes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

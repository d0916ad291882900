"""Run: all tasks of many workbooks, on any executor of ``concurrent.futures``."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from xlsales.errors import XlsalesError
from xlsales.language import Text
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.look import Look
from xlsales.regenerate.manifest import NAME, Keeper
from xlsales.regenerate.outcome import Outcome
from xlsales.regenerate.survey import CUT, WHOLE
from xlsales.regenerate.task import Asked, Done, Failed, Task, perform, reason_of

Watch = Callable[[int, int], None]


class Regeneration:
    """Everything that a period owes, for many workbooks.

    ``outcomes`` tells at any time what became of them, in the order given: after
    an interruption too.
    """

    def __init__(self, desks: Sequence[Desk], asked: Asked) -> None:
        self._books = {desk: _Book(desk, asked.period) for desk in desks}
        self._at_once = asked.at_once
        pieces = CUT if len(desks) < asked.at_once else WHOLE
        self._queue: deque[Task] = deque(Look(desk, asked, pieces) for desk in desks)
        self._running: dict[Future[Done], Task] = {}
        self._written = self._planned = 0

    @property
    def outcomes(self) -> list[Outcome]:
        """What became of every workbook so far."""
        return [book.outcome for book in self._books.values()]

    def run(self, executor: Executor, watch: Watch) -> None:
        """Do everything.

        No more is handed out than keeps the processes busy, and what follows
        from a task comes before new workbooks: an interruption has little to
        wait for, and few workbooks are under way at a time.

        Args:
            executor: where the tasks run.
            watch: is told how many documents are written, and of how many.

        Raises:
            KeyboardInterrupt: interrupted; what was begun has been ended, and
                the next run goes on from there.
        """
        try:
            while self._queue or self._running:
                self._hand_out(executor, self._at_once + 1)
                wait(self._running, return_when=FIRST_COMPLETED)
                self._take_in(watch)
        except KeyboardInterrupt:
            self._end_what_was_begun()
            raise

    def _hand_out(self, executor: Executor, most: int) -> None:
        while self._queue and len(self._running) < most:
            task = self._queue.popleft()
            try:
                future = executor.submit(perform, task)
            except BrokenExecutor as error:  # a process of the pool has died
                future = Future()
                future.set_exception(error)
            self._running[future] = task

    def _take_in(self, watch: Watch) -> None:
        for future in [one for one in self._running if one.done()]:
            task = self._running.pop(future)
            done = _answer(future, task)
            self._queue.extendleft(reversed(done.follow))
            self._books[task.desk].add(done)
            self._planned += done.planned
            self._written += task.documents
            watch(self._written, self._planned)

    def _end_what_was_begun(self) -> None:
        for future in self._running:
            future.cancel()
        wait(self._running)
        for future, task in self._running.items():
            if not future.cancelled():
                self._books[task.desk].add(_answer(future, task))
        for book in self._books.values():
            book.keep()


def _answer(future: Future[Done], task: Task) -> Done:
    try:
        return future.result()
    except Exception as error:  # noqa: BLE001 - of the executor, not of the task
        return Done(failed=[_failed(task.desk.workbook.name, error)])


class _Book:
    """What is known of a workbook while its tasks are under way."""

    def __init__(self, desk: Desk, period: str) -> None:
        self.outcome = Outcome(workbook=desk.workbook, folder=desk.folder)
        self._period = period
        self._keeper = Keeper(desk.folder, desk.seen)
        self._open = 1
        self._inputs: set[str] = set()

    def add(self, done: Done) -> None:
        """Take in what a task answered; after the last one, settle."""
        self.outcome.add(done)
        for one in done.landed:
            self._keeper.add(one.name, one.entry)
        self._inputs |= {done.inputs} - {""}
        self._open += len(done.follow) - 1
        if not self._open:
            self._close()
        elif self._keeper.is_behind:
            self.keep()

    def keep(self) -> None:
        """Write the manifest; where that fails, the documents are there still."""
        try:
            self._keeper.write()
        except XlsalesError as error:
            self.outcome.failed.append(_failed(NAME, error))

    def _close(self) -> None:
        """Note that the period is settled, if there is nothing to say of it.

        What was read twice must have been the same: somebody may have saved
        the workbook in the meantime.
        """
        one = self.outcome
        one.is_complete = True
        if one.is_good and not one.notes and len(self._inputs) == 1:
            (inputs,) = self._inputs
            self._keeper.settle(self._period, inputs, [*one.made, *one.unchanged])
        self.keep()


def _failed(name: str, error: Exception) -> Failed:
    return Failed(Text(name, name), reason_of(error))

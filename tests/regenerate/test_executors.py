"""Executors: one process behaves like many."""

import os
import signal

import pytest

from xlsales.regenerate import executors
from xlsales.regenerate.executors import Serial, executor_of


def interrupt() -> None:
    raise KeyboardInterrupt


def test_what_is_submitted_has_run():
    future = Serial().submit(divmod, 7, 2)
    assert future.done()
    assert future.result() == (3, 1)


def test_what_it_raised_is_the_futures_to_raise():
    with pytest.raises(ZeroDivisionError):
        Serial().submit(divmod, 7, 0).result()


def test_an_interruption_goes_straight_through():
    with pytest.raises(KeyboardInterrupt):
        Serial().submit(interrupt)


def test_one_process_is_this_one():
    with executor_of(1) as executor:
        assert executor.submit(os.getpid).result() == os.getpid()


def test_a_worker_leaves_ctrl_c_to_its_parent():
    before = signal.getsignal(signal.SIGINT)
    try:
        executors._leave_interrupts_to_parent()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)

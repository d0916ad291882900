"""Tasks: plain data that goes to another process and back."""

import pickle
from dataclasses import dataclass
from pathlib import Path

import pytest

from regenerate.conftest import ASKED
from xlsales.errors import BadTemplate
from xlsales.regenerate.desks import Desk, desks_of
from xlsales.regenerate.look import Look
from xlsales.regenerate.survey import WHOLE, Survey
from xlsales.regenerate.task import Done, perform, reason_of
from xlsales.regenerate.writing import Writing


@dataclass
class Raising:
    """A task that goes wrong."""

    error: Exception
    desk: Desk = Desk(Path("m.xlsx"), Path("m-out"))  # noqa: RUF009 - never changes
    documents: int = 0

    def do(self) -> Done:
        raise self.error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            BadTemplate(template="a.docx", reason="B2"),
            "The template a.docx cannot be used: B2",
        ),
        (KeyError("line"), "The program failed: KeyError: 'line'. "),
    ],
)
def test_what_goes_wrong_is_part_of_the_answer(error, reason):
    (failed,) = perform(Raising(error)).failed
    assert failed.name.zh == "m.xlsx"
    assert failed.reason.en.startswith(reason)
    assert failed.reason == reason_of(error)


def test_every_task_and_answer_can_go_to_another_process(master):
    (desk,) = desks_of([master])
    seen = []
    tasks = [Look(desk, ASKED, WHOLE)]
    while tasks:
        task = pickle.loads(pickle.dumps(tasks.pop(0)))  # noqa: S301 - our own
        done = perform(task)
        assert pickle.loads(pickle.dumps(done)) == done  # noqa: S301
        seen.append(type(task))
        tasks += done.follow
    assert seen == [Look, Survey, *[Writing] * 4]


def test_a_task_holds_no_workbook(master):
    """A chunk is its template and what its documents say, not the book."""
    (desk,) = desks_of([master])
    survey = Survey(desk, ASKED, ("statements",))
    for task in perform(survey).follow:
        rest = len(pickle.dumps(task)) - len(task.template)
        assert rest < 10_000

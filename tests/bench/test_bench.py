"""Every benchmark runs, and its peer gives the same answer."""

import re
from dataclasses import replace

import pytest

from bench import page, pydantic_line
from bench.checking import planted, same_faults
from bench.measure import Job, Measure, Result, Seconds, growth, result_of
from bench.run import JOBS, QUICK, run, shown
from harness.needs import require
from xlsales.language import Text

A_SECOND = Seconds(clock=1.0, cpu=1.0)


def job(measure=Measure.COST, target=2.0):
    return Job(
        title=Text("甲", "A"),
        peer=Text("乙", "B"),
        unit=Text("行", "lines"),
        sizes=(10, 100),
        quick=1,
        measure=measure,
        target=target,
        prepare=None,
        linear=True,
    )


def took(*clock, of=None, count=10):
    ours = [Seconds(one, one) for one in clock]
    return Result(job=of or job(), count=count, ours=ours, peer=[A_SECOND] * len(clock))


@pytest.mark.parametrize("job", JOBS, ids=lambda one: one.title.en)
def test_both_ways_give_the_same_answer(job, tmp_path):
    if job.need:
        require(job.need)
    result = result_of(job, job.quick, tmp_path, QUICK)
    assert result.count > 0
    assert result.ratio() > 0


def test_the_peer_of_the_checks_finds_every_fault_that_ours_find():
    race = planted(300)
    found = race.ours()
    assert {rule for _, rule in found} == set(pydantic_line.RULES)
    same_faults(found, race.peer())


def test_a_peer_that_misses_a_fault_is_no_peer():
    with pytest.raises(AssertionError):
        same_faults({(2, "price_off")}, set())


@pytest.mark.parametrize(
    ("measure", "target", "took_seconds", "ratio", "is_met"),
    [
        # the peer takes a second in each round
        (Measure.COST, 2.0, (1.5, 9.0, 1.0), 1.5, True),
        (Measure.COST, 2.0, (2.5, 2.6, 2.7), 2.6, False),
        (Measure.SPEED, 10.0, (0.1, 0.1, 5.0), 10.0, True),
        (Measure.SPEED, 10.0, (0.2, 0.2, 0.2), 5.0, False),
        (Measure.SPEED, None, (0.5,), 2.0, None),
    ],
)
def test_a_ratio_is_the_median_of_the_rounds(
    measure, target, took_seconds, ratio, is_met
):
    result = took(*took_seconds, of=job(measure, target))
    assert result.ratio() == pytest.approx(ratio)
    assert result.is_met is is_met


def test_growth_is_what_a_line_costs_in_the_largest_size_of_the_one_before():
    results = [took(1.0, count=10), took(2.0, count=100), took(30.0, count=1000)]
    assert growth(results) == pytest.approx(1.5)


def test_the_table_has_a_row_for_every_race_and_one_for_growth():
    results = [took(1.0, count=10), took(12.0, count=100)]
    rows = page.rows([results])
    assert [row[0] for row in rows] == ["甲\nA"] * 3
    assert [row[-1] for row in rows] == ["≤ 2 ✓", "≤ 2 ✗", "≤ 1.25 ✓"]
    assert shown([results]).row_count == len(rows)


def test_what_needs_what_is_not_here_is_left_out_and_said(monkeypatch, capsys):
    alone = replace(job(), title=Text("丙", "C"), need="extension")
    monkeypatch.setattr("bench.run.JOBS", (alone,))
    monkeypatch.setattr("bench.run.missing", lambda _: "no LibreOffice")
    assert run(quick=True) == []
    assert capsys.readouterr().err == "C: left out, no LibreOffice\n"


def test_a_version_keeps_one_section_and_the_newest_stands_on_top():
    old = page.with_section("", "0.1.0", "| a |")
    both = page.with_section(old, "0.2.0", "| b |")
    again = page.with_section(both, "0.2.0", "| c |")
    assert page.sections(again) == {"0.2.0": "| c |", "0.1.0": "| a |"}
    assert list(page.sections(again)) == ["0.2.0", "0.1.0"]


def test_the_newest_section_is_of_the_current_version_with_every_job():
    kept = page.sections(page.PATH.read_text("utf-8"))
    newest = next(iter(kept))
    assert newest == page.version(), "make bench WRITE=1"
    for one in JOBS:
        assert f"| {one.title.zh}<br>{one.title.en} |" in kept[newest]


def test_the_page_names_no_machine_and_no_day():
    text = page.PATH.read_text("utf-8")
    assert not re.search(r"/(home|root|tmp|work|Users)/", text)
    assert not re.search(r"\b20\d\d\b", text)

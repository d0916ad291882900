"""Page sentences: what the pages of ageing and targets say, and their words."""

from xlsales.language import Language, say
from xlsales.ledger.ageing_table import YEARS
from xlsales.money import ZERO, ratio, total
from xlsales.reports.sentences import Told
from xlsales.reports.shown import percent
from xlsales.reports.target_figures import TargetTable


def ageing_sentence(told: Told) -> str:
    """How much is owed, and how much of it too late?"""
    rows = told.one.ageing
    gross = total(row.gross for row in rows)
    overdue = total(row.overdue for row in rows)
    return say(
        "pages",
        "ageing_title",
        told.language,
        amount=told.unit.digits(gross),
        overdue=told.unit.digits(overdue),
        unit=told.unit.label,
        share=percent(ratio(overdue, gross) or ZERO),
        days=max((row.days_late for row in rows), default=0),
    )


def due_buckets(edges: tuple[int, ...], language: Language) -> list[str]:
    """Return what the buckets by due date are called: not due, 1–30, over 365."""
    since = [1, *(edge + 1 for edge in edges)]
    between = [
        say("pages", "days", language, first=first, last=last)
        for first, last in zip(since, edges, strict=False)
    ]
    over = say("pages", "over_days", language, last=edges[-1])
    return [say("pages", "not_due", language), *between, over]


def origin_buckets(language: Language) -> list[str]:
    """Return what the buckets by origin are called: up to 1, 1–2, over 3 years."""
    between = [
        say("pages", "years", language, first=last - 1, last=last) for last in YEARS[1:]
    ]
    first = say("pages", "first_years", language, last=YEARS[0])
    return [first, *between, say("pages", "over_years", language, last=YEARS[-1])]


def target_title(told: Told, one: TargetTable) -> str:
    """Return what a table of targets is called: 销售额 · 按区域."""
    language, dimension = told.language, one.dimension.label(told.language)
    return say(
        "pages",
        "target_title",
        language,
        measure=one.measure.label,
        dimension=dimension if language == "zh" else dimension.lower(),
    )


def attainment_sentence(told: Told, one: TargetTable) -> str:
    """How many reached their target, who is first and who last?"""
    known = [row for row in one.rows if row.attainment is not None]
    best, worst = known[0], known[-1]
    return say(
        "pages",
        "attainment_title",
        told.language,
        measure=one.measure.label,
        met=sum((row.attainment or ZERO) >= 1 for row in known),
        all=len(known),
        best=best.name(told.language),
        best_share=percent(best.attainment or ZERO),
        worst=worst.name(told.language),
        worst_share=percent(worst.attainment or ZERO),
    )

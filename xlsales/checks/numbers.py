"""Numbers of documents: gaps, numbers given twice, and void ones used again (S-052)."""

from collections.abc import Iterator
from dataclasses import replace

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.given_numbers import Bearer, bearers, given_numbers, is_void
from xlsales.ledger.numbering import gaps, read_patterns
from xlsales.sheets.deliveries import DELIVERIES, DELIVERY_NOTES
from xlsales.sheets.documents import DOCUMENT_RECORDS, DocumentRecord, Series
from xlsales.sheets.settings import SETTINGS


def pattern_faulty(look: Look) -> Findings:
    """A pattern of numbers on 参数 cannot be used, so the default holds."""
    _, faults = read_patterns(look.book.settings.number_patterns)
    for fault in faults:
        at = look.at(SETTINGS, look.book.settings, "number_patterns")
        reason = text("number_patterns", fault.why)
        yield replace(at, found=fault.found, facts={"reason": reason})


def number_twice(look: Look) -> Findings:
    """One number stands for documents of two customers."""
    notes = {note.delivery_no for note in look.book[DELIVERY_NOTES].records}
    said: set[str] = set()
    for series in Series:
        owners: dict[str, str] = {}
        for one in bearers(look.book, series):
            is_of_a_note = one.sheet is DELIVERIES and one.number in notes
            if one.customer is None or is_of_a_note:
                continue  # a note for another customer is a finding of its own
            owner = owners.setdefault(one.number, one.customer)
            if owner != one.customer and one.number not in said:
                said.add(one.number)
                facts = {"series": series.label, "first": owner, "other": one.customer}
                yield look.at(one.sheet, one.record, one.column, **facts)


def number_reused(look: Look) -> Findings:
    """A number that 单据登记 says is void stands for a document again."""
    void = {
        (row.series, row.number): row
        for row in look.book[DOCUMENT_RECORDS].records
        if row.voided_on
    }
    kinds = {series for series, _ in void}
    for series in (one for one in Series if one in kinds):
        for one in _used(look, series):
            if record := void.pop((series, one.number), None):
                facts = {"series": series.label, "day": record.voided_on}
                yield look.at(one.sheet, one.record, one.column, **facts)


def series_gap(look: Look) -> Findings:
    """A series of documents skipped numbers; of orders see ``number_gap``."""
    patterns, _ = read_patterns(look.book.settings.number_patterns)
    for series, pattern in patterns.items():
        skipped = list(gaps(pattern, given_numbers(look.book, series)))
        places = {one.number: one for one in bearers(look.book, series)}
        for gap in skipped:
            if one := places.get(gap.before):
                facts = {"series": series.label, "missing": str(gap)}
                yield look.at(one.sheet, one.record, one.column, **facts)


def _used(look: Look, series: Series) -> Iterator[Bearer]:
    for one in bearers(look.book, series):
        if not isinstance(one.record, DocumentRecord) and not is_void(one.record):
            yield one

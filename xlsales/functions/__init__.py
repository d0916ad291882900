"""Which worksheet functions are there? One list for every spreadsheet program."""

from xlsales.functions import (
    amounts,
    dates,
    orders,
    overdue,
    parties,
    prices,
    receivables,
    statistics,
    terms,
)
from xlsales.functions.registry import PREFIX, Function

FUNCTIONS: tuple[Function, ...] = (
    amounts.words,
    amounts.from_words,
    amounts.round_money,
    amounts.line_amount,
    amounts.tax_in,
    amounts.net,
    amounts.tax_on,
    amounts.gross,
    amounts.discount,
    amounts.split,
    dates.period,
    dates.period_start,
    dates.period_end,
    dates.period_before,
    dates.period_last_year,
    dates.is_workday,
    dates.next_workday,
    dates.workdays_between,
    terms.term,
    terms.term_valid,
    terms.due_date,
    terms.customer_due_date,
    overdue.days_late,
    overdue.ladder_step,
    overdue.ladder,
    overdue.ageing,
    terms.statement_month,
    terms.customer_statement_month,
    prices.price,
    prices.price_row,
    orders.province_letters,
    orders.city_initials,
    orders.order_sequence,
    orders.order_no_valid,
    orders.next_order_no,
    orders.contract_no,
    orders.order_total,
    orders.order_verdict,
    orders.order_finding,
    parties.customer_name,
    parties.customer_code,
    parties.uscc_valid,
    receivables.open_balance,
    receivables.overdue_balance,
    receivables.customer_days_late,
    receivables.exposure,
    receivables.credit_left,
    receivables.deductions,
    statistics.sales,
    statistics.receipts,
    statistics.collection_rate,
    statistics.dso,
    statistics.growth,
    statistics.attainment,
    statistics.share,
    statistics.cumulative_share,
    statistics.main,
)


def function_named(name: str) -> Function | None:
    """Return a function by its name, in any case, with ``XLSALES_`` or without."""
    wanted = name.strip().upper().removeprefix(PREFIX)
    for one in FUNCTIONS:
        if one.name == PREFIX + wanted:
            return one
    return None

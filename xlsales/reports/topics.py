"""The topics of statistics, in the order of their pages: the one list of them."""

from xlsales.reports.deduction_topic import DEDUCTION
from xlsales.reports.invoicing_topic import INVOICING
from xlsales.reports.margin_topics import MARGIN, STORES
from xlsales.reports.open_topics import OVERDUE, TURNOVER
from xlsales.reports.topic import Topic

REPORTS: tuple[Topic, ...] = (
    MARGIN,
    STORES,
    DEDUCTION,
    OVERDUE,
    TURNOVER,
    INVOICING,
)

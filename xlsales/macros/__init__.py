"""What do the buttons do? One list for every spreadsheet program.

Each is a few lines over ``jobs``, on the port of an open workbook.
"""

from xlsales.macros.checking import check, unmark
from xlsales.macros.macro import Asks, Group, Macro
from xlsales.macros.papers import contract, paper, regenerate, statement
from xlsales.macros.registering import dun, number
from xlsales.macros.statistics import month_report, plan, quarter_report
from xlsales.macros.tools import doctor, refresh

MACROS: tuple[Macro, ...] = (
    Macro(
        "check",
        Group.ORDERS,
        "AcceptInvitation",
        "check --mark",
        check,
        sheets=("home", "orders", "order_lines"),
    ),
    Macro("unmark", Group.ORDERS, "ReviewDeleteComment", "check --unmark", unmark),
    Macro("number", Group.ORDERS, "NameDefine", "number order", number),
    Macro(
        "contract",
        Group.PAPERS,
        "FileNew",
        "contract",
        contract,
        sheets=("orders",),
    ),
    Macro(
        "statement",
        Group.PAPERS,
        "AccountingFormat",
        "statement --month",
        statement,
        Asks.MONTH,
        sheets=("customers", "receipts"),
    ),
    Macro("paper", Group.PAPERS, "FilePrintPreview", "paper", paper),
    Macro(
        "regenerate",
        Group.PAPERS,
        "RefreshAll",
        "regenerate --month",
        regenerate,
        Asks.MONTH,
    ),
    Macro("dun", Group.MONEY, "FileSendAsAttachment", "dun --record", dun),
    Macro(
        "plan",
        Group.MONEY,
        "CalendarInsert",
        "plan --month",
        plan,
        Asks.MONTH,
        sheets=("receipts",),
    ),
    Macro(
        "month_report",
        Group.STATISTICS,
        "ChartInsert",
        "stats --month",
        month_report,
        Asks.MONTH,
        sheets=("home",),
    ),
    Macro(
        "quarter_report",
        Group.STATISTICS,
        "ChartTypeColumnInsertGallery",
        "stats --quarter",
        quarter_report,
        Asks.QUARTER,
        sheets=("home",),
    ),
    Macro("refresh", Group.TOOLS, "CalculateNow", "refresh", refresh),
    Macro("doctor", Group.TOOLS, "Info", "doctor", doctor),
)

__all__ = ["MACROS", "Asks", "Group", "Macro"]
